// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the roadmap figure shows and where it goes; the painting is in roadmap_painter.cpp.
#include "ui/render/figures/roadmap_figure.h"

#include "ui/render/format.h"
#include "ui/render/marks.h"
#include "ui/render/words.h"
#include <QDate>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

constexpr std::size_t kMostRows = 8; // of one lane

QString daysText(const Range& effort) { return rangeText(effort, words(QT_TRANSLATE_NOOP("Figures", "person-days"))).plain(); }

QString daysCost(const Range& effort)
{
    const int decimals = effort.high < 10 ? 1 : 0;
    return unitAfter(number(effort.likely, decimals), words(QT_TRANSLATE_NOOP("Figures", "pd"))) + u" (" + number(effort.low, decimals) + u'–' + number(effort.high, decimals) + u')';
}

QString gainText(const Range& gain)
{
    if (gain.high <= 0)
        return {};
    return words(QT_TRANSLATE_NOOP("Figures", "saves %1 (%2–%3)")).arg(percent(gain.likely), percentRange(gain).low, percentRange(gain).high);
}

QString insideText(const Candidate& candidate)
{
    const QString units = plural(static_cast<long long>(candidate.units.size()), words(QT_TRANSLATE_NOOP("Figures", "unit")), words(QT_TRANSLATE_NOOP("Figures", "units")));
    return (candidate.modules.size() > 1 ? words(QT_TRANSLATE_NOOP("Figures", "%1 in %2")).arg(units, plural(static_cast<long long>(candidate.modules.size()), words(QT_TRANSLATE_NOOP("Figures", "module")), words(QT_TRANSLATE_NOOP("Figures", "modules")))) : units);
}

QDate dateOf(const std::string& iso) { return QDate::fromString(QString::fromStdString(iso), Qt::ISODate); }

QString whenText(const Wave& wave)
{
    if (wave.dates.known()) {
        const QDate from = dateOf(wave.dates.start), to = dateOf(wave.dates.endLikely);
        const QLocale english = QLocale::c();
        if (from.isValid() && to.isValid())
            return english.toString(from, u"d MMM"_s) + u" – " + english.toString(to, u"d MMM"_s);
    }
    return wave.weeks.high > 0 ? plural(std::max(1LL, std::llround(wave.weeks.likely)), words(QT_TRANSLATE_NOOP("Figures", "week")), words(QT_TRANSLATE_NOOP("Figures", "weeks"))) : QString();
}

// Between two known moments the work is taken as even.
struct Moments {
    std::vector<std::pair<double, double>> points; // time, person-days
    void add(double time, double days)
    {
        if (points.empty() || time > points.back().first)
            points.emplace_back(time, std::max(days, points.empty() ? 0.0 : points.back().second));
    }
    double at(double time) const
    {
        for (std::size_t i = 1; i < points.size(); ++i) {
            if (time <= points[i].first) {
                const auto& [t0, d0] = points[i - 1];
                return d0 + (d0 == points[i].second ? 0 : (points[i].second - d0) * (time - t0) / (points[i].first - t0));
            }
        }
        return points.back().second;
    }
};

constexpr int kMostLabels = 9;

void labelDates(RoadmapFigure& figure, const Moments& moments)
{
    const QDate from = QDate::fromJulianDay(static_cast<qint64>(moments.points.front().first)), to = QDate::fromJulianDay(static_cast<qint64>(moments.points.back().first));
    const QLocale english = QLocale::c();
    const auto put = [&](const QDate& day, const QString& label) { figure.calendar.emplace_back(moments.at(static_cast<double>(day.toJulianDay())), label); };
    if (from.daysTo(to) <= 70) { // by the week
        QDate monday = from.addDays((8 - from.dayOfWeek()) % 7);
        const int step = from.daysTo(to) > 35 ? 14 : 7;
        for (; monday <= to; monday = monday.addDays(step))
            put(monday, english.toString(monday, u"d MMM"_s));
        return;
    }
    const int months = (to.year() - from.year()) * 12 + to.month() - from.month() + 1;
    int step = 1;
    for (const int wider : { 1, 2, 3, 6, 12, 24, 60, 120 }) {
        step = wider;
        if (months / wider <= kMostLabels)
            break;
    }
    QDate month(from.year(), from.month(), 1);
    if (month < from)
        month = month.addMonths(1);
    int year = 0;
    for (; month <= to; month = month.addMonths(step)) {
        put(month, english.toString(month, month.year() != year ? u"MMM yyyy"_s : u"MMM"_s));
        year = month.year();
    }
}

void addCalendar(RoadmapFigure& figure, const Assessment& assessment)
{
    Moments dates, weeks;
    double week = 0;
    for (std::size_t i = 0; i < figure.lanes.size(); ++i) {
        const Wave& wave = assessment.waves[i];
        const RoadmapLane& lane = figure.lanes[i];
        if (const QDate start = dateOf(wave.dates.start), end = dateOf(wave.dates.endLikely), late = dateOf(wave.dates.endHigh); start.isValid() && end.isValid()) {
            dates.add(static_cast<double>(start.toJulianDay()), lane.start);
            dates.add(static_cast<double>(end.toJulianDay()), lane.end.likely);
            if (i + 1 == figure.lanes.size() && late.isValid())
                dates.add(static_cast<double>(late.toJulianDay()), std::min(lane.end.high, figure.length));
        }
        if (wave.weeks.high > 0) {
            weeks.add(week, lane.start);
            week += wave.weeks.likely;
            weeks.add(week, lane.end.likely);
        }
    }
    if (dates.points.size() >= 2) {
        labelDates(figure, dates);
        return;
    }
    if (weeks.points.size() < 2)
        return;
    for (const double each : { 1.0, 2.0, 4.0, 8.0, 13.0, 26.0, 52.0, 104.0 }) {
        if (week / each > kMostLabels)
            continue;
        for (double at = each; at <= week + 1e-9; at += each)
            figure.calendar.emplace_back(weeks.at(at), words(QT_TRANSLATE_NOOP("Figures", "week %1")).arg(number(at)));
        break;
    }
}

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
    std::vector<int> firsts; // first step of each lane, -1 without one
    for (const Wave& wave : assessment.waves) {
        RoadmapLane lane;
        lane.number = wave.number;
        lane.title = words(QT_TRANSLATE_NOOP("Figures", "Wave %1")).arg(number(wave.number));
        lane.when = whenText(wave);
        lane.cost = daysCost(wave.effort);
        lane.subtitle = text(wave.title);
        lane.start = end.likely;
        std::vector<RoadmapStep> steps;
        std::vector<std::string> names;
        for (const WorkItem& item : wave.work) {
            steps.push_back({ {}, text(item.title), daysText(item.effort), item.kind, item.effort, item.gain, 0, {} });
            steps.back().gainText = gainText(item.gain);
            names.push_back(item.title);
        }
        for (const std::string& id : wave.candidates) {
            if (const Candidate* candidate = assessment.candidate(id)) {
                steps.push_back({ text(candidate->id), text(candidate->id) + u' ' + text(candidate->title), daysText(candidate->effort), candidate->strategy,
                    candidate->effort, candidate->gain, 0, {} });
                steps.back().inside = insideText(*candidate);
                steps.back().gainText = gainText(candidate->gain);
                steps.back().isByHand = candidate->isByHand;
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
        firsts.push_back(first < static_cast<int>(figure.steps.size()) ? first : -1);
        end += wave.effort;
        end.likely = std::max(end.likely, start);
        lane.end = end.ordered();
        gained += wave.gain;
        gained = { std::min(1.0, gained.low), std::min(1.0, gained.likely), std::min(1.0, gained.high) };
        lane.gained = gained;
        figure.lanes.push_back(lane);
    }
    // What a person moved may now stand after what needs it.
    for (std::size_t i = 0; i < firsts.size(); ++i) {
        for (const std::string& needed : assessment.waves[i].prerequisites) {
            const auto at = byName.find(needed);
            if (at == byName.end() || firsts[i] < 0)
                continue;
            RoadmapStep& step = figure.steps[static_cast<std::size_t>(firsts[i])];
            const int next = i + 1 < firsts.size() ? firsts[i] + static_cast<int>(figure.lanes[i].steps.size()) : static_cast<int>(figure.steps.size());
            if (at->second < firsts[i])
                step.needs.push_back(at->second);
            else if (at->second >= next)
                step.broken.push_back(at->second);
        }
    }
    double furthest = end.high;
    for (const RoadmapStep& step : figure.steps)
        furthest = std::max(furthest, step.start + step.effort.high);
    // The far end of the pessimistic case would squeeze everything else: it may leave the axis at 1.6 × likely.
    figure.length = std::max(1.0, std::min(furthest, std::max(end.likely * 1.6, 1.0)));
    addCalendar(figure, assessment);
    return figure;
}

double RoadmapLayout::x(double at) const { return position(at, 0, days, chart.left(), chart.right()); }

namespace {

bool hasCards(const Theme& theme) { return theme.kind != Theme::Kind::Print; }

// In print a bar of one line; in the window a card for what moves, with room for three.
double barHeight(const RoadmapStep& step, const Theme& theme)
{
    return theme.lineHeight(TextRole::Label) * (hasCards(theme) && !step.id.isEmpty() ? 3.6 : 1.6);
}
double rowHeight(const RoadmapStep& step, const Theme& theme) { return barHeight(step, theme) + theme.lineHeight(TextRole::Label) * 0.45; }
double laneHeight(const RoadmapFigure& figure, const RoadmapLane& lane, const Theme& theme)
{
    double height = theme.lineHeight(TextRole::Label) * 1.1;
    for (const int step : lane.steps)
        height += rowHeight(figure.steps[static_cast<std::size_t>(step)], theme);
    // The words of the lane need their lines, too.
    const double words = 3.9 + (lane.when.isEmpty() ? 0 : 1.1) + (hasCards(theme) ? 1.1 : 0);
    return std::max(height, theme.lineHeight(TextRole::Label) * words);
}
double curveHeight(const Theme& theme) { return theme.lineHeight(TextRole::Label) * 16; }

} // namespace

double roadmapHeight(const RoadmapFigure& figure, const Theme& theme, bool withCurve)
{
    const double line = theme.lineHeight(TextRole::Label);
    double height = line * 1.6;
    for (const RoadmapLane& lane : figure.lanes)
        height += laneHeight(figure, lane, theme);
    return height + (withCurve ? curveHeight(theme) : line * 0.5);
}

RoadmapLayout layoutRoadmap(const RoadmapFigure& figure, const QRectF& rect, const Theme& theme, bool withCurve)
{
    const double line = theme.lineHeight(TextRole::Label), labels = line * (hasCards(theme) ? 10.5 : 9);
    RoadmapLayout layout;
    layout.days = figure.length;
    layout.axis = QRectF(rect.left() + labels, rect.top(), rect.width() - labels - line, line * 1.6);
    layout.bars.resize(figure.steps.size());
    layout.ranges.resize(figure.steps.size());
    layout.chart = QRectF(layout.axis.left(), layout.axis.bottom(), layout.axis.width(), 0);
    double y = layout.axis.bottom();
    for (const RoadmapLane& lane : figure.lanes) {
        const double height = laneHeight(figure, lane, theme);
        layout.lanes.push_back(QRectF(rect.left(), y, rect.width(), height));
        double top = y + line * 0.55;
        for (const int index : lane.steps) {
            const RoadmapStep& step = figure.steps[static_cast<std::size_t>(index)];
            const double left = layout.x(step.start), bar = barHeight(step, theme);
            const double right = std::max(layout.x(step.start + step.effort.likely), left + line * 0.25);
            layout.bars[static_cast<std::size_t>(index)] = QRectF(left, top, right - left, bar);
            const double more = std::max(0.0, layout.x(step.start + step.effort.high) - right);
            layout.ranges[static_cast<std::size_t>(index)] = hasCards(theme) ? QRectF(right, top, more, bar) : QRectF(right, top + bar * 0.32, more, bar * 0.36);
            top += rowHeight(step, theme);
        }
        y += height;
    }
    layout.chart.setBottom(y);
    if (withCurve)
        layout.curve = QRectF(layout.chart.left(), y + line * 1.8, layout.chart.width(), std::max(line * 6, rect.bottom() - y - line * 3.4));
    return layout;
}

} // namespace ferroscope::render
