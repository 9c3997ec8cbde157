// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of the plan that several sections show: the risk register, the hazards and alternatives of a candidate, and
// why modules stay.
#include "core/report/plan_words.h"
#include "ui/render/pdf/sections.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

RichText level(const std::string& name)
{
    return name == "high" ? RichText().bold(text(name)) : RichText(text(name));
}

} // namespace

void riskRegister(Report& report)
{
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"Risk register, gravest first."_s).add(u" From stated facts only; likelihood and impact by fixed thresholds, for people to judge. Owners are roles until somebody is named."_s);
    table.columns = { { {}, 9 }, { u"Risk, and by what it is noticed"_s, 0 }, { u"Likelihood,\nimpact"_s, 18 }, { u"Answer"_s, 48 }, { u"Owner"_s, 23 }, { u"Place"_s, 15 } };
    for (const RiskEntry& risk : report.a.risks) {
        TableCell what(report.sentence(risk.risk), report.sentence(risk.sign));
        TableCell levels(level(risk.likelihood));
        levels.lines.push_back(level(risk.impact));
        levels.equalLines = true;
        QStringList places;
        for (std::size_t at = 0; at < std::min<std::size_t>(4, risk.candidates.size()); ++at)
            places << text(risk.candidates[at]);
        if (risk.candidates.size() > 4)
            places << u"…"_s;
        TableCell owner(shortened(text(risk.owner), 60));
        owner.maxLines = 3;
        TableRow row;
        row.cells = { RichText().bold(text(risk.id)), what, levels, report.sentence(risk.answer), owner, places.isEmpty() ? u"all"_s : places.join(u", "_s) };
        table.rows.push_back(row);
    }
    report.flow.subhead(u"Risk register"_s, leastHeight(report.flow, table));
    placeTable(report.flow, table);
}

void hazardTable(Report& report, const Candidate& candidate)
{
    Flow& flow = report.flow;
    if (!candidate.hazards.empty()) {
        Table table;
        table.columns = { { {}, 31 }, { {}, 0 }, { {}, 46 } };
        table.header = false;
        std::vector<Hazard> hazards = candidate.hazards;
        std::stable_sort(hazards.begin(), hazards.end(), [](const Hazard& x, const Hazard& y) { return x.kind < y.kind; });
        std::string_view before;
        for (const Hazard& hazard : hazards) {
            const std::string_view label = report::hazardLabel(hazard.kind) == before ? std::string_view() : report::hazardLabel(hazard.kind);
            before = report::hazardLabel(hazard.kind);
            const auto row = report.facts.rowOf.find(hazard.path);
            TableCell where(RichText().path(shortPath(hazard.path) + u':' + QString::number(hazard.line), row == report.facts.rowOf.end() ? QString() : u"m:"_s + QString::number(row->second)));
            where.maxLines = 2;
            TableCell what(report.sentence(hazard.sentence));
            what.maxLines = 4;
            TableRow line;
            line.cells = { RichText().bold(QString::fromUtf8(label.data(), static_cast<qsizetype>(label.size()))), what, where };
            table.rows.push_back(line);
        }
        flow.subhead(u"To keep in mind for a faithful port"_s, leastHeight(flow, table));
        placeTable(flow, table);
    }
    if (candidate.alternatives.empty())
        return;
    Table table;
    table.columns = { { {}, 38 }, { {}, 0 } };
    table.header = false;
    for (const std::string& alternative : candidate.alternatives) {
        const std::size_t colon = alternative.find(": ");
        TableRow row;
        row.cells = { RichText().bold(text(colon == std::string::npos ? alternative : alternative.substr(0, colon))),
            colon == std::string::npos ? RichText() : report.sentence(alternative.substr(colon + 2)) };
        table.rows.push_back(row);
    }
    flow.subhead(u"Cheaper than Rust, where it would do"_s, leastHeight(flow, table));
    placeTable(flow, table);
}

void whyTheyStay(Report& report)
{
    if (report.a.leftInPython.empty())
        return;
    RichText why;
    why.bold(u"Why "_s + plural(static_cast<long long>(report.a.leftInPython.size()), u"module"_s) + (report.a.leftInPython.size() == 1 ? u" stays"_s : u" stay"_s) + u" in Python, for now or for good: "_s);
    bool first = true;
    for (const report::LeftReason& each : report::leftByReason(report.a)) {
        const QString reason = text(each.reason);
        why.add((first ? QString() : u"; "_s) + reason.left(1).toLower() + reason.mid(1) + u" "_s).bold(number(static_cast<double>(each.modules)));
        first = false;
    }
    why.add(u". One by one in "_s).link(u"appendix A"_s, u"stay"_s).add(u"."_s);
    report.flow.note(why);
}

void whyEachStays(Report& report)
{
    constexpr std::size_t kMost = 200;
    std::vector<const LeftInPython*> left;
    for (const LeftInPython& each : report.a.leftInPython) {
        if (report.facts.rowOf.contains(each.module))
            left.push_back(&each);
    }
    if (left.empty())
        return;
    std::stable_sort(left.begin(), left.end(), [&](const LeftInPython* x, const LeftInPython* y) {
        const auto time = [&](const LeftInPython& each) { return report.a.find(each.module)->heat.interpreted.likely; };
        return time(*x) > time(*y);
    });
    Table table;
    table.number = u"Table A.2"_s;
    table.padding = 0.6;
    table.caption.bold(u"Why they stay, the warmest first."_s).add(u" Interpreted time in percent of the run."_s);
    table.columns = { { u"Module"_s, 74 }, { u"Interp., %"_s, 18, true }, { u"Verdict"_s, 30 }, { u"Why"_s, 0 } };
    for (std::size_t at = 0; at < std::min(kMost, left.size()); ++at) {
        const LeftInPython& each = *left[at];
        TableCell name(report.moduleLink(each.module));
        name.maxLines = 1;
        TableCell why(each.why.empty() ? RichText(u"–"_s) : report.sentence(each.why));
        why.maxLines = 2;
        TableRow row;
        row.cells = { name, number(report.a.find(each.module)->heat.interpreted.likely * 100, 1), TableCell::marked(each.verdict, RichText().code(verdictCode(each.verdict))), why };
        table.rows.push_back(row);
    }
    Flow& flow = report.flow;
    flow.skip(mm(5));
    flow.ensure(leastHeight(flow, table));
    flow.anchor(u"stay"_s);
    placeTable(flow, table);
    if (left.size() > kMost)
        flow.note(u"And "_s + plural(static_cast<long long>(left.size() - kMost), u"cooler module"_s) + u"; the reasons of all of them are in the assessment JSON."_s);
}

} // namespace ferroscope::render
