// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/mermaid.h"

#include "core/report/arrivals.h"
#include "core/report/lanelayout.h"
#include "core/report/plaintext.h"

#include <algorithm>

namespace sessionarium::report {

namespace {

using model::EntityId;
using model::RecordId;
using timeline::Record;
using timeline::Timeline;

constexpr model::Duration shortestPause = model::milliseconds(100); // what the lanes call a pause
constexpr std::size_t longestLabel = 120; // characters
constexpr std::size_t longestId = 24;
constexpr std::size_t reserved = 2'500; // units: for the head, the last note and their labels

/// What Mermaid would take for syntax, or for its own spelling of characters, goes as a number. Others too that some
/// step of it (directives, formulas, Markdown, HTML) may look at.
std::string escaped(std::string_view label)
{
    constexpr std::string_view special = "#;\"<>&%{}\\`$*_~|";
    std::string text;
    for (const char c : label) {
        if (special.find(c) == std::string_view::npos) {
            text += c;
        } else {
            text += '#';
            text += std::to_string(static_cast<int>(c));
            text += ';';
        }
    }
    // A text that begins with these words would lose them.
    for (const std::string_view word : {"wrap:", "nowrap:"}) {
        if (text.starts_with(word))
            text.replace(word.size() - 1, 1, "#58;");
    }
    return text;
}

/// Which records get a note that tells what happened; what is not named here gets none.
bool isNoted(const Record &record)
{
    if (std::holds_alternative<model::EntityAdded>(record.fact))
        return record.at > model::SimTime {};
    return std::holds_alternative<model::ActionTaken>(record.fact)
        || std::holds_alternative<model::Crashed>(record.fact) || std::holds_alternative<model::Restarted>(record.fact)
        || std::holds_alternative<model::SessionMissing>(record.fact)
        || std::holds_alternative<model::RunCut>(record.fact);
}

/// The diagram's lines, kept until it is known who takes part: they are bounded.
class Diagram
{
public:
    Diagram(const Timeline &timeline, const verdict::Verdicts &verdicts, const LabelFunction &labels)
        : m_timeline(timeline),
          m_verdicts(verdicts),
          m_labels(labels),
          m_arrivals(timeline),
          m_takesPart(timeline.entities().size(), false)
    {
        for (std::uint32_t i = 0; i < timeline.size() && !m_full; ++i)
            add(RecordId(i), timeline[i]);
    }

    [[nodiscard]] std::string text() const
    {
        const timeline::RunInfo &info = m_timeline.info();
        std::string text = "sequenceDiagram\n    %% " + escaped(plain(info.scenario, longestLabel)) + ", policy "
            + escaped(plain(info.policy, longestLabel)) + ", seed " + std::to_string(info.seed) + "\n";
        std::string first;
        std::string last;
        for (const EntityId entity : entitiesInLaneOrder(m_timeline)) {
            if (!m_takesPart[entity.value])
                continue;
            text += participant(entity);
            if (first.empty())
                first = idOf(entity);
            last = idOf(entity);
        }
        const std::string all = first == last ? first : first + ',' + last;
        for (const Line &line : m_lines) {
            text += "    ";
            if (line.spansAll)
                text += "Note over " + all;
            text += line.text + '\n';
        }
        return text;
    }

private:
    struct Line
    {
        std::string text;
        bool spansAll = false; ///< A note over everybody: only the text.
    };

    [[nodiscard]] std::string label(const Label &what) const { return escaped(plain(m_labels(what), longestLabel)); }

    /// Safe whatever the entity is called: no keyword ends in an underscore and a number.
    [[nodiscard]] std::string idOf(EntityId entity) const
    {
        std::string id;
        for (const char c : m_timeline.entity(entity).id.substr(0, longestId)) {
            const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            id += isPlain ? c : '_';
        }
        return id + '_' + std::to_string(entity.value);
    }

    [[nodiscard]] std::string participant(EntityId entity) const
    {
        const std::string id = idOf(entity);
        std::string name = label(EntityLabel {entity});
        const bool isPerson = m_timeline.entity(entity).type == model::EntityType::Client;
        return (isPerson ? "    actor " : "    participant ") + id + " as " + (name.empty() ? id : name) + '\n';
    }

    void add(RecordId id, const Record &record)
    {
        if (m_arrivals.take(record)) {
            const auto &sent = std::get<model::Sent>(m_timeline[record.cause].fact);
            const bool dropped = std::holds_alternative<model::Dropped>(record.fact);
            putMessage(record.cause, record.at, m_timeline[record.cause].entity, sent.to,
                       sent.message == model::MessageKind::Response, dropped);
        }
        if (const auto *sent = std::get_if<model::Sent>(&record.fact)) {
            if (!m_arrivals.isUnderWay(id))
                putMessage(id, record.at, record.entity, sent->to, sent->message == model::MessageKind::Response,
                           sent->lost);
        } else if (const auto *failed = std::get_if<model::ConnectFailed>(&record.fact)) {
            putMessage(id, record.at, record.entity, failed->server, false, true);
        } else if (isNoted(record)) {
            putNote(record, label(RecordLabel {id}));
        }
        if (record.request.isNone())
            return;
        const verdict::Verdict *verdict = m_verdicts.of(record.request);
        if (verdict && verdict->finished == id && verdict->outcome != verdict::Outcome::Fine)
            putNote(record, label(VerdictLabel {record.request}));
    }

    void putMessage(RecordId message, model::SimTime at, EntityId from, EntityId to, bool dashed, bool failed)
    {
        if (m_messages == maxMermaidMessages)
            return cutAt(at);
        const std::string_view arrow = failed ? (dashed ? "--x" : "-x") : (dashed ? "-->>" : "->>");
        if (put(at, {from, to}, idOf(from).append(arrow).append(idOf(to)) + ": " + label(MessageLabel {message})))
            ++m_messages;
    }

    void putNote(const Record &record, const std::string &text)
    {
        put(record.at, {record.entity}, "Note over " + idOf(record.entity) + ": " + text);
    }

    /// False: it does not fit any more.
    bool put(model::SimTime at, std::initializer_list<EntityId> who, const std::string &text)
    {
        if (m_full)
            return false;
        std::size_t units = unitsOf(text);
        for (const EntityId entity : who) {
            if (!m_takesPart[entity.value])
                units += unitsOf(participant(entity));
        }
        std::string pause;
        if (!m_lines.empty() && at - m_last >= shortestPause) {
            pause = ": " + label(PauseLabel {at - m_last});
            units += unitsOf(pause) + longestNoteHead;
        }
        if (m_units + units > maxMermaidUnits - reserved) {
            cutAt(at);
            return false;
        }
        m_units += units;
        for (const EntityId entity : who)
            m_takesPart[entity.value] = true;
        if (!pause.empty())
            m_lines.push_back(Line {pause, true});
        m_lines.push_back(Line {text, false});
        m_last = at;
        return true;
    }

    void cutAt(model::SimTime at)
    {
        if (!m_full)
            m_lines.push_back(Line {": " + label(CutLabel {at}), true});
        m_full = true;
    }

    [[nodiscard]] static std::size_t unitsOf(std::string_view text)
    {
        constexpr std::size_t indentAndLineEnd = 5;
        return utf16Units(text) + indentAndLineEnd;
    }
    static constexpr std::size_t longestNoteHead = 10 + 2 * (longestId + 11) + 1; // "Note over a,b"

    const Timeline &m_timeline;
    const verdict::Verdicts &m_verdicts;
    const LabelFunction &m_labels;
    Arrivals m_arrivals;
    std::vector<bool> m_takesPart; // by entity
    std::vector<Line> m_lines;
    std::size_t m_units = 0;
    std::size_t m_messages = 0;
    model::SimTime m_last; // of the newest line
    bool m_full = false;
};

} // namespace

bool writeMermaid(const Timeline &timeline, const verdict::Verdicts &verdicts, const LabelFunction &labels,
                  const ByteSink &out)
{
    std::string text = Diagram(timeline, verdicts, labels).text();
    return out(text);
}

} // namespace sessionarium::report
