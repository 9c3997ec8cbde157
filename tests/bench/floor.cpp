// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_floor JOBS LIST: reads and parses every file named in LIST (one path a line) on JOBS threads with the
// stock tree-sitter (-O2, system malloc) and does nothing else. The floor that bench_analysis compares with.
// Prints "wall SECONDS", "cpu SECONDS", "bytes N", "lines N".
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <tree_sitter/api.h>
#include <vector>

extern "C" const TSLanguage* tree_sitter_python(void);

namespace {

double cpuSeconds()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::string contentOf(const std::string& path)
{
    std::string bytes;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file)
        return bytes;
    struct stat info {};
    if (fstat(fileno(file), &info) == 0)
        bytes.resize(static_cast<std::size_t>(info.st_size));
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
    std::fclose(file);
    return bytes;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::fputs("usage: bench_floor JOBS LIST\n", stderr);
        return 2;
    }
    const auto jobs = static_cast<unsigned>(std::max(1, std::atoi(argv[1])));
    std::vector<std::pair<std::int64_t, std::string>> files;
    std::ifstream list(argv[2]);
    for (std::string path; std::getline(list, path);) {
        struct stat info {};
        if (stat(path.c_str(), &info) == 0)
            files.emplace_back(info.st_size, path);
    }
    std::stable_sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.first > b.first; });

    const auto begin = std::chrono::steady_clock::now();
    const double cpu = cpuSeconds();
    std::atomic<std::size_t> next { 0 }, bytes { 0 }, lines { 0 };
    const auto work = [&] {
        TSParser* parser = ts_parser_new();
        ts_parser_set_language(parser, tree_sitter_python());
        for (std::size_t at = next++; at < files.size(); at = next++) {
            const std::string text = contentOf(files[at].second);
            TSTree* tree = ts_parser_parse_string(parser, nullptr, text.data(), static_cast<std::uint32_t>(text.size()));
            bytes += text.size();
            lines += ts_node_end_point(ts_tree_root_node(tree)).row;
            ts_tree_delete(tree);
        }
        ts_parser_delete(parser);
    };
    std::vector<std::jthread> threads;
    for (unsigned at = 1; at < jobs; ++at)
        threads.emplace_back(work);
    work();
    threads.clear();
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    std::printf("wall %.6f\ncpu %.6f\nbytes %zu\nlines %zu\n", wall.count(), cpuSeconds() - cpu, bytes.load(), lines.load());
}
