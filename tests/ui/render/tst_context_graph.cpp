// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The layered layout keeps its promises on graphs of every shape, and the graph of contexts counts right.
#include "tests/support/sample_assessment.h"
#include "ui/render/figures/context_graph.h"

#include <QElapsedTimer>
#include <QTest>
#include <cmath>
#include <random>
#include <set>

using namespace ferroscope;
using namespace ferroscope::render;

namespace {

using Edges = std::vector<LayeredEdge>;

Edges randomEdges(int nodes, int count, unsigned seed)
{
    std::mt19937 random(seed);
    std::set<std::pair<int, int>> seen;
    Edges edges;
    for (int at = 0; at < count; ++at) {
        const int from = static_cast<int>(random() % static_cast<unsigned>(nodes)), to = static_cast<int>(random() % static_cast<unsigned>(nodes));
        if (from != to && seen.insert({ from, to }).second)
            edges.push_back({ from, to, 1.0 + static_cast<double>(random() % 5) });
    }
    return edges;
}

} // namespace

class TestContextGraph : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void layoutsHold_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<Edges>("edges");
        QTest::newRow("none") << 0 << Edges {};
        QTest::newRow("one") << 1 << Edges {};
        QTest::newRow("alone together") << 7 << Edges {};
        QTest::newRow("chain") << 4 << Edges { { 0, 1 }, { 1, 2 }, { 2, 3 } };
        QTest::newRow("two ways") << 2 << Edges { { 0, 1 }, { 1, 0 } };
        QTest::newRow("ring") << 5 << Edges { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 4 }, { 4, 0 } };
        QTest::newRow("star") << 9 << Edges { { 0, 1 }, { 0, 2 }, { 0, 3 }, { 0, 4 }, { 0, 5 }, { 0, 6 }, { 0, 7 }, { 0, 8 } };
        QTest::newRow("long edge") << 4 << Edges { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 0, 3 } };
        for (unsigned seed = 1; seed <= 6; ++seed)
            QTest::addRow("random %u", seed) << 26 << randomEdges(26, 20 * static_cast<int>(seed), seed);
    }
    void layoutsHold()
    {
        QFETCH(int, nodes);
        QFETCH(Edges, edges);
        std::vector<QSizeF> sizes;
        for (int at = 0; at < nodes; ++at)
            sizes.emplace_back(at % 5 == 3 ? 420 : 160, at % 5 == 3 ? 230 : 48);
        LayeredOptions options;
        options.maxWidth = 716;
        const LayeredLayout layout = layOutLayered(sizes, edges, options);
        QCOMPARE(layout.nodes.size(), sizes.size());
        QCOMPARE(layout.routes.size(), edges.size());
        for (std::size_t a = 0; a < sizes.size(); ++a) {
            QCOMPARE(layout.nodes[a].size(), sizes[a]);
            QVERIFY(QRectF(QPointF(-0.5, -0.5), layout.size + QSizeF(1, 1)).contains(layout.nodes[a]));
            for (std::size_t b = a + 1; b < sizes.size(); ++b)
                QVERIFY2(!layout.nodes[a].intersects(layout.nodes[b]), qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
        }
        for (std::size_t at = 0; at < edges.size(); ++at) {
            const auto& route = layout.routes[at];
            const QRectF from = layout.nodes[static_cast<std::size_t>(edges[at].from)].adjusted(-0.5, -0.5, 0.5, 0.5), to = layout.nodes[static_cast<std::size_t>(edges[at].to)].adjusted(-0.5, -0.5, 0.5, 0.5);
            QVERIFY(from.contains(route.front()) && to.contains(route.back()));
            // Bends lie beside the boxes, never on them.
            for (std::size_t bend = 1; bend + 1 < route.size(); ++bend) {
                for (std::size_t node = 0; node < sizes.size(); ++node)
                    QVERIFY(!layout.nodes[node].contains(route[bend]));
            }
        }
        // The same input, the same picture; and turned by a quarter the same as well.
        QCOMPARE(layOutLayered(sizes, edges, options).nodes, layout.nodes);
        std::vector<QSizeF> turned;
        for (const QSizeF& size : sizes)
            turned.push_back(size.transposed());
        const LayeredLayout columns = layOutColumns(turned, edges, options);
        for (std::size_t at = 0; at < sizes.size(); ++at)
            QCOMPARE(columns.nodes[at].topLeft(), QPointF(layout.nodes[at].y(), layout.nodes[at].x()));
    }

    void onlyCyclesGoUp()
    {
        const Edges edges { { 0, 1 }, { 1, 2 }, { 2, 0, 0.5 }, { 0, 3 }, { 3, 2 } };
        const LayeredLayout layout = layOutLayered(std::vector<QSizeF>(4, QSizeF(100, 40)), edges, {});
        for (std::size_t at = 0; at < edges.size(); ++at)
            QCOMPARE(layout.routes[at].front().y() < layout.routes[at].back().y(), at != 2); // the lightest of the ring
    }

    void contextsAreCounted()
    {
        const Assessment a = sample::assessment();
        const ContextGraph graph = contextGraph(a);
        QCOMPARE(graph.boxOf.size(), a.modules.size());
        std::size_t modules = 0;
        for (const ContextBox& box : graph.boxes)
            modules += box.modules.size();
        QCOMPARE(modules, a.modules.size());
        const int billing = graph.boxOfKey(QStringLiteral("context:billing")), planning = graph.boxOfKey(QStringLiteral("context:planning"));
        QVERIFY(billing >= 0 && planning >= 0);
        const auto arrow = std::find_if(graph.arrows.begin(), graph.arrows.end(), [&](const ContextArrow& one) { return one.from == billing && one.to == planning; });
        QVERIFY(arrow != graph.arrows.end());
        QCOMPARE(arrow->imports, std::size_t { 1 }); // tariff imports window
        QCOMPARE(arrow->cycleLinks, std::size_t { 0 });
        QCOMPARE(graph.boxes[static_cast<std::size_t>(billing)].innerCycles, std::size_t { 1 }); // contracts and rules
        QVERIFY(!graph.boxes[static_cast<std::size_t>(billing)].crossCycle);
        const auto cut = std::count_if(graph.links.begin(), graph.links.end(), [](const auto& one) { return one.cut && one.cycle; });
        QCOMPARE(cut, 1);
    }

    void aCycleAcrossContextsIsMarked()
    {
        Assessment a = sample::assessment();
        a.imports.edit().push_back({ sample::kWindow, sample::kTariff, 3, {} });
        a.cycles.edit().push_back({ sample::kTariff, sample::kWindow });
        a.cuts.edit().push_back({ sample::kWindow, sample::kTariff });
        const ContextGraph graph = contextGraph(a);
        const int billing = graph.boxOfKey(QStringLiteral("context:billing")), planning = graph.boxOfKey(QStringLiteral("context:planning"));
        QVERIFY(graph.boxes[static_cast<std::size_t>(billing)].crossCycle && graph.boxes[static_cast<std::size_t>(planning)].crossCycle);
        const ContextLayout layout = layOutContexts(graph, {}, { 716, 550 }, Theme::light());
        QCOMPARE(std::count_if(layout.arrows.begin(), layout.arrows.end(), [](const PlacedArrow& one) { return one.cycle; }), 2);
        QCOMPARE(std::count_if(layout.arrows.begin(), layout.arrows.end(), [](const PlacedArrow& one) { return one.cut; }), 1);
    }

    void openBoxesHoldTheirModules()
    {
        const Assessment a = sample::assessment();
        const ContextGraph graph = contextGraph(a);
        const int billing = graph.boxOfKey(QStringLiteral("context:billing"));
        ContextView view;
        view.open = { billing };
        const ContextLayout layout = layOutContexts(graph, view, { 716, 550 }, Theme::light());
        const QRectF outer = layout.boxes[static_cast<std::size_t>(layout.find(billing, -1))].rect;
        for (const int module : graph.boxes[static_cast<std::size_t>(billing)].modules) {
            const PlacedBox& inner = layout.boxes[static_cast<std::size_t>(layout.find(-1, module))];
            QCOMPARE(inner.module, module);
            QVERIFY(outer.contains(inner.rect));
            QCOMPARE(layout.boxes[static_cast<std::size_t>(layout.at(inner.rect.center()))].module, module);
        }
        QVERIFY(std::any_of(layout.arrows.begin(), layout.arrows.end(), [](const PlacedArrow& one) { return one.inner && one.cycle; }));
    }

    void theKeysReachEveryBox_data()
    {
        QTest::addColumn<bool>("open");
        QTest::newRow("closed") << false;
        QTest::newRow("all open") << true;
    }
    void theKeysReachEveryBox()
    {
        QFETCH(bool, open);
        const Assessment a = sample::assessment();
        const ContextGraph graph = contextGraph(a);
        ContextView view;
        for (int box = 0; open && box < static_cast<int>(graph.boxes.size()); ++box)
            view.open.push_back(box);
        const ContextLayout layout = layOutContexts(graph, view, { 716, 550 }, Theme::light());
        std::vector<bool> reached(layout.boxes.size());
        std::vector<int> queue { 0 };
        reached[0] = true;
        while (!queue.empty()) {
            const int from = queue.back();
            queue.pop_back();
            for (const int key : { Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down }) {
                const int to = neighbour(layout, from, key);
                if (to >= 0 && !reached[static_cast<std::size_t>(to)]) {
                    reached[static_cast<std::size_t>(to)] = true;
                    queue.push_back(to);
                }
            }
        }
        for (std::size_t at = 0; at < reached.size(); ++at)
            QVERIFY2(reached[at] || layout.boxes[at].more > 0, qPrintable(QString::number(at)));
    }

    void aLargeRepositoryStaysReadable()
    {
        Assessment a;
        for (int at = 0; at < 12'000; ++at) {
            AssessedModule module;
            module.path = QStringLiteral("p%1/m%2.py").arg(at % 200).arg(at, 5, 10, QLatin1Char('0')).toStdString();
            module.name = module.path;
            module.role = "source";
            module.context = "c" + std::to_string(at % 200);
            a.modules.push_back(std::move(module));
        }
        std::sort(a.modules.begin(), a.modules.end(), [](const auto& x, const auto& y) { return x.path < y.path; });
        for (int at = 0; at < 200; ++at) {
            ContextSummary context;
            context.id = "c" + std::to_string(at);
            context.name = "p" + std::to_string(at);
            a.contexts.edit().push_back(std::move(context));
        }
        std::mt19937 random(7);
        for (int at = 0; at < 60'000; ++at)
            a.imports.edit().push_back({ a.modules[random() % 12'000].path, a.modules[random() % 12'000].path, 1, {} });
        const ContextGraph graph = contextGraph(a);
        QVERIFY(graph.boxes.size() <= kMostBoxes);
        ContextView view;
        view.open = { 0, 1, 2 };
        const ContextLayout layout = layOutContexts(graph, view, { 716, 550 }, Theme::light());
        QVERIFY(layout.boxes.size() <= kMostBoxes + 3 * kMostInside);
        QVERIFY(layout.hidden > 0);
    }
};

QTEST_MAIN(TestContextGraph)
#include "tst_context_graph.moc"
