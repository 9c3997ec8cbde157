// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// parallelFor: runs body(i) for every i in [0, count) on `jobs` threads, in no particular order.
// The caller merges results by index, so the result never depends on `jobs`. The calling thread takes
// part. When `stop` is requested no further index is started; indices already started finish.
// Returns false if it was stopped before all indices ran.
// `body` must not throw and gets (index, worker), worker < jobs, for per-thread scratch space.
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace ferroscope {

unsigned defaultJobs(); // number of processors this process may use, at least 1
bool parallelFor(std::size_t count, unsigned jobs, std::stop_token stop,
    const std::function<void(std::size_t index, unsigned worker)>& body);

} // namespace ferroscope
