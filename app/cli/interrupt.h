// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Interrupt: while one lives, Ctrl+C (or SIGTERM) requests a stop instead of ending the process; a second one
// ends it at once. A signal handler may not touch a stop_source, so it writes into a pipe that a thread reads.
// One at a time, made in the main thread.
#pragma once

#include <stop_token>
#include <thread>

namespace ferroscope::cli {

class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    std::stop_token token() const { return m_source.get_token(); }
    bool requested() const { return m_source.stop_requested(); }

private:
    std::stop_source m_source;
    int m_readEnd = -1;
    std::thread m_watcher;
};

} // namespace ferroscope::cli
