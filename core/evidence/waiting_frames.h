// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which frames of a profile wait: sleep, select, poll, a lock, a socket. Their time is set aside before anything
// is ranked (reference/metrics 3.5: an idle background thread showed as two thirds of a run).
#pragma once

#include "core/evidence/profiles/profile.h"
#include "core/knowledge/knowledge.h"

namespace ferroscope::evidence {

bool isBuiltinEntry(const ProfileEntry& entry);
// A builtin by its label ("<built-in method time.sleep>"), looked up in resources/knowledge, or a function of the
// standard library that does nothing but wait.
bool isWaiting(const ProfileEntry& entry, const knowledge::Knowledge& knowledge);

} // namespace ferroscope::evidence
