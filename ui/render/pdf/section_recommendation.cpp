// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Recommendation on one page: what to approve, what it costs, what it brings, and how sure that is.
// "Leave it in Python" is a full answer and gets the same page with other arguments.
#include "ui/render/figures/contexts.h"
#include "ui/render/figures/savings.h"
#include "ui/render/figures/time_split.h"
#include "ui/render/marks.h"
#include "ui/render/pdf/report.h"
#include "ui/render/pdf/table.h"
#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {


QString timeSentence(const Facts& facts)
{
    return u"Interpreted Python takes "_s + percent(facts.interpreted.likely, 0) + u" of the run, code that is native already "_s
        + percent(facts.native.likely, 0) + u", waiting "_s + percent(facts.waiting.likely, 0) + u" ("_s + facts.basis + u"). "_s;
}

const Finding* strongestFinding(const Report& report, const Step& step)
{
    const Finding* best = nullptr;
    for (const std::string& path : step.modules) {
        for (const Finding* finding : report.a.findingsOf(path)) {
            const bool speaks = finding->effect.find('+') != std::string::npos || step.kind == Verdict::FixInPython;
            if (speaks && !best)
                best = finding;
        }
    }
    return best;
}

TableRow stepRow(const Report& report, const Step& step, int lines)
{
    TableRow row;
    const AssessedModule* lead = step.candidate ? leadModule(report.a, *step.candidate)
        : step.modules.empty()                  ? nullptr
                                                : report.a.find(step.modules.front());
    RichText what, below;
    what.bold(step.title);
    below.add(plural(static_cast<long long>(step.modules.size()), u"module"_s) + u", "_s).code(verdictCode(step.kind));
    RichText why = step.candidate ? report.reason(*step.candidate) : lead && !lead->verdict.reasons.empty() ? report.sentence(lead->verdict.reasons.front()) : RichText();
    if (why.isEmpty())
        why.grey(u"see the page named at the right"_s);
    TableCell reason(why);
    reason.maxLines = lines;
    if (const Finding* finding = strongestFinding(report, step))
        reason.lines.push_back(report.evidence(*finding, true));
    TableCell place = TableCell::marked(step.kind, what, below);
    place.maxLines = 2;
    RichText page;
    const QString anchor = step.candidate && report.has(u"c:"_s + step.id) ? u"c:"_s + step.id : step.candidate ? u"shortlist"_s : u"roadmap"_s;
    page.link(report.pageOf(anchor), anchor);
    row.cells = { RichText().bold(step.id), place, reason, RichText().range(percentFigures(step.gain)), RichText().range(rangeText(step.effort)), page };
    return row;
}

Table planTable(Report& report, std::size_t mostRows, int lines)
{
    const Facts& facts = report.facts;
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"What the plan consists of."_s).add(u" Saves: share of the run, low–likely–high, net of crossings. Effort in person-days."_s);
    table.columns = { { {}, 8 }, { u"What"_s, 43 }, { u"Why"_s, 0 }, { u"Saves, %\nlow–likely–high"_s, 23, true }, { u"Effort\nlow–likely–high"_s, 26, true },
        { u"Page"_s, 11, true } };
    Range others, otherGain;
    std::size_t shown = 0;
    std::vector<Step> byGain = facts.steps; // what brings most first; the order in time is the roadmap's
    std::stable_sort(byGain.begin(), byGain.end(), [](const Step& x, const Step& y) { return x.gain.likely > y.gain.likely; });
    for (const Step& step : byGain) {
        if (shown < mostRows) {
            table.rows.push_back(stepRow(report, step, lines));
            ++shown;
        } else {
            others += step.effort;
            otherGain += step.gain;
        }
    }
    const auto plain = [&](const RichText& what, const RichText& why, const RichText& saves, const Range& effort) {
        TableRow row;
        row.cells = { TableCell(RichText()), what, why, saves, RichText().range(rangeText(effort)), RichText().link(report.pageOf(u"roadmap"_s), u"roadmap"_s) };
        table.rows.push_back(row);
    };
    if (shown < facts.steps.size())
        plain(RichText().bold(capital(inWords(facts.steps.size() - shown)) + u" smaller steps"_s), u"In later waves; each is decided by itself."_s,
            RichText().range(percentFigures(otherGain)), others);
    if (facts.preparation.likely > 0)
        plain(RichText().bold(u"Preparation"_s), u"Baseline, tests, types: without them no gain can be shown."_s, u"–"_s, facts.preparation);
    TableRow sum;
    sum.kind = TableRow::Kind::Sum;
    sum.cells = { TableCell(RichText()), u"All steps"_s, TableCell(RichText()), percentFigures(facts.gain).plain(), rangeText(facts.effort).plain(),
        TableCell(RichText()) };
    table.rows.push_back(sum);
    return table;
}

RichText certainty(const Report& report)
{
    const Recommendation& recommendation = report.a.recommendation;
    RichText out;
    out.bold(u"How sure we are. "_s);
    if (report.facts.measured)
        out.add(u"The shares of time come from an imported profile; speed-ups and effort are estimates with wide ranges. "_s);
    else
        out.add(u"Everything here is estimated from the source alone: no profile was imported, so shares of time are a static estimate. "_s);
    if (!report.facts.coverageKnown)
        out.add(u"Test coverage is unknown and counts against every candidate. "_s);
    for (std::size_t i = 0; i < std::min<std::size_t>(3, recommendation.raisesCertainty.size()); ++i)
        out.append(report.sentence(recommendation.raisesCertainty[i])).add(u" "_s);
    if (!report.a.sensitivityTop.empty()) {
        out.add(u"How stable the ranking is when the weights change, and what would change this answer, stands on "_s);
        out.link(u"page\u00A0"_s + report.pageOf(u"risks"_s), u"risks"_s).add(u"."_s);
    }
    return out;
}

// Groups in which nothing moves, by the time they take.
QStringList largestStaying(const Assessment& a)
{
    std::map<QString, double> time;
    std::set<QString> moving;
    const PlanVerdicts plan(a);
    const GroupNames names(a);
    for (const AssessedModule& module : a.modules) {
        if (!module.judged())
            continue;
        const QString name = names.of(module);
        const Verdict verdict = plan.of(module);
        if (movesToRust(verdict) || isBlocker(verdict))
            moving.insert(name);
        time[name] += module.heat.waiting.likely + module.heat.native.likely + module.heat.interpreted.likely;
    }
    std::vector<std::pair<double, QString>> order;
    for (const auto& [name, share] : time) {
        if (!moving.contains(name))
            order.emplace_back(-share, name);
    }
    std::sort(order.begin(), order.end());
    QStringList out;
    for (std::size_t i = 0; i < std::min<std::size_t>(4, order.size()); ++i)
        out << shortened(order[i].second, 40);
    return out;
}

void planPage(Report& report, std::size_t mostRows, int lines)
{
    const Facts& facts = report.facts;
    Flow& flow = report.flow;
    RichText lead(timeSentence(facts));
    lead.add(capital(inWords(facts.steps.size())) + (facts.steps.size() == 1 ? u" step"_s : u" steps"_s) + u" would save "_s).range(percentRange(facts.gain));
    lead.add(u" of the run for "_s).range(rangeText(facts.effort, u"person-days"_s)).add(u"; "_s);
    const std::size_t untouched = facts.stay + facts.already;
    lead.add(number(static_cast<double>(untouched)) + u" of "_s + plural(static_cast<long long>(facts.judged), u"module"_s) + u" stay as they are."_s);
    flow.lead(lead);

    const Savings savings = savingsOf(report.a);
    if (!savings.parts.empty()) {
        RichText caption;
        caption.bold(report.nextFigure() + u". "_s + capital(inWords(facts.steps.size())) + (facts.steps.size() == 1 ? u" step would remove "_s : u" steps would remove "_s)
            + percent(facts.gain.likely) + u" of the run."_s);
        caption.add(u" Estimated. Pale bar: low to high; heavy tick: likely. Hatched: fixed in Python."_s);
        flow.figure(caption, savingsHeight(flow.theme()), [savings, &theme = flow.theme()](QPainter& painter, const QRectF& rect) { paintSavings(painter, rect, savings, theme); });
    }
    placeTable(flow, planTable(report, mostRows, lines));

    RichText against(u"A rewrite. "_s);
    against.add(percent(facts.waiting.likely, 0) + u" of the run is waiting and "_s + percent(facts.native.likely, 0)
        + u" is native code already; Rust would shorten neither. "_s);
    const QStringList staying = largestStaying(report.a);
    against.bold(u"Leave in Python: "_s);
    if (!staying.isEmpty())
        against.add(u"all of "_s + listed(staying) + u" and what else is not named above, "_s);
    against.add(plural(static_cast<long long>(untouched), u"module"_s) + u" in all. This is a finding, not a postponement."_s);
    RichText ask;
    const Wave* first = report.a.waves.empty() ? nullptr : &report.a.waves.front();
    if (first) {
        const bool pays = first->gain.likely > 0;
        ask.add(u"Approve wave "_s + number(first->number) + u": "_s).range(rangeText(first->effort, u"person-days"_s)).add(u". "_s);
        ask.add(pays ? u"It saves time by itself and is worth doing even if nothing moves to Rust. "_s
                     : u"It makes every later gain measurable and commits to nothing else. "_s);
        if (report.a.waves.size() > 1)
            ask.add(u"Decide on each later wave afterwards, against the measured result of the one before."_s);
    } else {
        ask.add(u"Approve the first candidate alone, and decide on the others against its measured result."_s);
    }
    flow.columns({ { u"What we advise against"_s, { against }, mm(80), false }, { u"The decision we ask for"_s, { ask }, mm(80), false } });
    flow.callout(certainty(report));
}

void leavePage(Report& report)
{
    const Facts& facts = report.facts;
    Flow& flow = report.flow;
    RichText lead(timeSentence(facts));
    lead.add(u"We looked for groups of functions whose move would pay for the crossings and for the work, and found none. "_s);
    lead.add(u"All "_s + plural(static_cast<long long>(facts.judged), u"module"_s) + u" stay in Python; that is the result of this audit, not a lack of one."_s);
    flow.lead(lead);

    TimeBar bar;
    bar.stays = facts.interpreted.likely;
    bar.native = facts.native.likely;
    bar.waiting = facts.waiting.likely;
    if (bar.total() > 0) {
        bar.label = u"the whole run"_s;
        TimeSplit split { { bar }, !facts.measured };
        RichText caption;
        caption.bold(report.nextFigure() + u". Rust could shorten only the interpreted part: "_s + percent(facts.interpreted.likely, 0) + u" of the run."_s);
        caption.add(u" Percent of the run, "_s + facts.basis + u"."_s);
        flow.figure(caption, timeSplitHeight(split, flow.theme()), [split, &theme = flow.theme()](QPainter& painter, const QRectF& rect) { paintTimeSplit(painter, rect, split, theme); });
    }
    Table reasons;
    reasons.number = report.nextTable();
    reasons.caption.bold(u"Why not Rust."_s).add(u" The evidence stands in section "_s + report.numberOf(u"shortlist"_s) + u" and in the appendix."_s);
    reasons.columns = { { {}, 8 }, { u"Reason"_s, 0 } };
    for (const std::string& reason : report.a.recommendation.reasons) {
        TableRow row;
        row.cells = { QString::number(reasons.rows.size() + 1), report.sentence(reason) };
        reasons.rows.push_back(row);
    }
    placeTable(flow, reasons);

    std::vector<RichText> instead;
    for (const Step& step : facts.steps)
        instead.push_back(RichText().bold(step.title + u". "_s).add(u"Saves "_s).range(percentRange(step.gain)).add(u" of the run for "_s).range(rangeText(step.effort, u"person-days"_s)).add(u"."_s));
    std::size_t alternatives = 0;
    for (const AssessedModule& module : report.a.modules) {
        if (!module.judged() || module.verdict.alternatives.empty() || alternatives == 3)
            continue;
        ++alternatives;
        instead.push_back(report.moduleLink(module.path).add(u": "_s).append(report.sentence(module.verdict.alternatives.front())));
    }
    if (instead.empty())
        instead.push_back(u"Nothing urgent. Spend the time on what the run waits for: queries, calls to other services, batch sizes. A profile shows which."_s);
    std::vector<RichText> again { u"When the load or the code changes, on the new commit, with the settings of appendix B."_s };
    for (std::size_t i = 0; i < std::min<std::size_t>(2, report.a.recommendation.raisesCertainty.size()); ++i)
        again.push_back(report.sentence(report.a.recommendation.raisesCertainty[i]));
    flow.columns({ { u"What to do instead"_s, instead, mm(80), false }, { u"When to ask again"_s, again, mm(80), false } });
    flow.callout(certainty(report));
}

} // namespace

void recommendationSection(Report& report)
{
    QString headline = withoutStop(text(report.a.recommendation.sentence));
    if (headline.isEmpty())
        headline = report.a.candidates.empty() ? u"Leave it in Python"_s : u"Move "_s + inWords(report.facts.steps.size()) + u" places, leave the rest in Python"_s;
    report.section(u"Recommendation"_s, headline, u"recommendation"_s);
    if (report.a.candidates.empty())
        return leavePage(report);
    // One page: with as many rows of the plan as leave room for the rest.
    const Pages before = report.flow.pages();
    const double top = report.flow.y();
    const int figures = report.figures, tables = report.tables;
    for (const auto& [rows, lines] : { std::pair<std::size_t, int>(6, 3), { 6, 2 }, { 5, 3 }, { 5, 2 }, { 4, 3 }, { 4, 2 }, { 3, 2 }, { 2, 2 }, { 2, 1 } }) {
        report.flow.pages() = before;
        report.flow.setY(top);
        report.figures = figures;
        report.tables = tables;
        planPage(report, rows, lines);
        if (report.flow.pages().pages.size() == before.pages.size())
            return;
    }
}

} // namespace ferroscope::render
