// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Population: how the modules of a fixed reference population are distributed, signal by signal. Signals
// enter criteria as percentiles of it, never as ranks within the repository.
#pragma once

#include "core/knowledge/knowledge.h"
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::knowledge {

struct Knowledge::Population {
    using Percentiles = std::array<double, 101>; // of one signal: value at the 0th .. 100th percentile, ascending
    struct Signal {
        std::string name;
        Percentiles values {};
    };

    std::string origin; // which modules of which repositories, and when
    std::size_t modules = 0; // how many
    std::vector<Signal> table; // sorted by name

    // Share of the population that is lower, 0..1, linear between percentiles, monotone in `value`. Where
    // many modules share one value the answer is the lower end, so that a signal that is absent in most
    // modules (0) stays 0. nullopt: unknown signal, or `value` is not a number.
    std::optional<double> percentile(std::string_view signal, double value) const;
    std::vector<std::string> signalNames() const; // sorted (`signals` is a macro of Qt)
};

} // namespace ferroscope::knowledge
