// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/topbar.h"

#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"
#include "ui/window/policyswitch.h"

#include <QEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace sessionarium::ui::window {

using theme::FontRole;
using widgets::Button;
using widgets::Icon;
using widgets::IconButton;
using widgets::Ink;

namespace {

constexpr int barHeight = 56;
constexpr int margin = 16;
constexpr int gap = 8;
constexpr int controlHeight = 32;

/// The logo; leads back to the lessons.
class LogoButton : public QAbstractButton
{
public:
    LogoButton(theme::ThemeHost &host, QWidget *parent) : QAbstractButton(parent), m_host(host)
    {
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::TabFocus);
        connect(&host, &theme::ThemeHost::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QSizeF logo(m_host.theme().px(34), m_host.theme().px(22));
        const QRectF box(QPointF((width() - logo.width()) / 2, (height() - logo.height()) / 2), logo);
        widgets::paintLogo(painter, box, m_host.palette());
        if (hasFocus()) {
            painter.setPen(QPen(m_host.palette().accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        }
    }

private:
    theme::ThemeHost &m_host;
};

} // namespace

TopBar::TopBar(theme::ThemeHost &host, const document::Document &document, const document::RunTexts &texts, QMenu *menu,
               QWidget *parent)
    : QWidget(parent),
      m_host(host),
      m_document(document),
      m_texts(texts),
      m_home(new LogoButton(host, this)),
      m_brand(new widgets::TextLabel(host, FontRole::Brand, Ink::Text, this)),
      m_title(new widgets::ElidingLabel(host, FontRole::Body, Ink::Soft, this)),
      m_policy(new PolicySwitch(host, this)),
      m_export(new Button(host, Button::Kind::Secondary, {}, this)),
      m_present(new Button(host, Button::Kind::Primary, {}, this)),
      m_language(new widgets::SegmentedControl(host, this)),
      m_theme(new IconButton(host, Icon::Moon, {}, IconButton::Kind::Framed, this)),
      m_menuButton(new IconButton(host, Icon::Menu, {}, IconButton::Kind::Framed, this)),
      m_menu(menu)
{
    setObjectName(QStringLiteral("topBar"));
    m_home->setObjectName(QStringLiteral("home"));
    m_title->setObjectName(QStringLiteral("documentTitle"));
    m_export->setObjectName(QStringLiteral("export"));
    m_present->setObjectName(QStringLiteral("present"));
    m_language->setObjectName(QStringLiteral("language"));
    m_theme->setObjectName(QStringLiteral("theme"));
    m_menuButton->setObjectName(QStringLiteral("menu"));
    m_brand->setText(QStringLiteral("Sessionarium"));
    // Each language is called as its speakers call it, in both languages.
    m_language->addSegment(QStringLiteral("ko"), QStringLiteral("한"), QStringLiteral("한국어"));
    m_language->addSegment(QStringLiteral("en"), QStringLiteral("EN"), QStringLiteral("English"));
    // A click does not take the arrows away from the playhead; the Tab key still leads here.
    m_language->setFocusPolicy(Qt::TabFocus);

    connect(m_home, &QAbstractButton::clicked, this, &TopBar::homeRequested);
    connect(m_policy, &PolicySwitch::presetRequested, this, &TopBar::policyRequested);
    connect(m_export, &Button::clicked, this, &TopBar::exportRequested);
    connect(m_present, &Button::clicked, this, &TopBar::presentRequested);
    connect(m_language, &widgets::SegmentedControl::selected, this, [this](const QString &code) {
        Q_EMIT languageRequested(text::languageOfCode(code).value_or(text::Language::English));
    });
    connect(m_theme, &IconButton::clicked, this, &TopBar::themeToggled);
    connect(m_menuButton, &IconButton::clicked, this, [this] {
        m_menu->popup(m_menuButton->mapToGlobal(
            QPoint(m_menuButton->width() - m_menu->sizeHint().width(), m_menuButton->height() + gap)));
    });
    connect(&m_host, &theme::ThemeHost::changed, this, [this] {
        setFixedHeight(sizeHint().height());
        retranslate();
        update();
    });
    setFixedHeight(sizeHint().height());
    retranslate();
}

void TopBar::setWorking(bool working)
{
    m_working = working;
    refresh();
}

void TopBar::refresh()
{
    m_title->setVisible(m_working);
    const auto played = m_document.played();
    // Without a balancer there is nothing to pin, and a foreign timeline is as it is.
    const bool choosable = m_working && played && played->scenario && played->scenario->setup.balancer;
    m_policy->setVisible(choosable);
    if (played)
        m_policy->setPreset(QString::fromStdString(played->policy));
    m_export->setVisible(m_working && m_document.isOpen());
    m_present->setVisible(m_working && m_document.isOpen());
    m_language->setCurrent(text::languageCode(m_texts.language()));
    place();
}

QSize TopBar::sizeHint() const
{
    return {1000, m_host.theme().px(barHeight)};
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_host.palette().card);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_host.palette().border);
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopBar::resizeEvent(QResizeEvent *)
{
    place();
}

void TopBar::retranslate()
{
    m_policy->retranslate();
    m_language->setAccessibleName(tr("Language"));
    m_home->setToolTip(tr("All lessons"));
    m_home->setAccessibleName(tr("All lessons"));
    m_export->setText(tr("Export"));
    m_present->setText(tr("Present"));
    m_present->setToolTip(tr("Presenter mode (F5)"));
    const bool dark = m_host.palette().shade == theme::Shade::Dark;
    m_theme->setGlyph(dark ? Icon::Sun : Icon::Moon);
    m_theme->setName(dark ? tr("Light theme") : tr("Dark theme"));
    m_menuButton->setName(tr("Menu"));
    refresh();
}

void TopBar::place()
{
    const int centre = height() / 2;
    const auto put = [centre](QWidget *widget, int x, int width, int height) {
        widget->setGeometry(x, centre - height / 2, width, height);
    };
    const int control = m_host.theme().px(controlHeight);
    const int home = m_host.theme().px(40);
    int left = margin;
    put(m_home, left, home, control);
    left += home + 4;
    const int brand = m_brand->sizeHint().width();
    put(m_brand, left, brand, m_brand->sizeHint().height());
    left += brand + 16;

    int right = width() - margin;
    const auto putRight = [&](QWidget *widget, int width, int height) {
        right -= width;
        put(widget, right, width, height);
        right -= gap;
    };
    putRight(m_menuButton, control, control);
    putRight(m_theme, control, control);
    const QSize language = m_language->sizeHint();
    putRight(m_language, language.width(), language.height());
    for (Button *button : {m_present, m_export}) {
        if (button->isVisibleTo(this))
            putRight(button, button->sizeHint().width(), button->sizeHint().height());
    }

    int titleEnd = right;
    m_brand->show();
    if (m_policy->isVisibleTo(this)) {
        const QSize policy = m_policy->sizeHint();
        const int middle = std::min((width() - policy.width()) / 2, right - policy.width() - gap);
        m_brand->setVisible(middle >= left); // with large letters the controls need its room
        put(m_policy, middle, policy.width(), policy.height());
        titleEnd = middle - 16;
    }
    const int room = std::max(titleEnd - left, 0);
    const QString whole = titleText(true);
    const bool fits = m_title->fontMetrics().horizontalAdvance(whole) <= room;
    m_title->setText(fits ? whole : titleText(false));
    put(m_title, left, room, m_title->sizeHint().height());
    m_title->setToolTip(fits ? QString() : widgets::plainWords(whole));
    m_title->setAccessibleName(whole);
}

QString TopBar::titleText(bool whole) const
{
    const auto played = m_document.played();
    if (!played)
        return {};
    if (!played->scenario) //: %1 is the name of the scenario that an exported timeline came from.
        return tr("Recorded timeline · %1").arg(QString::fromStdString(played->timeline().info().scenario));
    const QString title = text::pick(played->scenario->title, m_texts.language());
    const scenario::Lesson *lesson = m_document.lesson();
    if (!lesson || lesson->number == 0)
        return title;
    if (!whole) //: %1 is the number of the lesson.
        return tr("Lesson %1").arg(lesson->number);
    //: %1 is the number of the lesson, %2 its title, a question.
    return tr("Lesson %1 · %2").arg(lesson->number).arg(title);
}

} // namespace sessionarium::ui::window
