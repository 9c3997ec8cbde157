// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the roadmap figure shows and where it goes; the painting is in roadmap_painter.cpp.
#include "ui/render/figures/roadmap_figure.h"

#include "ui/render/format.h"
#include "ui/render/marks.h"
#include "ui/render/words.h"
#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

constexpr std::size_t kMostRows = 8; // of one lane

QString daysText(const Range& effort) { return rangeText(effort, words(QT_TRANSLATE_NOOP("Figures", "person-days"))).plain(); }

// A lane with too many steps keeps the largest and joins the others, so that the figure stays on one page.
void joinSmall(std::vector<RoadmapStep>& steps)
{
    if (steps.size() <= kMostRows)
        return;
    std::vector<double> efforts;
    for (const RoadmapStep& step : steps)
        efforts.push_back(step.effort.likely);
    std::sort(efforts.begin(), efforts.end(), std::greater<>());
    const double least = efforts[kMostRows - 2];
    RoadmapStep rest;
    std::vector<RoadmapStep> kept;
    long long joined = 0;
    for (RoadmapStep& step : steps) {
        if (kept.size() < kMostRows - 1 && step.effort.likely >= least) {
            kept.push_back(std::move(step));
            continue;
        }
        ++joined;
        rest.effort += step.effort;
        rest.gain += step.gain;
        if (movesToRust(step.kind))
            rest.kind = step.kind;
    }
    rest.title = plural(joined, words(QT_TRANSLATE_NOOP("Figures", "more step")), words(QT_TRANSLATE_NOOP("Figures", "more steps")));
    rest.subtitle = daysText(rest.effort);
    kept.push_back(std::move(rest));
    steps = std::move(kept);
}

} // namespace

RoadmapFigure roadmapFigure(const Assessment& assessment)
{
    RoadmapFigure figure;
    figure.axisTitle = words(QT_TRANSLATE_NOOP("Figures", "person-days"));
    figure.gainTitle = words(QT_TRANSLATE_NOOP("Figures", "Cumulative gain"));
    std::map<std::string, int> byName; // ids of candidates and titles of work items
    Range end, gained;
    for (const Wave& wave : assessment.waves) {
        RoadmapLane lane;
        lane.title = words(QT_TRANSLATE_NOOP("Figures", "Wave %1")).arg(number(wave.number));
        lane.subtitle = text(wave.title);
        lane.start = end.likely;
        std::vector<RoadmapStep> steps;
        std::vector<std::string> names;
        for (const WorkItem& item : wave.work) {
            steps.push_back({ {}, text(item.title), daysText(item.effort), item.kind, item.effort, item.gain, 0, {} });
            names.push_back(item.title);
        }
        for (const std::string& id : wave.candidates) {
            if (const Candidate* candidate = assessment.candidate(id)) {
                steps.push_back({ text(candidate->id), text(candidate->id) + u' ' + text(candidate->title), daysText(candidate->effort), candidate->strategy,
                    candidate->effort, candidate->gain, 0, {} });
                names.push_back(id);
            }
        }
        const std::size_t before = steps.size();
        joinSmall(steps);
        double start = lane.start;
        const int first = static_cast<int>(figure.steps.size());
        for (std::size_t i = 0; i < steps.size(); ++i) {
            steps[i].start = start;
            start += steps[i].effort.likely;
            if (steps.size() == before) // joined steps have no arrows: they would point at a heap
                byName.emplace(names[i], static_cast<int>(figure.steps.size()));
            lane.steps.push_back(static_cast<int>(figure.steps.size()));
            figure.steps.push_back(std::move(steps[i]));
        }
        for (const std::string& needed : wave.prerequisites) {
            const auto at = byName.find(needed);
            if (at != byName.end() && at->second < first && first < static_cast<int>(figure.steps.size()))
                figure.steps[static_cast<std::size_t>(first)].needs.push_back(at->second);
        }
        end += wave.effort;
        end.likely = std::max(end.likely, start);
        lane.end = end.ordered();
        gained += wave.gain;
        gained = { std::min(1.0, gained.low), std::min(1.0, gained.likely), std::min(1.0, gained.high) };
        lane.gained = gained;
        figure.lanes.push_back(lane);
    }
    double furthest = end.high;
    for (const RoadmapStep& step : figure.steps)
        furthest = std::max(furthest, step.start + step.effort.high);
    // The far end of the pessimistic case would squeeze everything else: it may leave the axis at 1.6 × likely.
    figure.length = std::max(1.0, std::min(furthest, std::max(end.likely * 1.6, 1.0)));
    return figure;
}

double RoadmapLayout::x(double at) const { return position(at, 0, days, chart.left(), chart.right()); }

namespace {

double rowHeight(const Theme& theme) { return theme.lineHeight(TextRole::Label) * 2.05; }
double laneHeight(const RoadmapLane& lane, const Theme& theme)
{
    return rowHeight(theme) * static_cast<double>(std::max<std::size_t>(1, lane.steps.size())) + theme.lineHeight(TextRole::Label) * 1.1;
}
double curveHeight(const Theme& theme) { return theme.lineHeight(TextRole::Label) * 16; }

} // namespace

double roadmapHeight(const RoadmapFigure& figure, const Theme& theme, bool withCurve)
{
    const double line = theme.lineHeight(TextRole::Label);
    double height = line * 1.6;
    for (const RoadmapLane& lane : figure.lanes)
        height += std::max(laneHeight(lane, theme), line * 3.9);
    return height + (withCurve ? curveHeight(theme) : line * 0.5);
}

RoadmapLayout layoutRoadmap(const RoadmapFigure& figure, const QRectF& rect, const Theme& theme, bool withCurve)
{
    const double line = theme.lineHeight(TextRole::Label), labels = line * 9;
    RoadmapLayout layout;
    layout.days = figure.length;
    layout.axis = QRectF(rect.left() + labels, rect.top(), rect.width() - labels - line, line * 1.6);
    layout.bars.resize(figure.steps.size());
    layout.ranges.resize(figure.steps.size());
    layout.chart = QRectF(layout.axis.left(), layout.axis.bottom(), layout.axis.width(), 0);
    double y = layout.axis.bottom();
    for (const RoadmapLane& lane : figure.lanes) {
        const double height = std::max(laneHeight(lane, theme), line * 3.9);
        layout.lanes.push_back(QRectF(rect.left(), y, rect.width(), height));
        double top = y + line * 0.55;
        for (const int index : lane.steps) {
            const RoadmapStep& step = figure.steps[static_cast<std::size_t>(index)];
            const double left = layout.x(step.start), bar = line * 1.6;
            const double right = std::max(layout.x(step.start + step.effort.likely), left + line * 0.25);
            layout.bars[static_cast<std::size_t>(index)] = QRectF(left, top, right - left, bar);
            layout.ranges[static_cast<std::size_t>(index)]
                = QRectF(right, top + bar * 0.32, std::max(0.0, layout.x(step.start + step.effort.high) - right), bar * 0.36);
            top += rowHeight(theme);
        }
        y += height;
    }
    layout.chart.setBottom(y);
    if (withCurve)
        layout.curve = QRectF(layout.chart.left(), y + line * 1.8, layout.chart.width(), std::max(line * 6, rect.bottom() - y - line * 3.4));
    return layout;
}

} // namespace ferroscope::render
