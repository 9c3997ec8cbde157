// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The parametric cut against enumeration of all sets.
#include "core/roadmap/best_sets.h"
#include "core/roadmap/parametric_cut.h"
#include "tests/core/roadmap/random_plan.h"

#include <QtTest>
#include <cmath>
#include <optional>

using namespace ferroscope;
using namespace ferroscope::roadmap;
using namespace ferroscope::roadmap::testing;

namespace {

__extension__ typedef __int128 Wide;

struct Line { // of one set: net gain (ns) and effort (thousandths of a person-day)
    std::int64_t gain = 0, effort = 0;
};

// Every set of units that keeps ties together and leaves the pinned in Python; nothing else is shared with
// the code under test, in particular no contraction and no components.
std::vector<std::optional<Line>> enumerate(const PlanInput& input)
{
    const std::size_t count = input.units.size();
    std::vector<std::optional<Line>> lines(std::size_t { 1 } << count);
    for (std::uint32_t set = 0; set < lines.size(); ++set) {
        const auto in = [set](std::size_t unit) { return (set >> unit & 1U) != 0; };
        Line line;
        bool allowed = true;
        for (std::size_t i = 0; i < count && allowed; ++i) {
            const Unit& unit = input.units[i];
            for (std::size_t j = 0; j < i; ++j)
                allowed &= unit.tie == kNoIndex || unit.tie != input.units[j].tie || in(i) == in(j);
            if (!in(i))
                continue;
            allowed &= !unit.pinned;
            line.gain += std::llround(unit.time.likely * (1 - 1 / unit.speedup.likely));
            line.effort += std::llround(unit.effort.likely * 1000);
        }
        for (const Link& link : input.links) {
            if (in(link.from) != in(link.to))
                line.gain -= std::llround(link.cost);
        }
        if (allowed)
            lines[set] = line;
    }
    return lines;
}

// The smallest of the best sets at the price p/q: the intersection of all of them.
std::uint32_t smallestBest(const std::vector<std::optional<Line>>& lines, std::int64_t p, std::int64_t q)
{
    Wide best = 0;
    std::uint32_t smallest = 0;
    bool first = true;
    for (std::uint32_t set = 0; set < lines.size(); ++set) {
        if (!lines[set])
            continue;
        const Wide profit = Wide { q } * lines[set]->gain - Wide { p } * lines[set]->effort;
        if (first || profit > best) {
            best = profit;
            smallest = set;
        } else if (profit == best) {
            smallest &= set;
        }
        first = false;
    }
    return smallest;
}

// Prices above 0 at which the upper envelope of the lines bends, falling.
std::vector<Price> envelopeBends(const std::vector<std::optional<Line>>& lines)
{
    std::vector<Price> bends;
    Line at; // the empty set is the best at an infinite price: every effort is positive
    for (;;) {
        std::optional<Price> next;
        Line end;
        for (const std::optional<Line>& line : lines) {
            if (!line || line->effort <= at.effort || line->gain <= at.gain)
                continue;
            const Price price { line->gain - at.gain, line->effort - at.effort };
            if (!next || *next < price || (!(price < *next) && line->effort > end.effort)) {
                next = price;
                end = *line;
            }
        }
        if (!next)
            return bends;
        bends.push_back(*next);
        at = end;
    }
}

struct Found {
    std::uint32_t set = 0; // units of the step
    Price price;
};

std::vector<Found> sweepOf(const PlanInput& input)
{
    const PlanGraph graph = contract(input);
    std::vector<Found> found;
    for (const BestSetStep& step : bestSetSteps(graph, 0)) {
        Found& entry = found.emplace_back();
        entry.price.gain = std::llround(step.gain);
        entry.price.effort = 0;
        for (std::uint32_t unit = 0; unit < input.units.size(); ++unit) {
            if (std::count(step.groups.begin(), step.groups.end(), graph.groupOfUnit[unit]) == 0)
                continue;
            entry.set |= 1U << unit;
            entry.price.effort += std::llround(input.units[unit].effort.likely * 1000);
        }
    }
    return found;
}

bool connected(const PlanInput& input, std::uint32_t set)
{
    std::uint32_t reached = set & (~set + 1);
    for (std::uint32_t before = 0; before != reached;) {
        before = reached;
        const auto join = [&](std::uint32_t a, std::uint32_t b) {
            const std::uint32_t both = 1U << a | 1U << b;
            if ((both & ~set) == 0 && (both & reached) != 0)
                reached |= both;
        };
        for (const Link& link : input.links) {
            if (link.cost > 0)
                join(link.from, link.to);
        }
        for (std::uint32_t a = 0; a < input.units.size(); ++a) {
            for (std::uint32_t b = 0; b < a; ++b) {
                if (input.units[a].tie != kNoIndex && input.units[a].tie == input.units[b].tie)
                    join(a, b);
            }
        }
    }
    return reached == set;
}

} // namespace

class TestBestSets : public QObject {
    Q_OBJECT

private slots:
    void smallestMinimumCut()
    {
        // 0 gives 5, 1 and 2 take 3 and 2: both cuts cost 5; the smallest source side is empty.
        MaxFlow flow;
        const std::vector<std::int64_t> weights { 5, -3, -2 };
        const std::vector<FlowEdge> edges { { 0, 1, 10 }, { 0, 2, 10 } };
        QCOMPARE(flow.solve(weights, edges, 1), std::int64_t { 5 });
        QVERIFY(!flow.onSourceSide(0));
        // With less to take, everything stays reachable.
        const std::vector<std::int64_t> poorer { 5, -3, -1 };
        QCOMPARE(flow.solve(poorer, edges, 1), std::int64_t { 4 });
        QVERIFY(flow.onSourceSide(0) && flow.onSourceSide(1) && flow.onSourceSide(2));
        // An edge that is too narrow separates.
        const std::vector<FlowEdge> narrow { { 0, 1, 1 }, { 0, 2, 10 } };
        QCOMPARE(flow.solve(poorer, narrow, 1), std::int64_t { 2 });
        QVERIFY(flow.onSourceSide(0) && !flow.onSourceSide(1) && flow.onSourceSide(2));
    }

    void longPathNeedsNoStack()
    {
        constexpr std::size_t kLength = 1'000'000;
        std::vector<std::int64_t> weights(kLength, 0);
        weights.front() = 7;
        weights.back() = -9;
        std::vector<FlowEdge> edges;
        for (std::uint32_t v = 0; v + 1 < kLength; ++v)
            edges.push_back({ v, v + 1, 8 });
        MaxFlow flow;
        QCOMPARE(flow.solve(weights, edges, 1), std::int64_t { 7 });
    }

    // 10,000 problems: at every bend of the envelope, between every two and beyond both ends the set of the
    // sweep is the smallest best set of the enumeration; the sweep's prices are exactly the bends.
    void equalsEnumeration()
    {
        Dice dice(20240607);
        std::size_t bendCount = 0;
        std::size_t tied = 0;
        for (int trial = 0; trial < 10'000; ++trial) {
            const PlanInput input = randomPlan(dice, 12);
            const std::vector<std::optional<Line>> lines = enumerate(input);
            const std::vector<Price> bends = envelopeBends(lines);
            const std::vector<Found> found = sweepOf(input);
            bendCount += bends.size();

            std::size_t bend = 0;
            std::uint32_t moved = 0;
            for (std::size_t i = 0; i < found.size(); ++i) {
                QVERIFY2((moved & found[i].set) == 0, "nested: a unit joins once and never leaves");
                QVERIFY2(found[i].set != 0 && connected(input, found[i].set), "a step is connected");
                moved |= found[i].set;
                if (i > 0 && found[i].price < found[i - 1].price)
                    ++bend;
                else if (i > 0)
                    ++tied;
                QVERIFY(bend < bends.size());
                QVERIFY(!(found[i].price < bends[bend]) && !(bends[bend] < found[i].price));
            }
            QCOMPARE(found.empty() ? 0 : bend + 1, bends.size());

            const auto setAbove = [&](const Price& price) {
                std::uint32_t set = 0;
                for (const Found& step : found) {
                    if (price < step.price)
                        set |= step.set;
                }
                return set;
            };
            for (std::size_t i = 0; i <= bends.size(); ++i) {
                Price price; // between bend i - 1 and bend i
                if (bends.empty())
                    price = { 1, 1 };
                else if (i == 0)
                    price = { bends[0].gain + 1, bends[0].effort };
                else if (i == bends.size())
                    price = { bends[i - 1].gain, 2 * bends[i - 1].effort };
                else
                    price = { bends[i - 1].gain + bends[i].gain, bends[i - 1].effort + bends[i].effort }; // mediant
                QCOMPARE(setAbove(price), smallestBest(lines, price.gain, price.effort));
                if (i < bends.size())
                    QCOMPARE(setAbove(bends[i]), smallestBest(lines, bends[i].gain, bends[i].effort));
            }
        }
        QVERIFY(bendCount > 20'000); // the trials are not trivial,
        QVERIFY(tied > 100); // and several parts do move at one price
    }

    // A cut-off leaves the steps above it as they are.
    void cutOffOnlyDrops()
    {
        Dice dice(5);
        for (int trial = 0; trial < 2'000; ++trial) {
            const PlanInput input = randomPlan(dice, 12);
            const PlanGraph graph = contract(input);
            const std::vector<BestSetStep> all = bestSetSteps(graph, 0);
            const double least = 500.0 + 1000.0 * dice.roll(12); // ns per person-day, off the frequent prices
            std::size_t kept = 0;
            for (const BestSetStep& step : bestSetSteps(graph, least)) {
                QVERIFY(kept < all.size());
                QVERIFY(step.lambda > least);
                QCOMPARE(step.groups, all[kept].groups);
                QCOMPARE(step.lambda, all[kept].lambda);
                ++kept;
            }
            QVERIFY(kept == all.size() || all[kept].lambda <= least);
        }
    }

    // Figures far beyond 64-bit products are scaled by component and keep their shape.
    void hugeFiguresDoNotOverflow()
    {
        PlanInput input;
        for (std::uint32_t i = 0; i < 60; ++i) {
            Unit unit = unitOf(0, 0);
            unit.time = Range::exactly(1e17 / (1 + i));
            unit.speedup = Range::exactly(10);
            unit.effort = Range::exactly(5000 + i);
            input.units.push_back(unit);
            if (i > 0)
                input.links.push_back(linkOf(i - 1, i, i % 7 == 0 ? 1e30 : 1e10 * i));
        }
        const std::vector<BestSetStep> steps = bestSetSteps(contract(input), 0);
        std::size_t moved = 0;
        for (const BestSetStep& step : steps) {
            moved += step.groups.size();
            QVERIFY(step.lambda > 0 && step.gain > 0);
            for (const std::uint32_t group : step.groups) {
                if (group % 7 == 0 && group > 0)
                    QVERIFY(std::count(step.groups.begin(), step.groups.end(), group - 1) == 1);
            }
        }
        QCOMPARE(moved, input.units.size());
    }
};

QTEST_APPLESS_MAIN(TestBestSets)
#include "tst_best_sets.moc"
