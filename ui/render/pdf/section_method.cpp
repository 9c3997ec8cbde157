// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What was not analysed, and the method on one page: what did you leave out, and how did you get these numbers?
#include "ui/render/marks.h"
#include "ui/render/pdf/sections.h"
#include "ui/render/pdf/table.h"
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

QString count(std::size_t value) { return number(static_cast<double>(value)); }

void add(Table& table, const QString& what, TableCell howMuch, const QString& effect, const QString& settle)
{
    TableRow row;
    howMuch.maxLines = 2;
    row.cells = { RichText().bold(what), howMuch, effect, settle };
    table.rows.push_back(row);
}

// Up to two places, then how many more.
void places(TableCell& cell, const std::vector<std::string>& paths)
{
    for (std::size_t i = 0; i < std::min<std::size_t>(2, paths.size()); ++i)
        cell.lines.push_back(RichText().path(shortPath(paths[i], 3)));
    if (paths.size() > 2)
        cell.lines.push_back(RichText(u"and "_s + count(paths.size() - 2) + u" more"_s));
}

Table notAnalysed(Report& report)
{
    const Coverage& coverage = report.a.coverage;
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"Not analysed, or not with certainty."_s)
        .add(u" "_s + plural(static_cast<long long>(coverage.filesFound), u"file"_s) + u" found, "_s + count(coverage.filesParsed) + u" read; "_s
            + plural(static_cast<long long>(report.facts.judged), u"module"_s) + u" scored. Tests, generated files and the like are read but not scored."_s);
    table.columns = { { u"What"_s, 36 }, { u"How much"_s, 46 }, { u"Effect on the answer"_s, 44 }, { u"What would settle it"_s, 0 } };
    if (!coverage.skipped.empty()) {
        std::vector<std::string> paths;
        for (const SkippedFile& file : coverage.skipped)
            paths.push_back(file.path);
        TableCell cell(plural(static_cast<long long>(coverage.skipped.size()), u"file"_s) + u", first: "_s + text(coverage.skipped.front().reason));
        places(cell, paths);
        add(table, u"Files left out"_s, cell, u"Their time and their calls are missing"_s, u"Convert, shrink or exclude them by name"_s);
    }
    if (coverage.filesWithErrors > 0) {
        std::vector<std::string> paths;
        for (const FileProblem& problem : coverage.problems)
            paths.push_back(problem.path + ":" + std::to_string(problem.line));
        TableCell cell(plural(static_cast<long long>(coverage.filesWithErrors), u"file"_s) + u" read with syntax errors"_s);
        places(cell, paths);
        add(table, u"Files with errors"_s, cell, u"Read around the error; counts there may be low"_s, u"Mend the file"_s);
    }
    if (coverage.callsTotal > 0) {
        const std::size_t open = coverage.callsTotal - std::min(coverage.callsTotal, coverage.callsResolved);
        const double share = static_cast<double>(open) / static_cast<double>(coverage.callsTotal);
        add(table, u"Calls that lead somewhere unknown"_s, count(open) + u" of "_s + count(coverage.callsTotal) + u" ("_s + percent(share, 0) + u")"_s,
            u"Some crossings may be missing; gains are widened"_s, u"A deterministic profile names the callees"_s);
    }
    if (coverage.importsUnresolved > 0)
        add(table, u"Imports not resolved"_s, count(coverage.importsUnresolved), u"Dependencies of these modules may be incomplete"_s, u"Name the source roots"_s);
    if (coverage.dynamicImports > 0)
        add(table, u"Dynamic imports"_s, count(coverage.dynamicImports), u"What they load is not linked"_s, u"A list of the plug-ins"_s);
    if (!report.facts.measured)
        add(table, u"Time"_s, TableCell::notKnown(u"? not measured"_s), u"Shares of the run are a static estimate"_s, u"A profile of one working day"_s);
    if (!report.facts.coverageKnown)
        add(table, u"Test coverage"_s, TableCell::notKnown(), u"Counts as none in the likely case"_s, u"A coverage.xml file: one hour"_s);
    add(table, u"Memory, latency, throughput"_s, u"Not measured"_s, u"None; no claim is made about them"_s, u"A separate measurement"_s);
    return table;
}

// Every file by name, as far as a page has room.
Table leftOutFiles(Report& report)
{
    constexpr std::size_t most = 40;
    const Coverage& coverage = report.a.coverage;
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"Files left out or read around an error."_s);
    table.padding = 0.72;
    table.columns = { { u"File"_s, 84 }, { u"Why"_s, 0 } };
    const auto add = [&](const QString& path, const std::string& reason) {
        if (table.rows.size() >= most)
            return;
        TableCell file(RichText().path(path)), why(report.sentence(reason));
        file.maxLines = why.maxLines = 2;
        TableRow row;
        row.cells = { file, why };
        table.rows.push_back(row);
    };
    for (const SkippedFile& file : coverage.skipped)
        add(text(file.path), file.reason);
    for (const FileProblem& problem : coverage.problems)
        add(text(problem.path) + (problem.line > 0 ? u':' + QString::number(problem.line) : QString()), problem.detail);
    const std::size_t all = coverage.skipped.size() + coverage.problems.size();
    if (all > table.rows.size())
        table.caption.add(u" The first "_s + count(table.rows.size()) + u" of "_s + count(all) + u"; all of them are in the assessment JSON."_s);
    return table;
}

void methodFigure(Report& report)
{
    struct Box {
        QString title, text, figure;
    };
    const Coverage& coverage = report.a.coverage;
    const Facts& facts = report.facts;
    const double resolved = coverage.callsTotal > 0 ? static_cast<double>(coverage.callsResolved) / static_cast<double>(coverage.callsTotal) : 0;
    const std::vector<Box> boxes {
        { u"1 Read"_s, u"facts, one pass over each syntax tree"_s, number(static_cast<double>(report.a.totals.lines.physical)) + u" lines, "_s + count(coverage.filesParsed) + u" files"_s },
        { u"2 Link"_s, u"imports, calls, cycles, contexts"_s, coverage.callsTotal > 0 ? percent(resolved, 0) + u" of "_s + count(coverage.callsTotal) + u" calls"_s : u"no calls"_s },
        { u"3 Weigh"_s, u"interpreted, native, waiting; profile first"_s, facts.measured ? u"a profile, rest estimated"_s : u"static estimate"_s },
        { u"4 Score"_s, u"nine criteria, each with a range or “unknown”"_s, plural(static_cast<long long>(facts.judged), u"module"_s) },
        { u"5 Cut and plan"_s, u"best boundary by a minimum cut; waves"_s,
            plural(static_cast<long long>(report.a.candidates.size()), u"candidate"_s) + u", "_s + plural(static_cast<long long>(report.a.waves.size()), u"wave"_s) },
    };
    Flow& flow = report.flow;
    const Theme& theme = flow.theme();
    const double gap = mm(4), width = (flow.body().width() - gap * 4) / 5, top = flow.y();
    double height = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const double left = flow.body().left() + (width + gap) * static_cast<double>(i);
        const QRectF rule(left, top, width, pt(1.4));
        const QColor color = i + 1 == boxes.size() ? theme.accent : theme.text;
        flow.add([rule, color](QPainter& painter) { painter.fillRect(rule, color); });
        double y = top + mm(1.8);
        y += flow.place(RichText().bold(boxes[i].title), { TextRole::Table, Qt::AlignLeft, true, theme.text, 1 }, { left, y }, width);
        flow.place(boxes[i].text, { TextRole::Small, Qt::AlignLeft, false, theme.text3, 2 }, { left, y }, width);
        y += theme.lineHeight(TextRole::Small) * 2 + mm(0.8);
        y += flow.place(RichText().bold(boxes[i].figure), { TextRole::Small, Qt::AlignLeft, true, theme.text, 2 }, { left, y }, width);
        height = std::max(height, y - top);
    }
    flow.skip(height + mm(3));
}

Table criteriaTable(Report& report)
{
    const Theme& theme = report.flow.theme();
    const double most = std::max(1e-9, *std::max_element(report.a.weights.begin(), report.a.weights.end()));
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"The nine criteria and their weights."_s).add(u" Known: in how many modules the criterion has an answer."_s);
    table.padding = 0.75;
    table.columns = { { u"Criterion"_s, 32 }, { u"Weight"_s, 12, true }, { {}, 18 }, { u"Enters"_s, 13 }, { u"Asks"_s, 0 }, { u"Known"_s, 20, true } };
    for (int i = 0; i < kCriterionCount; ++i) {
        const auto id = static_cast<CriterionId>(i);
        const double weight = report.a.weights[static_cast<std::size_t>(i)];
        std::size_t known = 0;
        for (const AssessedModule& module : report.a.modules)
            known += module.judged() && module.criterion(id).value ? 1 : 0;
        TableRow row;
        const std::string_view name = criterionId(id), question = criterionQuestion(id);
        row.cells = { RichText().code(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))), number(weight, weight == static_cast<int>(weight) ? 0 : 1),
            TableCell::drawn([share = weight / most, color = theme.grey[1]](QPainter& painter, const QRectF& rect) {
                painter.fillRect(QRectF(rect.left(), rect.center().y() - pt(2.4), rect.width() * share, pt(4.8)), color);
            }),
            i < kValueCriterionCount ? u"value"_s : u"ease"_s, QString::fromUtf8(question.data(), static_cast<qsizetype>(question.size())),
            known == 0 ? TableCell::notKnown() : TableCell(count(known) + u" of "_s + count(report.facts.judged)) };
        table.rows.push_back(row);
    }
    return table;
}

} // namespace

void methodPart(Report& report)
{
    Flow& flow = report.flow;
    flow.newPage(false, u"Method"_s);
    flow.anchor(u"how"_s);
    flow.outline(u"Method on one page"_s, u"how"_s, 1);
    flow.kicker(report.numberOf(u"method"_s) + u" · What was not analysed; method"_s);
    flow.headline(u"The code was read, not run; nine criteria score it and a minimum cut makes the plan"_s);
    methodFigure(report);
    RichText first, second, third;
    first.add(u"A module's "_s).bold(u"value"_s).add(u" says what a move would gain, its "_s).bold(u"ease"_s);
    first.add(u" how easily it could move; "_s).bold(u"readiness"_s).add(u" is the square root of their product, and its contributions add up. A criterion without evidence is "_s);
    first.bold(u"unknown"_s).add(u": it counts as worst in the low and likely case and as best in the high one; it is never dropped."_s);
    second.add(u"Candidates are not the top of a list. Functions form a graph: moving one saves its interpreted time, and every call between a moved and an unmoved function has a price. "
               "The set with the best balance is a minimum cut; raising the price of effort gives smaller sets inside larger ones. A veto pins a function to Python and changes no score."_s);
    third.bold(u"Effort"_s).add(u" counts statements, decisions, hazards and untyped places, and adds work per candidate and per crossing. While a team learns Rust it takes longer: 2.5 times at first "
                                "without experience, 1.75 times with some or where nothing was said, falling to 1 over 14 weeks of work; all of it can be set."_s);
    RichText note;
    note.bold(u"Measured"_s).add(u" figures come from profiles or counts. "_s).bold(u"Estimated"_s);
    note.add(u" figures carry a range, “≈” or the word. The two are never added without saying so. Every range is low–likely–high."_s);
    flow.columns({ { {}, { first, second, third }, mm(116), false }, { {}, { note }, mm(42), true } }, mm(8));
    flow.skip(mm(2));
    placeTable(flow, criteriaTable(report));
}

void methodSection(Report& report)
{
    const Coverage& coverage = report.a.coverage;
    const double read = coverage.filesFound > 0 ? static_cast<double>(coverage.filesParsed) / static_cast<double>(coverage.filesFound) : 1;
    const QString headline = coverage.skipped.empty() && coverage.filesWithErrors == 0
        ? u"Every file was read; what stays uncertain is named, and the method can be repeated"_s
        : percent(read, 0) + u" of the files were read; what we did not see is named, and the method can be repeated"_s;
    report.section(u"What was not analysed; method"_s, headline, u"method"_s, false, u"Scope and method"_s);
    placeTable(report.flow, notAnalysed(report));
    if (!coverage.skipped.empty() || !coverage.problems.empty()) {
        report.flow.skip(mm(2));
        placeTable(report.flow, leftOutFiles(report));
    }
    RichText rest;
    rest.bold(u"What the tools cannot see. "_s).add(u"Code that is loaded by name at run time, data that decides how often a loop turns, and load that the profile or the estimate did not contain. "
                                                    "Where this could change an answer, the range is wider, and section "_s
                                                    + report.numberOf(u"risks"_s) + u" says what would settle it."_s);
    report.flow.callout(rest, true, true);
    methodPart(report);
}

} // namespace ferroscope::render
