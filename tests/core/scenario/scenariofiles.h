// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/reader.h"
#include "resources/lessons.h"

#include <QFile>
#include <QString>

#include <string>

namespace sessionarium::test {

/// The text of a scenario by its name: `empty`, `everything` (the sample with every field), or a built-in lesson's id.
[[nodiscard]] inline std::string textOf(const QString &name)
{
    if (name == QStringLiteral("empty"))
        return scenario::writeScenario(scenario::emptyScenario());
    if (name == QStringLiteral("everything")) {
        QFile file(QStringLiteral(SESSIONARIUM_SOURCE_DIR "/tests/core/scenario/everything.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    return std::string(resources::findLesson(name.toStdString()));
}

/// Requires: a file without problems.
[[nodiscard]] inline scenario::Scenario read(const QString &name)
{
    return scenario::readScenario(textOf(name)).value();
}

[[nodiscard]] inline scenario::RunChange withServers(std::uint32_t count)
{
    scenario::RunChange change;
    change.servers = count;
    return change;
}

[[nodiscard]] inline scenario::RunChange withValue(const std::string &pointer, const std::string &json)
{
    scenario::RunChange change;
    change.set.push_back({pointer, json});
    return change;
}

} // namespace sessionarium::test
