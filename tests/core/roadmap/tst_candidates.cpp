// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/candidates.h"
#include "core/roadmap/step_merge.h"
#include "tests/core/roadmap/random_plan.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <set>

using namespace ferroscope;
using namespace ferroscope::roadmap;
using namespace ferroscope::roadmap::testing;

namespace {

PlanInput strict() // thresholds of these tests, whatever the defaults are
{
    PlanInput input;
    input.cutOff = 0.002;
    input.leastGain = 0.01;
    return input;
}

PlanInput lenient(PlanInput input) // every step that saves anything is a candidate
{
    input.cutOff = 0;
    input.leastGain = 0;
    input.maxCandidates = 1000;
    return input;
}

bool equalSets(const CandidateSet& a, const CandidateSet& b)
{
    return a.units == b.units && a.lambda == b.lambda && a.saved == b.saved && a.effort == b.effort
        && a.crossings == b.crossings && a.needs == b.needs;
}

// Likely ns saved by moving exactly `moved`, from the definition.
double netOf(const PlanInput& input, const std::set<std::uint32_t>& moved)
{
    double net = 0;
    for (const std::uint32_t unit : moved)
        net += savedBy(input.units[unit]).likely;
    for (const Link& link : input.links)
        net -= moved.contains(link.from) != moved.contains(link.to) ? link.cost : 0;
    return net;
}

} // namespace

class TestCandidates : public QObject {
    Q_OBJECT

private slots:
    void nothingToGain()
    {
        QVERIFY(findCandidates({}).empty());
        PlanInput input = strict();
        input.units.push_back(unitOf(0, 100));
        QVERIFY(findCandidates(input).empty()); // no run time
        input.runTime = 1e9;
        QVERIFY(findCandidates(input).empty());
        input.units[0] = unitOf(400'000'000, 100);
        QCOMPARE(findCandidates(input).size(), 1U);
        input.units[0].pinned = true;
        QVERIFY(findCandidates(input).empty());
    }

    // The loop around a hot function: alone every call crosses, together they pay.
    void callerInALoopMovesAlong()
    {
        PlanInput input = strict();
        input.runTime = 1e9;
        input.units = { unitOf(300'000'000, 500), unitOf(20'000'000, 500), unitOf(900'000, 500) };
        input.links = { linkOf(1, 0, 280'000'000), linkOf(2, 1, 1'000) };
        const std::vector<CandidateSet> sets = findCandidates(input);
        QCOMPARE(sets.size(), 1U);
        QCOMPARE(sets[0].units, (std::vector<std::uint32_t> { 0, 1 }));
        QCOMPARE(sets[0].saved.likely, 300e6 + 20e6 - 1000);
        QCOMPARE(sets[0].crossings, (std::vector<std::uint32_t> { 1 }));
        QCOMPARE(sets[0].lambda, sets[0].saved.likely);
    }

    // The later set's gain holds only because the earlier one has moved, and says so.
    void needsNameTheEarlierSet()
    {
        PlanInput input = strict();
        input.runTime = 1e9;
        input.units = { unitOf(500'000'000, 1000), unitOf(30'000'000, 3000) };
        input.links = { linkOf(1, 0, 20'000'000) };
        const std::vector<CandidateSet> sets = findCandidates(input);
        QCOMPARE(sets.size(), 2U);
        QCOMPARE(sets[0].units, std::vector<std::uint32_t> { 0 });
        QCOMPARE(sets[0].saved.likely, 480e6);
        QVERIFY(sets[0].needs.empty());
        QCOMPARE(sets[1].saved.likely, 50e6);
        QCOMPARE(sets[1].removed, 20e6);
        QCOMPARE(sets[1].needs, std::vector<std::uint32_t> { 0 });
        QVERIFY(sets[1].crossings.empty());
    }

    // A helper too small to be a candidate joins the one it is tied to most, not the one that came last.
    void smallHelperJoinsItsUser()
    {
        PlanInput input = strict();
        input.runTime = 1e9;
        input.units = { unitOf(400'000'000, 1000), unitOf(200'000'000, 2000), unitOf(2'000'000, 900) };
        input.links = { linkOf(0, 2, 3'000'000), linkOf(1, 2, 500'000) };
        const std::vector<CandidateSet> sets = findCandidates(input);
        QCOMPARE(sets.size(), 2U);
        QCOMPARE(sets[0].units, (std::vector<std::uint32_t> { 0, 2 }));
    }

    // Many small functions around shared work: none is worth a candidate, together they are.
    void smallStepsGather()
    {
        PlanInput input = strict();
        input.runTime = 1e9;
        for (std::uint32_t i = 0; i < 8; ++i) {
            input.units.push_back(unitOf(4'000'000 + static_cast<int>(i) * 1000, 100));
            if (i > 0)
                input.links.push_back(linkOf(i - 1, i, 10));
        }
        std::vector<CandidateSet> sets = findCandidates(input);
        QCOMPARE(sets.size(), 1U);
        QCOMPARE(sets[0].units.size(), 8U);
        input.links.clear(); // unrelated ones are dropped
        QVERIFY(findCandidates(input).empty());
    }

    void mostCandidatesKeepsTheLargest()
    {
        PlanInput input = strict();
        input.runTime = 1e9;
        for (int i = 0; i < 30; ++i)
            input.units.push_back(unitOf(11'000'000 + i * 100'000, 10 + 100 * i)); // small ones have the best price
        const std::vector<CandidateSet> sets = findCandidates(input);
        QCOMPARE(sets.size(), input.maxCandidates);
        for (const CandidateSet& set : sets)
            QVERIFY(set.units[0] >= 18);
    }

    void figuresAddUp()
    {
        Dice dice(77);
        for (int trial = 0; trial < 3'000; ++trial) {
            PlanInput input = lenient(randomPlan(dice, 14));
            if (trial % 2 == 1)
                input.leastGain = 0.05;
            if (trial % 3 == 1)
                input.maxCandidates = 2;
            const std::vector<CandidateSet> sets = findCandidates(input);
            QVERIFY(sets.size() <= input.maxCandidates);
            std::set<std::uint32_t> moved;
            for (std::uint32_t i = 0; i < sets.size(); ++i) {
                const double before = netOf(input, moved);
                for (const std::uint32_t unit : sets[i].units)
                    QVERIFY2(moved.insert(unit).second && !input.units[unit].pinned, "once, and never a pinned one");
                QVERIFY(std::is_sorted(sets[i].units.begin(), sets[i].units.end()));
                QCOMPARE(sets[i].saved.likely, netOf(input, moved) - before);
                QVERIFY(sets[i].saved.likely >= input.leastGain * input.runTime && sets[i].saved.likely > 0);
                for (const std::uint32_t need : sets[i].needs)
                    QVERIFY(need < i);
                for (const std::uint32_t link : sets[i].crossings)
                    QVERIFY(moved.contains(input.links[link].from) != moved.contains(input.links[link].to));
                // With its needs alone (and theirs) it saves as much as in its place: the order is free otherwise.
                std::set<std::uint32_t> needed;
                std::vector<std::uint32_t> open(sets[i].needs);
                while (!open.empty()) {
                    const CandidateSet& set = sets[open.back()];
                    open.pop_back();
                    needed.insert(set.units.begin(), set.units.end());
                    open.insert(open.end(), set.needs.begin(), set.needs.end());
                }
                const double without = netOf(input, needed);
                needed.insert(sets[i].units.begin(), sets[i].units.end());
                QCOMPARE(netOf(input, needed) - without, sets[i].saved.likely);
            }
        }
    }

    // Without thresholds nothing of the best set is lost.
    void unionIsTheBestSet()
    {
        Dice dice(78);
        for (int trial = 0; trial < 2'000; ++trial) {
            PlanInput input = lenient(randomPlan(dice, 14));
            std::set<std::uint32_t> moved;
            for (const CandidateSet& set : findCandidates(input))
                moved.insert(set.units.begin(), set.units.end());
            const PlanGraph graph = contract(input);
            std::set<std::uint32_t> best;
            for (const BestSetStep& step : bestSetSteps(graph, 0)) {
                for (std::uint32_t unit = 0; unit < input.units.size(); ++unit) {
                    if (std::binary_search(step.groups.begin(), step.groups.end(), graph.groupOfUnit[unit]))
                        best.insert(unit);
                }
            }
            QCOMPARE(moved, best);
        }
    }

    // Merging at any thresholds keeps every candidate worth the cut-off: gain >= price × effort.
    void mergedSetsPay()
    {
        Dice dice(79);
        std::size_t merged = 0;
        for (int trial = 0; trial < 4'000; ++trial) {
            PlanInput input = randomPlan(dice, 14);
            input.cutOff = 0.2 * dice.roll(8);
            input.leastGain = 0.03 * dice.roll(6);
            input.maxCandidates = 1000;
            const std::vector<CandidateSet> sets = findCandidates(input);
            for (const CandidateSet& set : sets) {
                const double price = input.cutOff * input.runTime;
                QVERIFY(set.saved.likely >= price * set.effort.likely * (1 - 1e-9));
                QVERIFY(set.lambda >= price * (1 - 1e-9));
            }
            merged += sets.size() < bestSetSteps(contract(input), input.cutOff * input.runTime).size();
        }
        QVERIFY(merged > 500);
    }

    void repeatable()
    {
        Dice dice(80);
        for (int trial = 0; trial < 300; ++trial) {
            const PlanInput input = randomPlan(dice, 40);
            const std::vector<CandidateSet> first = findCandidates(input);
            const std::vector<CandidateSet> second = findCandidates(input);
            QVERIFY(std::equal(first.begin(), first.end(), second.begin(), second.end(), equalSets));
        }
    }

    // Far code without links and without value changes nothing, wherever its units are numbered.
    void unrelatedCodeChangesNothing()
    {
        Dice dice(81);
        for (int trial = 0; trial < 500; ++trial) {
            PlanInput input = randomPlan(dice, 20);
            input.leastGain = 0.02;
            const std::vector<CandidateSet> before = findCandidates(input);
            const auto count = static_cast<std::uint32_t>(input.units.size());
            for (std::uint32_t i = 0; i < 6; ++i) {
                input.units.push_back(unitOf(i % 2 == 0 ? 0 : -5, 1 + static_cast<int>(i)));
                input.links.push_back(linkOf(count + i, count + (i + 1) % 6, 3));
            }
            const std::vector<CandidateSet> after = findCandidates(input);
            QVERIFY(std::equal(before.begin(), before.end(), after.begin(), after.end(), equalSets));
        }
    }

    // The sweep would move the hot function first and the warm one later; nobody ports one file twice.
    void oneModuleIsOneCandidate()
    {
        PlanInput input = strict();
        input.runTime = 1e9;
        input.units = { unitOf(300'000'000, 100), unitOf(100'000'000, 4000), unitOf(100'000'000, 100) };
        input.units[2].module = 1;
        QCOMPARE(findCandidates(input).size(), 3U); // nothing known of modules
        input.modules.resize(2);
        const std::vector<CandidateSet> sets = findCandidates(input);
        QCOMPARE(sets.size(), 2U);
        QVERIFY((sets[0].units == std::vector<std::uint32_t> { 0, 1 }) || (sets[1].units == std::vector<std::uint32_t> { 0, 1 }));
        QCOMPARE(sets[0].saved.likely + sets[1].saved.likely, 500e6);
    }
};

QTEST_APPLESS_MAIN(TestCandidates)
#include "tst_candidates.moc"
