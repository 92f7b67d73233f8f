// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/report/jsonltext.h"

#include <QByteArray>

#include <string>
#include <vector>

/// A timeline file that is fine, changed by hand.
namespace sessionarium::tests {

using Lines = std::vector<std::string>;

[[nodiscard]] inline Lines split(const std::string &text)
{
    Lines lines;
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

[[nodiscard]] inline std::string join(const Lines &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text += line + '\n';
    return text;
}

/// The line of the first record of a kind (whose text has `with`), as an index.
[[nodiscard]] inline std::size_t indexOf(const Lines &lines, const std::string &kind, const std::string &with = {})
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].find("\"kind\":\"" + kind + '"') != std::string::npos && lines[i].find(with) != std::string::npos)
            return i;
    }
    return lines.size();
}

/// A change of the whole file by hand.
struct Edit
{
    Lines lines = split(everyKind());

    /// Within one line; the text must be there, so that no row checks an unchanged file.
    Edit &in(std::size_t line, const std::string &from, const std::string &to)
    {
        const std::size_t at = line < lines.size() ? lines[line].find(from) : std::string::npos;
        if (at == std::string::npos)
            qFatal("nothing to replace: %s", from.c_str());
        lines[line].replace(at, from.size(), to);
        return *this;
    }
    Edit &in(const std::string &kind, const std::string &from, const std::string &to)
    {
        return in(indexOf(lines, kind), from, to);
    }
    [[nodiscard]] QByteArray text() const { return QByteArray::fromStdString(join(lines)); }
};

/// Asks what is in front of the records of a file, in a record that is put where the last line was.
[[nodiscard]] inline QByteArray withRecord(const std::string &fields)
{
    Edit edit;
    const std::size_t last = edit.lines.size() - 1;
    edit.lines[last - 1] = "{\"id\":" + std::to_string(last - 2) + ",\"at_us\":20000000,\"cause\":null," + fields + '}';
    return edit.text();
}

} // namespace sessionarium::tests
