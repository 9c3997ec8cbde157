// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_analysis [--runs N] [--jobs N] ROOT...: prints, per root, the ratios that the architecture promises: cold
// analysis and JSON against the floor (bench_floor beside this program), an unchanged repository and one edited
// file against cold, peak memory per line. Every figure is a process of its own; the kinds take turns, so that a
// machine that slows down slows all of them, and the ratios are of medians. Nothing is written below a ROOT.
// bench_analysis --json ROOT JOBS: the JSON of an analysis and nothing else, to compare two builds byte by byte.
#include "core/analysis/analyzer.h"
#include "core/analysis/kept_facts.h"
#include "core/base/parallel.h"
#include "core/report/json_writer.h"
#include "core/source/source_set.h"
#include "core/store/store.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ferroscope;

namespace {

using Figures = std::map<std::string, double>;

double wallSeconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double cpuSeconds()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// The real files, but one has an edit at its end: what an editor would have saved.
class EditedFileSystem final : public FileSystem {
public:
    explicit EditedFileSystem(std::string path)
        : m_real(realFileSystem())
        , m_path(std::move(path))
    {
    }
    Result<std::vector<Entry>> list(const std::string& directory) const override
    {
        auto entries = m_real->list(directory);
        for (Entry& entry : *entries) {
            if (joinPath(directory, entry.name) == m_path) {
                entry.size += kEdit.size();
                entry.modified += 1'000'000'000;
            }
        }
        return entries;
    }
    Result<Entry> status(const std::string& path) const override { return m_real->status(path); }
    Result<std::string> read(const std::string& path, std::uint64_t limit) const override
    {
        auto bytes = m_real->read(path, limit);
        if (bytes && path == m_path)
            *bytes += kEdit;
        return bytes;
    }
    Result<std::string> realPath(const std::string& path) const override { return m_real->realPath(path); }

private:
    static constexpr std::string_view kEdit = "\n\ndef edited_just_now(value):\n    return value + 1\n";
    std::shared_ptr<const FileSystem> m_real;
    std::string m_path;
};

double residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    double total = 0, resident = 0;
    statm >> total >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

constexpr const char* kStageNames[kStageCount] { "discover", "read", "link", "weigh", "judge", "plan", "store" };

struct Measured {
    analysis::Outcome outcome;
    double wall = 0, cpu = 0;
    std::array<double, kStageCount> stages {};
    std::array<double, kStageCount> resident {}; // bytes at the end of the stage
};

Measured measure(const FileSystem& files, const analysis::Request& request, store::Store* store)
{
    Measured measured;
    int stage = 0;
    const double begin = wallSeconds();
    const double cpu = cpuSeconds();
    double entered = begin;
    const auto sink = [&](const Progress& progress) {
        if (static_cast<int>(progress.stage) == stage)
            return;
        const double now = wallSeconds();
        measured.stages[static_cast<std::size_t>(stage)] += now - entered;
        measured.resident[static_cast<std::size_t>(stage)] = residentBytes();
        entered = wallSeconds();
        stage = static_cast<int>(progress.stage);
    };
    auto outcome = analysis::analyze(files, request, store, {}, sink);
    if (!outcome) {
        std::fprintf(stderr, "%s: %s\n", outcome.error().path.c_str(), outcome.error().detail.c_str());
        std::exit(3);
    }
    measured.wall = wallSeconds() - begin;
    measured.cpu = cpuSeconds() - cpu;
    measured.stages[static_cast<std::size_t>(stage)] += wallSeconds() - entered;
    measured.resident[static_cast<std::size_t>(stage)] = residentBytes();
    measured.outcome = std::move(*outcome);
    return measured;
}

void print(const char* name, double value) { std::printf("%s %.6f\n", name, value); }

void printStages(const Measured& measured)
{
    for (std::size_t at = 0; at < kStageCount; ++at)
        print(kStageNames[at], measured.stages[at]);
    for (std::size_t at = 0; at < kStageCount; ++at)
        print((kStageNames[at] + std::string("Resident")).c_str(), measured.resident[at]);
}

// --- one kind of run, in a process of its own ------------------------------------------------------------
int child(const std::string& kind, const std::string& root, unsigned jobs, const std::string& storeFile)
{
    analysis::Request request;
    request.root = root;
    request.jobs = jobs;
    const auto files = realFileSystem();
    std::unique_ptr<store::Store> store;
    const double begin = wallSeconds();
    if (kind == "unchanged" || kind == "first") {
        auto opened = store::Store::open(storeFile);
        if (!opened)
            return 3;
        store = std::move(*opened);
    }
    if (kind == "edited")
        request.kept = std::make_shared<analysis::KeptFacts>();
    const double opening = wallSeconds() - begin;
    Measured measured = measure(*files, request, store.get());
    if (kind == "first" && !analysis::keep(measured.outcome, *store))
        return 3;
    if (kind == "unchanged" && !measured.outcome.isRecalled)
        std::fputs("not recalled\n", stderr);
    if (kind == "edited") {
        const AssessmentPtr& before = measured.outcome.assessment;
        const EditedFileSystem edited(joinPath(root, before->modules[before->modules.size() / 2].path));
        measured = measure(edited, request, nullptr);
    }
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    print("wall", measured.wall + opening);
    print("cpu", measured.cpu);
    print("rss", static_cast<double>(usage.ru_maxrss) * 1024);
    printStages(measured);
    std::size_t lines = 0;
    for (const AssessedModule& module : measured.outcome.assessment->modules)
        lines += module.lines.physical;
    print("lines", static_cast<double>(lines));
    print("modules", static_cast<double>(measured.outcome.assessment->modules.size()));
    if (kind == "cold") {
        const double start = wallSeconds();
        std::size_t bytes = 0;
        report::writeJson(*measured.outcome.assessment, [&bytes](std::string_view part) { bytes += part.size(); });
        print("json", wallSeconds() - start);
        print("jsonBytes", static_cast<double>(bytes));
    }
    std::fflush(stdout);
    _exit(0); // what is freed after the result is nobody's wait
}

int printJson(const std::string& root, unsigned jobs)
{
    analysis::Request request;
    request.root = root;
    request.jobs = jobs;
    const auto outcome = analysis::analyze(*realFileSystem(), request, nullptr, {}, {});
    if (!outcome)
        return 3;
    report::writeJson(*outcome->assessment, [](std::string_view part) { std::fwrite(part.data(), 1, part.size(), stdout); });
    return 0;
}

// --- the parent ---------------------------------------------------------------------------------------------
Figures run(const std::vector<std::string>& command)
{
    int ends[2];
    if (pipe(ends) != 0)
        std::exit(3);
    const pid_t pid = fork();
    if (pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        std::vector<char*> arguments;
        for (const std::string& word : command)
            arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        execv(arguments.front(), arguments.data());
        _exit(127);
    }
    close(ends[1]);
    Figures figures;
    std::FILE* output = fdopen(ends[0], "r");
    char name[64];
    double value = 0;
    while (std::fscanf(output, "%63s %lf", name, &value) == 2)
        figures[name] = value;
    std::fclose(output);
    int status = 0;
    waitpid(pid, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        std::fprintf(stderr, "%s failed\n", command.front().c_str());
        std::exit(3);
    }
    return figures;
}

struct Kind {
    std::string name;
    std::vector<std::string> command;
    std::vector<Figures> runs;

    double median(const std::string& figure) const
    {
        std::vector<double> values;
        for (const Figures& figures : runs)
            values.push_back(figures.contains(figure) ? figures.at(figure) : 0);
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    }
};

void line(const char* what, double ratio, double target, const char* about)
{
    std::printf("  %-34s %8.3f   target %6.3f   %s\n", what, ratio, target, about);
}

double bench(const std::string& self, const std::string& root, unsigned jobs, int runs, const std::string& folder)
{
    const std::string list = folder + "/list", storeFile = folder + "/store.sqlite", threads = std::to_string(jobs);
    const auto sources = source::discover(*realFileSystem(), root, {}, {}, {});
    if (!sources) {
        std::fprintf(stderr, "%s: %s\n", root.c_str(), sources.error().detail.c_str());
        return 0;
    }
    std::ofstream out(list);
    for (const source::SourceFile& file : sources->files)
        out << joinPath(root, file.path) << '\n';
    out.close();
    const std::string floorProgram = self.substr(0, self.rfind('/')) + "/bench_floor";
    const auto ours = [&](const char* kind) { return std::vector<std::string> { self, "--child", kind, root, threads, storeFile }; };
    run(ours("first"));
    std::vector<Kind> kinds { { "floor", { floorProgram, threads, list }, {} }, { "cold", ours("cold"), {} },
        { "unchanged", ours("unchanged"), {} }, { "edited", ours("edited"), {} } };
    for (int turn = 0; turn < runs; ++turn) {
        for (Kind& kind : kinds)
            kind.runs.push_back(run(kind.command));
    }
    const Kind &base = kinds[0], &cold = kinds[1], &unchanged = kinds[2], &edited = kinds[3];
    const double floorWall = base.median("wall"), coldWall = cold.median("wall"), lines = cold.median("lines");
    std::printf("%s: %.0f modules, %.0f lines, %u threads, medians of %d runs\n", root.c_str(), cold.median("modules"), lines, jobs, runs);
    std::printf("  floor %.3f s (%.3f s CPU), cold %.3f s (%.3f s CPU), unchanged %.3f s, edited %.3f s, JSON %.3f s (%.1f MB)\n", floorWall,
        base.median("cpu"), coldWall, cold.median("cpu"), unchanged.median("wall"), edited.median("wall"), cold.median("json"),
        cold.median("jsonBytes") / 1e6);
    line("cold / floor, wall", coldWall / floorWall, 1.0, "");
    line("cold / floor, CPU", cold.median("cpu") / base.median("cpu"), 1.0, "");
    for (const char* stage : kStageNames)
        std::printf("    %-32s %8.3f   %8.0f MB at its end\n", stage, cold.median(stage) / floorWall, cold.median(stage + std::string("Resident")) / 1e6);
    line("JSON / floor", cold.median("json") / floorWall, 0.15, "");
    line("unchanged / cold", unchanged.median("wall") / coldWall, 0.05, "");
    line("edited, facts (discover+read) / cold", (edited.median("discover") + edited.median("read")) / coldWall, 0.02, "");
    line("edited, graph and scores / cold",
        (edited.median("wall") - edited.median("discover") - edited.median("read")) / coldWall, 0.20, "");
    line("graph and scores / floor", (coldWall - cold.median("discover") - cold.median("read")) / floorWall, 0.20, "");
    line("bytes of peak memory per line", cold.median("rss") / lines, 120, "");
    std::printf("  %-34s %8.0f MB\n", "peak memory", cold.median("rss") / 1e6);
    std::printf("  %-34s %8.3f us (CPU)\n", "cold time per line", 1e6 * cold.median("cpu") / lines);
    return cold.median("cpu") / lines;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 6 && std::strcmp(argv[1], "--child") == 0)
        return child(argv[2], argv[3], static_cast<unsigned>(std::atoi(argv[4])), argv[5]);
    if (argc == 4 && std::strcmp(argv[1], "--json") == 0)
        return printJson(argv[2], static_cast<unsigned>(std::atoi(argv[3])));
    int runs = 5;
    unsigned jobs = defaultJobs();
    std::vector<std::string> roots;
    for (int at = 1; at < argc; ++at) {
        const std::string word = argv[at];
        if (word == "--runs" && at + 1 < argc)
            runs = std::max(1, std::atoi(argv[++at]));
        else if (word == "--jobs" && at + 1 < argc)
            jobs = static_cast<unsigned>(std::max(1, std::atoi(argv[++at])));
        else
            roots.push_back(word);
    }
    char folder[] = "/tmp/ferroscope-bench-XXXXXX";
    const auto self = realFileSystem()->realPath("/proc/self/exe");
    if (roots.empty() || !self || !mkdtemp(folder)) {
        std::fputs("usage: bench_analysis [--runs N] [--jobs N] ROOT...\n", stderr);
        return 2;
    }
    std::vector<double> perLine;
    for (const std::string& root : roots) {
        perLine.push_back(bench(*self, root, jobs, runs, folder));
        for (const char* file : { "/list", "/store.sqlite", "/store.sqlite-wal", "/store.sqlite-shm" })
            unlink((std::string(folder) + file).c_str());
    }
    rmdir(folder);
    if (perLine.size() > 1)
        line("CPU per line, last root / first", perLine.back() / perLine.front(), 1.2, "growth");
}
