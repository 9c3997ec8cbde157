// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/classes.h"

#include <algorithm>

namespace ferroscope::graph {

namespace {

constexpr std::size_t kLongestOrder = 64; // classes further up are left out

// Merge step of C3: repeatedly takes the first head that stands in no tail. False if there is none.
bool mergeC3(std::vector<std::vector<ClassId>> lists, std::vector<ClassId>& order)
{
    std::vector<std::size_t> at(lists.size(), 0);
    for (;;) {
        bool open = false, taken = false;
        for (std::size_t i = 0; i < lists.size() && !taken; ++i) {
            if (at[i] == lists[i].size())
                continue;
            open = true;
            const ClassId head = lists[i][at[i]];
            bool inTail = false;
            for (std::size_t j = 0; j < lists.size() && !inTail; ++j) {
                if (at[j] < lists[j].size())
                    inTail = std::find(lists[j].begin() + static_cast<std::ptrdiff_t>(at[j]) + 1, lists[j].end(), head)
                        != lists[j].end();
            }
            if (inTail)
                continue;
            taken = true;
            order.push_back(head);
            for (std::size_t j = 0; j < lists.size(); ++j)
                at[j] += at[j] < lists[j].size() && lists[j][at[j]] == head ? 1 : 0;
        }
        if (!open)
            return true;
        if (!taken || order.size() >= kLongestOrder)
            return taken;
    }
}

} // namespace

Classes::Classes(const std::vector<Module>& modules)
{
    for (ModuleId id = 0; id < modules.size(); ++id) {
        m_first.push_back(static_cast<ClassId>(m_modules.size()));
        m_modules.insert(m_modules.end(), modules[id].facts->classes.size(), id);
    }
    m_bases.resize(m_modules.size());
    for (ClassId id = 0; id < m_modules.size(); ++id)
        m_orders.push_back({ id }); // all there is until the bases are known
    m_subclasses.resize(m_modules.size());
}

void Classes::setBases(std::vector<ClassBases> bases)
{
    m_bases = std::move(bases);
    for (ClassId id = 0; id < size(); ++id) {
        for (const ClassId base : m_bases[id].internal)
            m_subclasses[base].push_back(id);
    }
    // Bases first: an explicit stack, since a chain of classes may be as long as a file allows.
    enum class State : std::uint8_t { New, Open, Done };
    std::vector<State> states(size(), State::New);
    std::vector<ClassId> pending;
    for (ClassId root = 0; root < size(); ++root) {
        pending.assign(1, root);
        while (!pending.empty()) {
            const ClassId id = pending.back();
            if (states[id] == State::New) {
                states[id] = State::Open;
                for (const ClassId base : m_bases[id].internal) {
                    if (states[base] == State::New)
                        pending.push_back(base);
                }
                continue;
            }
            pending.pop_back();
            if (states[id] == State::Done)
                continue;
            states[id] = State::Done;
            std::vector<std::vector<ClassId>> lists;
            std::vector<ClassId> direct;
            for (const ClassId base : m_bases[id].internal) {
                if (states[base] != State::Done) // a cycle: that base is left out
                    continue;
                lists.push_back(m_orders[base]);
                direct.push_back(base);
            }
            lists.push_back(direct);
            std::vector<ClassId> order { id };
            if (!mergeC3(lists, order)) {
                order.assign(1, id);
                for (const std::vector<ClassId>& list : lists) {
                    for (const ClassId each : list) {
                        if (order.size() < kLongestOrder && std::find(order.begin(), order.end(), each) == order.end())
                            order.push_back(each);
                    }
                }
            }
            m_orders[id] = std::move(order);
        }
    }
}

} // namespace ferroscope::graph
