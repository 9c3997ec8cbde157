// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to a plan, as pure functions: settings in, settings out. Candidates and units are named by
// functions ("path:qualified.name"), so a change outlives an analysis that numbers them anew.
#pragma once

#include "core/settings/settings.h"
#include <set>

namespace ferroscope::ui::plan {

using settings::Settings;

inline constexpr int kLastWave = 99;

std::string anchorOf(const Candidate& candidate); // how settings name it; "" for one without units

Settings moved(Settings now, const Candidate& candidate, int wave); // 1..kLastWave
// One candidate of all their units; it stands in the wave of the first.
Settings merged(Settings now, const std::vector<const Candidate*>& candidates, const std::string& title);
// Two: those of `apart` (some of its units, neither none nor all) and the others, which keep the title.
Settings split(Settings now, const Candidate& candidate, const std::set<std::string>& apart);
// Exactly `inside` moves: what the candidate had besides stays in Python, what it had not moves to Rust.
Settings bounded(Settings now, const Candidate& candidate, const std::set<std::string>& inside, const std::string& reason);
Settings stayingInPython(Settings now, const Candidate& candidate, const std::string& reason); // all of its units

Settings overridden(Settings now, const std::string& module, Verdict verdict, const std::string& reason);
Settings notOverridden(Settings now, const std::string& module);
Settings ownedBy(Settings now, const std::string& risk, const std::string& owner); // "" takes the name back

// Waves, groups and sides as proposed; everything else stays.
Settings asProposed(Settings now);
std::size_t decisions(const Settings& now); // waves, groups and sides set by hand
// What only a new reading can tell: excludes, roots, roles.
bool readsAlike(const Settings& a, const Settings& b);
Settings readAs(Settings now, const Settings& other); // with excludes, roots and roles of `other`

} // namespace ferroscope::ui::plan
