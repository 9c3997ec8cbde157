// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Session: one analysis run from the command line, with store, progress and interrupt around it.
#pragma once

#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "core/analysis/analyzer.h"
#include "core/store/store.h"
#include <memory>
#include <string>
#include <vector>

namespace ferroscope::cli {

struct SessionOptions {
    std::string path;
    std::vector<std::string> excludes;
    std::vector<std::string> profiles;
    std::string coverage;
    unsigned jobs = 0; // 0: all processors
    std::string storeFile; // "": the default one
    bool noCache = false;
    bool quiet = false;
    std::string ref; // "": the files as they are
    std::string config; // settings file, "": none
    bool trustRepoConfig = false; // use the one in the analyzed folder
};

class Session {
public:
    explicit Session(const SessionOptions& options);
    ~Session(); // stores what the next run can recall, now that the output is out
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    // A store that cannot be opened is a warning: the analysis goes on without.
    Result<AssessmentPtr> run();
    bool hasStore() const { return m_store != nullptr; }
    // Only with a store; a failure is a warning. `json` as written by core/report.
    void save(const Assessment& assessment, const std::string& json);
    bool cancelled() const { return m_interrupt.requested(); }
    // "Cancelled. ...": what was kept. Returns the exit code.
    int sayCancelled() const;
    // The terminal is free for other output from here on.
    void endProgress() { m_progress.clear(); }

private:
    void openStore();
    Result<settings::Settings> readConfig() const;

    SessionOptions m_options;
    std::string m_storeFile;
    std::unique_ptr<store::Store> m_store;
    analysis::Outcome m_outcome;
    Interrupt m_interrupt;
    ProgressLine m_progress;
};

} // namespace ferroscope::cli
