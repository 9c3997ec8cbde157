// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Price of one call over the boundary between Python and Rust, in virtual nanoseconds per run.
// Source: reference/metrics.md 6.1 (measured with PyO3 0.29): call with two ints 33 ns, list element 6-10 ns,
// dict entry 46-123 ns, str any length 32 ns, buffers nearly free, callback 15 ns plus a Python frame.
#pragma once

#include "core/evidence/heat.h"

namespace ferroscope::scoring {

struct CrossingPrice {
    double calls = 0; // per run
    double elements = 0; // converted per run
    double cost = 0; // ns per run
};

// `edge`: index in codebase.calls.
CrossingPrice crossingPrice(const graph::Codebase& codebase, const evidence::HeatMap& heat, std::uint32_t edge);

} // namespace ferroscope::scoring
