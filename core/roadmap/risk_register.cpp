// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/risk_register.h"

#include "core/assessment/risk_kinds.h"
#include "core/base/text.h"
#include "core/roadmap/phrases.h"
#include "core/roadmap/risk_rows.h"
#include <algorithm>
#include <set>

namespace ferroscope::roadmap {
namespace {

constexpr double kMuchOfTheGain = 0.5;
constexpr double kSomeOfTheGain = 0.2;

const char* nameOf(Level level)
{
    return level == Level::High ? "high" : level == Level::Medium ? "medium" : "low";
}

Level impactOf(const RiskInput& input, const std::vector<std::size_t>& candidates)
{
    double all = 0;
    double concerned = 0;
    for (std::size_t at = 0; at < input.candidates.size(); ++at) {
        const double gain = std::max(input.candidates[at].gain.likely, 0.0);
        all += gain;
        if (candidates.empty() || std::find(candidates.begin(), candidates.end(), at) != candidates.end())
            concerned += gain;
    }
    return levelOf(all > 0 ? concerned / all : 1, kSomeOfTheGain, kMuchOfTheGain);
}

} // namespace

const std::vector<RiskRow>& riskRows()
{
    static const std::vector<RiskRow> rows = [] {
        std::vector<RiskRow> all = riskRowsOfCode();
        const std::vector<RiskRow> more = riskRowsOfPlan();
        all.insert(all.end(), more.begin(), more.end());
        const auto place = [](std::string_view kind) { return std::find(riskKinds().begin(), riskKinds().end(), kind); };
        std::sort(all.begin(), all.end(), [&](const RiskRow& a, const RiskRow& b) { return place(a.kind) < place(b.kind); });
        return all;
    }();
    return rows;
}

std::vector<std::size_t> candidatesWith(const RiskInput& input, const std::function<bool(std::size_t)>& test)
{
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < input.candidates.size(); ++at) {
        if (test(at))
            found.push_back(at);
    }
    return found;
}

std::string idsOf(const RiskInput& input, const std::vector<std::size_t>& candidates)
{
    constexpr std::size_t kMostIds = 4;
    std::vector<std::string> ids;
    for (const std::size_t at : candidates)
        ids.push_back(input.candidates[at].id);
    if (ids.size() > kMostIds) {
        const std::size_t more = ids.size() - (kMostIds - 1);
        ids.resize(kMostIds - 1);
        ids.push_back(std::to_string(more) + " more");
    }
    return joined(ids);
}

std::string namedSome(const std::vector<std::string>& names, std::string_view more)
{
    constexpr std::size_t kMostNamed = 3;
    if (names.size() <= kMostNamed)
        return joined(names);
    std::vector<std::string> shown(names.begin(), names.begin() + kMostNamed - 1);
    shown.push_back(withThousands(static_cast<long long>(names.size() - shown.size())) + " more " + std::string(more));
    return joined(shown);
}

Level levelOf(double value, double medium, double high)
{
    if (value >= high)
        return Level::High;
    return value >= medium ? Level::Medium : Level::Low;
}

std::vector<RiskEntry> riskRegister(const RiskInput& input)
{
    if (input.candidates.empty() || input.facts.size() != input.candidates.size())
        return {};
    std::vector<std::pair<int, RiskEntry>> found; // graveness
    for (std::size_t row = 0; row < riskRows().size(); ++row) {
        const std::optional<RiskDraft> draft = riskRows()[row].look(input);
        if (!draft)
            continue;
        const std::string_view kind = riskRows()[row].kind;
        const Level impact = draft->impact.value_or(impactOf(input, draft->candidates));
        RiskEntry entry;
        entry.id = "R" + std::to_string(row + 1);
        entry.kind = kind;
        entry.risk = draft->risk;
        entry.likelihood = nameOf(draft->likelihood);
        entry.impact = nameOf(impact);
        entry.sign = draft->sign;
        entry.answer = draft->answer;
        const auto named = input.owners.find(kind);
        entry.owner = named != input.owners.end() ? named->second : std::string(defaultRiskOwner(kind));
        std::set<int> waves;
        for (const std::size_t at : draft->candidates) {
            entry.candidates.push_back(input.candidates[at].id);
            for (const Wave& wave : input.waves) {
                if (std::find(wave.candidates.begin(), wave.candidates.end(), input.candidates[at].id) != wave.candidates.end())
                    waves.insert(wave.number);
            }
        }
        entry.waves.assign(waves.begin(), waves.end());
        found.emplace_back((static_cast<int>(draft->likelihood) + 1) * (static_cast<int>(impact) + 1), std::move(entry));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<RiskEntry> entries;
    for (auto& [grave, entry] : found)
        entries.push_back(std::move(entry));
    return entries;
}

} // namespace ferroscope::roadmap
