// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/api_table.h"

#include "core/base/text.h"
#include <algorithm>
#include <array>
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

// The component of `name` that begins at `offset`; empty past the end.
std::string_view componentAt(std::string_view name, std::size_t offset)
{
    if (offset >= name.size())
        return {};
    const std::string_view rest = name.substr(offset);
    return rest.substr(0, rest.find('.'));
}

// By component, not by byte: "a.b" stands before "a-b", so that entries of one prefix are neighbours.
bool isBefore(std::string_view a, std::string_view b)
{
    for (std::size_t at = 0;;) {
        const std::string_view left = componentAt(a, at), right = componentAt(b, at);
        if (left != right)
            return left < right;
        if (left.empty())
            return false;
        at += left.size() + 1;
    }
}

} // namespace

std::optional<std::string_view> knownTrait(std::string_view name) { return constantOf(kTraits, name); }
std::optional<std::string_view> knownFfi(std::string_view name) { return constantOf(kFfi, name); }

ApiTable::ApiTable(std::vector<ApiEntry> entries)
    : m_entries(std::move(entries))
{
    std::sort(m_entries.begin(), m_entries.end(),
        [](const ApiEntry& a, const ApiEntry& b) { return isBefore(a.name, b.name); });
}

ApiTable::Slice ApiTable::narrowed(const Slice& slice, std::string_view component) const
{
    const auto begin = m_entries.begin();
    const auto at = [&](std::size_t index) { return begin + static_cast<std::ptrdiff_t>(index); };
    const auto low = std::lower_bound(at(slice.first), at(slice.last), component,
        [&](const ApiEntry& entry, std::string_view wanted) { return componentAt(entry.name, slice.offset) < wanted; });
    const auto high = std::upper_bound(low, at(slice.last), component,
        [&](std::string_view wanted, const ApiEntry& entry) { return wanted < componentAt(entry.name, slice.offset); });
    return { static_cast<std::size_t>(low - begin), static_cast<std::size_t>(high - begin), slice.offset + component.size() + 1 };
}

void ApiTable::descend(const Slice& slice, std::string_view rest, std::size_t depth, Hit& best) const
{
    std::string_view component = rest.substr(0, rest.find('.'));
    const std::string_view after = component.size() < rest.size() ? rest.substr(component.size() + 1) : std::string_view {};
    while (!component.empty()) {
        const Slice inside = narrowed(slice, component);
        if (inside.first < inside.last) {
            const ApiEntry& shortest = m_entries[inside.first];
            if (shortest.name.size() + 1 == inside.offset && depth + 1 > best.depth)
                best = { depth + 1, &shortest.fact };
            if (!after.empty())
                descend(inside, after, depth + 1, best);
        }
        if (!endsWith(component, "()"))
            return;
        component.remove_suffix(2);
    }
}

std::optional<ApiFact> ApiTable::find(std::string_view target) const
{
    Hit best;
    descend({ 0, m_entries.size(), 0 }, target, 0, best);
    return best.fact == nullptr ? std::nullopt : std::optional<ApiFact>(*best.fact);
}

} // namespace ferroscope::knowledge
