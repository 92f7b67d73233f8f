// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/lessontext.h"

#include "ui/text/timetext.h"
#include "ui/text/verdicttext.h"

#include <algorithm>
#include <optional>

namespace sessionarium::ui::text {
namespace {

QString unknown()
{
    return QString(QChar(u'…'));
}

/// Answers the placeholders of one moment. Nothing: it is no placeholder, or names what the scenario has not got.
class Filler
{
public:
    explicit Filler(const LessonMoment &moment)
        : m_moment(moment),
          m_timeline(*moment.timeline),
          m_state(moment.keyframes->stateAfter(std::min(moment.records, moment.timeline->size()))),
          m_names(m_timeline, &m_state, moment.language)
    {
    }

    std::optional<QString> fill(const QString &word, const std::string &argument) const
    {
        if (argument.empty()) {
            if (word == QLatin1String("servers"))
                return QString::number(m_state.servers.size());
            if (word == QLatin1String("clients"))
                return QString::number(m_state.clients.size());
            return std::nullopt;
        }
        if (word == QLatin1String("name"))
            return name(argument);
        if (word == QLatin1String("session"))
            return session(argument);
        if (word == QLatin1String("home"))
            return home(argument);
        if (word == QLatin1String("answered_by"))
            return answeredBy(argument);
        if (word == QLatin1String("outcome"))
            return outcome(argument);
        if (word == QLatin1String("count"))
            return count(argument);
        if (word == QLatin1String("duration"))
            return duration(argument);
        return std::nullopt;
    }

private:
    std::optional<QString> name(const std::string &id) const
    {
        const model::EntityId entity = m_timeline.findEntity(id);
        return entity.isNone() ? std::nullopt : std::optional(m_names.entity(entity));
    }

    /// The client's newest session: the one whose story is told, even after its cookie is gone.
    const timeline::SessionInfo *newestSession(model::EntityId client) const
    {
        const timeline::SessionInfo *newest = nullptr;
        for (const timeline::SessionInfo &session : m_state.sessions) {
            if (session.client == client && (!newest || session.ordinal > newest->ordinal))
                newest = &session;
        }
        return newest;
    }

    std::optional<QString> session(const std::string &client) const
    {
        const model::EntityId entity = m_timeline.findEntity(client);
        if (entity.isNone() || m_timeline.entity(entity).type != model::EntityType::Client)
            return std::nullopt;
        const timeline::SessionInfo *info = newestSession(entity);
        return info ? sessionLabel(*info) : unknown();
    }

    std::optional<QString> home(const std::string &client) const
    {
        const model::EntityId entity = m_timeline.findEntity(client);
        if (entity.isNone() || m_timeline.entity(entity).type != model::EntityType::Client)
            return std::nullopt;
        const timeline::SessionInfo *info = newestSession(entity);
        return info ? m_names.entity(m_timeline[info->createdBy].entity) : unknown();
    }

    bool isAction(const std::string &id) const
    {
        const auto &branches = m_moment.scenario->branches;
        return std::any_of(branches.begin(), branches.end(), [&id](const scenario::Branch &branch) {
            return std::any_of(branch.actions.begin(), branch.actions.end(),
                               [&id](const model::Action &action) { return action.id == id; });
        });
    }

    /// The first request that the action brought about; none if there is none among the revealed records.
    model::RequestId requestOf(const std::string &action) const
    {
        const std::optional<model::StringId> text = m_timeline.strings().find(action);
        if (!text)
            return {};
        model::RecordId taken;
        const std::uint32_t end = std::min(m_moment.revealed, m_timeline.size());
        for (std::uint32_t i = 0; i < end; ++i) {
            const timeline::Record &record = m_timeline[i];
            if (const auto *act = std::get_if<model::ActionTaken>(&record.fact); act && act->action == *text)
                taken = model::RecordId(i);
            else if (taken.isSome() && record.cause == taken
                     && std::holds_alternative<model::RequestIssued>(record.fact))
                return record.request;
        }
        return {};
    }

    std::optional<QString> answeredBy(const std::string &action) const
    {
        if (!isAction(action))
            return std::nullopt;
        const model::RequestId request = requestOf(action);
        if (request.isNone())
            return unknown();
        for (const model::RecordId id : m_timeline.recordsOfRequest(request)) {
            if (id.value >= m_moment.revealed)
                break;
            const timeline::Record &record = m_timeline[id];
            if (std::holds_alternative<model::ServiceEnded>(record.fact)
                || std::holds_alternative<model::Rejected>(record.fact))
                return m_names.entity(record.entity);
        }
        return unknown();
    }

    std::optional<QString> outcome(const std::string &action) const
    {
        if (!isAction(action))
            return std::nullopt;
        const model::RequestId request = requestOf(action);
        const verdict::Verdict *verdict = request.isNone() ? nullptr : m_moment.verdicts->of(request);
        if (!verdict || verdict->finished.value >= m_moment.revealed)
            return unknown();
        return outcomeName(verdict->outcome);
    }

    std::optional<QString> count(const std::string &word) const
    {
        const auto found = std::find(verdict::outcomeNames.begin(), verdict::outcomeNames.end(), word);
        if (found == verdict::outcomeNames.end())
            return std::nullopt;
        const auto index = static_cast<std::size_t>(found - verdict::outcomeNames.begin());
        return QString::number(m_moment.outcomes->countWithin(m_moment.records).at(index));
    }

    std::optional<QString> duration(const std::string &step) const
    {
        if (!m_moment.scenario->lesson)
            return std::nullopt;
        model::SimTime from;
        for (const scenario::Step &each : m_moment.scenario->lesson->steps) {
            if (each.id == step)
                return durationText(each.until - from);
            from = each.until;
        }
        return std::nullopt;
    }

    const LessonMoment &m_moment;
    const timeline::Timeline &m_timeline;
    timeline::WorldState m_state;
    Names m_names;
};

} // namespace

QString fillPlaceholders(const QString &text, const LessonMoment &moment)
{
    if (!text.contains(QLatin1Char('{')) || !moment.timeline || !moment.keyframes || !moment.verdicts
        || !moment.scenario)
        return text;
    const Filler filler(moment);
    QString filled;
    qsizetype position = 0;
    while (position < text.size()) {
        const qsizetype open = text.indexOf(QLatin1Char('{'), position);
        const qsizetype close = open < 0 ? -1 : text.indexOf(QLatin1Char('}'), open);
        if (close < 0)
            break;
        const QString inside = text.mid(open + 1, close - open - 1);
        const qsizetype colon = inside.indexOf(QLatin1Char(':'));
        const std::optional<QString> value =
            colon < 0 ? filler.fill(inside, {}) : filler.fill(inside.left(colon), inside.mid(colon + 1).toStdString());
        filled += text.mid(position, open - position);
        if (value) {
            filled += *value;
            position = close + 1;
        } else { // only this brace is plain text: another placeholder may begin inside
            filled += QLatin1Char('{');
            position = open + 1;
        }
    }
    return filled + text.mid(position);
}

QString lessonText(const model::Text &text, const LessonMoment &moment)
{
    return fillPlaceholders(pick(text, moment.language), moment);
}

} // namespace sessionarium::ui::text
