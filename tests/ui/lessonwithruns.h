// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace sessionarium::tests {

/// A lesson whose steps play several runs of one scenario:
///
///     step     until    run
///     form      3.0 s   the file's own: main, no sharing
///     look      4.5 s   the same
///     sticky    9.0 s   sticky; asks a question
///     crashed  11.0 s   branch `crashed` (server 2 down from 4.6 s), no sharing
///     after    14.0 s   the same
///     more     16.0 s   five servers
///
/// Minji reads at 1 s, logs in at 2 s (server 2), reads at 5, 6, 7, 10, 12 and 15 s.
inline constexpr std::string_view lessonWithRuns = R"json({
  "format": "sessionarium-scenario", "version": 1, "id": "with-runs",
  "title": {"ko": "여러 실행", "en": "Several runs"},
  "duration_us": 16000000,
  "clients": [{"id": "minji"}],
  "balancer": {},
  "servers": [{"id": "server-1"}, {"id": "server-2"}, {"id": "server-3"}],
  "branches": [
    {"id": "main", "actions": [
      {"id": "form", "do": "read", "client": "minji", "at_us": 1000000},
      {"id": "log-in", "do": "log_in", "client": "minji", "at_us": 2000000},
      {"id": "read-1", "do": "read", "client": "minji", "at_us": 5000000},
      {"id": "read-2", "do": "read", "client": "minji", "at_us": 6000000},
      {"id": "read-3", "do": "read", "client": "minji", "at_us": 7000000},
      {"id": "read-4", "do": "read", "client": "minji", "at_us": 10000000},
      {"id": "read-5", "do": "read", "client": "minji", "at_us": 12000000},
      {"id": "read-6", "do": "read", "client": "minji", "at_us": 15000000}]},
    {"id": "crashed", "parent": "main", "from_us": 4600000, "actions": [
      {"id": "crash", "do": "crash", "server": "server-2", "at_us": 4600000},
      {"id": "read-1b", "do": "read", "client": "minji", "at_us": 5100000},
      {"id": "read-4b", "do": "read", "client": "minji", "at_us": 10100000},
      {"id": "read-5b", "do": "read", "client": "minji", "at_us": 12100000},
      {"id": "read-5c", "do": "read", "client": "minji", "at_us": 12200000}]}
  ],
  "lesson": {
    "terms": ["sticky-session"],
    "steps": [
      {"id": "form", "title": {"ko": "처음", "en": "First"}, "text": {"ko": "처음입니다.", "en": "The first."},
       "until_us": 3000000},
      {"id": "look", "title": {"ko": "보기", "en": "Look"}, "text": {"ko": "봅니다.", "en": "A look."},
       "until_us": 4500000},
      {"id": "sticky", "title": {"ko": "고정", "en": "Pinned"}, "text": {"ko": "고정합니다.", "en": "Pinned."},
       "until_us": 9000000, "run": {"policy": "sticky"},
       "prediction": {
         "question": {"ko": "어떻게 될까요?", "en": "What happens?"},
         "valid_for": ["none", "sticky"],
         "options": [
           {"id": "out", "text": {"ko": "풀림", "en": "Out"},
            "when": {"measure": "count", "outcome": "logged_out", "within": "sticky", "is": ">", "value": 0}},
           {"id": "in", "text": {"ko": "유지", "en": "In"},
            "when": {"measure": "count", "outcome": "logged_out", "within": "sticky", "is": "==", "value": 0}}]}},
      {"id": "crashed", "title": {"ko": "다운", "en": "Down"},
       "text": {"ko": "{answered_by:read-4b}에서 답합니다.", "en": "{answered_by:read-4b} answers."},
       "until_us": 11000000, "run": {"branch": "crashed"}},
      {"id": "after", "title": {"ko": "다음", "en": "After"}, "text": {"ko": "다음입니다.", "en": "After that."},
       "until_us": 14000000},
      {"id": "more", "title": {"ko": "더", "en": "More"}, "text": {"ko": "서버 {servers}대입니다.", "en": "{servers} servers."},
       "until_us": 16000000, "run": {"servers": 5}}
    ],
    "try": [{"label": {"ko": "스티키", "en": "Sticky"}, "policy": "sticky"},
            {"label": {"ko": "느린 네트워크", "en": "A slow network"}, "set": {"/network/latency_us": 700}}]
  }
})json";

inline constexpr std::size_t stepForm = 0;
inline constexpr std::size_t stepLook = 1;
inline constexpr std::size_t stepSticky = 2;
inline constexpr std::size_t stepCrashed = 3;
inline constexpr std::size_t stepAfter = 4;
inline constexpr std::size_t stepMore = 5;

} // namespace sessionarium::tests
