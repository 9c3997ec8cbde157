// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The options that every command with an analysis has.
#pragma once

#include "app/cli/session.h"
#include <CLI/CLI.hpp>

namespace ferroscope::cli {

inline void addSessionOptions(CLI::App& command, SessionOptions& options)
{
    constexpr unsigned kMostJobs = 1024;
    command.add_option("PATH", options.path, "Folder with Python code")->required();
    command.add_option("--jobs", options.jobs, "Threads; default: all processors")->check(CLI::Range(1U, kMostJobs))->type_name("N");
    command.add_option("--exclude", options.excludes, "Leave out, a pattern as in .gitignore; may be repeated")
        ->type_name("GLOB")->allow_extra_args(false);
    command.add_option("--profile", options.profiles, "Measured times: cProfile, py-spy, Austin, Scalene, pyinstrument, speedscope, perf; may be repeated")
        ->type_name("FILE")->allow_extra_args(false);
    command.add_option("--coverage", options.coverage, "What tests ran: coverage.xml or the JSON of coverage.py")->type_name("FILE");
    command.add_option("--ref", options.ref, "Commit, branch or tag to analyze instead of the files; nothing is checked out")->type_name("GITREF");
    auto* const config = command.add_option("--config", options.config, "Settings: excludes, roles, weights, overrides, ...")->type_name("FILE");
    command.add_flag("--trust-repo-config", options.trustRepoConfig, "Use the ferroscope.toml of the analyzed folder")->excludes(config);
    auto* const store = command.add_option("--store", options.storeFile, "File with the cache and the snapshots")->type_name("FILE");
    command.add_flag("--no-cache", options.noCache, "Read and keep nothing in a store")->excludes(store);
    command.add_flag("--quiet", options.quiet, "No progress");
}

} // namespace ferroscope::cli
