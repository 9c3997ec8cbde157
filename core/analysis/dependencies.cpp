// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/dependencies.h"
#include "core/base/text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace ferroscope::analysis {

std::vector<PackageReadiness> dependencies(const Judged& judged)
{
    const graph::Codebase& base = judged.codebase;
    const knowledge::Knowledge& knowledge = knowledge::knowledge();
    struct Use {
        PackageReadiness shown;
        std::set<std::string> modules, declaredIn, locked;
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
        use.declaredIn.insert(printablePath(declared.declaredIn));
    }
    for (const graph::ExternalImport& import : base.externalImports) {
        const std::string root(firstComponent(import.target));
        if (root.empty() || knowledge.isStandardLibrary(root) || !judged.isJudged(import.module))
            continue;
        entry(root, knowledge.packageOfImport(import.target)).modules.insert(printablePath(base.modules[import.module].file.path));
    }
    // A lock also pins what packages need in turn: only what is declared or imported is of interest here.
    for (const manifests::LockedVersion& lock : base.sources.locked) {
        const knowledge::Package* package = knowledge.packageOfDistribution(lock.name);
        const auto at = found.find(knowledge::normalizedDistribution(package ? package->name : lock.name));
        if (at != found.end())
            at->second.locked.insert(printablePath(lock.version) + " (" + printablePath(lock.lockedIn) + ")");
    }
    std::vector<PackageReadiness> made;
    for (auto& [key, use] : found) {
        use.shown.declaredIn.assign(use.declaredIn.begin(), use.declaredIn.end());
        use.shown.locked.assign(use.locked.begin(), use.locked.end());
        use.shown.modules.assign(use.modules.begin(), use.modules.end());
        made.push_back(std::move(use.shown));
    }
    std::sort(made.begin(), made.end(), [](const PackageReadiness& a, const PackageReadiness& b) { return a.name < b.name; });
    return made;
}

std::optional<std::pair<int, int>> oldestPython(std::string_view requirement)
{
    std::optional<std::pair<int, int>> oldest;
    for (const std::string_view each : split(requirement, ',')) {
        std::string_view text = trimmed(each);
        const std::size_t digits = text.find_first_of("0123456789");
        if (digits == std::string_view::npos || digits == 0)
            continue;
        const std::string_view sign = trimmed(text.substr(0, digits));
        if (sign != ">=" && sign != "^" && sign != "~=" && sign != "~" && sign != "==" && sign != "===" && sign != ">")
            continue;
        int numbers[2] = { 0, 0 };
        std::size_t at = 0;
        for (const std::string_view part : split(text.substr(digits), '.')) {
            if (at == 2 || part.empty() || part.size() > 3 || part.find_first_not_of("0123456789") != std::string_view::npos)
                break;
            numbers[at++] = std::stoi(std::string(part));
        }
        oldest = std::pair(numbers[0], numbers[1]);
    }
    return oldest;
}

std::vector<ToolMatch> toolchain(const source::SourceSet& sources)
{
    std::vector<ToolMatch> made;
    for (const source::PythonVersion& version : sources.pythonVersions) {
        ToolMatch match { "Python " + printablePath(version.requirement), "PyO3", printablePath(version.declaredIn) };
        const auto oldest = oldestPython(version.requirement);
        if (oldest && *oldest >= std::pair(3, 7))
            match.rust = "PyO3 with abi3-py" + std::to_string(oldest->first) + std::to_string(oldest->second);
        else if (oldest && oldest->first == 2)
            match.rust = "PyO3 needs Python 3.7 or newer";
        made.push_back(std::move(match));
    }
    std::sort(made.begin(), made.end(), [](const ToolMatch& a, const ToolMatch& b) { return std::tie(a.where, a.python) < std::tie(b.where, b.python); });
    made.erase(std::unique(made.begin(), made.end(), [](const ToolMatch& a, const ToolMatch& b) { return a.where == b.where && a.python == b.python; }), made.end());
    return made;
}

} // namespace ferroscope::analysis
