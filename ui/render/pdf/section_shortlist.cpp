// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Short list: the candidates in one table, and the hot modules that are not on it, with the reason. The evidence
// of each candidate follows on its own pages (section_candidate.cpp).
#include "ui/render/figures/contexts.h"
#include "ui/render/pdf/report.h"
#include "ui/render/pdf/sections.h"
#include "ui/render/pdf/table.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

TableRow candidateRow(const Report& report, const Candidate& candidate)
{
    const AssessedModule* lead = leadModule(report.a, candidate);
    double interpreted = 0;
    for (const std::string& path : candidate.modules) {
        if (const AssessedModule* module = report.a.find(path))
            interpreted += module->heat.interpreted.likely;
    }
    const double perDay = candidate.effort.likely > 0 ? candidate.gain.likely / candidate.effort.likely : 0;
    RichText runnerUp;
    if (lead && lead->verdict.runnerUp != candidate.strategy)
        runnerUp.add(u"("_s + verdictCode(lead->verdict.runnerUp) + u')');
    const QString anchor = u"c:"_s + text(candidate.id);
    RichText title;
    title.link(nameOf(candidate), anchor);
    RichText modules;
    if (lead)
        modules.add(plural(static_cast<long long>(candidate.modules.size()), u"module"_s));
    RichText reason = report.reason(candidate);
    if (lead && isBlocker(lead->verdict.id))
        reason.add(reason.isEmpty() ? QString() : u" "_s).code(verdictCode(lead->verdict.id)).add(u" before."_s);
    const Range readiness = readinessOf(report.a, candidate);
    TableRow row;
    TableCell why(reason);
    why.maxLines = 4;
    row.cells = { RichText().bold(text(candidate.id)), TableCell(title, modules), TableCell::marked(candidate.strategy, RichText().code(verdictCode(candidate.strategy)), runnerUp),
        percent(interpreted), RichText().range(rangeText(readiness, {}, 0)), percent(perDay, 2), why };
    return row;
}

// Modules with time of their own that do not move: they will be asked about.
std::vector<const AssessedModule*> hotButStaying(const Assessment& a, std::size_t most)
{
    const PlanVerdicts plan(a);
    std::vector<const AssessedModule*> hot;
    for (const AssessedModule& module : a.modules) {
        if (module.judged() && !movesToRust(plan.of(module))
            && module.heat.interpreted.likely + module.heat.native.likely + module.heat.waiting.likely > 0.001)
            hot.push_back(&module);
    }
    std::stable_sort(hot.begin(), hot.end(), [](const AssessedModule* x, const AssessedModule* y) {
        const auto time = [](const AssessedModule* m) { return m->heat.interpreted.likely + m->heat.native.likely + m->heat.waiting.likely; };
        return time(x) > time(y);
    });
    hot.resize(std::min(hot.size(), most));
    return hot;
}

Table stayingTable(Report& report, const std::vector<const AssessedModule*>& hot)
{
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"Places that take time and do not move."_s).add(u" Named because they will be asked about. Percent of the run, "_s + report.facts.basis + u"."_s);
    table.columns = { { u"Module"_s, 44 }, { u"Verdict (runner-up)"_s, 33 }, { u"Interpreted\n%"_s, 17, true }, { u"Native\n%"_s, 14, true }, { u"Waiting\n%"_s, 15, true },
        { u"Why"_s, 0 } };
    for (const AssessedModule* module : hot) {
        RichText runnerUp;
        if (module->verdict.runnerUp != module->verdict.id)
            runnerUp.add(u"("_s + verdictCode(module->verdict.runnerUp) + u')');
        RichText why;
        if (!module->verdict.vetoes.empty())
            why.append(report.sentence(module->verdict.vetoes.front()));
        else if (!module->verdict.reasons.empty())
            why.append(report.sentence(module->verdict.reasons.front()));
        TableCell reason(why);
        reason.maxLines = 3;
        if (!module->verdict.alternatives.empty())
            reason.lines.push_back(RichText(u"Cheaper than Rust: "_s).append(report.sentence(module->verdict.alternatives.front())));
        TableCell name(report.moduleLink(module->path));
        name.maxLines = 2;
        TableRow row;
        row.cells = { name, TableCell::marked(module->verdict.id, RichText().code(verdictCode(module->verdict.id)), runnerUp),
            number(module->heat.interpreted.likely * 100, 1), number(module->heat.native.likely * 100, 1), number(module->heat.waiting.likely * 100, 1), reason };
        table.rows.push_back(row);
    }
    return table;
}

QString headline(const Report& report)
{
    if (report.facts.shortList.empty())
        return u"What takes time here waits, is native already, or is too small to pay for a move"_s;
    const Candidate& first = *report.facts.shortList.front();
    const double perDay = first.effort.likely > 0 ? first.gain.likely / first.effort.likely : 0;
    return text(first.id) + u' ' + nameOf(first) + u" saves "_s + percent(first.gain.likely) + u" of the run, "_s + percent(perDay, 1) + u" per person-day"_s;
}

} // namespace

void shortListSection(Report& report)
{
    Flow& flow = report.flow;
    const bool none = report.facts.shortList.empty();
    report.section(none ? u"Places that were considered"_s : u"Short list and evidence"_s, headline(report), u"shortlist"_s, false, u"Short list"_s);
    if (!none) {
        Table table;
        table.number = report.nextTable();
        table.caption.bold(u"Short list."_s).add(u" Interpreted: share of the run, "_s + report.facts.basis + u". Readiness 0–100, low–likely–high. Saved: per person-day, likely."_s);
        table.columns = { { {}, 8 }, { u"Place"_s, 36 }, { u"Strategy (runner-up)"_s, 30 }, { u"Interpreted"_s, 16, true }, { u"Readiness"_s, 20, true },
            { u"Saved per\nperson-day"_s, 17, true }, { u"Reason"_s, 0 } };
        for (const Candidate* candidate : report.facts.shortList)
            table.rows.push_back(candidateRow(report, *candidate));
        placeTable(flow, table);
        if (report.a.candidates.size() > report.facts.shortList.size()) {
            QStringList others;
            for (std::size_t i = report.facts.shortList.size(); i < std::min<std::size_t>(report.a.candidates.size(), 12); ++i)
                others << text(report.a.candidates[i].id) + u' ' + nameOf(report.a.candidates[i]);
            flow.note(u"Not on the short list, but in the roadmap: "_s + listed(others) + u"."_s);
        }
    }
    const std::vector<const AssessedModule*> hot = hotButStaying(report.a, none ? 12 : 6);
    if (!hot.empty()) {
        flow.skip(mm(2));
        placeTable(flow, stayingTable(report, hot));
    }
    if (none && hot.empty())
        flow.paragraph(u"No module takes a measurable part of the run, so there was nothing to put on a list. Appendix A names every module with its score."_s);
    RichText leave;
    leave.bold(u"Why a module is not here. "_s);
    leave.add(u"“Leave it in Python” is a finding with the same evidence as any other. A module that waits gains nothing from Rust; one whose time is spent in native code "
              "has it already; one that is cold costs work and saves none."_s);
    flow.callout(leave, true, true);
    for (const Candidate* candidate : report.facts.shortList)
        candidatePages(report, *candidate);
}

} // namespace ferroscope::render
