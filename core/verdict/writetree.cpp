// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verdict/writetree.h"

namespace sessionarium::verdict {

WriteNode WriteTree::touch(model::WriteId id)
{
    if (id.isNone())
        return WriteNode();
    if (m_newestOfClient.size() <= id.client.value)
        m_newestOfClient.resize(std::size_t {id.client.value} + 1);

    // What is asked for is nearly always among the client's newest writes.
    WriteNode above;
    WriteNode here = m_newestOfClient[id.client.value];
    while (here.isSome() && m_writes[here.value].id.counter > id.counter) {
        above = here;
        here = m_writes[here.value].previousOfClient;
    }
    if (here.isSome() && m_writes[here.value].id.counter == id.counter)
        return here;

    Write write {};
    write.id = id;
    write.previousOfClient = here;
    write.depth = 1;
    m_writes.push_back(write);
    const WriteNode node(static_cast<std::uint32_t>(m_writes.size() - 1));
    if (above.isSome())
        m_writes[above.value].previousOfClient = node;
    else
        m_newestOfClient[id.client.value] = node;
    return node;
}

WriteNode WriteTree::meet(model::WriteId id, model::StringId session)
{
    const WriteNode node = touch(id);
    if (node.isSome() && m_writes[node.value].session.isNone())
        m_writes[node.value].session = session;
    return node;
}

WriteNode WriteTree::place(model::WriteId id, model::WriteId base, model::StringId session)
{
    const WriteNode baseNode = touch(base);
    if (baseNode.isSome()) {
        Write &baseWrite = m_writes[baseNode.value];
        baseWrite.isPlaced = 1;
        if (baseWrite.session.isNone())
            baseWrite.session = session;
    }
    const WriteNode node = touch(id);
    if (node.isNone())
        return node;
    Write &write = m_writes[node.value];
    if (write.session.isNone())
        write.session = session;
    if (!write.isPlaced) {
        write.isPlaced = 1;
        write.base = baseNode;
        write.depth = (depth(baseNode) + 1) & 0x0FFFFFFFu;
    }
    return node;
}

bool WriteTree::contains(WriteNode value, WriteNode write) const
{
    const std::uint32_t target = depth(write);
    while (depth(value) > target)
        value = m_writes[value.value].base;
    return value == write;
}

WriteNode WriteTree::firstAfterFork(WriteNode value, WriteNode other) const
{
    WriteNode first = value;
    while (depth(value) > depth(other)) {
        first = value;
        value = m_writes[value.value].base;
    }
    while (depth(other) > depth(value))
        other = m_writes[other.value].base;
    while (value != other) {
        first = value;
        value = m_writes[value.value].base;
        other = m_writes[other.value].base;
    }
    return first;
}

bool WriteTree::precedes(WriteNode one, WriteNode other) const
{
    const model::RecordId acknowledged = m_writes[one.value].acknowledged;
    const model::RecordId issued = m_writes[other.value].issued;
    return acknowledged.isSome() && issued.isSome() && acknowledged < issued;
}

} // namespace sessionarium::verdict
