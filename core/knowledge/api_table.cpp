// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/api_table.h"

#include "core/base/text.h"
#include "core/base/text_hash.h"
#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace ferroscope::knowledge {

namespace {

constexpr auto kTraits = std::to_array<std::string_view>({ "", "admin", "cli", "event-loop", "gui", "http", "ml",
    "notebook", "orm", "plot", "query", "table-rows", "task", "test", "vector", "web" });
constexpr auto kFfi = std::to_array<std::string_view>(
    { "", "cffi", "ctypes", "cython", "jit", "multiprocessing", "pickle", "subprocess" });

template <class List> std::optional<std::string_view> constantOf(const List& list, std::string_view name)
{
    const auto at = std::find(list.begin(), list.end(), name);
    return at == list.end() ? std::nullopt : std::optional<std::string_view>(*at);
}

std::string_view firstOf(std::string_view dotted)
{
    return dotted.substr(0, dotted.find('.'));
}

std::string_view restOf(std::string_view dotted, std::string_view first)
{
    return first.size() < dotted.size() ? dotted.substr(first.size() + 1) : std::string_view {};
}

} // namespace

std::optional<std::string_view> knownTrait(std::string_view name)
{
    return constantOf(kTraits, name);
}
std::optional<std::string_view> knownFfi(std::string_view name)
{
    return constantOf(kFfi, name);
}

ApiTable::ApiTable(std::vector<ApiEntry> entries)
    : m_entries(std::move(entries))
{
    std::size_t most = 1; // nodes
    for (const ApiEntry& entry : m_entries)
        most += 1 + static_cast<std::size_t>(std::count(entry.name.begin(), entry.name.end(), '.'));
    m_slots.resize(std::bit_ceil(2 * most));
    m_nodes.emplace_back();
    for (const ApiEntry& entry : m_entries) {
        std::uint32_t node = 0;
        for (std::string_view rest = entry.name; !rest.empty();) {
            const std::string_view component = firstOf(rest);
            node = addChild(node, component);
            rest = restOf(rest, component);
        }
        m_nodes[node].fact = &entry.fact;
    }
}

std::size_t ApiTable::hash(std::uint32_t parent, std::string_view component)
{
    const std::uint64_t value = (textHash(component) ^ parent) * 0x9E3779B97F4A7C15ULL;
    return static_cast<std::size_t>(value ^ (value >> 32U));
}

std::uint32_t ApiTable::child(std::uint32_t parent, std::string_view component) const
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash(parent, component) & mask; m_slots[at] != 0; at = (at + 1) & mask) {
        const Node& node = m_nodes[m_slots[at]];
        if (node.parent == parent && node.component == component)
            return m_slots[at];
    }
    return 0;
}

std::uint32_t ApiTable::addChild(std::uint32_t parent, std::string_view component)
{
    if (const std::uint32_t known = child(parent, component); known != 0)
        return known;
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash(parent, component) & mask;
    while (m_slots[at] != 0)
        at = (at + 1) & mask;
    m_slots[at] = static_cast<std::uint32_t>(m_nodes.size());
    m_nodes.push_back({ parent, component, nullptr });
    return m_slots[at];
}

void ApiTable::descend(std::uint32_t node, std::string_view rest, std::size_t depth, Hit& best) const
{
    std::string_view component = firstOf(rest);
    const std::string_view after = restOf(rest, component);
    while (!component.empty()) {
        if (const std::uint32_t next = child(node, component); next != 0) {
            if (m_nodes[next].fact != nullptr && depth + 1 > best.depth)
                best = { depth + 1, m_nodes[next].fact };
            if (!after.empty())
                descend(next, after, depth + 1, best);
        }
        if (!endsWith(component, "()"))
            return;
        component.remove_suffix(2);
    }
}

std::optional<ApiFact> ApiTable::find(std::string_view target) const
{
    Hit best;
    if (!m_slots.empty())
        descend(0, target, 0, best);
    return best.fact == nullptr ? std::nullopt : std::optional<ApiFact>(*best.fact);
}

} // namespace ferroscope::knowledge
