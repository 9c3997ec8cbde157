// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/covered_functions.h"
#include "core/evidence/path_match.h"

#include <algorithm>

namespace ferroscope::evidence {

namespace {

void addLines(Covered& covered, const graph::Module& module, const std::vector<std::uint32_t>& lines, bool run, const std::vector<std::uint32_t>& functionOfLine)
{
    for (const std::uint32_t line : lines) {
        if (line >= functionOfLine.size())
            continue;
        std::optional<CoveredLines>& at = covered.functions[module.firstFunction + functionOfLine[line]];
        if (!at)
            at.emplace();
        ++at->total;
        at->run += run ? 1 : 0;
    }
}

// The line of `def` and its decorators runs when the module is imported: no line of the function.
std::vector<std::uint32_t> functionsByLine(const facts::FileFacts& facts)
{
    std::vector<std::uint32_t> functionOf(facts.lines.physical + 2, 0);
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) { // document order: the inner one overwrites
        const facts::Function& function = facts.functions[at];
        for (std::uint32_t line = function.line + 1; line <= function.endLine && line < functionOf.size(); ++line)
            functionOf[line] = at;
    }
    return functionOf;
}

} // namespace

Covered coverFunctions(const graph::Codebase& codebase, const LineCoverage& coverage)
{
    Covered covered;
    covered.modules.resize(codebase.modules.size());
    covered.functions.resize(codebase.functionCount);
    covered.filesTotal = coverage.files.size();
    const PathMatch paths(codebase);
    for (const auto& [name, file] : coverage.files) {
        const std::uint32_t last = std::max(file.run.empty() ? 0 : file.run.back(), file.missed.empty() ? 0 : file.missed.back());
        const auto fits = [&](graph::ModuleId module) { return last <= codebase.modules[module].facts->lines.physical; };
        // Names are often relative to one of the roots: the longer spelling tells more modules apart.
        std::optional<graph::ModuleId> found;
        for (const std::string& root : coverage.roots) {
            found = paths.find(root + "/" + name, fits);
            if (found)
                break;
        }
        if (!found)
            found = paths.find(name, fits);
        if (!found || !fits(*found))
            continue;
        const graph::Module& module = codebase.modules[*found];
        ++covered.filesMatched;
        CoveredLines& whole = covered.modules[*found] ? *covered.modules[*found] : covered.modules[*found].emplace();
        whole.run += static_cast<std::uint32_t>(file.run.size());
        whole.total += static_cast<std::uint32_t>(file.run.size() + file.missed.size());
        const std::vector<std::uint32_t> functionOf = functionsByLine(*module.facts);
        addLines(covered, module, file.run, true, functionOf);
        addLines(covered, module, file.missed, false, functionOf);
    }
    return covered;
}

} // namespace ferroscope::evidence
