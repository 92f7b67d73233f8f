// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endtoend/paintedtexts.h"

#include "tests/ui/endtoend/textrecorder.h"
#include "ui/commands/commandpalette.h"
#include "ui/lesson/termpopup.h"
#include "ui/presenter/largestage.h"
#include "ui/stage/stagepainter.h"
#include "ui/stage/stageview.h"
#include "ui/timelineview/lanesview.h"
#include "ui/widgets/card.h"
#include "ui/window/messagebar.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QHash>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace sessionarium::tests {

using namespace ui;

namespace {

/// Whose paint event it is that comes next.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(TextEngine &engine) : m_engine(engine) { qApp->installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_engine.painting = qobject_cast<QWidget *>(watched);
        return false;
    }

private:
    TextEngine &m_engine;
};

QRectF placeIn(const QWidget &window, const QWidget &widget)
{
    return QRectF(widget.mapTo(&window, QPoint()), QSizeF(widget.size()));
}

/// Nothing behind it shines through.
bool isSolid(const QWidget &widget)
{
    return widget.autoFillBackground() || qobject_cast<const widgets::Card *>(&widget)
        || qobject_cast<const QAbstractButton *>(&widget) || widget.testAttribute(Qt::WA_OpaquePaintEvent);
}

/// Lies over others on purpose, for a while.
bool isOverlay(const QWidget &widget)
{
    return qobject_cast<const window::MessageBar *>(&widget) || qobject_cast<const commands::CommandPalette *>(&widget)
        || qobject_cast<const lesson::TermPopup *>(&widget) || widget.objectName() == QLatin1String("rightColumn");
}

/// The part of the window that lies over a place in the widget; null: none.
const QWidget *above(const QWidget &window, const QWidget &widget, const QRectF &place)
{
    const auto find = [&](const QObjectList &children, qsizetype from) -> const QWidget * {
        for (qsizetype i = from; i < children.size(); ++i) { // the last one lies on top
            const auto *child = qobject_cast<const QWidget *>(children[i]);
            if (child && !child->isWindow() && child->isVisible() && isSolid(*child)
                && placeIn(window, *child).intersects(place))
                return child;
        }
        return nullptr;
    };
    const QWidget *found = find(widget.children(), 0); // children lie on what their parent paints
    for (const QWidget *at = &widget; !found && at != &window && at->parentWidget(); at = at->parentWidget()) {
        const QObjectList &siblings = at->parentWidget()->children();
        found = find(siblings, siblings.indexOf(const_cast<QWidget *>(at)) + 1);
    }
    return found;
}

/// The stages paint what stands still into a picture of their own first: that is asked for once more.
void recordStages(QWidget &window, const theme::Theme &theme, TextRecorder &recorder)
{
    const auto record = [&](const QWidget &widget, const auto &paint) {
        if (!widget.isVisible())
            return;
        recorder.engine().painting = &widget;
        QPainter painter(&recorder);
        painter.setClipRect(placeIn(window, widget));
        painter.translate(placeIn(window, widget).topLeft());
        paint(painter);
    };
    for (const auto *view : window.findChildren<stage::StageView *>()) {
        record(*view, [&](QPainter &painter) {
            stage::StagePainter(theme).paintScene(painter, view->frame().scene, view->layoutOfNodes(), {});
        });
    }
    for (const auto *view : window.findChildren<presenter::LargeStage *>()) {
        theme::Theme large = theme;
        large.textScale = presenter::enlargement * view->parentWidget()->height() / presenter::pictureHeight;
        record(*view, [&](QPainter &painter) {
            stage::StagePainter(large).paintScene(painter, view->shown().scene, view->layoutOfNodes().stage, {});
        });
    }
}

QString told(const QWidget &window, const PaintedText &text)
{
    const QWidget *widget = text.widget ? text.widget : &window;
    const QWidget *named = widget;
    while (named->objectName().isEmpty() && named != &window && named->parentWidget())
        named = named->parentWidget();
    return QStringLiteral("\"%1\" of %2 (%3) at %4,%5 %6x%7")
        .arg(text.text, QLatin1String(widget->metaObject()->className()), named->objectName())
        .arg(text.ink.x(), 0, 'f', 1)
        .arg(text.ink.y(), 0, 'f', 1)
        .arg(text.ink.width(), 0, 'f', 1)
        .arg(text.ink.height(), 0, 'f', 1);
}

/// The rest of it can be scrolled to.
bool scrolls(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
        if (area && (area->verticalScrollBar()->maximum() > 0 || area->horizontalScrollBar()->maximum() > 0))
            return true;
    }
    return false;
}

/// What a stage or lanes show enlarged goes on beyond their edges, and can be moved there.
bool isEnlarged(const QWidget *widget)
{
    const auto *stage = qobject_cast<const stage::StageView *>(widget);
    const auto *lanes = qobject_cast<const timelineview::LanesView *>(widget);
    return (stage && stage->zoom() > 1) || (lanes && lanes->picture().scale.first > 0);
}

} // namespace

std::vector<PaintedText> paintedTexts(QWidget &window, const theme::Theme &theme)
{
    TextRecorder recorder(window.size());
    {
        const PaintWatch watch(recorder.engine());
        window.render(&recorder);
    }
    recordStages(window, theme, recorder);
    std::vector<PaintedText> texts = std::move(recorder.engine().texts);
    std::erase_if(texts, [&](const PaintedText &text) {
        const QRectF seen = text.ink & text.clip;
        if (seen.isEmpty() && scrolls(text.widget))
            return true;
        const QWidget *cover = text.widget ? above(window, *text.widget, text.ink) : nullptr;
        return cover && (isOverlay(*cover) || placeIn(window, *cover).contains(text.ink));
    });
    return texts;
}

QStringList unreadable(const QWidget &window, const std::vector<PaintedText> &texts)
{
    constexpr double slack = 1.5; // letters are as good as never as wide and high as their box
    QStringList found;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const PaintedText &text = texts[i];
        const QRectF core = text.ink.adjusted(slack, slack, -slack, -slack);
        if (core.isEmpty())
            continue;
        if (!text.clip.contains(core) && !scrolls(text.widget) && !isEnlarged(text.widget))
            found << QStringLiteral("cut off: ") + told(window, text);
        const QRectF seen = core & text.clip; // what is scrolled away lies under nothing
        if (text.widget && !seen.isEmpty()) {
            if (const QWidget *cover = above(window, *text.widget, seen))
                found << QStringLiteral("half covered: %1 by %2").arg(told(window, text), cover->objectName());
        }
        for (std::size_t j = 0; j < i; ++j) {
            const QRectF other = texts[j].ink.adjusted(slack, slack, -slack, -slack) & texts[j].clip;
            if (seen.intersects(other))
                found << QStringLiteral("lies on another: %1 and %2").arg(told(window, text), told(window, texts[j]));
        }
    }
    return found;
}

QStringList faint(const QWidget &window, const std::vector<PaintedText> &texts, const QImage &picture)
{
    constexpr double leastContrast = 4.5;
    constexpr double leastContrastOfDisabled = 3; // not asked for by anybody; still to be read
    const double scale = static_cast<double>(picture.width()) / window.width();
    QStringList found;
    for (const PaintedText &text : texts) {
        const QRectF seen = text.ink & text.clip;
        const QRect box = QRectF(seen.topLeft() * scale, seen.size() * scale).toAlignedRect() & picture.rect();
        if (box.isEmpty())
            continue;
        // Most of what is behind letters can be seen between them.
        QHash<QRgb, int> colours;
        for (int y = box.top(); y <= box.bottom(); ++y) {
            for (int x = box.left(); x <= box.right(); ++x)
                ++colours[picture.pixel(x, y)];
        }
        QRgb behind = 0;
        int most = 0;
        for (auto at = colours.cbegin(); at != colours.cend(); ++at) {
            const bool isInk = text.colour.alpha() == 255 && (at.key() | 0xff000000U) == text.colour.rgb();
            if (!isInk && at.value() > most) {
                most = at.value();
                behind = at.key();
            }
        }
        const QColor ground = QColor::fromRgb(behind);
        const auto mixed = [&](int over, int under) { return under + (over - under) * text.colour.alpha() / 255; };
        const QColor ink(mixed(text.colour.red(), ground.red()), mixed(text.colour.green(), ground.green()),
                         mixed(text.colour.blue(), ground.blue()));
        const bool enabled = !text.widget || text.widget->isEnabled();
        const double contrast = theme::contrast(ink, ground);
        if (most > 0 && contrast < (enabled ? leastContrast : leastContrastOfDisabled) - 0.01)
            found << QStringLiteral("%1 : 1, %2 on %3: %4")
                         .arg(contrast, 0, 'f', 2)
                         .arg(ink.name(), ground.name(), told(window, text));
    }
    return found;
}

} // namespace sessionarium::tests
