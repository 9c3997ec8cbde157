// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ecosystem: do the packages it imports have Rust counterparts, or are they native already? The worst package
// counts most: one without a counterpart keeps a module back.
#include "core/base/text.h"
#include "core/scoring/criterion.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace ferroscope::scoring {

namespace {

double readinessOf(knowledge::PackageStatus status)
{
    using knowledge::PackageStatus;
    switch (status) {
    case PackageStatus::RustEquivalent:
    case PackageStatus::RustInside:
        return 100;
    case PackageStatus::Portable:
        return 75;
    case PackageStatus::NativeInside:
        return 70;
    case PackageStatus::KeepPython:
        return 15;
    case PackageStatus::None:
        return 10;
    case PackageStatus::Unknown:
        break;
    }
    return 40;
}

} // namespace

Answer ecosystem(const Evidence& evidence)
{
    std::map<std::string, double> packages;
    bool anyUnknown = false;
    const auto& imports = evidence.codebase.externalImports;
    const auto before = [](const graph::ExternalImport& import, graph::ModuleId id) { return import.module < id; };
    for (auto at = std::lower_bound(imports.begin(), imports.end(), evidence.module, before);
         at != imports.end() && at->module == evidence.module; ++at) {
        const std::string root(firstComponent(at->target));
        if ((at->flags & facts::kTypeChecking) != 0 || evidence.knowledge.isStandardLibrary(root))
            continue;
        const knowledge::Package* package = evidence.knowledge.packageOfImport(at->target);
        anyUnknown = anyUnknown || !package;
        packages[package ? package->name : root] = readinessOf(package ? package->status : knowledge::PackageStatus::Unknown);
    }
    if (packages.empty())
        return answer(100, 95, 100, "Uses the standard library only.");
    double sum = 0;
    const auto* worst = &*packages.begin();
    for (const auto& entry : packages) {
        sum += entry.second;
        if (entry.second < worst->second)
            worst = &entry;
    }
    const double likely = 0.5 * sum / static_cast<double>(packages.size()) + 0.5 * worst->second;
    return answer(likely, likely - (anyUnknown ? 25 : 5), likely + (anyUnknown ? 30 : 5),
        fmt::format("{}; hardest to replace: {}.", counted(packages.size(), "package"), worst->first));
}

} // namespace ferroscope::scoring
