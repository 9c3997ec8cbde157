// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Titles of candidates, made from what they contain:
//   "crc16 in ingest.framing"   one unit, or one that holds most of the time of a few functions
//   "Settlement engine"         from settlement.engine: the module with most of the time
//   "Settlement"                the context, when no module holds half of the time and all share the context
// A group that a person named keeps that name. Two equal titles: the later one names its main unit ("Settlement engine: match_orders"), then a number.
#pragma once

#include "core/roadmap/candidates.h"
#include "core/roadmap/strategy.h"

namespace ferroscope::roadmap {

// One per set, unique; `strategies` by set.
std::vector<std::string> candidateTitles(
    const PlanInput& input, const std::vector<CandidateSet>& sets, const std::vector<Verdict>& strategies);

// "settlement.engine" -> "Settlement engine", "shop._price_book" -> "Shop price book", "tariff.tariff" -> "Tariff".
std::string readableModule(std::string_view dotted);

// The unit with most of the time, the first of equals; kNoIndex for an empty set.
std::uint32_t mainUnit(const PlanInput& input, const CandidateSet& set);

} // namespace ferroscope::roadmap
