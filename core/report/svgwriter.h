// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/blockwriter.h"

#include <cstdint>
#include <string_view>

namespace sessionarium::report {

/// Lengths of a picture in hundredths of a pixel: integers round alike everywhere.
using Hundredths = std::int64_t;

[[nodiscard]] constexpr Hundredths pixels(std::int64_t count)
{
    return count * 100;
}

/// SVG elements, piece by piece. Paths are written with absolute coordinates.
class SvgWriter
{
public:
    explicit SvgWriter(const ByteSink &out) : m_out(out) { }

    SvgWriter &put(std::string_view markup)
    {
        m_out.put(markup);
        return *this;
    }

    SvgWriter &put(Hundredths length)
    {
        if (length < 0)
            m_out.put('-');
        const Hundredths size = length < 0 ? -length : length;
        m_out.putNumber(size / 100);
        if (const Hundredths rest = size % 100; rest > 0) {
            m_out.put('.');
            m_out.put(static_cast<char>('0' + rest / 10));
            if (rest % 10 > 0)
                m_out.put(static_cast<char>('0' + rest % 10));
        }
        return *this;
    }

    SvgWriter &point(char command, Hundredths x, Hundredths y)
    {
        m_out.put(command);
        put(x);
        m_out.put(' ');
        return put(y);
    }

    /// ` name="length"`
    SvgWriter &attribute(std::string_view name, Hundredths length)
    {
        m_out.put(' ');
        m_out.put(name);
        m_out.put("=\"");
        put(length);
        m_out.put('"');
        return *this;
    }

    SvgWriter &attribute(std::string_view name, std::string_view value)
    {
        m_out.put(' ');
        m_out.put(name);
        m_out.put("=\"");
        escaped(value);
        m_out.put('"');
        return *this;
    }

    /// Requires: what XML allows, as plain() gives it.
    SvgWriter &escaped(std::string_view text)
    {
        for (const char c : text) {
            if (c == '&')
                m_out.put("&amp;");
            else if (c == '<')
                m_out.put("&lt;");
            else if (c == '>')
                m_out.put("&gt;");
            else if (c == '"')
                m_out.put("&quot;");
            else
                m_out.put(c);
        }
        return *this;
    }

    /// A line of text; `style`: further attributes.
    SvgWriter &text(Hundredths x, Hundredths baseline, std::int64_t size, std::string_view style,
                    std::string_view words)
    {
        put("<text");
        attribute("x", x).attribute("y", baseline).attribute("font-size", pixels(size));
        put(" ").put(style).put(">").escaped(words);
        return put("</text>\n");
    }

    /// What a reader shows where the pointer rests; stands first in its element.
    SvgWriter &tooltip(std::string_view words)
    {
        if (words.empty())
            return *this;
        return put("<title>").escaped(words).put("</title>");
    }

    [[nodiscard]] bool ok() const { return m_out.ok(); }
    [[nodiscard]] bool finish() { return m_out.finish(); }

private:
    BlockWriter m_out;
};

} // namespace sessionarium::report
