// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A WhatIf over a given assessment that works in what the window needs to see: waves and groups of candidates, sides,
// overrides, the calendar, weights. Counts what it is asked, and can be held back to see which answer wins.
#pragma once

#include "core/analysis/what_if.h"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

namespace ferroscope::sample {

class FakeWhatIf final : public analysis::WhatIf {
public:
    explicit FakeWhatIf(AssessmentPtr base, roadmap::PlanInput input = {})
        : m_base(std::move(base))
        , m_input(std::move(input))
    {
    }
    std::atomic<bool> isHeld = false; // answers only once released, or stopped
    mutable std::atomic<int> kept = 0, searched = 0, stopped = 0, problems = 0;

    AssessmentPtr assess(const settings::Settings& settings, analysis::Cut cut, const AssessmentPtr& last, std::stop_token stop) const override
    {
        (cut == analysis::Cut::Kept ? kept : searched)++;
        {
            const std::lock_guard lock(m_mutex);
            m_last = last;
            m_asker = std::this_thread::get_id();
        }
        while (isHeld && !stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (stop.stop_requested()) {
            ++stopped;
            return nullptr;
        }
        auto made = std::make_shared<Assessment>(*m_base);
        made->settingsHash = settings::writeSettings(settings) + (cut == analysis::Cut::New ? "new" : "kept");
        for (const settings::GroupSetting& group : settings.groups)
            regroup(*made, group);
        for (const settings::WaveSetting& one : settings.waves)
            move(*made, one);
        for (const settings::SideSetting& one : settings.sides) {
            for (Candidate& candidate : made->candidates) {
                if (!one.isRust && std::erase(candidate.units, one.unit) > 0)
                    candidate.isByHand = true;
            }
        }
        for (const settings::OverrideSetting& one : settings.overrides) {
            for (AssessedModule& module : made->modules) {
                if (module.path == one.module) {
                    module.verdict.id = one.verdict;
                    module.verdict.override_ = Override { one.verdict, one.reason };
                }
            }
        }
        for (const auto& [id, weight] : settings.weights) {
            made->weights[static_cast<std::size_t>(id)] = weight;
            if (id == CriterionId::CpuBound)
                std::reverse(made->candidates.begin(), made->candidates.end());
        }
        if (!settings.terms.start.empty()) {
            for (Wave& wave : made->waves)
                wave.dates = { settings.terms.start, settings.terms.start, settings.terms.start, settings.terms.start };
        }
        warn(*made);
        return made;
    }
    roadmap::PlanInput problem(const settings::Settings&) const override
    {
        ++problems;
        return m_input;
    }
    AssessmentPtr lastGiven() const
    {
        const std::lock_guard lock(m_mutex);
        return m_last;
    }
    std::thread::id asker() const
    {
        const std::lock_guard lock(m_mutex);
        return m_asker;
    }

private:
    static void move(Assessment& a, const settings::WaveSetting& one)
    {
        for (Candidate& candidate : a.candidates) {
            if (std::find(candidate.units.begin(), candidate.units.end(), one.unit) == candidate.units.end())
                continue;
            candidate.isByHand = true;
            for (Wave& wave : a.waves)
                std::erase(wave.candidates, candidate.id);
            auto at = std::find_if(a.waves.begin(), a.waves.end(), [&](const Wave& wave) { return wave.number == one.wave; });
            if (at == a.waves.end()) {
                at = a.waves.insert(std::find_if(a.waves.begin(), a.waves.end(), [&](const Wave& wave) { return wave.number > one.wave; }), Wave {});
                at->number = one.wave;
                at->title = "Moved";
            }
            at->candidates.push_back(candidate.id);
        }
    }
    static void regroup(Assessment& a, const settings::GroupSetting& group)
    {
        Candidate* first = nullptr;
        for (Candidate& candidate : a.candidates) {
            std::vector<std::string> left;
            for (const std::string& unit : candidate.units) {
                if (std::find(group.units.begin(), group.units.end(), unit) == group.units.end())
                    left.push_back(unit);
            }
            if (left.size() == candidate.units.size())
                continue;
            if (!first) {
                first = &candidate;
                first->units = group.units;
                first->isByHand = true;
                if (!group.title.empty())
                    first->title = group.title;
                continue;
            }
            candidate.units = left;
            if (!left.empty())
                continue;
            for (Wave& wave : a.waves)
                std::erase(wave.candidates, candidate.id);
        }
    }
    static void warn(Assessment& a)
    {
        for (const Wave& wave : a.waves) {
            for (const Wave& later : a.waves) {
                for (const std::string& id : later.candidates) {
                    if (later.number > wave.number && std::find(wave.prerequisites.begin(), wave.prerequisites.end(), id) != wave.prerequisites.end())
                        a.planWarnings.push_back("Wave " + std::to_string(wave.number) + " needs " + id + ", which is in wave " + std::to_string(later.number) + ".");
                }
            }
        }
    }
    AssessmentPtr m_base;
    roadmap::PlanInput m_input;
    mutable std::mutex m_mutex;
    mutable AssessmentPtr m_last;
    mutable std::thread::id m_asker;
};

} // namespace ferroscope::sample
