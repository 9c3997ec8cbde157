// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ProgressLine: progress on stderr. On a terminal one redrawn line with a bar, the stage, percent and the time
// left; otherwise one plain line per stage. Nothing if quiet. Calls may come from any thread, one at a time.
#pragma once

#include "core/base/progress.h"
#include <chrono>
#include <optional>
#include <string>

namespace ferroscope::cli {

class ProgressLine {
public:
    explicit ProgressLine(bool quiet);
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ProgressSink sink();
    void stage(Stage stage); // a stage of the command line itself (Store)
    void clear(); // takes the line away, so that something else can be printed

private:
    void show(const Progress& progress);
    void draw(const Progress& progress);

    bool m_quiet = false, m_terminal = false, m_colour = false, m_drawn = false;
    std::optional<Stage> m_stage; // last one printed
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

// "12 s", "3 min 20 s"; "" while it would be a guess.
std::string timeLeft(double elapsedSeconds, double fraction);

} // namespace ferroscope::cli
