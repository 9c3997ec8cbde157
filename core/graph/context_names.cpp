// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/context_names.h"

#include "core/base/text.h"
#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace ferroscope::graph {

namespace {

std::string nameOf(const Module& module)
{
    return module.file.module.empty() ? printablePath(module.file.path) : module.file.module;
}

// The package a module stands in: itself if it is an `__init__`.
std::string packageOf(const Module& module)
{
    const std::string& name = module.file.module;
    if (module.file.isPackage)
        return name;
    const auto dot = name.rfind('.');
    return dot == std::string::npos ? std::string {} : name.substr(0, dot);
}

// The deepest package that more than 1/`share` of the members stand in or below; "" if there is none.
std::string sharedPackage(const std::vector<Module>& modules, const std::vector<ModuleId>& members, std::size_t share)
{
    std::map<std::string, std::size_t> counts;
    for (const ModuleId id : members) {
        for (std::string package = packageOf(modules[id]); !package.empty();) {
            ++counts[package];
            const auto dot = package.rfind('.');
            package.resize(dot == std::string::npos ? 0 : dot);
        }
    }
    const auto rank = [](const std::pair<std::string, std::size_t>& each) {
        return std::pair(std::count(each.first.begin(), each.first.end(), '.'), each.second);
    };
    std::pair<std::string, std::size_t> best;
    for (const auto& each : counts) {
        if (share * each.second > members.size() && (best.first.empty() || rank(each) > rank(best)))
            best = each;
    }
    return best.first;
}

} // namespace

std::vector<std::string> contextNames(const std::vector<Module>& modules, const std::vector<Unnamed>& contexts)
{
    // Modules connected with others are named first, so that an unrelated module takes no name away.
    std::vector<std::size_t> order(contexts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto key = [&](std::size_t i) {
            const Unnamed& each = contexts[i];
            return std::tuple(-static_cast<std::ptrdiff_t>(each.componentSize),
                -static_cast<std::ptrdiff_t>(each.modules.size()), each.modules.front());
        };
        return key(a) < key(b);
    });
    std::vector<std::string> names(contexts.size());
    std::set<std::string> taken;
    for (const std::size_t i : order) {
        const Unnamed& context = contexts[i];
        const Module& dominant = modules[context.dominant];
        std::vector<std::string> wishes;
        if (context.modules.size() > 1)
            wishes = { sharedPackage(modules, context.modules, 2), sharedPackage(modules, context.modules, 3) };
        wishes.push_back(nameOf(dominant));
        wishes.push_back(printablePath(dominant.file.path));
        wishes.push_back(wishes.back() + ":"); // a module named like another one's path
        for (const std::string& wish : wishes) {
            if (!wish.empty() && taken.insert(wish).second) {
                names[i] = wish;
                break;
            }
        }
    }
    return names;
}

} // namespace ferroscope::graph
