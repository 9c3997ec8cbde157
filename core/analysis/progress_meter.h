// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ProgressMeter: stages and counts from many threads -> few calls of a ProgressSink, with one fraction for the
// whole analysis that never falls.
#pragma once

#include "core/base/progress.h"
#include <chrono>
#include <mutex>

namespace ferroscope::analysis {

class ProgressMeter {
public:
    explicit ProgressMeter(ProgressSink sink)
        : m_sink(std::move(sink))
    {
    }
    void enter(Stage stage, std::size_t total = 0); // always reported
    void advance(std::size_t done, const std::string& current = {}); // reported at most every 50 ms
    // For stages of other folders that report on their own.
    ProgressSink forwarded();

private:
    void report(std::unique_lock<std::mutex>& lock, bool force);
    std::mutex m_mutex;
    ProgressSink m_sink;
    Progress m_now;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace ferroscope::analysis
