// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/glossary.h"

#include "resources/lessons.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sessionarium::ui::text {
namespace {

model::Problem problem(model::ProblemCode code, const std::string &place, const std::string &found = {})
{
    model::Problem made;
    made.code = code;
    made.place = place;
    made.found = found;
    return made;
}

model::Text textOf(const QJsonValue &value)
{
    return {value[QLatin1String("ko")].toString().toStdString(), value[QLatin1String("en")].toString().toStdString()};
}

} // namespace

model::Result<Glossary> Glossary::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return problem(model::ProblemCode::Syntax, {}, error.errorString().toStdString());
    const QJsonValue list = document.object().value(QLatin1String("terms"));
    if (!list.isArray())
        return problem(model::ProblemCode::MissingField, "/terms", "terms");
    Glossary glossary;
    for (const QJsonValue &entry : list.toArray()) {
        const std::string place = "/terms/" + std::to_string(glossary.m_terms.size());
        Term term {entry[QLatin1String("id")].toString().toStdString(), textOf(entry[QLatin1String("name")]),
                   textOf(entry[QLatin1String("text")])};
        if (term.id.empty())
            return problem(model::ProblemCode::MissingField, place, "id");
        if (glossary.find(term.id))
            return problem(model::ProblemCode::DuplicateId, place, term.id);
        if (term.word.ko.empty() || term.word.en.empty())
            return problem(model::ProblemCode::MissingField, place, "name");
        if (term.explanation.ko.empty() || term.explanation.en.empty())
            return problem(model::ProblemCode::MissingField, place, "text");
        glossary.m_terms.push_back(std::move(term));
    }
    return glossary;
}

model::Result<Glossary> Glossary::builtIn()
{
    const std::string_view json = resources::glossary();
    return fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size())));
}

const Term *Glossary::find(const std::string &id) const
{
    const auto found = std::find_if(m_terms.begin(), m_terms.end(), [&id](const Term &term) { return term.id == id; });
    return found == m_terms.end() ? nullptr : &*found;
}

} // namespace sessionarium::ui::text
