// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace ferroscope::cli {

namespace {

volatile std::sig_atomic_t writeEnd = -1;

constexpr char kStop = 's', kEnd = 'e';

void onSignal(int)
{
    const int saved = errno;
    (void)!write(writeEnd, &kStop, 1); // async-signal-safe; nothing can be done if it fails
    errno = saved;
}

void handle(void (*handler)(int))
{
    struct sigaction action {};
    action.sa_handler = handler;
    // The second signal finds the default action, which ends the process.
    action.sa_flags = handler == SIG_DFL ? 0 : static_cast<int>(SA_RESTART | SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

} // namespace

Interrupt::Interrupt()
{
    int ends[2];
    if (pipe(ends) != 0)
        return; // no descriptors left: Ctrl+C keeps its default action
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_watcher = std::thread([this] {
        for (char byte = 0; byte != kEnd;) {
            const ssize_t got = read(m_readEnd, &byte, 1);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return;
            if (byte == kStop)
                m_source.request_stop();
        }
    });
    handle(onSignal);
}

Interrupt::~Interrupt()
{
    if (m_readEnd < 0)
        return;
    handle(SIG_DFL);
    (void)!write(writeEnd, &kEnd, 1);
    m_watcher.join();
    close(m_readEnd);
    close(writeEnd);
    writeEnd = -1;
}

} // namespace ferroscope::cli
