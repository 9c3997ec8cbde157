// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_whatif [--edits N] [--jobs N] ROOT...: per root, median and worst time of edits of a plan over WhatIf, kind by
// kind, each with its ratio to what is promised: 16 ms for a kept cut and 0.3 s for a new one up to 500 judged modules,
// 100 ms and 2 s above. Wall clock, and the processor time of the process beside it: on a machine that does other
// things the wall clock says little.
#include "core/analysis/what_if.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <sys/resource.h>

using namespace ferroscope;

namespace {

double wallSeconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double processorSeconds()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

struct Figures {
    std::vector<double> wall, processor;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void print(const char* kind, const Figures& figures, double promised)
{
    const double middle = median(figures.wall);
    const double worst = *std::max_element(figures.wall.begin(), figures.wall.end());
    std::printf("  %-16s median %7.1f ms, worst %7.1f ms, processor %7.1f ms; of %4.0f ms: %.2f, worst %.2f\n", kind, 1e3 * middle,
        1e3 * worst, 1e3 * median(figures.processor), 1e3 * promised, middle / promised, worst / promised);
}

using Edit = std::function<void(settings::Settings&, int)>;

// Every edit starts from what is shown, as in the window; what was shown before is let go while time is taken.
Figures measure(const analysis::WhatIf& whatIf, const AssessmentPtr& first, analysis::Cut cut, int edits, const Edit& edit)
{
    Figures figures;
    settings::Settings settings;
    AssessmentPtr shown = first;
    for (int at = 0; at < edits; ++at) {
        edit(settings, at);
        const double wall = wallSeconds();
        const double processor = processorSeconds();
        shown = whatIf.assess(settings, cut, shown);
        figures.wall.push_back(wallSeconds() - wall);
        figures.processor.push_back(processorSeconds() - processor);
    }
    return figures;
}

bool measureRoot(const char* root, int edits, unsigned jobs)
{
    analysis::Request request;
    request.root = root;
    request.jobs = jobs;
    request.forWhatIf = true;
    const auto outcome = analysis::analyze(*realFileSystem(), request, nullptr, {}, {});
    if (!outcome || outcome->assessment->candidates.empty()) {
        std::fprintf(stderr, "%s: no plan to edit\n", root);
        return false;
    }
    const AssessmentPtr& first = outcome->assessment;
    std::vector<std::string> judged;
    for (const AssessedModule& module : first->modules) {
        if (module.judged())
            judged.push_back(module.path);
    }
    const bool isLarge = judged.size() > 500;
    std::printf("%s: %zu modules, %zu judged, %zu candidates\n", root, first->modules.size(), judged.size(), first->candidates.size());
    const auto candidate = [&](int at) -> const Candidate& { return first->candidates[static_cast<std::size_t>(at) % first->candidates.size()]; };
    const Edit weight = [&](settings::Settings& settings, int at) { settings.weights[static_cast<CriterionId>(at % kCriterionCount)] = 10 + at; };
    const Edit override_ = [&](settings::Settings& settings, int at) {
        const std::size_t module = static_cast<std::size_t>(at) * 7919 % judged.size();
        settings.overrides.push_back({ at % 3 == 0 ? candidate(at).modules.front() : judged[module], Verdict::KeepPython, "the team said so" });
    };
    const Edit wave = [&](settings::Settings& settings, int at) { settings.waves = { { candidate(at).anchor, 1 + at % 5 } }; };
    const Edit group = [&](settings::Settings& settings, int at) {
        std::vector<std::string> units = candidate(at).units;
        units.insert(units.end(), candidate(at + 1).units.begin(), candidate(at + 1).units.end());
        settings.groups = { { "Together", std::move(units) } };
    };
    const double kept = isLarge ? 0.1 : 0.016;
    const struct {
        const char* kind;
        const Edit& edit;
    } kinds[] = { { "weight", weight }, { "override", override_ }, { "wave drag", wave }, { "group merge", group } };
    for (const auto& [kind, edit] : kinds)
        print(kind, measure(*outcome->whatIf, first, analysis::Cut::Kept, edits, edit), kept);
    print("new cut", measure(*outcome->whatIf, first, analysis::Cut::New, edits, weight), isLarge ? 2 : 0.3);
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    int edits = 20;
    unsigned jobs = 0;
    bool ok = argc > 1;
    for (int at = 1; at < argc; ++at) {
        if (std::strcmp(argv[at], "--edits") == 0 && at + 1 < argc)
            edits = std::max(1, std::atoi(argv[++at]));
        else if (std::strcmp(argv[at], "--jobs") == 0 && at + 1 < argc)
            jobs = static_cast<unsigned>(std::atoi(argv[++at]));
        else
            ok = measureRoot(argv[at], edits, jobs) && ok;
    }
    return ok ? 0 : 1;
}
