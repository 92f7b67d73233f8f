// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pictureoptions.h"

#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QSpinBox>

namespace sessionarium::ui::exporting {

using widgets::Button;
using widgets::SegmentedControl;
using widgets::TextLabel;

namespace {
constexpr QLatin1String stageId("stage");
constexpr QLatin1String lanesId("lanes");
constexpr QLatin1String pngId("png");
constexpr QLatin1String svgId("svg");
constexpr QLatin1String pdfId("pdf");
constexpr QLatin1String lightId("light");
constexpr QLatin1String darkId("dark");

QSpinBox *sideBox(int value, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons); // sizes are typed; the arrow keys and the wheel still step
    box->setRange(leastPictureSide, greatestPictureSide);
    box->setSingleStep(10);
    box->setValue(value);
    return box;
}
} // namespace

TextLabel *PictureOptions::label(theme::ThemeHost &host)
{
    auto *result = new TextLabel(host, theme::FontRole::Small, widgets::Ink::Soft, this);
    result->setBold(true);
    return result;
}

PictureOptions::PictureOptions(theme::ThemeHost &host, text::Language language, QWidget *parent)
    : QWidget(parent),
      m_viewLabel(label(host)),
      m_view(new SegmentedControl(host, this)),
      m_formatLabel(label(host)),
      m_format(new SegmentedControl(host, this)),
      m_sizeLabel(label(host)),
      m_width(sideBox(1600, this)),
      m_height(sideBox(900, this)),
      m_languageLabel(label(host)),
      m_language(new SegmentedControl(host, this)),
      m_shadeLabel(label(host)),
      m_shade(new SegmentedControl(host, this)),
      m_copy(new Button(host, Button::Kind::Secondary, {}, this))
{
    m_view->setObjectName(QStringLiteral("pictureView"));
    m_format->setObjectName(QStringLiteral("pictureFormat"));
    m_width->setObjectName(QStringLiteral("pictureWidth"));
    m_height->setObjectName(QStringLiteral("pictureHeight"));
    m_language->setObjectName(QStringLiteral("pictureLanguage"));
    m_shade->setObjectName(QStringLiteral("pictureTheme"));
    m_copy->setObjectName(QStringLiteral("pictureCopy"));
    m_view->addSegment(stageId, {});
    m_view->addSegment(lanesId, {});
    // Names of formats and languages are the same in all languages.
    m_format->addSegment(pngId, QStringLiteral("PNG"));
    m_format->addSegment(svgId, QStringLiteral("SVG"));
    m_format->addSegment(pdfId, QStringLiteral("PDF"));
    m_language->addSegment(text::languageCode(text::Language::Korean), QStringLiteral("한국어"));
    m_language->addSegment(text::languageCode(text::Language::English), QStringLiteral("English"));
    m_language->setCurrent(text::languageCode(language));
    m_shade->addSegment(lightId, {});
    m_shade->addSegment(darkId, {});
    m_shade->setCurrent(host.palette().shade == theme::Shade::Dark ? darkId : lightId);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    const auto row = [grid](int line, QWidget *name, std::initializer_list<QWidget *> fields) {
        grid->addWidget(name, line, 0);
        auto *across = new QHBoxLayout;
        across->setSpacing(8);
        for (QWidget *field : fields)
            across->addWidget(field);
        across->addStretch(1);
        grid->addLayout(across, line, 1);
    };
    auto *times = new TextLabel(host, theme::FontRole::Detail, widgets::Ink::Soft, this);
    times->setText(QStringLiteral("×"));
    row(0, m_viewLabel, {m_view});
    row(1, m_formatLabel, {m_format});
    row(2, m_sizeLabel, {m_width, times, m_height});
    row(3, m_languageLabel, {m_language});
    row(4, m_shadeLabel, {m_shade});
    row(5, new QWidget(this), {m_copy});
    connect(m_format, &SegmentedControl::selected, this, &PictureOptions::formatChanged);
    connect(m_copy, &Button::clicked, this, &PictureOptions::copyRequested);
    retranslate();
}

PictureWishes PictureOptions::wishes() const
{
    PictureWishes wishes;
    wishes.view = m_view->current() == lanesId ? PictureView::Lanes : PictureView::Stage;
    wishes.size = QSize(m_width->value(), m_height->value());
    wishes.shade = m_shade->current() == darkId ? theme::Shade::Dark : theme::Shade::Light;
    wishes.language = text::languageOfCode(m_language->current()).value_or(text::Language::English);
    return wishes;
}

PictureFormat PictureOptions::format() const
{
    return m_format->current() == svgId ? PictureFormat::Svg
        : m_format->current() == pdfId  ? PictureFormat::Pdf
                                        : PictureFormat::Png;
}

QString PictureOptions::suffixOf(PictureFormat format)
{
    return format == PictureFormat::Svg ? svgId : format == PictureFormat::Pdf ? pdfId : pngId;
}

void PictureOptions::retranslate()
{
    m_viewLabel->setText(tr("Shows"));
    m_view->setSegmentText(stageId, tr("Stage"));
    m_view->setSegmentText(lanesId, tr("Timeline"));
    m_view->setAccessibleName(m_viewLabel->text());
    m_formatLabel->setText(tr("Format"));
    m_format->setAccessibleName(m_formatLabel->text());
    m_sizeLabel->setText(tr("Size in pixels"));
    m_width->setAccessibleName(tr("Width"));
    m_height->setAccessibleName(tr("Height"));
    m_languageLabel->setText(tr("Language"));
    m_language->setAccessibleName(m_languageLabel->text());
    m_shadeLabel->setText(tr("Theme"));
    m_shade->setSegmentText(lightId, tr("Light"));
    m_shade->setSegmentText(darkId, tr("Dark"));
    m_shade->setAccessibleName(m_shadeLabel->text());
    m_copy->setText(tr("Copy picture"));
}

} // namespace sessionarium::ui::exporting
