// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// MethodNames: methods that only one class defines, the last resort for a receiver nothing is known of.
// Unique among the modules connected by imports, so an unrelated module changes no call.
#pragma once

#include "core/graph/codebase.h"
#include <string_view>
#include <unordered_map>

namespace ferroscope::graph {

class MethodNames {
public:
    explicit MethodNames(const Codebase& codebase);
    // kNone unless exactly one class (of a module that is no test) among those connected with `caller` defines it.
    FunctionId unique(ModuleId caller, std::string_view name) const;

private:
    struct Key {
        std::uint32_t component;
        std::string_view name;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const { return std::hash<std::string_view> {}(key.name) * 31 + key.component; }
    };
    struct Owner {
        ModuleId module;
        facts::ClassIndex klass;
        FunctionId function; // kNone once a second class has it
    };
    std::vector<std::uint32_t> m_component;
    std::unordered_map<Key, Owner, Hash> m_owners;
};

} // namespace ferroscope::graph
