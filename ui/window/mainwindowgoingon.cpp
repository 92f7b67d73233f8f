// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that knows where in the course somebody stopped, and leads back there.
#include "ui/welcome/welcomepage.h"
#include "ui/window/mainwindow.h"

#include <algorithm>

namespace sessionarium::ui::window {

void MainWindow::rememberPlace()
{
    if (m_document.lessonId().isEmpty()) // a file of one's own is no part of the course
        return;
    std::optional<LessonPlace> place = LessonPlace {m_document.lessonId(), m_playback.step()};
    if (m_playback.isAtEndOfStep() && !m_playback.hasNextStep() && !m_playback.isAtGate()) {
        const welcome::LessonEntry *next = nextLesson();
        place = next ? std::optional(LessonPlace {next->id, 0}) : std::nullopt;
    }
    if (m_place == place && place)
        return;
    m_place = place;
    m_services.preferences.setLessonPlace(place);
}

std::optional<LessonPlace> MainWindow::placeToGoOn() const
{
    const std::optional<LessonPlace> place = m_services.preferences.lessonPlace();
    const std::vector<welcome::LessonEntry> &lessons = m_welcome->lessons();
    // Written by another version, it may not be there.
    const bool isThere = place && std::any_of(lessons.begin(), lessons.end(), [&place](const auto &lesson) {
                             return lesson.id == place->lesson && place->step < lesson.steps;
                         });
    return isThere ? place : std::nullopt;
}

void MainWindow::offerToGoOn()
{
    std::optional<welcome::StoppedAt> stopped;
    if (const std::optional<LessonPlace> place = placeToGoOn()) {
        for (const welcome::LessonEntry &lesson : m_welcome->lessons()) {
            if (lesson.id == place->lesson)
                stopped = welcome::StoppedAt {lesson.number, place->step + 1};
        }
    }
    m_welcome->setStoppedAt(stopped);
}

void MainWindow::goOnWithLesson()
{
    const std::optional<LessonPlace> place = placeToGoOn();
    if (!place)
        return;
    if (m_document.lessonId() == place->lesson) { // still open, as it was left
        showRun();
        return;
    }
    m_whenOpened = [this, place = *place] {
        if (m_document.lessonId() != place.lesson)
            return;
        m_document.passGatesBefore(m_document.progress().start(place.step));
        m_playback.enterStep(place.step);
    };
    openLesson(place->lesson);
}

const char *MainWindow::whyNoPlaceToGoOn() const
{
    return placeToGoOn() ? nullptr : QT_TRANSLATE_NOOP("Commands", "No lesson was begun yet.");
}

} // namespace sessionarium::ui::window
