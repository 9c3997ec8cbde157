// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What every accepted profile must hold, whatever it was made of.
#pragma once

#include "core/evidence/profiles/profile.h"
#include <cmath>
#include <cstdlib>

namespace ferroscope::fuzz {

inline void check(bool good)
{
    if (!good)
        std::abort();
}

inline void checkProfile(const evidence::Profile& profile)
{
    check(!profile.entries.empty() && std::isfinite(profile.totalSeconds) && profile.totalSeconds >= 0);
    for (const evidence::ProfileEntry& entry : profile.entries) {
        check(std::isfinite(entry.selfSeconds) && std::isfinite(entry.nativeSeconds) && std::isfinite(entry.waitingSeconds));
        check(profile.exact || entry.calls == 0);
    }
    for (const evidence::ProfileEdge& edge : profile.edges)
        check(edge.caller < profile.entries.size() && edge.callee < profile.entries.size());
}

} // namespace ferroscope::fuzz
