// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/runtexts.h"
#include "ui/events/eventstable.h"
#include "ui/events/eventsview.h"
#include "ui/events/filterbar.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <string_view>

namespace sessionarium::tests {

/// The view of events on a document of its own, shown in a window, with a playhead that the test moves.
class EventsFixture
{
public:
    explicit EventsFixture(ui::text::Language language = ui::text::Language::English)
        : m_translator(language), m_texts(m_document, m_translator), m_view(m_host, m_texts)
    {
        m_view.resize(900, 260);
        m_view.show();
        m_view.activateWindow();
        (void)QTest::qWaitForWindowActive(&m_view);
    }

    void openLesson(const QString &id, std::string_view json)
    {
        m_document.openLesson(id, json);
        m_document.wait();
        setContent(true);
    }
    void openText(const QByteArray &scenario)
    {
        QFile file(m_folder.filePath(QStringLiteral("scenario.json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(scenario) != scenario.size())
            return;
        file.close();
        m_document.openFile(file.fileName());
        m_document.wait();
        setContent(true);
    }
    void setContent(bool opened) { m_view.setContent(m_document.played(), m_document.view(), opened); }
    /// Opens all gates, and goes to the end.
    void reveal()
    {
        m_document.passGatesBefore(run().end() + model::seconds(1));
        setContent(false);
        m_view.setMoment(run().end());
        m_view.wait();
    }
    static void settle()
    {
        for (int i = 0; i < 8; ++i)
            QCoreApplication::processEvents();
    }

    [[nodiscard]] ui::document::Document &document() { return m_document; }
    [[nodiscard]] const ui::document::PlayedRun &run() { return *m_document.played(); }
    [[nodiscard]] const timeline::Timeline &timeline() { return run().timeline(); }
    [[nodiscard]] const ui::document::RunTexts &texts() { return m_texts; }
    [[nodiscard]] ui::text::Translator &translator() { return m_translator; }
    [[nodiscard]] ui::events::EventsView &view() { return m_view; }
    [[nodiscard]] ui::events::EventsTable &table() { return m_view.table(); }
    [[nodiscard]] const ui::events::EventsModel &model()
    {
        return *static_cast<const ui::events::EventsModel *>(m_view.table().model());
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// All ids that the table has, read from it window by window, as eyes would.
    [[nodiscard]] std::vector<std::uint32_t> idsSeen()
    {
        std::vector<std::uint32_t> ids;
        for (std::uint32_t position = 0; position < model().total(); ++position)
            ids.push_back(model().recordAt(position).value);
        return ids;
    }
    /// The text of a cell at a position of the whole table; scrolls there.
    [[nodiscard]] QString cell(std::uint32_t position, ui::events::Column column)
    {
        table().scrollToPosition(position);
        const auto row = static_cast<int>(position - table().first());
        return model().index(row, static_cast<int>(column)).data().toString();
    }
    /// The middle of the row of a position that is in sight, in the viewport.
    [[nodiscard]] QPoint middleOf(std::uint32_t position)
    {
        const auto row = static_cast<int>(position - table().first());
        return {200, table().rowViewportPosition(row) + table().rowHeight(row) / 2};
    }

private:
    QTemporaryDir m_folder;
    ui::document::Document m_document;
    ui::theme::ThemeHost m_host;
    ui::text::Translator m_translator;
    ui::document::RunTexts m_texts;
    ui::events::EventsView m_view;
};

} // namespace sessionarium::tests
