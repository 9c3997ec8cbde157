// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <sched.h>
#include <thread>
#include <vector>

namespace ferroscope {

unsigned defaultJobs()
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return static_cast<unsigned>(std::max(1, CPU_COUNT(&set)));
    return std::max(1U, std::thread::hardware_concurrency());
}

bool parallelFor(std::size_t count, unsigned jobs, std::stop_token stop,
    const std::function<void(std::size_t index, unsigned worker)>& body)
{
    std::atomic<std::size_t> next { 0 };
    const auto work = [&](unsigned worker) {
        for (;;) {
            if (stop.stop_requested())
                return;
            const std::size_t index = next.fetch_add(1);
            if (index >= count)
                return;
            body(index, worker);
        }
    };
    const auto threads = static_cast<unsigned>(std::min<std::size_t>(std::max(1U, jobs), std::max<std::size_t>(1, count)));
    std::vector<std::jthread> helpers;
    helpers.reserve(threads - 1);
    for (unsigned worker = 1; worker < threads; ++worker)
        helpers.emplace_back([&work, worker] { work(worker); });
    work(0);
    helpers.clear(); // joins
    return next.load() >= count;
}

} // namespace ferroscope
