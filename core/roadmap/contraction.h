// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Contraction: planning units that are tied together become one group, parallel links one link, so that the
// optimisation sees a plain undirected graph. Figures are the likely ones; groups are numbered by first unit.
#pragma once

#include "core/roadmap/plan_input.h"
#include <span>

namespace ferroscope::roadmap {

struct Group {
    double saved = 0; // ns per run if it moved and nothing crossed, likely; may be negative
    double effort = 0; // person-days, likely
    bool pinned = false; // one of its units is
    bool forced = false; // one of its units is, and none is pinned
    bool isFixed() const { return pinned || forced; } // its side is given
};

struct GroupLink {
    std::uint32_t a = 0, b = 0; // a < b
    double cost = 0; // ns per run, > 0
};

struct Neighbour {
    std::uint32_t group = 0;
    double cost = 0;
};

struct PlanGraph {
    std::vector<Group> groups;
    std::vector<std::uint32_t> groupOfUnit;
    std::vector<GroupLink> links; // by (a, b), each pair once
    std::vector<std::uint32_t> component; // of a group; pinned and forced ones connect nothing and have kNoIndex
    std::uint32_t components = 0;

    std::span<const Neighbour> neighbours(std::uint32_t group) const
    {
        return { adjacent.data() + first[group], adjacent.data() + first[group + 1] };
    }

    std::vector<std::uint32_t> first; // groups + 1
    std::vector<Neighbour> adjacent;
};

// Times, efforts and costs that are no finite number or below zero count as 0; links to missing units and
// links without a cost are left out (they bind nothing).
PlanGraph contract(const PlanInput& input);

// ns per run that a unit saves: time × (1 - 1 / speedup), by low, likely and high.
Range savedBy(const Unit& unit);

} // namespace ferroscope::roadmap
