// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/risk_kinds.h"

#include <algorithm>
#include <array>

namespace ferroscope {

namespace {

struct RiskKind {
    std::string_view kind, owner;
};
constexpr std::array<RiskKind, 16> kKinds { {
    { "loss", "Tech lead" },
    { "estimate-only", "Performance engineer" },
    { "untested", "Test lead" },
    { "moving-target", "Module owner" },
    { "dynamic", "Rust developer" },
    { "shared-state", "Architect" },
    { "cycle", "Architect" },
    { "callbacks", "Rust developer" },
    { "threads", "Rust developer" },
    { "untyped", "Module owner" },
    { "unbounded-int", "Rust developer" },
    { "objects", "Architect" },
    { "criticality", "Product owner" },
    { "packaging", "Release engineer" },
    { "ramp-up", "Engineering manager" },
    { "bus-factor", "Engineering manager" },
} };

} // namespace

const std::vector<std::string_view>& riskKinds()
{
    static const std::vector<std::string_view> kinds = [] {
        std::vector<std::string_view> all;
        for (const RiskKind& each : kKinds)
            all.push_back(each.kind);
        return all;
    }();
    return kinds;
}

std::string_view defaultRiskOwner(std::string_view kind)
{
    const auto* found = std::find_if(kKinds.begin(), kKinds.end(), [&](const RiskKind& each) { return each.kind == kind; });
    return found == kKinds.end() ? std::string_view("Tech lead") : found->owner;
}

} // namespace ferroscope
