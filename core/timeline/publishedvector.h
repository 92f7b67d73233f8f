// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <memory>
#include <utility>

namespace sessionarium::timeline {

/// An append-only vector for one writer and many readers: elements never move, and a reader sees an element only
/// after it was written whole (release and acquire on the size). Blocks double in size, from 2^firstBlockLog2.
template <class T, unsigned firstBlockLog2 = 6>
class PublishedVector
{
public:
    PublishedVector() = default;
    PublishedVector(const PublishedVector &) = delete;
    PublishedVector &operator=(const PublishedVector &) = delete;
    PublishedVector(PublishedVector &&other) noexcept
        : m_next(std::exchange(other.m_next, nullptr)),
          m_end(std::exchange(other.m_end, nullptr)),
          m_size(other.m_size.exchange(0, std::memory_order_relaxed)),
          m_blocks(std::move(other.m_blocks))
    {
    }
    PublishedVector &operator=(PublishedVector &&) = delete;

    [[nodiscard]] std::size_t size() const { return m_size.load(std::memory_order_acquire); }

    /// Requires: index < a size that this thread has seen.
    [[nodiscard]] const T &operator[](std::size_t index) const
    {
        const Place place = placeOf(index);
        return m_blocks[place.block][place.offset];
    }

    /// Writer only.
    [[nodiscard]] T &writable(std::size_t index)
    {
        const Place place = placeOf(index);
        return m_blocks[place.block][place.offset];
    }

    /// Writer only.
    void push(T value)
    {
        const std::size_t index = m_size.load(std::memory_order_relaxed);
        if (m_next == m_end)
            openBlock(index);
        *m_next++ = std::move(value);
        m_size.store(index + 1, std::memory_order_release);
    }

private:
    struct Place
    {
        std::size_t block;
        std::size_t offset;
    };
    /// Block b holds 2^(first+b) elements and starts at index 2^(first+b) - 2^first.
    static Place placeOf(std::size_t index)
    {
        const std::size_t shifted = index + (std::size_t {1} << firstBlockLog2);
        const std::size_t log2 = static_cast<std::size_t>(std::bit_width(shifted)) - 1;
        return Place {log2 - firstBlockLog2, shifted - (std::size_t {1} << log2)};
    }

    void openBlock(std::size_t index)
    {
        const std::size_t block = placeOf(index).block;
        const std::size_t length = std::size_t {1} << (firstBlockLog2 + block);
        m_blocks[block] = std::make_unique_for_overwrite<T[]>(length);
        m_next = m_blocks[block].get();
        m_end = m_next + length;
    }

    T *m_next = nullptr; // where the writer goes on
    T *m_end = nullptr;
    std::atomic<std::size_t> m_size {0};
    std::array<std::unique_ptr<T[]>, 34 - firstBlockLog2> m_blocks;
};

} // namespace sessionarium::timeline
