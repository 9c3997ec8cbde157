// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// link_time ROOT [JOBS] [calls]: seconds to extract and to link a folder, sizes of what name resolution keeps,
// resolved calls by reason; with "calls" every edge with its certainty.
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/facts/extract.h"
#include "core/graph/link.h"
#include "core/source/decode.h"

#include <chrono>
#include <ctime>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace ferroscope;

namespace {

double seconds(std::chrono::steady_clock::time_point since)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

double processors()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    const unsigned jobs = argc > 2 ? static_cast<unsigned>(std::strtoul(argv[2], nullptr, 10)) : 2;
    auto files = realFileSystem();
    auto sources = source::discover(*files, argv[1], {}, {}, {});
    if (!sources)
        return 1;
    std::vector<std::string> texts;
    for (const source::SourceFile& file : sources->files) {
        auto bytes = files->read(joinPath(argv[1], file.path), 1ULL << 26U);
        texts.push_back(bytes ? source::decode(std::move(*bytes)).text : std::string());
    }
    std::vector<std::shared_ptr<const facts::FileFacts>> all(texts.size());
    std::vector<facts::Extractor> extractors(jobs);
    auto start = std::chrono::steady_clock::now();
    parallelFor(texts.size(), jobs, {}, [&](std::size_t at, unsigned worker) {
        all[at] = std::make_shared<const facts::FileFacts>(extractors[worker].extract(texts[at]));
    });
    std::printf("extract %.3f s, %.3f s of processors\n", seconds(start), processors());
    std::size_t lines = 0, terms = 0, operands = 0, flows = 0, lambdas = 0, sites = 0;
    for (const auto& each : all) {
        lines += each->lines.physical;
        terms += each->terms.size();
        operands += each->operands.size();
        flows += each->flows.size();
        lambdas += each->lambdas.size();
        sites += each->calls.size();
    }
    std::printf("lines %zu terms %zu operands %zu flows %zu lambdas %zu sites %zu: %.1f bytes a line for flow\n", lines,
        terms, operands, flows, lambdas, sites,
        static_cast<double>(terms * sizeof(facts::Term) + operands * sizeof(facts::Operand) + flows * sizeof(facts::Flow)
            + lambdas * sizeof(facts::Lambda) + sites * 4)
            / static_cast<double>(std::max<std::size_t>(1, lines)));
    std::array<std::size_t, 16> kinds {};
    for (const auto& each : all) {
        for (const facts::Term& term : each->terms)
            ++kinds[static_cast<std::size_t>(term.kind())];
    }
    std::printf("terms by kind:");
    for (const std::size_t count : kinds)
        std::printf(" %zu", count);
    std::printf("\n");
    start = std::chrono::steady_clock::now();
    const double before = processors();
    const auto codebase = graph::link(std::move(*sources), std::move(all), {}, {}, jobs);
    std::printf("link %.3f s, %.3f s of processors\n", seconds(start), processors() - before);
    if (!codebase)
        return 1;
    std::printf("calls %zu resolved %zu edges %zu unresolved", codebase->callsTotal, codebase->callsResolved,
        codebase->calls.size());
    for (const std::size_t count : codebase->unresolvedCalls)
        std::printf(" %zu", count);
    std::printf("\n");
    if (argc > 3 && std::string_view(argv[3]) == "calls") {
        for (const graph::CallEdge& edge : codebase->calls)
            std::printf("C %s %s %.3f\n", codebase->functionName(edge.from).c_str(), codebase->functionName(edge.to).c_str(),
                static_cast<double>(edge.certainty));
    }
}
