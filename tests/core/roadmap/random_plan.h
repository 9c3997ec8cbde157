// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Random planning problems whose figures are small integers, so that exact ties are frequent.
#pragma once

#include "core/roadmap/plan_input.h"
#include <random>

namespace ferroscope::roadmap::testing {

class Dice {
public:
    explicit Dice(std::uint32_t seed)
        : engine(seed)
    {
    }
    // 0 .. sides - 1; the engine's raw output, which is the same on every platform
    std::uint32_t roll(std::uint32_t sides) { return static_cast<std::uint32_t>(engine() % sides); }
    bool once(std::uint32_t in) { return roll(in) == 0; }

private:
    std::mt19937 engine;
};

// `saved` ns if it moves (any sign), `milliDays` thousandths of a person-day.
inline Unit unitOf(int saved, int milliDays)
{
    Unit unit;
    unit.time = Range::exactly(saved >= 0 ? 2.0 * saved : -saved);
    unit.speedup = Range::exactly(saved >= 0 ? 2 : 0.5);
    unit.effort = Range::exactly(milliDays / 1000.0);
    return unit;
}

inline Link linkOf(std::uint32_t from, std::uint32_t to, double cost)
{
    Link link;
    link.from = from;
    link.to = to;
    link.cost = cost;
    link.calls = cost;
    link.fromFunction = "m.py:f" + std::to_string(from);
    link.toFunction = "m.py:f" + std::to_string(to);
    return link;
}

// Up to `most` units: ties, pins, losses, nothing saved; dense, sparse or in several components.
inline PlanInput randomPlan(Dice& dice, std::uint32_t most)
{
    PlanInput input;
    const std::uint32_t count = 1 + dice.roll(most);
    const std::uint32_t largest = dice.once(2) ? 6 : 60;
    for (std::uint32_t i = 0; i < count; ++i) {
        const int saved = static_cast<int>(dice.roll(largest)) - (dice.once(4) ? static_cast<int>(largest) / 2 : 0);
        Unit unit = unitOf(dice.once(6) ? 0 : saved, 1 + static_cast<int>(dice.roll(dice.once(2) ? 3 : 20)));
        if (dice.once(8))
            unit.tie = dice.roll(3);
        unit.pinned = dice.once(10);
        unit.name = "f" + std::to_string(i);
        unit.functions = { "m.py:f" + std::to_string(i) };
        input.units.push_back(unit);
        input.runTime += unit.time.likely;
    }
    const std::uint32_t links = dice.roll(count * (dice.once(2) ? 1 : 3) + 1);
    for (std::uint32_t i = 0; i < links; ++i)
        input.links.push_back(linkOf(dice.roll(count), dice.roll(count), dice.roll(dice.once(2) ? 4 : largest)));
    input.modules.resize(1);
    input.modules[0].path = "m.py";
    input.modules[0].name = "m";
    return input;
}

} // namespace ferroscope::roadmap::testing
