// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/boundary_costs.h"

#include <algorithm>

namespace ferroscope::knowledge {

const Conversion* BoundaryCosts::find(std::string_view type) const
{
    const auto at = std::lower_bound(conversions.begin(), conversions.end(), type,
        [](const Entry& entry, std::string_view wanted) { return entry.type < wanted; });
    return at != conversions.end() && at->type == type ? &at->price : nullptr;
}

} // namespace ferroscope::knowledge
