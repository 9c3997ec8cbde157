// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/titles.h"

#include "core/base/text.h"
#include <algorithm>
#include <set>

namespace ferroscope::roadmap {
namespace {

constexpr double kMostOfTheTime = 0.6;

std::string wordsOf(std::string_view identifier) // "_price_book" -> "price book"
{
    std::string words;
    for (const std::string_view word : split(identifier, '_')) {
        if (word.empty())
            continue;
        if (!words.empty())
            words += ' ';
        words += word;
    }
    return words;
}

std::string capitalised(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

const PlanModule* moduleAt(const PlanInput& input, std::uint32_t index)
{
    return index < input.modules.size() ? &input.modules[index] : nullptr;
}

std::string unitTitle(const PlanInput& input, std::uint32_t unit)
{
    const PlanModule* module = moduleAt(input, input.units[unit].module);
    const std::string name = input.units[unit].name.empty() ? "Module code" : input.units[unit].name;
    return module && !module->name.empty() ? name + " in " + module->name : name;
}

bool oneUnitLeads(const PlanInput& input, const CandidateSet& set, Verdict strategy)
{
    if (set.units.size() == 1)
        return true;
    if (strategy != Verdict::ExtractPyo3)
        return false;
    double total = 0;
    for (const std::uint32_t unit : set.units)
        total += input.units[unit].time.likely;
    return total > 0 && input.units[mainUnit(input, set)].time.likely >= kMostOfTheTime * total;
}

std::string plainTitle(const PlanInput& input, const CandidateSet& set, Verdict strategy)
{
    if (set.units.empty())
        return "Nothing";
    if (oneUnitLeads(input, set, strategy))
        return unitTitle(input, mainUnit(input, set));
    const std::vector<std::pair<std::uint32_t, double>> shares = timeByModule(input, set);
    const auto most = std::max_element(
        shares.begin(), shares.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const PlanModule* module = moduleAt(input, most->first);
    if (!module)
        return unitTitle(input, mainUnit(input, set));
    const bool sameContext = std::all_of(shares.begin(), shares.end(), [&](const auto& entry) {
        const PlanModule* other = moduleAt(input, entry.first);
        return other && other->context == module->context;
    });
    if (most->second < 0.5 && sameContext && !module->context.empty())
        return readableModule(module->context);
    const std::string title = readableModule(module->name);
    return title.empty() ? unitTitle(input, mainUnit(input, set)) : title;
}

} // namespace

std::string readableModule(std::string_view dotted)
{
    const std::vector<std::string_view> parts = split(dotted, '.');
    const std::string last = parts.empty() ? std::string() : wordsOf(parts.back());
    const std::string parent = parts.size() < 2 ? std::string() : wordsOf(parts[parts.size() - 2]);
    if (parent.empty() || lowerAscii(parent) == lowerAscii(last))
        return capitalised(last);
    return capitalised(last.empty() ? parent : parent + " " + last);
}

std::uint32_t mainUnit(const PlanInput& input, const CandidateSet& set)
{
    std::uint32_t best = kNoIndex;
    for (const std::uint32_t unit : set.units) {
        if (best == kNoIndex || input.units[unit].time.likely > input.units[best].time.likely)
            best = unit;
    }
    return best;
}

std::vector<std::string> candidateTitles(
    const PlanInput& input, const std::vector<CandidateSet>& sets, const std::vector<Verdict>& strategies)
{
    std::vector<std::string> titles;
    std::set<std::string> used;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        std::string title = sets[i].title.empty() ? plainTitle(input, sets[i], strategies[i]) : sets[i].title;
        const std::uint32_t unit = mainUnit(input, sets[i]);
        if (sets[i].title.empty() && used.contains(title) && unit != kNoIndex && !oneUnitLeads(input, sets[i], strategies[i]))
            title += ": " + input.units[unit].name;
        const std::string base = title;
        for (int number = 2; used.contains(title); ++number)
            title = base + " " + std::to_string(number);
        used.insert(title);
        titles.push_back(title);
    }
    return titles;
}

} // namespace ferroscope::roadmap
