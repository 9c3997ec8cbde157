// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// graph_growth [--runs N] [--jobs N] ROOT...: what the codebase as a graph costs, per ROOT: linking (imports, calls,
// cycles, cuts, contexts) and heat, against the floor (bench_floor beside this program); and, of several ROOTs, how
// the time per line grows from the first to the last. make_tree.py makes ROOTs of any size. Reading is not measured.
#include "core/base/parallel.h"
#include "core/evidence/heat.h"
#include "core/facts/extract.h"
#include "core/graph/link.h"
#include "core/knowledge/knowledge.h"
#include "core/source/decode.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <unistd.h>

using namespace ferroscope;

namespace {

struct Cost {
    double wall = 0, cpu = 0;
};

class Watch {
public:
    Cost elapsed() const
    {
        return { std::chrono::duration<double>(std::chrono::steady_clock::now() - m_wall).count(), processors() - m_cpu };
    }

private:
    static double processors() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
    std::chrono::steady_clock::time_point m_wall = std::chrono::steady_clock::now();
    double m_cpu = processors();
};

Cost floorOf(const std::string& command)
{
    Cost cost;
    std::FILE* output = popen(command.c_str(), "r");
    char name[64];
    double value = 0;
    while (output && std::fscanf(output, "%63s %lf", name, &value) == 2) {
        if (std::string_view(name) == "wall")
            cost.wall = value;
        else if (std::string_view(name) == "cpu")
            cost.cpu = value;
    }
    if (!output || pclose(output) != 0) {
        std::fputs("bench_floor failed\n", stderr);
        std::exit(3);
    }
    return cost;
}

Cost median(std::vector<Cost> costs)
{
    const auto middle = [&](double Cost::* part) {
        std::sort(costs.begin(), costs.end(), [&](const Cost& a, const Cost& b) { return a.*part < b.*part; });
        return costs[costs.size() / 2].*part;
    };
    return { middle(&Cost::wall), middle(&Cost::cpu) };
}

void line(const char* what, double ratio, double target)
{
    std::printf("  %-34s %8.3f   target %6.3f\n", what, ratio, target);
}

// CPU seconds per line.
double bench(const std::string& floorProgram, const std::string& root, unsigned jobs, int runs, const std::string& list)
{
    const auto files = realFileSystem();
    const auto sources = source::discover(*files, root, {}, {}, {});
    if (!sources) {
        std::fprintf(stderr, "%s: %s\n", root.c_str(), sources.error().detail.c_str());
        std::exit(3);
    }
    std::ofstream out(list);
    for (const source::SourceFile& file : sources->files)
        out << joinPath(root, file.path) << '\n';
    out.close();
    std::vector<std::shared_ptr<const facts::FileFacts>> facts(sources->files.size());
    std::vector<facts::Extractor> extractors(jobs);
    parallelFor(facts.size(), jobs, {}, [&](std::size_t at, unsigned worker) {
        auto bytes = files->read(joinPath(root, sources->files[at].path), 1ULL << 26U);
        const std::string text = bytes ? source::decode(std::move(*bytes)).text : std::string();
        facts[at] = std::make_shared<const facts::FileFacts>(extractors[worker].extract(text));
    });
    std::size_t lines = 0;
    for (const auto& each : facts)
        lines += each->lines.physical;
    std::vector<Cost> floors, links, heats;
    for (int turn = 0; turn < runs; ++turn) {
        floors.push_back(floorOf("'" + floorProgram + "' " + std::to_string(jobs) + " '" + list + "'"));
        const Watch linking;
        const auto codebase = graph::link(*sources, facts, {}, {}, jobs);
        links.push_back(linking.elapsed());
        if (!codebase)
            std::exit(3);
        const Watch warming;
        (void)evidence::estimateHeat(*codebase, knowledge::knowledge(), {});
        heats.push_back(warming.elapsed());
    }
    const Cost base = median(floors), link = median(links), heat = median(heats);
    std::printf("%s: %zu modules, %zu lines, %u threads, medians of %d runs\n", root.c_str(), facts.size(), lines, jobs, runs);
    std::printf("  floor %.3f s (%.3f s CPU), link %.3f s (%.3f s CPU), heat %.3f s (%.3f s CPU)\n", base.wall, base.cpu, link.wall, link.cpu,
        heat.wall, heat.cpu);
    line("graph, contexts, heat / floor", (link.wall + heat.wall) / base.wall, 0.20);
    line("graph, contexts, heat / floor, CPU", (link.cpu + heat.cpu) / base.cpu, 0.20);
    return (link.cpu + heat.cpu) / static_cast<double>(std::max<std::size_t>(1, lines));
}

} // namespace

int main(int argc, char** argv)
{
    int runs = 3;
    unsigned jobs = defaultJobs();
    std::vector<std::string> roots;
    for (int at = 1; at < argc; ++at) {
        const std::string_view word = argv[at];
        if (word == "--runs" && at + 1 < argc)
            runs = std::max(1, std::atoi(argv[++at]));
        else if (word == "--jobs" && at + 1 < argc)
            jobs = static_cast<unsigned>(std::max(1, std::atoi(argv[++at])));
        else
            roots.emplace_back(word);
    }
    char list[] = "/tmp/ferroscope-graph-XXXXXX";
    const auto self = realFileSystem()->realPath("/proc/self/exe");
    const int made = mkstemp(list);
    if (roots.empty() || !self || made < 0) {
        std::fputs("usage: graph_growth [--runs N] [--jobs N] ROOT...\n", stderr);
        return 2;
    }
    close(made);
    const std::string floorProgram = self->substr(0, self->rfind('/')) + "/bench_floor";
    std::vector<double> perLine;
    for (const std::string& root : roots)
        perLine.push_back(bench(floorProgram, root, jobs, runs, list));
    unlink(list);
    if (perLine.size() > 1)
        line("CPU per line, last root / first", perLine.back() / perLine.front(), 1.2);
}
