// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Components and cuts against brute force on random graphs, and cycles of small repositories.
#include "core/graph/components.h"
#include "core/graph/feedback_arcs.h"
#include "tests/support/codebase_builder.h"

#include <QTest>
#include <random>
#include <set>

using namespace ferroscope;
using namespace ferroscope::graph;

namespace {

std::vector<std::vector<bool>> reachability(std::uint32_t nodes, const std::vector<Arc>& arcs)
{
    std::vector<std::vector<bool>> reach(nodes, std::vector<bool>(nodes, false));
    for (const auto& [from, to] : arcs)
        reach[from][to] = true;
    for (std::uint32_t k = 0; k < nodes; ++k) {
        for (std::uint32_t i = 0; i < nodes; ++i) {
            for (std::uint32_t j = 0; j < nodes; ++j)
                reach[i][j] = reach[i][j] || (reach[i][k] && reach[k][j]);
        }
    }
    return reach;
}

bool hasCycle(std::uint32_t nodes, const std::vector<CostedArc>& arcs, const std::vector<std::uint32_t>& removed)
{
    std::vector<Arc> left;
    for (std::uint32_t i = 0; i < arcs.size(); ++i) {
        if (!std::binary_search(removed.begin(), removed.end(), i) && arcs[i].from != arcs[i].to)
            left.emplace_back(arcs[i].from, arcs[i].to);
    }
    return !strongComponents(nodes, left).empty();
}

std::uint32_t costOf(const std::vector<CostedArc>& arcs, const std::vector<std::uint32_t>& removed)
{
    std::uint32_t cost = 0;
    for (const std::uint32_t i : removed)
        cost += arcs[i].cost;
    return cost;
}

std::vector<CostedArc> randomArcs(std::mt19937& random, std::uint32_t nodes, std::uint32_t count)
{
    std::set<Arc> pairs;
    std::vector<CostedArc> arcs;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Arc pair(static_cast<std::uint32_t>(random() % nodes), static_cast<std::uint32_t>(random() % nodes));
        if (pairs.insert(pair).second)
            arcs.push_back({ pair.first, pair.second, static_cast<std::uint32_t>(1 + random() % 5) });
    }
    return arcs;
}

} // namespace

class TestCycles : public QObject {
    Q_OBJECT
private slots:
    void componentsAgainstReachability();
    void longChain();
    void cutsAgainstBruteForce();
    void cutsOfLargeGraphs();
    void modules();
    void lazyImportsCloseNoCycle();
    void conditionalEdgesAreCheaper();
};

void TestCycles::componentsAgainstReachability()
{
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        const auto nodes = static_cast<std::uint32_t>(1 + random() % 12);
        std::vector<Arc> arcs;
        for (std::uint32_t i = 0; i < random() % (3 * nodes); ++i)
            arcs.emplace_back(
                static_cast<std::uint32_t>(random() % nodes), static_cast<std::uint32_t>(random() % nodes));
        const auto reach = reachability(nodes, arcs);
        std::set<std::vector<std::uint32_t>> expected;
        for (std::uint32_t i = 0; i < nodes; ++i) {
            std::vector<std::uint32_t> members;
            for (std::uint32_t j = 0; j < nodes; ++j) {
                if (i == j || (reach[i][j] && reach[j][i]))
                    members.push_back(j);
            }
            if (members.size() > 1)
                expected.insert(members);
        }
        const auto found = strongComponents(nodes, arcs);
        QVERIFY(std::is_sorted(found.begin(), found.end()));
        QVERIFY((std::set<std::vector<std::uint32_t>>(found.begin(), found.end()) == expected));
    }
}

void TestCycles::longChain()
{
    constexpr std::uint32_t kNodes = 200'000;
    std::vector<Arc> arcs;
    for (std::uint32_t i = 0; i < kNodes; ++i)
        arcs.emplace_back(i, (i + 1) % kNodes);
    QCOMPARE(strongComponents(kNodes, arcs).size(), std::size_t(1));
    arcs.pop_back();
    QVERIFY(strongComponents(kNodes, arcs).empty());
    QCOMPARE(weakComponents(kNodes, arcs)[kNodes - 1], 0U);
}

void TestCycles::cutsAgainstBruteForce()
{
    std::mt19937 random(2);
    for (int round = 0; round < 300; ++round) {
        const auto nodes = static_cast<std::uint32_t>(2 + random() % 5);
        const std::vector<CostedArc> arcs = randomArcs(random, nodes, 12);
        std::uint32_t best = ~0U;
        for (std::uint32_t set = 0; set < 1U << arcs.size(); ++set) {
            std::vector<std::uint32_t> removed;
            for (std::uint32_t i = 0; i < arcs.size(); ++i) {
                if ((set >> i & 1U) != 0)
                    removed.push_back(i);
            }
            if (const std::uint32_t cost = costOf(arcs, removed); cost < best && !hasCycle(nodes, arcs, removed))
                best = cost;
        }
        const std::vector<std::uint32_t> found = feedbackArcs(nodes, arcs);
        QVERIFY(!hasCycle(nodes, arcs, found));
        QCOMPARE(costOf(arcs, found), best);
    }
}

void TestCycles::cutsOfLargeGraphs()
{
    std::mt19937 random(3);
    for (const std::uint32_t nodes : { 17U, 60U, 400U, 3000U }) {
        const std::vector<CostedArc> arcs = randomArcs(random, nodes, 3 * nodes);
        const std::vector<std::uint32_t> found = feedbackArcs(nodes, arcs);
        QVERIFY(!hasCycle(nodes, arcs, found));
        QVERIFY(found == feedbackArcs(nodes, arcs));
        // None of them is needless: put back alone it closes a cycle.
        if (nodes > 100)
            continue;
        for (std::size_t i = 0; i < found.size(); ++i) {
            std::vector<std::uint32_t> fewer = found;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            QVERIFY(hasCycle(nodes, arcs, fewer));
        }
    }
    // One planted back arc of a long cycle is the cheapest thing to cut.
    std::vector<CostedArc> ring;
    for (std::uint32_t i = 0; i < 50; ++i)
        ring.push_back({ i, (i + 1) % 50, i == 20 ? 1U : 3U });
    QCOMPARE(feedbackArcs(50, ring), std::vector<std::uint32_t> { 20 });
}

void TestCycles::modules()
{
    const auto code = testing::buildCodebase({ { "a.py", "import b\n" }, { "b.py", "from c import one, two, three\n" },
        { "c.py", "from a import x\nimport d\n" }, { "d.py", "" } });
    QVERIFY(code.has_value());
    QCOMPARE(code->cycles.size(), std::size_t(1));
    QCOMPARE(code->cycles[0].modules, (std::vector<ModuleId> { 0, 1, 2 }));
    QCOMPARE(code->modules[0].cycle, 0U);
    QCOMPARE(code->modules[3].cycle, graph::kNone);
    QCOMPARE(code->cuts.size(), std::size_t(1));
    QVERIFY(code->cuts[0].to != 2U); // three names are dearer than one
}

void TestCycles::lazyImportsCloseNoCycle()
{
    const auto code = testing::buildCodebase({ { "a.py", "import b\n" }, { "b.py", "def f():\n    import a\n" },
        { "c.py", "import d\n" }, { "d.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import c\n" } });
    QVERIFY(code.has_value());
    QVERIFY(code->cycles.empty());
    QVERIFY(code->cuts.empty());
    // Neither does an edge of one lazy and one type-checking import, though its flags have nothing in common.
    const auto mixed = testing::buildCodebase({ { "a.py", "import b\n" },
        { "b.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from a import T\ndef f():\n    from a import g\n" } });
    QVERIFY(mixed.has_value());
    QCOMPARE(mixed->imports.size(), std::size_t(2));
    QVERIFY(mixed->cycles.empty());
}

void TestCycles::conditionalEdgesAreCheaper()
{
    const auto code = testing::buildCodebase(
        { { "a.py", "import b\n" }, { "b.py", "try:\n    import a\nexcept ImportError:\n    a = None\n" } });
    QVERIFY(code.has_value());
    QCOMPARE(code->cuts.size(), std::size_t(1));
    QCOMPARE(code->cuts[0].from, 1U);
    QCOMPARE(code->cuts[0].to, 0U);
}

QTEST_APPLESS_MAIN(TestCycles)
#include "tst_cycles.moc"
