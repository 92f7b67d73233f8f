// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/jsonl.h"

#include <charconv>
#include <concepts>
#include <cstring>
#include <memory>
#include <string_view>

namespace sessionarium::report {

/// Collects an export in one block of about 4 MB and hands it on when it is full: an export of any length needs the
/// same memory, and the sink is called a few hundred times a gigabyte. After the sink failed once, all further bytes
/// are thrown away.
class BlockWriter
{
public:
    explicit BlockWriter(const ByteSink &out) : m_out(out), m_block(std::make_unique_for_overwrite<char[]>(blockSize))
    {
    }

    void put(char c)
    {
        reserve(1);
        m_block[m_used++] = c;
    }

    void put(std::string_view bytes)
    {
        if (bytes.size() > blockSize / 2) {
            handOn();
            pass(bytes);
            return;
        }
        reserve(bytes.size());
        std::memcpy(m_block.get() + m_used, bytes.data(), bytes.size());
        m_used += bytes.size();
    }

    template <std::integral Number>
    void putNumber(Number number)
    {
        constexpr std::size_t longest = 20; // digits and sign of a 64-bit number
        reserve(longest);
        char *begin = m_block.get() + m_used;
        m_used += static_cast<std::size_t>(std::to_chars(begin, begin + longest, number).ptr - begin);
    }

    /// Hands on what is left. False: the sink failed, now or before.
    [[nodiscard]] bool finish()
    {
        handOn();
        return m_ok;
    }

    /// False once the sink failed: the writer of a long export stops then.
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    static constexpr std::size_t blockSize = std::size_t {4} << 20;

    void reserve(std::size_t bytes)
    {
        if (blockSize - m_used < bytes)
            handOn();
    }

    void handOn()
    {
        pass(std::string_view(m_block.get(), m_used));
        m_used = 0;
    }

    void pass(std::string_view bytes)
    {
        if (m_ok && !bytes.empty())
            m_ok = m_out(bytes);
    }

    const ByteSink &m_out;
    std::unique_ptr<char[]> m_block;
    std::size_t m_used = 0;
    bool m_ok = true;
};

} // namespace sessionarium::report
