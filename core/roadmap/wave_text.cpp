// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/wave_text.h"

#include "core/base/text.h"
#include "core/roadmap/phrases.h"
#include <algorithm>

namespace ferroscope::roadmap {
namespace {

// What a wave must reach to count as a success: the low end, or half of the likely gain where that is 0.
double goalOf(const Range& gain)
{
    return gain.low >= 0.001 ? gain.low : gain.likely / 2;
}

std::string roleOfGoal(const Range& gain)
{
    return gain.low >= 0.001 ? "low end" : "half of the likely gain; the low end promises none";
}

std::vector<std::string> prepareCriteria(const WaveFacts& facts)
{
    std::vector<std::string> criteria {
        "Ten baseline runs on recorded inputs differ by at most 5 %, and their results are stored for comparison",
    };
    for (const WorkItem& item : facts.wave->work) {
        if (item.gain.likely > 0) {
            criteria.push_back("\"" + item.title + "\" saves at least " + percentText(goalOf(item.gain))
                + " of the run (" + roleOfGoal(item.gain) + ") with identical results");
        }
    }
    const auto others = std::count_if(facts.wave->work.begin(), facts.wave->work.end(), [](const WorkItem& item) {
        return item.kind != Verdict::ProfileFirst && item.gain.likely <= 0;
    });
    if (others > 0) {
        criteria.push_back((others == 1 ? std::string("The other work item of this wave is")
                                        : "The other " + std::to_string(others) + " work items of this wave are")
            + " merged and the whole test suite passes");
    }
    if (!facts.first) {
        criteria.push_back("Stop here: nothing else is worth moving; profile again after these changes");
    } else if (facts.input->measured) {
        criteria.push_back("Go on to wave 1 if an unprofiled baseline run confirms the profiled run time of about "
            + timeText(facts.input->runTime) + " within a factor of 2; otherwise plan again from a new profile");
    } else {
        criteria.push_back("Go on to wave 1 if the profile gives the functions of " + facts.first->id + " at least "
            + percentText(facts.firstShare / 2) + " of the run (half of the estimated "
            + percentText(facts.firstShare) + "); otherwise plan again from the profile");
    }
    return criteria;
}

std::string goOrStop(const WaveFacts& facts)
{
    const std::string goal = "the run is shorter than the baseline by at least "
        + percentText(goalOf(facts.wave->gain)) + " from this wave alone";
    if (facts.next) {
        return "Go on to wave " + std::to_string(facts.next->number) + " if " + goal
            + "; otherwise stop, switch back to Python and plan again from a new profile";
    }
    return "Keep the change if " + goal + "; otherwise switch back to Python";
}

std::string parityCriterion(const std::vector<const Candidate*>& candidates)
{
    std::vector<std::string> ids;
    std::size_t functions = 0;
    for (const Candidate* candidate : candidates) {
        ids.push_back(candidate->id);
        functions += candidate->units.size();
    }
    return "Parity tests cover " + (functions == 1 ? "the function" : "all " + counted(functions, "function")) + " of "
        + joined(ids) + ", and one switch brings the Python version back";
}

// The dearest crossing that is left when the wave is done: none between two candidates of this wave.
const Crossing* dearestCrossing(const Candidate& candidate, const std::vector<const Candidate*>& wave)
{
    const auto moves = [&](const std::string& function) {
        return std::any_of(wave.begin(), wave.end(), [&](const Candidate* other) {
            return std::binary_search(other->units.begin(), other->units.end(), function);
        });
    };
    for (const Crossing& crossing : candidate.crossings) {
        if (!moves(crossing.from) || !moves(crossing.to))
            return &crossing;
    }
    return nullptr;
}

// The switch of a project whose package is `shop`: SHOP_PURE_PYTHON.
std::string switchName(const WaveFacts& facts)
{
    std::string name;
    for (const PlanModule& module : facts.input->modules) {
        const std::vector<std::string>& moved = facts.candidates.front()->modules;
        if (std::find(moved.begin(), moved.end(), module.path) != moved.end()) {
            name = module.package.empty() ? module.name : module.package;
            break;
        }
    }
    std::string made;
    for (const char each : name) {
        const bool isLetter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
        const bool isDigit = each >= '0' && each <= '9' && !made.empty();
        made += isLetter && each >= 'a' ? static_cast<char>(each - 'a' + 'A') : isLetter || isDigit ? each : '_';
    }
    return (made.empty() ? std::string("USE") : made) + "_PURE_PYTHON";
}

std::string switchBack(Verdict strategy, const std::string& variable)
{
    switch (strategy) {
    case Verdict::Worker:
        return "the Python consumer stays deployed without load; the queue is routed back to it";
    case Verdict::Service:
        return "the Python endpoints stay deployed; the gateway sends the traffic back to them";
    case Verdict::Cli:
        return "the Python program stays installable under its old name; the release before is installed again";
    case Verdict::DataPipeline:
        return "a flag of each run picks the old or the new pipeline; both write apart until they agree";
    default:
        return "the Python version stays beside the Rust one; " + variable
            + "=1 makes its module import it again, and so does an extension that cannot be imported";
    }
}

} // namespace

std::string rollbackOf(const WaveFacts& facts)
{
    if (facts.candidates.empty())
        return "Everything in this wave is an ordinary change in Python: revert the change that broke something.";
    std::vector<std::pair<std::string, std::vector<std::string>>> ways; // sentence, candidates
    const std::string variable = switchName(facts);
    for (const Candidate* candidate : facts.candidates) {
        std::string way = switchBack(candidate->strategy, variable);
        const auto known = std::find_if(ways.begin(), ways.end(), [&](const auto& each) { return each.first == way; });
        if (known != ways.end())
            known->second.push_back(candidate->id);
        else
            ways.push_back({ std::move(way), { candidate->id } });
    }
    std::string text;
    for (const auto& [way, ids] : ways)
        text += (text.empty() ? "" : " ") + joined(ids) + ": " + way + ".";
    return text + " The Python version goes only after two releases without a switch back.";
}

std::vector<std::string> exitCriteriaOf(const WaveFacts& facts)
{
    if (facts.wave->number == 0)
        return prepareCriteria(facts);
    std::vector<std::string> criteria;
    for (const Candidate* candidate : facts.candidates) {
        criteria.push_back(candidate->id + " saves at least " + percentText(goalOf(candidate->gain))
            + " of the run (" + roleOfGoal(candidate->gain) + ") with identical results on the recorded inputs");
    }
    criteria.push_back(parityCriterion(facts.candidates));
    if (facts.wave->crossings > 0) {
        criteria.push_back("Calls over the boundary take at most " + timeText(2 * facts.wave->crossings)
            + " of a run, twice what is expected");
    }
    criteria.push_back(goOrStop(facts));
    return criteria;
}

std::vector<std::string> measurementsOf(const WaveFacts& facts)
{
    std::vector<std::string> measure {
        "Run time on the recorded inputs without a profiler: ten runs, median and spread, against the baseline",
    };
    if (facts.wave->number == 0) {
        if (facts.first) {
            measure.push_back("Share of the run in the functions of " + facts.first->id + ", expected about "
                + percentText(facts.firstShare));
        }
        measure.push_back("Peak memory of the baseline run");
    }
    for (const Candidate* candidate : facts.candidates) {
        if (const Crossing* dearest = dearestCrossing(*candidate, facts.candidates)) {
            measure.push_back("Calls from " + dearest->from + " to " + dearest->to + " per run, expected about "
                + countText(dearest->calls));
        }
        if (candidate->predictedSeconds) {
            measure.push_back("Run time once " + candidate->id + " and what it needs have moved, predicted "
                + timeText(candidate->predictedSeconds->low * 1e9) + " to "
                + timeText(candidate->predictedSeconds->high * 1e9));
        }
    }
    measure.push_back("Person-days spent, against " + daysText(facts.wave->effort) + " planned");
    return measure;
}

std::string waveTitle(const std::vector<const Candidate*>& candidates, int number)
{
    if (number == 0)
        return "Prepare";
    if (candidates.empty())
        return "Wave " + std::to_string(number);
    if (number == 1)
        return "First move: " + candidates.front()->title;
    if (candidates.size() <= 2)
        return candidates.size() == 1 ? candidates[0]->title : candidates[0]->title + " and " + candidates[1]->title;
    return candidates[0]->title + " and " + std::to_string(candidates.size() - 1) + " more";
}

} // namespace ferroscope::roadmap
