// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/dependencies.h"
#include "core/base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace ferroscope::analysis {

std::vector<PackageReadiness> dependencies(const Judged& judged)
{
    const graph::Codebase& base = judged.codebase;
    const knowledge::Knowledge& knowledge = knowledge::knowledge();
    struct Use {
        PackageReadiness shown;
        std::set<std::string> modules;
    };
    std::map<std::string, Use> found; // by normalized name
    const auto entry = [&](const std::string& name, const knowledge::Package* package) -> Use& {
        Use& use = found[knowledge::normalizedDistribution(package ? package->name : name)];
        if (!use.shown.name.empty())
            return use;
        use.shown.name = printablePath(package ? package->name : name);
        use.shown.status = knowledge::statusName(package ? package->status : knowledge::PackageStatus::Unknown);
        if (package) {
            use.shown.crates = package->crates;
            use.shown.note = package->note;
        }
        return use;
    };
    for (const source::Dependency& declared : base.sources.dependencies) {
        Use& use = entry(declared.name, knowledge.packageOfDistribution(declared.name));
        if (use.shown.requirement.empty())
            use.shown.requirement = printablePath(declared.requirement);
    }
    for (const graph::ExternalImport& import : base.externalImports) {
        const std::string root(firstComponent(import.target));
        if (root.empty() || knowledge.isStandardLibrary(root) || !judged.isJudged(import.module))
            continue;
        entry(root, knowledge.packageOfImport(import.target)).modules.insert(printablePath(base.modules[import.module].file.path));
    }
    std::vector<PackageReadiness> made;
    for (auto& [key, use] : found) {
        use.shown.modules.assign(use.modules.begin(), use.modules.end());
        made.push_back(std::move(use.shown));
    }
    std::sort(made.begin(), made.end(), [](const PackageReadiness& a, const PackageReadiness& b) { return a.name < b.name; });
    return made;
}

} // namespace ferroscope::analysis
