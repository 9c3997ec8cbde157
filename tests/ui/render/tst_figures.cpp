// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures: layouts are exact, numbers add up, labels do not collide, painters survive every kind of input.
#include "tests/ui/render/large_assessment.h"
#include "ui/render/figures/axis.h"
#include "ui/render/figures/contexts.h"
#include "ui/render/figures/dot_matrix.h"
#include "ui/render/figures/quadrant.h"
#include "ui/render/figures/roadmap_figure.h"
#include "ui/render/figures/savings.h"
#include "ui/render/figures/time_split.h"
#include "ui/render/figures/treemap.h"
#include "ui/render/figures/verdict_bar.h"
#include "ui/render/figures/waterfall.h"
#include "ui/render/format.h"
#include <QImage>
#include <QTest>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace ferroscope;
using namespace ferroscope::render;

namespace {

bool overlaps(const QRectF& a, const QRectF& b)
{
    const QRectF common = a.intersected(b);
    return common.width() > 1e-6 && common.height() > 1e-6;
}

template <class Paint> QImage painted(Paint paint, const QSizeF& size = { 640, 420 })
{
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter, QRectF(QPointF(0, 0), size));
    return image;
}

bool isBlank(const QImage& image)
{
    QImage white(image.size(), image.format());
    white.fill(Qt::white);
    return image == white;
}

} // namespace

class TestFigures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void treemapAreas()
    {
        const std::vector<double> sizes { 6, 6, 4, 3, 2, 2, 1, 0, -3, std::numeric_limits<double>::quiet_NaN() };
        const QRectF area(10, 20, 600, 400);
        const std::vector<QRectF> rects = squarified(sizes, area);
        QCOMPARE(rects.size(), sizes.size());
        double sum = 0;
        for (std::size_t i = 0; i < 7; ++i) {
            const double expected = sizes[i] / 24 * area.width() * area.height();
            QVERIFY(std::abs(rects[i].width() * rects[i].height() - expected) < expected * 1e-9);
            QVERIFY(area.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(rects[i]));
            sum += rects[i].width() * rects[i].height();
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(!overlaps(rects[i], rects[k]));
            const double ratio = rects[i].width() / rects[i].height();
            QVERIFY(ratio > 0.2 && ratio < 5);
        }
        QVERIFY(std::abs(sum - area.width() * area.height()) < 1);
        for (std::size_t i = 7; i < sizes.size(); ++i)
            QVERIFY(rects[i].isEmpty());
        QVERIFY(squarified({}, area).empty());
        QVERIFY(squarified({ 1 }, QRectF()).front().isEmpty());
    }

    void treemapOfPackages()
    {
        const Assessment a = sample::largeAssessment(300);
        const TreemapNode tree = packageTree(a, [](const AssessedModule& module) { return static_cast<double>(module.lines.code); });
        QCOMPARE(tree.total(), static_cast<double>(a.totals.lines.code));
        const QRectF area(0, 0, 1000, 700);
        const std::vector<TreemapTile> tiles = layoutTreemap(tree, area, {});
        std::size_t leaves = 0;
        std::vector<QRectF> seen;
        for (const TreemapTile& tile : tiles) {
            QVERIFY(area.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(tile.rect));
            if (tile.id < 0)
                continue;
            ++leaves;
            for (const QRectF& other : seen)
                QVERIFY(!overlaps(tile.rect, other));
            seen.push_back(tile.rect);
        }
        QCOMPARE(leaves, a.totals.modules);
    }

    void waterfallAddsUp()
    {
        const Assessment a = sample::assessment();
        for (const AssessedModule& module : a.modules) {
            if (!module.judged())
                continue;
            for (const Waterfall& waterfall : { valueWaterfall(module), easeWaterfall(module) }) {
                double points = 0, of = 0;
                for (const WaterfallStep& step : waterfall.steps) {
                    QVERIFY(step.points <= step.of + 1e-9);
                    points += step.points;
                    of += step.of;
                }
                QVERIFY2(std::abs(points - waterfall.total.likely) < 1e-6, module.name.c_str());
                QVERIFY(std::abs(of - 100) < 1e-9);
            }
        }
    }

    void timeAddsUp()
    {
        for (const std::size_t count : { 14U, 240U }) {
            const Assessment a = count == 14 ? sample::assessment() : sample::largeAssessment(count);
            double expected = 0, shown = 0, moves = 0;
            for (const AssessedModule& module : a.modules)
                expected += module.heat.interpreted.likely + module.heat.native.likely + module.heat.waiting.likely;
            const TimeSplit split = timeByContext(a, 6);
            QVERIFY(split.bars.size() <= 6);
            for (const TimeBar& bar : split.bars) {
                shown += bar.total();
                moves += bar.moves;
            }
            QVERIFY(std::abs(expected - shown) < 1e-9);
            QVERIFY(moves > 0);
        }
    }

    void labelsDoNotCollide_data()
    {
        QTest::addColumn<int>("points");
        QTest::newRow("few") << 3;
        QTest::newRow("crowded") << 40;
    }
    void labelsDoNotCollide()
    {
        QFETCH(int, points);
        const QRectF bounds(0, 0, 500, 300);
        std::vector<LabelRequest> requests;
        std::vector<QRectF> taken;
        for (int i = 0; i < points; ++i) {
            const QPointF at(40 + (i * 97) % 420, 30 + (i * 61) % 240);
            requests.push_back({ at, QSizeF(80, 24), 8, QSizeF(14, 12) });
            taken.push_back(QRectF(at.x() - 4, at.y() - 4, 8, 8));
        }
        const std::vector<LabelPlace> places = placeLabels(requests, bounds, taken);
        int placed = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (places[i].rect.isNull())
                continue;
            ++placed;
            QVERIFY(bounds.contains(places[i].rect));
            for (std::size_t k = 0; k < i; ++k) {
                const QRectF common = places[i].rect.intersected(places[k].rect);
                QVERIFY(common.width() * common.height() <= 80 * 24 * 0.05);
            }
        }
        QVERIFY(placed >= (points == 3 ? 3 : 20));
    }

    void quadrantHitTest()
    {
        const Assessment a = sample::assessment();
        const Quadrant quadrant = quadrantOf(a);
        const QuadrantLayout layout = layoutQuadrant(quadrant, QRectF(0, 0, 600, 420), Theme::light());
        QCOMPARE(layout.at.size(), quadrant.points.size());
        for (std::size_t i = 0; i < layout.at.size(); ++i)
            QVERIFY(layout.plot.adjusted(-1, -1, 1, 1).contains(layout.at[i]));
        const int hit = layout.pointAt(layout.at.back(), 3);
        QCOMPARE(hit, static_cast<int>(layout.at.size()) - 1);
        QCOMPARE(layout.pointAt(QPointF(-500, -500), 3), -1);
        QVERIFY(quadrant.points.back().strong); // the best candidate lies on top
        QCOMPARE(quadrant.points.back().shortLabel, u"C1"_s);
    }

    void roadmapIsOrdered()
    {
        const Assessment a = sample::assessment();
        const RoadmapFigure figure = roadmapFigure(a);
        QCOMPARE(figure.lanes.size(), a.waves.size());
        QCOMPARE(figure.steps.size(), 10U);
        for (std::size_t i = 1; i < figure.lanes.size(); ++i) {
            QVERIFY(figure.lanes[i].start >= figure.lanes[i - 1].end.likely - 1e-9);
            QVERIFY(figure.lanes[i].gained.likely >= figure.lanes[i - 1].gained.likely);
        }
        bool anyArrow = false;
        for (const RoadmapStep& step : figure.steps) {
            for (const int needed : step.needs) {
                anyArrow = true;
                QVERIFY(figure.steps[static_cast<std::size_t>(needed)].start <= step.start);
            }
        }
        QVERIFY(anyArrow);
        const Theme& theme = Theme::light();
        const QRectF rect(0, 0, 900, roadmapHeight(figure, theme));
        const RoadmapLayout layout = layoutRoadmap(figure, rect, theme);
        for (std::size_t i = 0; i < layout.bars.size(); ++i) {
            QVERIFY(rect.adjusted(-1, -1, 1, 1).contains(layout.bars[i]));
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(!overlaps(layout.bars[i], layout.bars[k]));
        }
    }

    void crowdedLaneIsJoined()
    {
        Assessment a = sample::assessment();
        for (int i = 0; i < 40; ++i)
            a.waves[0].work.push_back({ "Type module number " + std::to_string(i), Verdict::TypeFirst, {}, { 0.1, 0.2, 0.4 }, {} });
        a.waves[0].effort = { 7, 13, 24 };
        const RoadmapFigure figure = roadmapFigure(a);
        QVERIFY(figure.lanes[0].steps.size() <= 8);
        double effort = 0;
        for (const int step : figure.lanes[0].steps)
            effort += figure.steps[static_cast<std::size_t>(step)].effort.likely;
        QVERIFY(std::abs(effort - (4.3 + 40 * 0.2)) < 1e-9);
    }

    void dotsCountEveryModuleThatActs()
    {
        for (const std::size_t count : { 14U, 240U, 3000U }) {
            const Assessment a = count == 14 ? sample::assessment() : sample::largeAssessment(count);
            const DotMatrix matrix = dotMatrix(a);
            std::size_t marks = 0, moving = 0;
            for (const DotGroup& group : matrix.groups) {
                marks += group.marks.size();
                for (const Verdict verdict : group.marks)
                    moving += movesToRust(verdict) ? 1 : 0;
            }
            QCOMPARE(moving, 6U); // one of each, never rounded away
            QVERIFY(marks <= 460);
            if (matrix.modulesPerMark == 1)
                QCOMPARE(marks, a.totals.modules);
        }
    }

    void axisIsRound()
    {
        for (const double largest : { 0.0, 0.004, 1.0, 7.3, 42.0, 99.9, 1234.5, 1e9 }) {
            const Axis axis = niceAxis(largest);
            QVERIFY(axis.to >= largest);
            QVERIFY(axis.ticks.size() >= 2 && axis.ticks.size() <= 9);
        }
        QVERIFY(niceAxis(std::numeric_limits<double>::infinity()).to > 0);
    }

    // Every painter, every theme, every kind of assessment: something is drawn, nothing crashes, the painter's
    // state is as before.
    void painters_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("theme");
        for (const auto& [name, kind] : { std::pair("sample", 0), std::pair("large", 1), std::pair("nothing to move", 2), std::pair("empty", 3) }) {
            for (int theme = 0; theme < 3; ++theme)
                QTest::addRow("%s, theme %d", name, theme) << kind << theme;
        }
    }
    void painters()
    {
        QFETCH(int, kind);
        QFETCH(int, theme);
        const Theme look = theme == 0 ? Theme::light() : theme == 1 ? Theme::dark() : Theme::print(1.6);
        const Assessment a = kind == 0 ? sample::assessment() : kind == 1 ? sample::largeAssessment(800) : kind == 2 ? sample::nothingToMove() : Assessment {};
        const bool empty = kind == 3;
        const auto check = [&](const QImage& image, bool mayBeBlank) { QVERIFY(mayBeBlank || !isBlank(image)); };
        check(painted([&](QPainter& p, const QRectF& r) { paintQuadrant(p, r, quadrantOf(a), look); }), false);
        check(painted([&](QPainter& p, const QRectF& r) { paintVerdictBar(p, r, verdictCounts(a), look); }), empty);
        check(painted([&](QPainter& p, const QRectF& r) { paintVerdictColumn(p, r, verdictCounts(a), look); }), empty);
        check(painted([&](QPainter& p, const QRectF& r) { paintTimeSplit(p, r, timeByContext(a), look); }), empty);
        check(painted([&](QPainter& p, const QRectF& r) { paintRoadmap(p, r, roadmapFigure(a), look); }), empty || kind == 2);
        check(painted([&](QPainter& p, const QRectF& r) { paintSavings(p, r, savingsOf(a), look); }), false);
        check(painted([&](QPainter& p, const QRectF& r) { paintDotMatrix(p, r, dotMatrix(a), look); }), empty);
        const TreemapNode tree = packageTree(a, [](const AssessedModule& module) { return static_cast<double>(module.lines.code); });
        check(painted([&](QPainter& p, const QRectF& r) {
            const QPen before = p.pen();
            paintTreemap(p, layoutTreemap(tree, r, {}), [&](int id) {
                const AssessedModule& module = a.modules[static_cast<std::size_t>(id)];
                TreemapCell cell;
                cell.fill = look.heat.colorOf(module.heat.interpreted.likely * 100);
                cell.ink = look.heat.inkOf(module.heat.interpreted.likely * 100);
                cell.mark = module.verdict.id;
                cell.estimated = true;
                return cell;
            }, [](const TreemapTile&) { return u"1"_s; }, look);
            QCOMPARE(p.pen(), before);
        }), empty);
        for (const AssessedModule& module : a.modules) {
            check(painted([&](QPainter& p, const QRectF& r) { paintWaterfall(p, r, easeWaterfall(module), {}, look); }), false);
            check(painted([&](QPainter& p, const QRectF& r) { paintGeometricMean(p, QRectF(r.left(), r.top(), 400, 90), module.value, module.ease, module.readiness, look); }), false);
            break;
        }
    }

    void numbersAsPrinted()
    {
        QCOMPARE(number(-1234.5, 1), u"−1,234.5"_s);
        QCOMPARE(number(-0.01, 1), u"0.0"_s);
        QCOMPARE(percent(0.0634), u"6.3\u00A0%"_s);
        QCOMPARE(percent(0.274), u"27\u00A0%"_s);
        QCOMPARE(percent(0.0001), u"< 0.1\u00A0%"_s);
        QCOMPARE(percentRange({ 0.21, 0.27, 0.29 }).plain(), u"21–27–29\u00A0%"_s);
        QCOMPARE(rangeText({ 2.5, 4, 8 }, u"person-days"_s).plain(), u"2.5–4.0–8.0\u00A0person-days"_s);
        QCOMPARE(shortCount(1920), u"1.9\u00A0k"_s);
        QCOMPARE(shortCount(3'100'000), u"3.1\u00A0M"_s);
        QCOMPARE(nanoseconds(61000), u"61.0\u00A0µs"_s);
        QCOMPARE(shortNumber(15.0), u"15"_s);
        QCOMPARE(shortNumber(3.5), u"3.5"_s);
        QCOMPARE(isoDateInWords(u"2025-02-11"_s), u"11 February 2025"_s);
        QCOMPARE(plural(1, u"module"_s), u"1\u00A0module"_s);
        QCOMPARE(number(std::numeric_limits<double>::quiet_NaN()), u"–"_s);
    }
};

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
