// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_changes.h"

#include <algorithm>

namespace ferroscope::ui::plan {

namespace {

using Names = std::set<std::string>;

Names unitsOf(const Candidate& candidate)
{
    Names names(candidate.units.begin(), candidate.units.end());
    if (!candidate.anchor.empty())
        names.insert(candidate.anchor);
    return names;
}

// A unit is in at most one group.
void ungroup(Settings& now, const Names& units)
{
    for (settings::GroupSetting& group : now.groups)
        std::erase_if(group.units, [&](const std::string& unit) { return units.contains(unit); });
    std::erase_if(now.groups, [](const settings::GroupSetting& group) { return group.units.empty(); });
}

void addGroup(Settings& now, const std::string& title, const Names& units)
{
    if (!units.empty())
        now.groups.push_back({ title, { units.begin(), units.end() } });
}

void setSide(Settings& now, const std::string& unit, bool isRust, const std::string& reason)
{
    std::erase_if(now.sides, [&](const settings::SideSetting& side) { return side.unit == unit; });
    now.sides.push_back({ unit, isRust, reason });
}

} // namespace

std::string anchorOf(const Candidate& candidate)
{
    if (!candidate.anchor.empty())
        return candidate.anchor;
    return candidate.units.empty() ? std::string() : candidate.units.front();
}

Settings moved(Settings now, const Candidate& candidate, int wave)
{
    const Names units = unitsOf(candidate);
    std::erase_if(now.waves, [&](const settings::WaveSetting& one) { return units.contains(one.unit); });
    if (!units.empty())
        now.waves.push_back({ anchorOf(candidate), std::clamp(wave, 1, kLastWave) });
    return now;
}

Settings merged(Settings now, const std::vector<const Candidate*>& candidates, const std::string& title)
{
    Names units;
    std::optional<int> wave;
    for (const Candidate* candidate : candidates) {
        const Names own = unitsOf(*candidate);
        for (const settings::WaveSetting& one : now.waves) {
            if (!wave && candidate == candidates.front() && own.contains(one.unit))
                wave = one.wave;
        }
        units.insert(own.begin(), own.end());
    }
    std::erase_if(now.waves, [&](const settings::WaveSetting& one) { return units.contains(one.unit); });
    if (wave)
        now.waves.push_back({ anchorOf(*candidates.front()), *wave });
    ungroup(now, units);
    addGroup(now, title, units);
    return now;
}

Settings split(Settings now, const Candidate& candidate, const Names& apart)
{
    Names inside, rest;
    for (const std::string& unit : candidate.units)
        (apart.contains(unit) ? inside : rest).insert(unit);
    if (inside.empty() || rest.empty())
        return now;
    ungroup(now, unitsOf(candidate));
    addGroup(now, candidate.title, rest);
    addGroup(now, {}, inside);
    return now;
}

Settings bounded(Settings now, const Candidate& candidate, const Names& inside, const std::string& reason)
{
    const Names had(candidate.units.begin(), candidate.units.end());
    Names all = unitsOf(candidate);
    all.insert(inside.begin(), inside.end());
    ungroup(now, all);
    std::erase_if(now.sides, [&](const settings::SideSetting& side) { return all.contains(side.unit); });
    for (const std::string& unit : had) {
        if (!inside.contains(unit))
            setSide(now, unit, false, reason);
    }
    for (const std::string& unit : inside) {
        if (!had.contains(unit))
            setSide(now, unit, true, reason);
    }
    addGroup(now, candidate.title, inside);
    return now;
}

Settings stayingInPython(Settings now, const Candidate& candidate, const std::string& reason)
{
    return bounded(std::move(now), candidate, {}, reason);
}

Settings overridden(Settings now, const std::string& module, Verdict verdict, const std::string& reason)
{
    now = notOverridden(std::move(now), module);
    now.overrides.push_back({ module, verdict, reason });
    return now;
}

Settings notOverridden(Settings now, const std::string& module)
{
    std::erase_if(now.overrides, [&](const settings::OverrideSetting& one) { return one.module == module; });
    return now;
}

Settings ownedBy(Settings now, const std::string& risk, const std::string& owner)
{
    std::erase_if(now.riskOwners, [&](const settings::RiskOwner& one) { return one.risk == risk; });
    if (!owner.empty())
        now.riskOwners.push_back({ risk, owner });
    return now;
}

Settings asProposed(Settings now)
{
    now.groups.clear();
    now.waves.clear();
    now.sides.clear();
    return now;
}

std::size_t decisions(const Settings& now) { return now.groups.size() + now.waves.size() + now.sides.size(); }

bool readsAlike(const Settings& a, const Settings& b) { return a.excludes == b.excludes && a.roots == b.roots && a.roles == b.roles; }

Settings readAs(Settings now, const Settings& other)
{
    now.excludes = other.excludes;
    now.roots = other.roots;
    now.roles = other.roles;
    return now;
}

} // namespace ferroscope::ui::plan
