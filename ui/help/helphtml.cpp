// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helphtml.h"

namespace sessionarium::ui::help {

using theme::FontRole;
using theme::Theme;

namespace {

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

/// "font-size: 15px; font-weight: 700; color: #…"
QString look(const Theme &theme, FontRole role, const QColor &ink, int weight)
{
    return QStringLiteral("font-size: %1px; font-weight: %2; color: %3;")
        .arg(theme.font(role).pixelSize())
        .arg(weight)
        .arg(ink.name());
}

QString paragraph(const QString &text, const QString &style, int above, int below)
{
    return QStringLiteral("<p style=\"%1 margin-top: %2px; margin-bottom: %3px;\">%4</p>")
        .arg(style)
        .arg(above)
        .arg(below)
        .arg(escaped(text));
}

QString tableOf(const HelpSection &section, const Theme &theme)
{
    const QString lead = look(theme, FontRole::Detail, theme.palette.text, 600);
    const QString text = look(theme, FontRole::Detail, theme.palette.soft, 400);
    const QString room = QStringLiteral("padding-top: %1px; padding-bottom: %1px; padding-right: %2px;")
                             .arg(theme.px(4))
                             .arg(theme.px(16));
    QString html = QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">");
    for (const HelpEntry &entry : section.entries)
        html += QStringLiteral("<tr><td width=\"%1\" style=\"%2\">%3</td><td style=\"%4\">%5</td></tr>")
                    .arg(theme.px(208))
                    .arg(room + lead, escaped(entry.lead), room + text, escaped(entry.text));
    return html + QStringLiteral("</table>");
}

QString sectionsOf(const HelpPage &page, const Theme &theme)
{
    const QString heading = look(theme, FontRole::Heading, theme.palette.text, 700);
    const QString lead = look(theme, FontRole::Strong, theme.palette.text, 600);
    const QString text = look(theme, FontRole::Detail, theme.palette.text, 400);
    QString html;
    for (const HelpSection &section : page.sections) {
        if (!section.heading.isEmpty())
            html += paragraph(section.heading, heading, theme.px(16), theme.px(8));
        if (section.isTable) {
            html += tableOf(section, theme);
            continue;
        }
        for (const HelpEntry &entry : section.entries) {
            if (!entry.lead.isEmpty())
                html += paragraph(entry.lead, lead, theme.px(8), 0);
            html += paragraph(entry.text, text, 0, theme.px(8));
        }
    }
    return html;
}

} // namespace

QString htmlOf(const HelpPage &page, const Theme &theme)
{
    QString html;
    if (!page.intro.isEmpty())
        html += paragraph(page.intro, look(theme, FontRole::Detail, theme.palette.text, 400), 0, theme.px(8));
    return html + sectionsOf(page, theme);
}

QString htmlOfFound(const std::vector<HelpPage> &pages, const QString &nothing, const Theme &theme)
{
    if (pages.empty())
        return paragraph(nothing, look(theme, FontRole::Detail, theme.palette.soft, 400), theme.px(16), 0);
    QString html;
    for (const HelpPage &page : pages)
        html += paragraph(page.title, look(theme, FontRole::Title, theme.palette.accentText, 700), theme.px(16), 0)
            + sectionsOf(page, theme);
    return html;
}

} // namespace sessionarium::ui::help
