// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/assembly.h"
#include "core/analysis/assemble_module.h"
#include "core/analysis/call_links.h"
#include "core/analysis/dependencies.h"
#include "core/analysis/graph_text.h"
#include "core/analysis/measured_plan.h"
#include "core/base/parallel.h"
#include "core/base/text.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <set>
#include <thread>

namespace ferroscope::analysis {

namespace {

std::string isoDate(std::int64_t seconds)
{
    const std::chrono::sys_days day { std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds))) };
    const std::chrono::year_month_day date { day };
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string effectOf(const rules::RuleInfo& info)
{
    if (info.veto != rules::Veto::None)
        return "veto";
    return std::string(criterionId(static_cast<CriterionId>(info.criterion))) + (info.sign > 0 ? " +" : " -");
}

class FactsAssembler {
public:
    FactsAssembler(const Judged& judged, unsigned jobs)
        : m_judged(judged)
        , m_jobs(jobs)
        , m_base(judged.codebase)
    {
        m_paths.reserve(m_base.modules.size());
        for (const graph::Module& module : m_base.modules)
            m_paths.push_back(printablePath(module.file.path));
    }

    Assessment assemble()
    {
        header();
        // The calls are one long list to sort: that is done while the modules are put together.
        std::vector<CallLink> calls;
        std::jthread listing;
        if (m_jobs > 1)
            listing = std::jthread([&] { calls = callLinks(m_base); });
        else
            calls = callLinks(m_base);
        modules();
        coverage();
        graphs();
        if (listing.joinable())
            listing.join();
        m_made.calls = std::move(calls);
        findings();
        m_made.dependencies = dependencies(m_judged);
        m_made.toolchain = toolchain(m_base.sources);
        for (const manifests::NativeModule& native : m_base.sources.nativeModules) {
            NativeModule made { native.kind, printablePath(native.module), printablePath(native.declaredIn), {} };
            for (const std::string& source : native.sources)
                made.sources.push_back(printablePath(source));
            m_made.nativeModules.edit().push_back(std::move(made));
        }
        totals();
        return std::move(m_made);
    }

private:
    const std::string& path(graph::ModuleId id) const { return m_paths[id]; }

    void header()
    {
        m_made.toolVersion = FERROSCOPE_VERSION;
        m_made.ruleCount = rules::registry().size();
        m_made.knowledgeDate = knowledge::knowledge().date();
        m_made.projectName = printablePath(m_base.sources.name);
        if (const auto& git = m_base.sources.git) {
            m_made.commit = git->commit;
            if (!git->branch.empty())
                m_made.branch = printablePath(git->branch);
            m_made.commitDate = isoDate(git->commitTime);
            m_made.dirty = git->dirty;
        }
    }

    void modules()
    {
        std::vector<graph::ModuleId> order;
        for (graph::ModuleId id = 0; id < m_base.modules.size(); ++id)
            order.push_back(id);
        // By printable path, which may order differently from the bytes where names are escaped.
        std::stable_sort(order.begin(), order.end(), [&](graph::ModuleId a, graph::ModuleId b) { return path(a) < path(b); });
        m_made.modules.resize(order.size());
        parallelFor(order.size(), m_jobs, {}, [&](std::size_t at, unsigned) {
            m_made.modules[at] = assembleModule(m_judged, order[at]);
            m_made.modules[at].id = static_cast<std::uint32_t>(at);
        });
    }

    void coverage()
    {
        Coverage& seen = m_made.coverage;
        seen.filesFound = m_base.sources.filesFound;
        seen.filesParsed = m_base.modules.size();
        for (const source::Skipped& skipped : m_base.sources.skipped)
            seen.skipped.push_back({ printablePath(skipped.path), skipped.reason });
        for (graph::ModuleId id = 0; id < m_base.modules.size(); ++id) {
            const facts::FileFacts& facts = *m_base.modules[id].facts;
            seen.filesWithErrors += facts.problems.empty() ? 0 : 1;
            for (const facts::Problem& problem : facts.problems)
                seen.problems.push_back({ path(id), problem.line, problem.detail });
        }
        seen.importsUnresolved = m_base.unresolvedImports.size();
        seen.callsTotal = m_base.callsTotal;
        seen.callsResolved = m_base.callsResolved;
        seen.dynamicImports = m_base.dynamicImports;
        if (m_judged.profile) {
            seen.profile = matchOf(*m_judged.profile);
            m_made.profileHash = m_judged.profile->hash;
        }
        if (m_judged.covered)
            seen.tests = CoverageMatch { m_judged.covered->filesTotal, m_judged.covered->filesMatched };
    }

    void graphs()
    {
        auto name = m_base.importedNames.begin(); // in the order of the edges
        for (const graph::ImportEdge& edge : m_base.imports) {
            ImportLink link { path(edge.from), path(edge.to), edge.line, importFlagNames(edge.flags) };
            std::set<std::string> definedIn;
            while (name != m_base.importedNames.end() && std::tie(name->from, name->via) < std::tie(edge.from, edge.to))
                ++name;
            for (; name != m_base.importedNames.end() && name->from == edge.from && name->via == edge.to; ++name) {
                if (name->definedIn != graph::kNone && name->definedIn != edge.to)
                    definedIn.insert(path(name->definedIn));
            }
            link.definedIn.assign(definedIn.begin(), definedIn.end());
            m_made.imports.edit().push_back(std::move(link));
        }
        std::sort(m_made.imports.edit().begin(), m_made.imports.edit().end(), [](const ImportLink& a, const ImportLink& b) {
            return std::tie(a.from, a.line, a.to) < std::tie(b.from, b.line, b.to);
        });
        for (const graph::Cycle& cycle : m_base.cycles) {
            std::vector<std::string> paths;
            for (const graph::ModuleId id : cycle.modules)
                paths.push_back(path(id));
            m_made.cycles.edit().push_back(std::move(paths));
        }
        for (const graph::Cut& cut : m_base.cuts)
            m_made.cuts.edit().push_back(describeCut(m_base, cut));
        std::sort(m_made.cuts.edit().begin(), m_made.cuts.edit().end(), [](const CutLink& a, const CutLink& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
        m_made.contexts = describeContexts(m_base);
    }

    void findings()
    {
        for (const rules::Finding& finding : m_judged.findings) {
            const rules::RuleInfo* info = rules::ruleInfo(finding.rule);
            if (!info)
                continue;
            const graph::Module& module = m_base.modules[finding.module];
            Finding made;
            made.rule = finding.rule;
            made.path = path(finding.module);
            made.line = finding.line;
            made.endLine = finding.endLine;
            if (finding.function != module.firstFunction)
                made.function = printablePath(module.facts->text(m_base.function(finding.function).qualifiedName));
            made.message = finding.message;
            made.effect = effectOf(*info);
            m_made.findings.edit().push_back(std::move(made));
        }
        std::stable_sort(m_made.findings.edit().begin(), m_made.findings.edit().end(), [](const Finding& a, const Finding& b) {
            return std::tie(a.path, a.line, a.rule) < std::tie(b.path, b.line, b.rule);
        });
    }

    // A folder is a package if something in it has an __init__, or if it lies in a folder that the project's layout
    // makes an import root (src/shop, a namespace package). Loose folders of scripts at the top are none. The same name
    // in two roots is two packages: two services, or two portions of one namespace.
    std::size_t packageCount() const
    {
        std::set<std::pair<std::string, std::string>> packages;
        for (const graph::Module& module : m_base.modules) {
            const source::SourceFile& file = module.file;
            if (file.role == source::Role::Source && !file.package.empty() && (file.isPackage || !file.importRoot.empty()))
                packages.emplace(file.importRoot, file.package);
        }
        return packages.size();
    }

    void totals()
    {
        Totals& t = m_made.totals;
        t.packages = packageCount();
        for (const AssessedModule& module : m_made.modules) {
            if (!module.judged())
                continue;
            ++t.modules;
            t.lines.physical += module.lines.physical;
            t.lines.code += module.lines.code;
            t.lines.doc += module.lines.doc;
            t.lines.comment += module.lines.comment;
            t.lines.blank += module.lines.blank;
            t.logicalLines += module.logicalLines;
            t.functions += module.functions.size();
            t.classes += module.classes.size();
            t.asyncFunctions += module.asyncFunctions;
            t.hints.slotCount += module.hints.slotCount;
            t.hints.annotated += module.hints.annotated;
            t.hints.any += module.hints.any;
            t.hints.loose += module.hints.loose;
            t.hints.exact += module.hints.exact;
        }
    }

    const Judged& m_judged;
    const unsigned m_jobs;
    const graph::Codebase& m_base;
    std::vector<std::string> m_paths; // printable, by module
    Assessment m_made;
};

} // namespace

Assessment assembleFacts(const Judged& judged, unsigned jobs)
{
    return FactsAssembler(judged, jobs).assemble();
}

} // namespace ferroscope::analysis
