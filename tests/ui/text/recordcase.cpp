// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/text/recordcase.h"

#include "ui/text/recordtext.h"

namespace sessionarium::test {

OneRecord::OneRecord(model::EntityId entity, const model::Fact &fact)
{
    using model::EntityType;
    timeline::RunInfo info;
    info.strings = {"minji",
                    "balancer",
                    "server-1",
                    "server-2",
                    "user",
                    "cart",
                    "apple",
                    "7C1E6A0B9D3F42585A6C0E9B1D2F3A47",
                    "B25D6A0B9D3F42585A6C0E9B1D2F3A47",
                    "JSESSIONID",
                    "SERVERID",
                    "10.0.0.7",
                    "store",
                    "store-replica"};
    info.entities = {{"minji", EntityType::Client, {"민지", "Minji"}},
                     {"balancer", EntityType::Balancer, {}},
                     {"server-1", EntityType::Server, {}},
                     {"server-2", EntityType::Server, {}},
                     {"store", EntityType::Store, {}},
                     {"store-replica", EntityType::Store, {}}};
    m_timeline.begin(info);
    // Makes the write 1 of Minji known.
    append({model::SimTime {0},
            {},
            minji,
            model::RequestId(0),
            model::RequestIssued {model::Operation::Write, cart, apple, write, session}});
    append({model::SimTime {1}, {}, entity, model::RequestId(0), fact});
    m_timeline.end();
}

QString OneRecord::sentence(ui::text::Language language) const
{
    const ui::text::Translator translator(language);
    return ui::text::recordSentence(ui::text::Names(m_timeline, nullptr, language), model::RecordId(1));
}

void OneRecord::append(const timeline::Record &record)
{
    m_timeline.append(model::RecordId(m_timeline.size()), record);
}

std::vector<Case> allCases()
{
    std::vector<Case> all = requestCases();
    for (const std::vector<Case> &part : {systemCases(), actionCases()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace sessionarium::test
