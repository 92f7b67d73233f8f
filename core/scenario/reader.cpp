// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/reader.h"

#include "core/scenario/objectreader.h"
#include "core/scenario/runchange.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace sessionarium::scenario {

using model::Problem;
using model::ProblemCode;

namespace {

/// Where a place stands in the text: the indices of the members on the way to it.
struct TextPosition
{
    std::vector<std::size_t> path;
    std::uint64_t line = 0;
};

TextPosition positionOf(const Json &root, const std::string &place)
{
    TextPosition position;
    position.line = root.line;
    std::vector<std::string> tokens;
    const Json *at = &root;
    if (!splitPointer(place, tokens))
        return position;
    for (const std::string &token : tokens) {
        const Json *next = nullptr;
        if (at->kind == Json::Kind::Object)
            next = at->find(token);
        else if (const std::optional<std::size_t> index = listIndex(*at, token))
            next = &at->items[*index];
        if (next == nullptr)
            break;
        position.path.push_back(static_cast<std::size_t>(next - at->items.data()));
        position.line = next->line;
        at = next;
    }
    return position;
}

/// All problems in the order of the text, with their lines.
model::Problems inOrderOfText(const Json &root, model::Problems problems)
{
    std::vector<std::pair<std::vector<std::size_t>, Problem>> placed;
    for (Problem &problem : problems) {
        TextPosition position = positionOf(root, problem.place);
        if (problem.line == 0)
            problem.line = position.line;
        placed.emplace_back(std::move(position.path), std::move(problem));
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    problems.clear();
    for (auto &entry : placed)
        problems.push_back(std::move(entry.second));
    if (problems.size() > maxProblems)
        problems.resize(maxProblems);
    return problems;
}

} // namespace

model::Result<Scenario> readJson(const ParsedJson &file, bool triesRuns)
{
    if (!file.complete)
        return file.problems;
    ReadContext context;
    Scenario scenario;
    KnownNames known;
    std::vector<PlacedRun> runs;
    const Json *format = file.root.find("format");
    const bool isOurs = format != nullptr && format->kind == Json::Kind::String && format->text == formatName;
    if (file.root.kind == Json::Kind::Object && !isOurs) {
        // some other file: what is wrong with it as a scenario is of no interest
        context.add(ProblemCode::WrongFormat, "/format", format != nullptr ? shown(*format) : std::string(),
                    std::string(formatName));
    } else {
        readObject(context, {}, file.root, scenario);
        if (file.root.kind == Json::Kind::Object) {
            const Json *balancer = file.root.find("balancer");
            const Json *stores = file.root.find("stores");
            LeftOut leftOut;
            leftOut.balancer = balancer != nullptr && balancer->kind == Json::Kind::Null;
            leftOut.stores = stores == nullptr || (stores->kind == Json::Kind::List && stores->isEmpty());
            known = checkSetup(context, scenario, leftOut);
            checkBranches(context, scenario, known);
            checkLesson(context, scenario, known, runs);
            if (!scenario.played.isEmpty())
                runs.emplace_back("/played", &scenario.played);
        }
    }
    if (triesRuns && context.problems().empty() && file.problems.empty())
        tryRuns(context, scenario, known, runs);

    model::Problems problems = file.problems;
    for (Problem &problem : context.take())
        problems.push_back(std::move(problem));
    if (!problems.empty())
        return inOrderOfText(file.root, std::move(problems));
    return scenario;
}

model::Result<Scenario> readScenario(std::string_view utf8)
{
    return readJson(parseJson(utf8), true);
}

model::Result<Scenario> readScenarioFile(const std::string &path)
{
    const std::filesystem::path file = std::filesystem::path(std::u8string(path.begin(), path.end()));
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status))
        return Problem {ProblemCode::FileNotFound, path, {}, {}};
    // a device or a pipe may never end
    if (!std::filesystem::is_regular_file(status))
        return Problem {ProblemCode::NotAFile, path, {}, {}};
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error)
        return Problem {ProblemCode::FileUnreadable, path, {}, {}};
    if (size > maxFileBytes)
        return Problem {ProblemCode::FileTooLarge, path, std::to_string(size), std::to_string(maxFileBytes)};
    std::ifstream stream(file, std::ios::binary);
    std::string text(static_cast<std::size_t>(size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(size));
    if (!stream)
        return Problem {ProblemCode::FileUnreadable, path, {}, {}};
    return readScenario(text);
}

} // namespace sessionarium::scenario
