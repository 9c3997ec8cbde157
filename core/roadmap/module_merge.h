// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Module merge: sets that take parts of the same module become one candidate. The exact sweep may move the
// hottest function of a file first and the rest of it at a lower price, but nobody opens, tests and releases
// one file twice. The merged set stands where its first part stood; what lies between keeps its place.
#pragma once

#include "core/roadmap/found_set.h"

namespace ferroscope::roadmap {

std::vector<FoundSet> mergeByModule(const PlanInput& input, std::vector<FoundSet> sets);

} // namespace ferroscope::roadmap
