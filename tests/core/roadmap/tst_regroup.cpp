// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decides about sets: forced units, groups, waves; and sets that are more than a wave can hold.
#include "core/roadmap/best_sets.h"
#include "core/roadmap/candidates.h"
#include "core/roadmap/regroup.h"
#include "core/roadmap/wave_order.h"
#include "core/roadmap/wave_steps.h"
#include "tests/core/roadmap/random_plan.h"

#include <QTest>
#include <map>
#include <optional>
#include <set>

using namespace ferroscope;
using namespace ferroscope::roadmap;
using namespace ferroscope::roadmap::testing;

namespace {

std::int64_t profitOf(const PlanInput& input, std::uint32_t set, std::int64_t price)
{
    std::int64_t profit = 0;
    for (std::uint32_t unit = 0; unit < input.units.size(); ++unit) {
        if ((set >> unit & 1U) != 0) {
            profit += std::llround(input.units[unit].time.likely * (1 - 1 / input.units[unit].speedup.likely));
            profit -= price * std::llround(input.units[unit].effort.likely * 1000);
        }
    }
    for (const Link& link : input.links) {
        if ((set >> link.from & 1U) != (set >> link.to & 1U))
            profit -= std::llround(link.cost);
    }
    return profit;
}

// Every set with all that is forced and nothing that is pinned; ties are left out of these plans. The profit of none of
// the units counts as 0 effort for the forced ones: they move at any price, so theirs is the same in all sets.
std::int64_t bestProfit(const PlanInput& input, std::uint32_t forced, std::uint32_t pinned, std::int64_t price)
{
    std::optional<std::int64_t> best;
    for (std::uint32_t set = 0; set < (1U << input.units.size()); ++set) {
        if ((set & forced) == forced && (set & pinned) == 0)
            best = std::max(best.value_or(profitOf(input, set, price)), profitOf(input, set, price));
    }
    return *best;
}

FoundSet setOf(std::vector<std::vector<std::uint32_t>> steps)
{
    FoundSet set;
    double lambda = 1000;
    set.lambda = lambda;
    for (std::vector<std::uint32_t>& units : steps)
        set.steps.push_back({ std::move(units), lambda -= 10 });
    return set;
}

// `count` units of `days` each that save `saved` ns each, in one module.
PlanInput rowOf(std::size_t count, int milliDays, int saved)
{
    PlanInput input;
    input.modules.resize(1);
    for (std::size_t at = 0; at < count; ++at) {
        input.units.push_back(unitOf(saved, milliDays));
        input.units.back().functions = { "m.py:f" + std::to_string(at) };
        input.runTime += 2.0 * saved;
    }
    return input;
}

std::vector<Candidate> candidatesOf(const std::vector<CandidateSet>& sets, const std::vector<double>& days)
{
    std::vector<Candidate> candidates(sets.size());
    for (std::size_t at = 0; at < sets.size(); ++at) {
        candidates[at].effort = Range::exactly(days[at]);
        candidates[at].gain = Range::exactly(0.1);
    }
    return candidates;
}

} // namespace

class TestRegroup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The rest is the best that can be done beside what is forced; compared with all sets of small plans.
    void forcedUnitsAreMovedFirstAndTheRestIsBest()
    {
        Dice dice(5);
        int asked = 0;
        for (int trial = 0; trial < 3'000; ++trial) {
            PlanInput input = randomPlan(dice, 9);
            std::uint32_t forced = 0;
            std::uint32_t pinned = 0;
            for (std::uint32_t unit = 0; unit < input.units.size(); ++unit) {
                input.units[unit].tie = kNoIndex;
                input.units[unit].forced = !input.units[unit].pinned && dice.once(4);
                forced |= input.units[unit].forced ? 1U << unit : 0;
                pinned |= input.units[unit].pinned ? 1U << unit : 0;
            }
            const auto price = static_cast<std::int64_t>(dice.roll(6)); // ns per thousandth of a person-day
            std::uint32_t moved = 0;
            const PlanGraph graph = contract(input);
            for (const BestSetStep& step : bestSetSteps(graph, static_cast<double>(price) * 1000)) {
                for (const std::uint32_t group : step.groups) // without ties a group is a unit
                    moved |= 1U << group;
            }
            QCOMPARE(moved & forced, forced);
            QCOMPARE(profitOf(input, moved, price), bestProfit(input, forced, pinned, price));
            asked += forced != 0 ? 1 : 0;
        }
        QVERIFY(asked > 1'000);
    }

    void forcedUnitsAreNeverDropped()
    {
        Dice dice(6);
        for (int trial = 0; trial < 2'000; ++trial) {
            PlanInput input = randomPlan(dice, 12);
            input.leastGain = 0.2;
            input.maxCandidates = dice.roll(3);
            std::set<std::uint32_t> forced;
            for (std::uint32_t unit = 0; unit < input.units.size(); ++unit) {
                input.units[unit].tie = kNoIndex;
                if (!input.units[unit].pinned && dice.once(5)) {
                    input.units[unit].forced = true;
                    forced.insert(unit);
                }
            }
            if (input.runTime <= 0)
                continue;
            std::set<std::uint32_t> moved;
            for (const CandidateSet& set : findCandidates(input))
                moved.insert(set.units.begin(), set.units.end());
            QVERIFY(std::includes(moved.begin(), moved.end(), forced.begin(), forced.end()));
            // Also where the sets were found before anything was forced.
            moved.clear();
            for (const CandidateSet& set : priceSets(input, {}))
                moved.insert(set.units.begin(), set.units.end());
            QVERIFY(moved == forced);
        }
    }

    void largeSetsBecomeSteps_data()
    {
        QTest::addColumn<int>("units");
        QTest::addColumn<int>("milliDays");
        QTest::addColumn<bool>("together"); // all at one price
        QTest::addColumn<int>("steps");
        QTest::newRow("fits a wave") << 10 << 5'000 << false << 1;
        QTest::newRow("twice a wave") << 20 << 4'500 << false << 2;
        QTest::newRow("ten times") << 100 << 5'000 << false << 10;
        QTest::newRow("one step is larger") << 4 << 70'000 << false << 4;
        QTest::newRow("pays only together") << 20 << 4'500 << true << 1;
    }
    void largeSetsBecomeSteps()
    {
        QFETCH(int, units);
        QFETCH(int, milliDays);
        QFETCH(bool, together);
        QFETCH(int, steps);
        const PlanInput input = rowOf(static_cast<std::size_t>(units), milliDays, 1'000);
        std::vector<std::vector<std::uint32_t>> parts(together ? 1 : static_cast<std::size_t>(units));
        for (std::uint32_t unit = 0; unit < static_cast<std::uint32_t>(units); ++unit)
            parts[together ? 0 : unit].push_back(unit);
        const std::vector<FoundSet> made = cutIntoSteps(input, { setOf(std::move(parts)) });
        QCOMPARE(static_cast<int>(made.size()), steps);
        std::uint32_t next = 0; // what saves most for the work comes first
        for (const FoundSet& set : made) {
            double days = 0;
            for (const std::uint32_t unit : set.units()) {
                QCOMPARE(unit, next++);
                days += input.units[unit].effort.likely;
            }
            QVERIFY(days <= kMostDaysPerStep || set.units().size() == 1 || together);
        }
        QCOMPARE(next, static_cast<std::uint32_t>(units));
    }

    // What a step saves is what it adds to those before; together they save what the set does.
    void stepsAddUp()
    {
        Dice dice(7);
        int cut = 0;
        for (int trial = 0; trial < 500; ++trial) {
            PlanInput input = rowOf(30, 10'000, 100'000);
            input.leastGain = 0;
            for (std::uint32_t unit = 1; unit < 30; ++unit) {
                input.units[unit].time = input.units[unit].time * (1 + dice.roll(20));
                input.links.push_back(linkOf(dice.roll(unit), unit, 1'000 * dice.roll(400)));
            }
            input.runTime = 1e9;
            input.cutOff = 0;
            input.maxCandidates = 1'000;
            const std::vector<CandidateSet> steps = findCandidates(input);
            double together = 0;
            std::set<std::uint32_t> moved;
            for (std::size_t at = 0; at < steps.size(); ++at) {
                together += steps[at].saved.likely;
                moved.insert(steps[at].units.begin(), steps[at].units.end());
                for (const std::uint32_t need : steps[at].needs)
                    QVERIFY(need < at);
            }
            double whole = 0;
            for (const std::uint32_t unit : moved)
                whole += savedBy(input.units[unit]).likely;
            for (const Link& link : input.links)
                whole -= moved.contains(link.from) != moved.contains(link.to) ? link.cost : 0;
            QVERIFY(std::abs(together - whole) < 1);
            cut += steps.size() > 1 ? 1 : 0;
        }
        QVERIFY(cut > 400);
    }

    void aStepThatSavesTooLittleGoesWithTheOneBefore()
    {
        PlanInput input = rowOf(20, 4'500, 1'000);
        for (std::size_t unit = 10; unit < 20; ++unit)
            input.units[unit].time = Range::exactly(1);
        std::vector<std::vector<std::uint32_t>> parts;
        for (std::uint32_t unit = 0; unit < 20; ++unit)
            parts.push_back({ unit });
        QCOMPARE(cutIntoSteps(input, { setOf(std::move(parts)) }).size(), std::size_t(1));
    }

    void groupsAreExact()
    {
        PlanInput input = rowOf(8, 1'000, 1'000);
        input.modules.resize(8);
        for (std::uint32_t unit = 0; unit < 8; ++unit)
            input.units[unit].module = unit;
        input.units[6].pinned = true;
        input.units[4].tie = input.units[7].tie = 1;
        const std::vector<FoundSet> found { setOf({ { 0, 1 }, { 2 } }), setOf({ { 3 } }), setOf({ { 4, 7 }, { 5 } }) };
        const auto unitsOf = [](const std::vector<FoundSet>& sets) {
            std::vector<std::vector<std::uint32_t>> units;
            for (const FoundSet& set : sets)
                units.push_back(set.units());
            return units;
        };
        using Units = std::vector<std::vector<std::uint32_t>>;
        QCOMPARE(unitsOf(regroup(input, found)), (Units { { 0, 1, 2 }, { 3 }, { 4, 5, 7 } }));
        input.groups = { { "merged", { 1, 2, 3 } } };
        const std::vector<FoundSet> merged = regroup(input, found);
        QCOMPARE(unitsOf(merged), (Units { { 1, 2, 3 }, { 0 }, { 4, 5, 7 } }));
        QVERIFY(merged[0].isByHand && merged[0].title == "merged" && !merged[1].isByHand);
        input.groups = { { "", { 5, 6 } }, { "", { 4 } } }; // 6 is pinned, 7 is tied to 4
        std::set<std::vector<std::uint32_t>> sets;
        for (const std::vector<std::uint32_t>& units : unitsOf(regroup(input, found)))
            sets.insert(units);
        QVERIFY(sets == (std::set<std::vector<std::uint32_t>> { { 0, 1, 2 }, { 3 }, { 4, 7 }, { 5 } }));
        input.groups = { { "", { 6 } } };
        QCOMPARE(unitsOf(regroup(input, found)), unitsOf(found));
    }

    // Whatever is grouped, the gains add up to what all that moves saves.
    void gainsOfGroupsAddUp()
    {
        Dice dice(8);
        for (int trial = 0; trial < 2'000; ++trial) {
            PlanInput input = randomPlan(dice, 14);
            input.maxCandidates = 1'000;
            input.cutOff = input.leastGain = 0;
            const std::vector<FoundSet> found = findSets(input);
            UnitGroup group;
            for (std::uint32_t unit = 0; unit < input.units.size(); ++unit) {
                if (dice.once(3) && input.units[unit].tie == kNoIndex && !input.units[unit].pinned)
                    group.units.push_back(unit);
            }
            input.groups = { group };
            double together = 0;
            std::set<std::uint32_t> moved;
            for (const CandidateSet& set : priceSets(input, found)) {
                together += set.saved.likely;
                for (const std::uint32_t unit : set.units)
                    QVERIFY(moved.insert(unit).second);
                QCOMPARE(set.isByHand, !group.units.empty() && set.units == group.units);
            }
            double whole = 0;
            for (const std::uint32_t unit : moved)
                whole += savedBy(input.units[unit]).likely;
            for (const Link& link : input.links)
                whole -= moved.contains(link.from) != moved.contains(link.to) ? link.cost : 0;
            QVERIFY(std::abs(together - whole) < 1e-6);
        }
    }

    void chosenWavesHold_data()
    {
        QTest::addColumn<QList<int>>("chosen"); // by candidate, 0: none. Candidate 2 needs 1, candidate 4 needs 3.
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("none") << QList<int> { 0, 0, 0, 0, 0 } << QList<int> { 1, 2, 2, 2, 3 };
        QTest::newRow("the first later") << QList<int> { 4, 0, 0, 0, 0 } << QList<int> { 4, 1, 2, 2, 2 };
        QTest::newRow("a need later: kept, and said by the caller") << QList<int> { 0, 3, 1, 0, 0 } << QList<int> { 2, 3, 1, 2, 2 };
        QTest::newRow("who needs it waits") << QList<int> { 0, 0, 0, 5, 0 } << QList<int> { 1, 2, 2, 5, 5 };
        QTest::newRow("what is counted on comes in time") << QList<int> { 0, 0, 0, 0, 2 } << QList<int> { 1, 2, 3, 2, 2 };
        QTest::newRow("a full wave takes no more") << QList<int> { 2, 2, 2, 0, 0 } << QList<int> { 2, 2, 2, 1, 3 };
        QTest::newRow("all in one") << QList<int> { 7, 7, 7, 7, 7 } << QList<int> { 7, 7, 7, 7, 7 };
    }
    void chosenWavesHold()
    {
        QFETCH(QList<int>, chosen);
        QFETCH(QList<int>, expected);
        const PlanInput input = rowOf(5, 1'000, 1'000);
        std::vector<CandidateSet> sets(5);
        for (std::uint32_t at = 0; at < 5; ++at) {
            sets[at].units = { at };
            sets[at].wave = chosen[static_cast<int>(at)];
        }
        sets[2].needs = { 1 };
        sets[4].needs = { 3 };
        QList<int> waves(5);
        const auto order = orderWaves(input, sets, candidatesOf(sets, { 5, 6, 7, 8, 9 }));
        for (std::size_t wave = 0; wave < order.size(); ++wave) {
            for (const std::size_t at : order[wave])
                waves[static_cast<int>(at)] = static_cast<int>(wave) + 1;
        }
        QCOMPARE(waves, expected);
    }
};

QTEST_APPLESS_MAIN(TestRegroup)
#include "tst_regroup.moc"
