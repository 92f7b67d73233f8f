// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/model/text.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace sessionarium::ui::text {

/// One word of the field, with one sentence on it.
struct Term
{
    std::string id; ///< As lessons name it: `session-mismatch`.
    model::Text word;
    model::Text explanation;
};

/// The terms of the course, from the resource glossary.json.
class Glossary
{
public:
    Glossary() = default;
    /// Reads the file's contents; refuses it as a whole if anything is missing.
    [[nodiscard]] static model::Result<Glossary> fromJson(const QByteArray &json);
    /// The built-in one. Requires: the resources of `sessionarium_lessons`.
    [[nodiscard]] static model::Result<Glossary> builtIn();

    [[nodiscard]] const std::vector<Term> &terms() const { return m_terms; }
    /// Null if there is no such term.
    [[nodiscard]] const Term *find(const std::string &id) const;

private:
    std::vector<Term> m_terms;
};

} // namespace sessionarium::ui::text
