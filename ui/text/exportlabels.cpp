// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/exportlabels.h"

#include "core/timeline/keyframes.h"
#include "ui/text/names.h"
#include "ui/text/recordtext.h"
#include "ui/text/timetext.h"
#include "ui/text/verdicttext.h"

#include <QCoreApplication>

#include <limits>
#include <memory>

namespace sessionarium::ui::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(text)
};

/// The status that the answer on its way carries: of the newest record before it that made one. 0: there is none.
std::uint32_t statusOf(const timeline::Timeline &timeline, model::RecordId sent)
{
    for (model::RecordId id = timeline.previousOfRequest(sent); id.isSome(); id = timeline.previousOfRequest(id)) {
        if (const auto *ended = std::get_if<model::ServiceEnded>(&timeline[id].fact))
            return ended->status;
        if (const auto *rejected = std::get_if<model::Rejected>(&timeline[id].fact))
            return rejected->status;
    }
    return 0;
}

class Labels
{
public:
    Labels(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts, Language language)
        : m_timeline(timeline), m_verdicts(verdicts), m_names(timeline, nullptr, language)
    {
    }

    QString operator()(report::EntityLabel label) const { return m_names.entity(label.entity); }

    QString operator()(report::MessageLabel label) const
    {
        const timeline::Record &record = m_timeline[label.record];
        const auto *sent = std::get_if<model::Sent>(&record.fact);
        if (!sent)
            return connectionText(record);
        switch (sent->message) {
        case model::MessageKind::Request:
            if (const auto *issued = issuedFor(record))
                return operationName(issued->operation);
            break;
        case model::MessageKind::Response:
            if (const std::uint32_t status = record.request.isSome() ? statusOf(m_timeline, label.record) : 0)
                return QString::number(status);
            break;
        default:
            break;
        }
        return messageName(sent->message);
    }

    QString operator()(report::RecordLabel label) { return recordSentence(namesWithSessions(), label.record); }

    QString operator()(report::VerdictLabel label)
    {
        const verdict::Verdict *verdict = m_verdicts.of(label.request);
        return verdict ? verdictSentence(namesWithSessions(), *verdict) : QString();
    }

    QString operator()(report::OutcomeLabel label) const
    {
        const QString outcome = outcomeName(label.outcome);
        return label.slow ? Tr::tr("%1, but slow").arg(outcome) : outcome;
    }

    QString operator()(report::MomentLabel label) const { return clockText(label.at); }
    QString operator()(report::PauseLabel label) const { return idleText(label.span); }

    QString operator()(report::CutLabel label) const
    {
        //: In an exported picture; %1 is a time such as 00:12.400
        return Tr::tr("Cut here: what comes after %1 is left out.").arg(clockText(label.at));
    }

    QString operator()(report::FoldedLabel label) const
    {
        //: In an exported picture
        return Tr::tr("%n more lane(s) not shown", nullptr, static_cast<int>(label.lanes));
    }

    QString operator()(report::Caption caption) const
    {
        switch (caption) {
        case report::Caption::Title:
            return QString::fromStdString(m_timeline.info().scenario) + QStringLiteral(" · ")
                + presetName(m_timeline.info().policy);
        case report::Caption::Subtitle:
            return countsLine(outcomes());
        case report::Caption::Request:
            return messageName(model::MessageKind::Request);
        case report::Caption::Response:
            return messageName(model::MessageKind::Response);
        case report::Caption::Message:
            //: Legend of an exported picture: any message that is no request and no response
            return Tr::tr("other message");
        case report::Caption::FailedMessage:
            //: Legend of an exported picture: a message that was lost, or a connection that failed
            return Tr::tr("lost or failed");
        case report::Caption::Down:
            return processName(timeline::Process::Down);
        case report::Caption::Pause:
            //: Legend of an exported picture: an idle span of time that is drawn shorter
            return Tr::tr("shortened pause");
        }
        return {};
    }

private:
    [[nodiscard]] report::Outcomes outcomes() const
    {
        report::Outcomes counts {};
        for (const verdict::Verdict &verdict : m_verdicts.all())
            ++counts.at(static_cast<std::size_t>(verdict.outcome));
        return counts;
    }

    [[nodiscard]] static QString connectionText(const timeline::Record &record)
    {
        const auto *failed = std::get_if<model::ConnectFailed>(&record.fact);
        if (failed && failed->reason == model::ConnectError::Refused) {
            //: On an arrow of a diagram
            return Tr::tr("connection refused");
        }
        //: On an arrow of a diagram
        return Tr::tr("no answer");
    }

    [[nodiscard]] const model::RequestIssued *issuedFor(const timeline::Record &record) const
    {
        if (record.request.isNone())
            return nullptr;
        for (model::RecordId id = m_timeline.lastOfRequest(record.request); id.isSome();
             id = m_timeline.previousOfRequest(id)) {
            if (const auto *issued = std::get_if<model::RequestIssued>(&m_timeline[id].fact))
                return issued;
        }
        return nullptr;
    }

    /// Sessions are known at the end of the run; finding out takes a pass, so only for exports with sentences.
    const Names &namesWithSessions()
    {
        if (!m_end) {
            timeline::Keyframes keyframes(m_timeline);
            keyframes.extend();
            m_end = keyframes.stateAfter(m_timeline.size());
            m_sentenceNames = Names(m_timeline, &*m_end, m_names.language());
        }
        return *m_sentenceNames;
    }

    const timeline::Timeline &m_timeline;
    const verdict::Verdicts &m_verdicts;
    Names m_names;
    std::optional<timeline::WorldState> m_end;
    std::optional<Names> m_sentenceNames;
};

} // namespace

report::LabelFunction exportLabels(const timeline::Timeline &timeline, const verdict::Verdicts &verdicts,
                                   Language language)
{
    // Shared: the names point into the state beside them, and functions are copied.
    return [labels = std::make_shared<Labels>(timeline, verdicts, language)](const report::Label &label) {
        return std::visit([&labels](const auto &what) { return (*labels)(what); }, label).toStdString();
    };
}

} // namespace sessionarium::ui::text
