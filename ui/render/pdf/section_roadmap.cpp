// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Roadmap: when one can get out, and what one has by then. Figure, wave table, every step with effort and gain.
#include "core/report/plan_words.h"
#include "ui/render/figures/roadmap_figure.h"
#include "ui/render/marks.h"
#include "ui/render/pdf/report.h"
#include "ui/render/pdf/table.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

// Sentences as a list, "–" for none.
TableCell listCell(const Report& report, const std::vector<std::string>& sentences)
{
    constexpr std::size_t most = 6;
    TableCell cell;
    cell.equalLines = true;
    for (std::size_t i = 0; i < std::min(most, sentences.size()); ++i)
        cell.lines.push_back(report.sentence(sentences[i]));
    if (sentences.size() > most)
        cell.lines.push_back(RichText(u"And "_s + inWords(sentences.size() - most) + u" more, in the assessment JSON."_s));
    if (cell.lines.empty())
        cell.lines.push_back(u"–"_s);
    return cell;
}

// What ends a wave and what to measure meanwhile; no rows if no wave says.
Table exitTable(Report& report)
{
    Table table;
    table.columns = { { u"Wave"_s, 9 }, { u"Done when"_s, 0 }, { u"Measure"_s, 66 } };
    for (const Wave& wave : report.a.waves) {
        if (wave.exitCriteria.empty() && wave.measure.empty())
            continue;
        TableRow row;
        row.cells = { RichText().bold(number(wave.number)), listCell(report, report::doneWhen(wave)), listCell(report, wave.measure) };
        table.rows.push_back(row);
    }
    if (!table.rows.empty()) {
        table.number = report.nextTable();
        table.caption.bold(u"When a wave is done."_s).add(u" Each criterion can be checked; the next wave starts when all of them hold."_s);
    }
    return table;
}

// "One. Two." -> { "One.", "Two." }
std::vector<std::string> sentencesOf(const std::string& text)
{
    std::vector<std::string> sentences;
    std::size_t from = 0;
    for (std::size_t stop = text.find(". "); stop != std::string::npos; stop = text.find(". ", from)) {
        sentences.push_back(text.substr(from, stop + 1 - from));
        from = stop + 2;
    }
    if (from < text.size())
        sentences.push_back(text.substr(from));
    return sentences;
}

// When to go on or to stop, and how to go back; no rows if no wave says.
Table switchTable(Report& report)
{
    Table table;
    table.columns = { { u"Wave"_s, 9 }, { u"Go on or stop"_s, 72 }, { u"The way back"_s, 0 } };
    for (const Wave& wave : report.a.waves) {
        if (wave.stopRule.empty() && wave.rollback.empty())
            continue;
        TableCell stop(wave.stopRule.empty() ? RichText(u"–"_s) : report.sentence(wave.stopRule));
        const TableCell back = listCell(report, sentencesOf(wave.rollback));
        stop.maxLines = 8;
        TableRow row;
        row.cells = { RichText().bold(number(wave.number)), stop, back };
        table.rows.push_back(row);
    }
    if (!table.rows.empty()) {
        table.number = report.nextTable();
        table.caption.bold(u"Go on or stop, and the way back."_s).add(u" The Python version stays until a wave has proven itself."_s);
    }
    return table;
}

// Weeks and days of the calendar; no rows without a team.
Table calendarTable(Report& report)
{
    Table table;
    for (const Wave& wave : report.a.waves) {
        if (wave.weeks == Range {})
            continue;
        const auto day = [](const std::string& date) { return date.empty() ? u"–"_s : text(date); };
        TableCell title(shortened(text(wave.title), 80));
        title.maxLines = 2;
        TableRow row;
        row.cells = { RichText().bold(number(wave.number)), title, RichText().range(rangeText(wave.weeks)), day(wave.dates.start), RichText().bold(day(wave.dates.endLikely)),
            day(wave.dates.endLow), day(wave.dates.endHigh) };
        table.rows.push_back(row);
    }
    if (table.rows.empty())
        return table;
    table.number = report.nextTable();
    table.caption.bold(u"Calendar."_s).add(u" Weeks with the given team, its learning included; Monday to Friday, holidays left out. Latest end: if this wave and all before it take their high effort."_s);
    table.columns = { { u"Wave"_s, 9 }, { {}, 0 }, { u"Weeks"_s, 26, true }, { u"Start"_s, 21, true }, { u"Likely end"_s, 21, true }, { u"Earliest"_s, 21, true }, { u"Latest"_s, 21, true } };
    return table;
}

// What a person's plan breaks, the calendar or why there is none, and the wheels.
void calendarPart(Report& report)
{
    Flow& flow = report.flow;
    if (!report.a.planWarnings.empty()) {
        RichText warnings;
        warnings.bold(u"What the plan a person made breaks. "_s);
        for (std::size_t at = 0; at < std::min<std::size_t>(6, report.a.planWarnings.size()); ++at)
            warnings.append(report.sentence(report.a.planWarnings[at])).add(u" "_s);
        if (report.a.planWarnings.size() > 6)
            warnings.add(u"And "_s + inWords(report.a.planWarnings.size() - 6) + u" more, in the assessment JSON."_s);
        flow.callout(warnings);
    }
    if (const Table calendar = calendarTable(report); !calendar.rows.empty())
        placeTable(flow, calendar);
    if (const std::string missing = report::calendarMissing(report.a); !missing.empty())
        flow.note(text(missing));
    if (!report.a.platforms.empty()) {
        QStringList platforms;
        for (const std::string& platform : report.a.platforms)
            platforms << text(platform);
        flow.note(u"Wheels to build, as far as the manifests say it: "_s + platforms.join(u", "_s) + u"."_s);
    }
    if (!report.a.money)
        flow.note(text(report::moneyMissing()));
}

Table waveTable(Report& report)
{
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"Waves."_s).add(u" Effort in person-days, gain in percent of the run, low–likely–high. Crossings: price a run."_s);
    table.columns = { { u"Wave"_s, 9 }, { u"Content"_s, 0 }, { u"After"_s, 44 }, { u"Effort"_s, 27, true }, { u"Gain, %"_s, 23, true }, { u"Crossings"_s, 17, true } };
    for (const Wave& wave : report.a.waves) {
        RichText content;
        content.bold(text(wave.title));
        QStringList parts;
        for (const std::string& id : wave.candidates)
            parts << text(id);
        QString below = parts.join(u", "_s);
        if (!wave.work.empty())
            below += (below.isEmpty() ? u""_s : u"; "_s) + plural(static_cast<long long>(wave.work.size()), u"work item"_s);
        TableCell what(content, below);
        what.maxLines = 3;
        QStringList needs;
        for (const std::string& needed : wave.prerequisites)
            needs << shortened(text(needed), 60);
        TableCell after(needs.isEmpty() ? u"–"_s : needs.join(u"; "_s));
        after.maxLines = 4;
        TableRow row;
        row.cells = { RichText().bold(number(wave.number)), what, after, RichText().range(rangeText(wave.effort)),
            wave.gain.high > 0 ? RichText().range(percentFigures(wave.gain)) : RichText(u"–"_s), wave.crossings > 0 ? nanoseconds(wave.crossings) : u"–"_s };
        table.rows.push_back(row);
    }
    TableRow sum;
    sum.kind = TableRow::Kind::Sum;
    sum.cells = { QString(), u"All waves"_s, QString(), rangeText(report.facts.effort).plain(), percentFigures(report.facts.gain).plain(), QString() };
    table.rows.push_back(sum);
    return table;
}

Table stepTable(Report& report)
{
    const Theme& theme = report.flow.theme();
    double most = 0;
    for (const Wave& wave : report.a.waves) {
        for (const WorkItem& item : wave.work)
            most = std::max(most, item.effort.high);
        for (const std::string& id : wave.candidates) {
            if (const Candidate* candidate = report.a.candidate(id))
                most = std::max(most, candidate->effort.high);
        }
    }
    Table table;
    table.number = report.nextTable();
    table.padding = 0.85;
    table.caption.bold(u"Every step."_s).add(u" Dashed bars: estimated effort, low to high, on one scale. The twin of the figure."_s);
    table.columns = { { {}, 9 }, { u"Step"_s, 0 }, { {}, 34 }, { u"Person-days\nlow–likely–high"_s, 30, true }, { u"Gain, %\nlow–likely–high"_s, 26, true } };
    const auto line = [&](const QString& id, Verdict kind, const QString& title, const Range& effort, const Range& gain) {
        TableRow row;
        TableCell name = TableCell::marked(kind, title);
        name.maxLines = 2;
        row.cells = { RichText().bold(id), name, TableCell::drawn([effort, most, &theme](QPainter& painter, const QRectF& rect) {
            drawRange(painter, rect, effort, 0, most, theme.move, theme, true);
        }),
            RichText().range(rangeText(effort)), gain.high > 0 ? RichText().range(percentFigures(gain)) : RichText(u"–"_s) };
        table.rows.push_back(row);
    };
    int fixes = 0;
    for (const Wave& wave : report.a.waves) {
        TableRow group;
        group.kind = TableRow::Kind::Group;
        group.cells = { u"Wave "_s + number(wave.number) + u": "_s + shortened(text(wave.title), 80) };
        table.rows.push_back(group);
        for (const WorkItem& item : wave.work) {
            const QString id = item.gain.likely > 0 ? u'P' + QString::number(++fixes) : QString();
            line(id, item.kind, shortened(text(item.title), 110), item.effort, item.gain);
        }
        for (const std::string& id : wave.candidates) {
            if (const Candidate* candidate = report.a.candidate(id))
                line(text(id), candidate->strategy, nameOf(*candidate), candidate->effort, candidate->gain);
        }
    }
    return table;
}

QString headline(const Report& report)
{
    const std::vector<Wave>& waves = report.a.waves;
    return shortNumber(report.facts.effort.likely) + u" person-days save "_s + percent(report.facts.gain.likely) + u" of the run"_s
        + (waves.size() > 1 ? u", with a decision to go on or stop between the waves"_s : u""_s);
}

} // namespace

void roadmapSection(Report& report)
{
    Flow& flow = report.flow;
    const Theme& theme = flow.theme();
    const std::vector<Wave>& waves = report.a.waves;
    if (waves.empty()) // no step brings more than it costs: there is nothing to schedule
        return;
    report.section(u"Roadmap"_s, headline(report), u"roadmap"_s);
    const RoadmapFigure figure = roadmapFigure(report.a);
    RichText caption;
    caption.bold(report.nextFigure() + u". "_s + capital(inWords(waves.size())) + (waves.size() == 1 ? u" wave"_s : u" waves"_s) + u", "_s
        + rangeText(report.facts.effort, u"person-days"_s).plain() + u" of work."_s);
    caption.add(u" Bars: likely length, laid end to end; pale strips: up to the high end. Arrows: needs the step above. Diamonds: go on or stop. Filled: moves to Rust; outlined: "
                "fixed in Python; grey: preparation. Estimated."_s);
    const double wanted = roadmapHeight(figure, theme), most = flow.room() - mm(14);
    flow.figure(caption, std::min(wanted, most), [figure, &theme](QPainter& painter, const QRectF& rect) { paintRoadmap(painter, rect, figure, theme); });
    placeTable(flow, waveTable(report));
    calendarPart(report);
    placeTable(flow, exitTable(report));
    if (const Table ways = switchTable(report); !ways.rows.empty())
        placeTable(flow, ways);
    placeTable(flow, stepTable(report));
    const auto pays = std::find_if(waves.begin(), waves.end(), [](const Wave& wave) { return !wave.candidates.empty(); });
    const bool saysWhen = std::any_of(waves.begin(), waves.end(), [](const Wave& wave) { return !wave.stopRule.empty(); });
    if (!saysWhen && waves.size() > 1 && pays != waves.end() && pays + 1 != waves.end()) {
        RichText stop;
        stop.bold(u"Stop rule. "_s).add(u"If wave "_s + number(pays->number) + u" saves less than "_s + percent(pays->gain.low) + u" of the run (the low end) or takes more than "_s
            + shortNumber(pays->effort.high) + u" person-days (the high end), do not start wave "_s + number((pays + 1)->number)
            + u" before the estimates have been revised with the measured figures."_s);
        flow.callout(stop);
    }
    flow.columns({ { u"What the effort does not contain"_s, { u"Waiting for reviews, holidays, courses, hardware, and operations after the roll-out."_s }, mm(80), true },
        { u"What the gain is not"_s, { u"A promise about memory, latency or throughput: none of them was measured. Low, likely and high are added end to end, which overstates the spread."_s }, mm(80), true } });
}

} // namespace ferroscope::render
