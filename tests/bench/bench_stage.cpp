// SPDX-License-Identifier: GPL-3.0-or-later
// bench_stage [FRAMES [ROUNDS]]: painting the stage at 1920x1080 with 8 servers and 200 clients: what stands still kept
// as a picture and messages as sprites, against messages drawn anew, and against one graphics item a message.
#include "tests/bench/measure.h"
#include "ui/stage/stagelayout.h"
#include "ui/stage/stagepainter.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QGraphicsEllipseItem>
#include <QGraphicsScene>
#include <QImage>
#include <QPainter>

#include <cmath>
#include <cstdio>
#include <memory>

using namespace sessionarium;
using namespace sessionarium::tests::bench;
using namespace sessionarium::ui;

namespace {

constexpr std::uint32_t clientCount = 200;
constexpr std::uint32_t serverCount = 8;
constexpr QSize pictureSize(1920, 1080);

stage::StageScene busyScene()
{
    stage::StageScene scene;
    for (std::uint32_t i = 0; i < clientCount; ++i) {
        stage::ClientNode client;
        client.entity = model::EntityId(i);
        client.colour = i;
        client.name = QStringLiteral("Student %1").arg(i + 1);
        client.initial = QStringLiteral("S");
        client.mood = stage::ClientMood::SignedIn;
        scene.clients.push_back(client);
    }
    scene.crowdTitle = QStringLiteral("200 students");
    scene.crowd.push_back({stage::ClientMood::SignedIn, QStringLiteral("signed in"), QStringLiteral("200")});
    stage::BalancerNode balancer;
    balancer.entity = model::EntityId(clientCount);
    balancer.name = QStringLiteral("Balancer");
    balancer.caption = QStringLiteral("round robin");
    scene.balancer = balancer;
    for (std::uint32_t i = 0; i < serverCount; ++i) {
        stage::ServerNode server;
        server.entity = model::EntityId(clientCount + 1 + i);
        server.name = QStringLiteral("Server %1").arg(i + 1);
        server.stateText = QStringLiteral("fine");
        server.inService = 3;
        server.capacity = 4;
        server.sessions = clientCount / serverCount;
        server.sessionsScale = clientCount;
        for (std::uint32_t j = 0; j < server.sessions; ++j) {
            stage::SessionChip chip;
            chip.colour = i + j * serverCount;
            chip.label = QStringLiteral("S%1").arg(j + 1);
            chip.version = QStringLiteral("v1");
            server.chips.push_back(chip);
        }
        scene.servers.push_back(server);
    }
    return scene;
}

std::vector<stage::MessageSprite> messages(std::uint32_t count, int frame)
{
    std::vector<stage::MessageSprite> sprites;
    sprites.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const model::EntityId balancer(clientCount);
        const model::EntityId server(clientCount + 1 + i % serverCount);
        const model::EntityId client(i % clientCount);
        stage::MessageSprite sprite;
        sprite.sent = model::RecordId(i);
        sprite.from = i % 2 == 0 ? client : balancer;
        sprite.to = i % 2 == 0 ? balancer : server;
        sprite.colour = i % clientCount;
        sprite.shape = i % 3 == 0 ? stage::MessageShape::Ring : stage::MessageShape::Disc;
        sprite.progress = std::fmod(static_cast<float>(i) * 0.618f + static_cast<float>(frame) * 0.01f, 1.0f);
        sprites.push_back(sprite);
    }
    return sprites;
}

/// What a first version would be: every message an item that is moved.
class ItemsStage
{
public:
    ItemsStage(const QPixmap &still, std::uint32_t count)
    {
        m_scene.addPixmap(still);
        for (std::uint32_t i = 0; i < count; ++i)
            m_items.push_back(
                m_scene.addEllipse(0, 0, 12, 12, Qt::NoPen, QColor::fromHsv(static_cast<int>(i % 360), 200, 180)));
    }

    void paint(QPainter &painter, const std::vector<stage::MessageSprite> &sprites)
    {
        for (std::size_t i = 0; i < m_items.size(); ++i)
            m_items[i]->setPos(static_cast<double>(sprites[i].progress) * 1800, static_cast<double>(i % 1000));
        m_scene.render(&painter, QRectF(QPointF(0, 0), pictureSize), QRectF(QPointF(0, 0), pictureSize));
    }

private:
    QGraphicsScene m_scene;
    std::vector<QGraphicsEllipseItem *> m_items; // owned by m_scene
};

void measureAt(std::uint32_t count, int frames, int rounds)
{
    const theme::Theme theme = theme::lightTheme();
    const stage::StageScene scene = busyScene();
    const stage::StageLayout layout = stage::layOutStage(scene, pictureSize, {});
    stage::StagePainter stagePainter(theme);

    QPixmap still(pictureSize);
    still.fill(theme.palette.card);
    {
        QPainter painter(&still);
        painter.setRenderHint(QPainter::Antialiasing);
        stagePainter.paintScene(painter, scene, layout, {});
    }
    QImage picture(pictureSize, QImage::Format_ARGB32_Premultiplied);
    ItemsStage items(still, count);

    std::vector<std::vector<stage::MessageSprite>> moments;
    for (int frame = 0; frame < frames; ++frame)
        moments.push_back(messages(count, frame));
    const auto eachFrame = [&](const auto &paint) {
        for (const std::vector<stage::MessageSprite> &moment : moments) {
            QPainter painter(&picture);
            painter.setRenderHint(QPainter::Antialiasing);
            paint(painter, moment);
        }
    };
    std::vector<Side> sides {
        {"stage: still picture and sprites",
         [&] {
             eachFrame([&](QPainter &painter, const auto &moment) {
                 painter.drawPixmap(0, 0, still);
                 stagePainter.paintMessages(painter, moment, layout, true);
             });
         },
         {}},
        {"messages drawn anew",
         [&] {
             eachFrame([&](QPainter &painter, const auto &moment) {
                 painter.drawPixmap(0, 0, still);
                 stagePainter.paintMessages(painter, moment, layout, false);
             });
         },
         {}},
        {"one graphics item a message",
         [&] { eachFrame([&](QPainter &painter, const auto &moment) { items.paint(painter, moment); }); },
         {}},
    };
    measureInterleaved(sides, rounds);
    std::printf("%u messages\n", count);
    for (const Side &side : sides) {
        const bool isOurs = &side == &sides.front();
        const bool hasBudget = isOurs && count >= 1000;
        printFigure(side.name, median(side.seconds) * 1e3 / frames, "ms/frame",
                    hasBudget ? Budget::AtMost : Budget::None, count >= 10'000 ? 6 : 2);
    }
    printFigure("stage / one graphics item a message", ratio(sides[0], sides[2]), "ratio");
}

void measureStill(int rounds)
{
    const theme::Theme theme = theme::lightTheme();
    const stage::StageScene scene = busyScene();
    stage::StagePainter stagePainter(theme);
    QImage picture(pictureSize, QImage::Format_ARGB32_Premultiplied);
    std::vector<Side> sides {{"what stands still: laid out and painted",
                              [&] {
                                  const stage::StageLayout layout = stage::layOutStage(scene, pictureSize, {});
                                  QPainter painter(&picture);
                                  painter.setRenderHint(QPainter::Antialiasing);
                                  stagePainter.paintScene(painter, scene, layout, {});
                              },
                              {}}};
    measureInterleaved(sides, rounds);
    printFigure(sides[0].name, median(sides[0].seconds) * 1e3, "ms");
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const auto frames = static_cast<int>(argument(argc, argv, 1, 30));
    const auto rounds = static_cast<int>(argument(argc, argv, 2, 5));
    measureStill(rounds);
    for (const std::uint32_t count : {100u, 1'000u, 10'000u})
        measureAt(count, frames, rounds);
    return 0;
}
