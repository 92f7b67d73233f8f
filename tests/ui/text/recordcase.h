// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact.h"
#include "core/timeline/timeline.h"
#include "ui/text/language.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace sessionarium::test {

/// A timeline in which Minji has asked to put an apple into her cart, and one more record follows.
class OneRecord
{
public:
    OneRecord(model::EntityId entity, const model::Fact &fact);

    [[nodiscard]] QString sentence(ui::text::Language language) const;

    static constexpr model::EntityId minji {0};
    static constexpr model::EntityId balancer {1};
    static constexpr model::EntityId server1 {2};
    static constexpr model::EntityId server2 {3};
    static constexpr model::EntityId store {4};
    static constexpr model::EntityId replica {5};
    static constexpr model::WriteId write {minji, 1};
    static constexpr model::StringId server2Name {3};
    static constexpr model::StringId user {4};
    static constexpr model::StringId cart {5};
    static constexpr model::StringId apple {6};
    static constexpr model::StringId session {7};
    static constexpr model::StringId newSession {8};
    static constexpr model::StringId sessionCookie {9};
    static constexpr model::StringId pinCookie {10};
    static constexpr model::StringId address {11};

private:
    void append(const timeline::Record &record);

    timeline::Timeline m_timeline;
};

struct Case
{
    QByteArray name;
    model::EntityId entity;
    model::Fact fact;
    const char *ko = nullptr; ///< Null: only the rules for all sentences are checked.
    const char *en = nullptr;
};

/// No further attempt (see model::ConnectFailed).
inline constexpr std::uint32_t never = 0xFFFFFFFFu;

/// Rows for every kind of fact, and for every word that its sentence depends on. In three parts: of requests, of
/// what happens between servers and stores, and of what somebody does.
[[nodiscard]] std::vector<Case> requestCases();
[[nodiscard]] std::vector<Case> systemCases();
[[nodiscard]] std::vector<Case> actionCases();
[[nodiscard]] std::vector<Case> allCases();

} // namespace sessionarium::test
