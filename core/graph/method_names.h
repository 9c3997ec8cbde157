// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// MethodNames: methods that only one class and perhaps its subclasses define, the last resort for a receiver
// nothing is known of. Unique among the modules connected by imports, so an unrelated module changes no call.
#pragma once

#include "core/graph/classes.h"
#include <string_view>
#include <unordered_map>

namespace ferroscope::graph {

class MethodNames {
public:
    MethodNames(const Codebase& codebase, const Classes& classes);
    // The definitions of a method in the only family of classes (of modules that are no tests) connected with
    // `caller` that has it; empty if there is none or more than one.
    const std::vector<FunctionId>& unique(ModuleId caller, std::string_view name) const;

private:
    struct Key {
        std::uint32_t component;
        std::string_view name;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const
        {
            return std::hash<std::string_view> {}(key.name) * 31 + key.component;
        }
    };
    std::vector<std::uint32_t> m_component;
    std::unordered_map<Key, std::vector<FunctionId>, Hash> m_definitions;
};

} // namespace ferroscope::graph
