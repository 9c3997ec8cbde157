// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence of one candidate: where its score comes from line by line, its hot functions, what its boundary
// costs, what will be hard, and what would change it.
#include "ui/render/figures/contexts.h"
#include "ui/render/figures/waterfall.h"
#include "ui/render/marks.h"
#include "ui/render/pdf/sections.h"
#include "ui/render/pdf/table.h"
#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

constexpr std::size_t kFunctions = 8, kFindings = 12, kCrossings = 10;

struct HotFunction {
    const AssessedModule* module;
    const AssessedFunction* function;
    bool moves;
};

bool isUnit(const std::unordered_set<std::string>& units, const std::string& path, std::string name)
{
    while (true) {
        if (units.contains(path + ':' + name))
            return true;
        const std::size_t dot = name.rfind('.');
        if (dot == std::string::npos)
            return false;
        name.resize(dot);
    }
}

std::vector<HotFunction> functionsOf(const Assessment& a, const Candidate& candidate)
{
    const std::unordered_set<std::string> units(candidate.units.begin(), candidate.units.end());
    std::vector<HotFunction> functions;
    for (const std::string& path : candidate.modules) {
        if (const AssessedModule* module = a.find(path)) {
            for (const AssessedFunction& function : module->functions) {
                const bool moves = isUnit(units, path, function.name);
                if (moves || function.heat.interpreted.likely >= 0.0005)
                    functions.push_back({ module, &function, moves });
            }
        }
    }
    std::stable_sort(functions.begin(), functions.end(), [](const HotFunction& x, const HotFunction& y) {
        return std::pair(x.moves, x.function->heat.interpreted.likely) > std::pair(y.moves, y.function->heat.interpreted.likely);
    });
    return functions;
}

// "path:qualified.name" as a link to the module, the name in code.
RichText unitText(const Report& report, const std::string& unit)
{
    const std::size_t colon = unit.find(':');
    RichText out;
    out.code(text(colon == std::string::npos ? unit : unit.substr(colon + 1)));
    (void)report;
    return out;
}
RichText unitPlace(const Report& report, const std::string& unit)
{
    const std::size_t colon = unit.find(':');
    if (colon == std::string::npos)
        return {};
    const auto row = report.facts.rowOf.find(unit.substr(0, colon));
    return RichText().path(shortPath(unit.substr(0, colon)), row == report.facts.rowOf.end() ? QString() : u"m:"_s + QString::number(row->second));
}

void scoreFigure(Report& report, const AssessedModule& lead)
{
    Flow& flow = report.flow;
    const Theme& theme = flow.theme();
    const Waterfall value = valueWaterfall(lead), ease = easeWaterfall(lead);
    WaterfallOptions options;
    options.noteWidth = 21;
    options.row = 1.9; // room for two lines of evidence
    options.bar = 0.9;
    WaterfallOptions upper = options;
    upper.axis = false;
    const double first = waterfallHeight(value, upper, theme), second = waterfallHeight(ease, options, theme), mean = mm(19);
    RichText caption;
    caption.bold(report.nextFigure() + u". "_s).code(shortened(text(lead.name), 60)).bold(u" scores "_s + number(lead.readiness.likely) + u": value "_s + number(lead.value.likely) + u", ease "_s
        + number(lead.ease.likely) + u"."_s);
    caption.add(u" Each criterion brings “x of y” points; they add up. Dashed: points not reached; “?”: unknown, which never helps. Thin bar: low to high."_s);
    flow.figure(caption, first + second + mean + mm(3), [=, &theme, value = value, ease = ease, v = lead.value, e = lead.ease, r = lead.readiness](QPainter& painter, const QRectF& rect) {
        paintWaterfall(painter, QRectF(rect.left(), rect.top(), rect.width(), first), value, upper, theme);
        paintWaterfall(painter, QRectF(rect.left(), rect.top() + first + mm(1.5), rect.width(), second), ease, options, theme);
        const double indent = options.labelWidth * theme.lineHeight(TextRole::Label);
        paintGeometricMean(painter, QRectF(rect.left() + indent, rect.top() + first + second + mm(3), rect.width() - indent, mean), v, e, r, theme);
    });
}

void functionTable(Report& report, const Candidate& candidate)
{
    const std::vector<HotFunction> functions = functionsOf(report.a, candidate);
    if (functions.empty())
        return;
    const Theme& theme = report.flow.theme();
    double most = 0, moving = 0;
    std::size_t movingCount = 0;
    for (const HotFunction& hot : functions) {
        most = std::max(most, hot.function->heat.interpreted.high);
        moving += hot.moves ? hot.function->heat.interpreted.likely : 0;
        movingCount += hot.moves ? 1 : 0;
    }
    Table table;
    table.number = report.nextTable();
    if (movingCount > 0)
        table.caption.bold(capital(plural(static_cast<long long>(movingCount), u"function"_s)) + (movingCount == 1 ? u" moves and holds "_s : u" move and hold "_s) + percent(moving)
            + u" of the run."_s);
    else
        table.caption.bold(u"The functions of these modules."_s);
    table.caption.add(u" Interpreted time of the function itself, percent of the run, "_s + report.facts.basis + u"; bar: low to high. Grey names stay in Python."_s);
    table.columns = { { u"Function"_s, 43 }, { u"Where"_s, 0 }, { u"Calls\na run"_s, 15, true }, { u"Nesting"_s, 13, true }, { {}, 24 }, { u"% of the run\nlow–likely–high"_s, 27, true } };
    for (std::size_t i = 0; i < std::min(kFunctions, functions.size()); ++i) {
        const HotFunction& hot = functions[i];
        const AssessedFunction& function = *hot.function;
        TableCell name(hot.moves ? RichText().code(text(function.name)) : RichText().grey(text(function.name)));
        name.maxLines = 2;
        const auto row = report.facts.rowOf.find(hot.module->path);
        TableCell where(RichText().path(shortPath(hot.module->path) + u':' + QString::number(function.line), row == report.facts.rowOf.end() ? QString() : u"m:"_s + QString::number(row->second)));
        where.maxLines = 2;
        const Range heat = function.heat.interpreted;
        const QColor color = hot.moves ? theme.move : theme.grey[1];
        const bool known = function.heat.source != HeatSource::None;
        TableRow line;
        line.cells = { name, where, function.heat.calls ? shortCount(*function.heat.calls) : u"?"_s, number(function.loopDepth),
            TableCell::drawn([heat, most, color, &theme, known](QPainter& painter, const QRectF& rect) {
                if (!known)
                    return;
                painter.fillRect(QRectF(rect.left(), rect.center().y() - pt(2.2), position(heat.likely, 0, most, 0, rect.width()), pt(4.4)), color == theme.move ? theme.tint[1] : theme.grey[3]);
                painter.fillRect(QRectF(position(heat.low, 0, most, rect.left(), rect.right()), rect.center().y() - pt(0.4),
                                     position(heat.high, 0, most, 0, rect.width()) - position(heat.low, 0, most, 0, rect.width()), pt(0.8)),
                    color);
                painter.fillRect(QRectF(position(heat.likely, 0, most, rect.left(), rect.right()) - pt(0.6), rect.center().y() - pt(3), pt(1.2), pt(6)), color);
            }),
            !known                     ? TableCell::notKnown()
                : heat.likely < 0.0005 ? TableCell(u"< 0.1"_s)
                                       : TableCell(RichText().range(percentFigures(heat))) };
        table.rows.push_back(line);
    }
    placeTable(report.flow, table);
    if (functions.size() > kFunctions)
        report.flow.note(u"And "_s + plural(static_cast<long long>(functions.size() - kFunctions), u"cooler function"_s) + u" of these modules."_s);
}

void findingTable(Report& report, const Candidate& candidate)
{
    std::vector<const Finding*> findings;
    for (const std::string& path : candidate.modules) {
        const std::vector<const Finding*> found = report.a.findingsOf(path);
        findings.insert(findings.end(), found.begin(), found.end());
    }
    if (findings.empty()) {
        report.flow.note(u"No rule found anything to report in the modules of this candidate."_s);
        return;
    }
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"Findings in the code."_s).add(u" A plus speaks for the move, a minus against it."_s);
    table.columns = { { u"Rule"_s, 17 }, { u"Where"_s, 56 }, { u"Finding"_s, 0 }, { u"Bears on"_s, 32 } };
    for (std::size_t i = 0; i < std::min(kFindings, findings.size()); ++i) {
        const Finding& finding = *findings[i];
        const auto row = report.facts.rowOf.find(finding.path);
        TableCell where(RichText().path(shortPath(finding.path) + u':' + QString::number(finding.line), row == report.facts.rowOf.end() ? QString() : u"m:"_s + QString::number(row->second)));
        where.maxLines = 2;
        if (!finding.function.empty())
            where.lines.push_back(RichText().code(text(finding.function)));
        TableCell message(report.sentence(finding.message));
        message.maxLines = 3;
        QString effect = text(finding.effect);
        if (effect.endsWith(u" -"))
            effect = effect.chopped(1) + u'−';
        TableRow line;
        line.cells = { RichText().code(text(finding.rule)), where, message, effect };
        line.anchor = u"f:"_s + QString::number(&finding - &report.a.findings.front());
        table.rows.push_back(line);
    }
    placeTable(report.flow, table);
    if (findings.size() > kFindings)
        report.flow.note(u"And "_s + plural(static_cast<long long>(findings.size() - kFindings), u"more finding"_s) + u"; all of them are in the assessment JSON."_s);
}

void crossingTable(Report& report, const Candidate& candidate)
{
    if (candidate.crossings.empty()) {
        RichText none;
        none.bold(u"Boundary. "_s).add(u"No call crosses the proposed boundary often enough to have a price."_s);
        report.flow.note(none);
        return;
    }
    double total = 0;
    bool measured = true;
    for (const Crossing& crossing : candidate.crossings) {
        total += crossing.cost;
        measured = measured && crossing.source == "measured";
    }
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"Every crossing of the proposed boundary, dearest first."_s);
    table.caption.add(u" Calls and converted elements a run, price a run"_s + (measured ? u", measured."_s : u"; estimated, in time of the static model."_s));
    table.columns = { { u"From"_s, 0 }, { u"To"_s, 52 }, { u"Calls"_s, 16, true }, { u"Elements"_s, 17, true }, { u"Price"_s, 22, true } };
    Range restCost;
    for (std::size_t i = 0; i < candidate.crossings.size(); ++i) {
        const Crossing& crossing = candidate.crossings[i];
        if (i >= kCrossings || (crossing.cost < 0.5 && i > 2)) {
            restCost += Range::exactly(crossing.cost);
            continue;
        }
        TableCell from(unitText(report, crossing.from), unitPlace(report, crossing.from)), to(unitText(report, crossing.to), unitPlace(report, crossing.to));
        from.maxLines = to.maxLines = 2;
        TableRow line;
        line.cells = { from, to, shortCount(crossing.calls), shortCount(crossing.elements), nanoseconds(crossing.cost) };
        table.rows.push_back(line);
    }
    if (table.rows.size() < candidate.crossings.size()) {
        TableRow rest;
        rest.cells = { plural(static_cast<long long>(candidate.crossings.size() - table.rows.size()), u"cheaper crossing"_s), QString(), QString(), QString(), nanoseconds(restCost.likely) };
        table.rows.push_back(rest);
    }
    if (candidate.crossings.size() > 1) {
        TableRow sum;
        sum.kind = TableRow::Kind::Sum;
        sum.cells = { u"All crossings"_s, QString(), QString(), QString(), nanoseconds(total) };
        table.rows.push_back(sum);
    }
    placeTable(report.flow, table);
}

void whatIsHard(Report& report, const Candidate& candidate)
{
    Flow& flow = report.flow;
    if (!candidate.risks.empty()) {
        Table table;
        table.columns = { { {}, 7 }, { {}, 0 } };
        table.header = false;
        for (const std::string& risk : candidate.risks) {
            TableRow row;
            row.cells = { QString::number(table.rows.size() + 1), report.sentence(risk) };
            table.rows.push_back(row);
        }
        flow.subhead(u"What will be hard"_s, leastHeight(flow, table));
        placeTable(flow, table);
    }
    hazardTable(report, candidate);
    if (candidate.counterfactuals.empty())
        return;
    RichText change;
    change.bold(u"What would change it. "_s);
    const Range now = readinessOf(report.a, candidate);
    for (std::size_t i = 0; i < std::min<std::size_t>(3, candidate.counterfactuals.size()); ++i) {
        const Counterfactual& other = candidate.counterfactuals[i];
        change.append(report.sentence(other.change)).add(u": "_s);
        change.add(u"readiness "_s + number(now.likely) + u" becomes "_s + number(other.readiness));
        if (other.wave)
            change.add(u", and it moves to wave "_s + number(*other.wave));
        change.add(u". "_s);
    }
    flow.callout(change);
}

} // namespace

void candidatePages(Report& report, const Candidate& candidate)
{
    Flow& flow = report.flow;
    const QString id = text(candidate.id), anchor = u"c:"_s + id;
    const AssessedModule* lead = leadModule(report.a, candidate);
    flow.newPage(false, u"Short list: "_s + id);
    flow.anchor(anchor);
    flow.outline(id + u' ' + nameOf(candidate), anchor, 1);
    flow.kicker(report.numberOf(u"shortlist"_s) + u" · Short list and evidence · "_s + id);
    flow.headline(nameOf(candidate) + u" would save "_s + percent(candidate.gain.likely) + u" of the run for about "_s + shortNumber(candidate.effort.likely)
        + (shortNumber(candidate.effort.likely) == u"1" ? u" person-day"_s : u" person-days"_s));
    RichText facts;
    facts.add(capital(plural(static_cast<long long>(candidate.units.size()), u"unit"_s)) + u" of "_s + plural(static_cast<long long>(candidate.modules.size()), u"module"_s) + u" as "_s);
    facts.code(verdictCode(candidate.strategy)).add(u". Saves "_s).range(percentRange(candidate.gain)).add(u" of the run net of crossings, for "_s);
    facts.range(rangeText(candidate.effort, u"person-days"_s)).add(u"."_s);
    if (!candidate.criticality.empty())
        facts.add(u" Criticality for the business: "_s).bold(text(candidate.criticality)).add(u"."_s);
    if (candidate.predictedSeconds)
        facts.add(u" Predicted run: "_s).range(rangeText(*candidate.predictedSeconds, u"s"_s)).add(u"."_s);
    flow.lead(facts);
    const Pages before = flow.pages();
    const double top = flow.y();
    const int figures = report.figures, tables = report.tables;
    enum class Break { None, BeforeFindings, BeforeCrossings };
    const auto evidence = [&](Break where) {
        flow.pages() = before;
        flow.setY(top);
        report.figures = figures;
        report.tables = tables;
        if (lead)
            scoreFigure(report, *lead);
        functionTable(report, candidate);
        if (where == Break::BeforeCrossings)
            flow.continuePage();
        crossingTable(report, candidate);
        if (where == Break::BeforeFindings)
            flow.continuePage();
        findingTable(report, candidate);
        whatIsHard(report, candidate);
        return flow.pages().pages.size();
    };
    const std::size_t least = evidence(Break::None);
    if (least == before.pages.size())
        return;
    // More than a page anyway: a whole topic on the second one instead of a few lines left over.
    if (evidence(Break::BeforeFindings) > least && evidence(Break::BeforeCrossings) > least)
        evidence(Break::None);
}

} // namespace ferroscope::render
