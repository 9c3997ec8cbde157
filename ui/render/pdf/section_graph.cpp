// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Contexts and import cycles: what belongs together, through which names it is used, and what would open the cycles.
#include "ui/render/pdf/report.h"
#include "ui/render/pdf/table.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

constexpr std::size_t kContexts = 14, kInterfaces = 6, kItems = 4, kCuts = 16;
constexpr qsizetype kFlows = 3;

std::vector<const ContextSummary*> largestFirst(const Assessment& a)
{
    std::vector<const ContextSummary*> contexts;
    for (const ContextSummary& context : a.contexts)
        contexts.push_back(&context);
    std::stable_sort(contexts.begin(), contexts.end(), [](const auto* x, const auto* y) { return x->modules.size() > y->modules.size(); });
    return contexts;
}

QString headline(const Assessment& a)
{
    const QString contexts = a.contexts.empty() ? u"No module belongs to another"_s
                                                : capital(inWords(a.contexts.size())) + (a.contexts.size() == 1 ? u" group of modules belongs together"_s : u" groups of modules belong together"_s);
    if (a.cycles.empty())
        return contexts + u"; no import cycle ties them"_s;
    return contexts + u"; "_s + inWords(a.cycles.size()) + (a.cycles.size() == 1 ? u" import cycle opens with "_s : u" import cycles open with "_s) + inWords(a.cuts.size())
        + (a.cuts.size() == 1 ? u" cut"_s : u" cuts"_s);
}

QString dataOf(const ContextSummary& context)
{
    QStringList flows;
    for (const DataFlow& flow : context.data) {
        if (!flow.type.empty() && flows.size() < kFlows)
            flows << shortened(text(flow.type), 40) + (flow.direction == "in" ? u" in"_s : u" out"_s);
    }
    return flows.isEmpty() ? QString() : u"Data: "_s + flows.join(u", "_s);
}

Table contextTable(Report& report, const std::vector<const ContextSummary*>& contexts)
{
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"Contexts, the largest first."_s).add(u" Cohesion: share of their links that stays inside. Interface: names that others use; typed: of its places for type hints."_s);
    table.columns = { { u"Context"_s, 0 }, { u"Modules"_s, 14, true }, { u"Cohesion,\n%"_s, 16, true }, { u"Imports\nin · out"_s, 16, true }, { u"Inter-\nface"_s, 12, true }, { u"Typed,\n%"_s, 13, true } };
    for (std::size_t at = 0; at < std::min(kContexts, contexts.size()); ++at) {
        const ContextSummary& context = *contexts[at];
        TableCell name(RichText().bold(shortened(text(context.name), 60)));
        if (!context.description.empty())
            name.lines.push_back(RichText(shortened(text(context.description), 600)));
        if (const QString data = dataOf(context); !data.isEmpty())
            name.lines.push_back(RichText(data));
        name.maxLines = 7;
        TableRow row;
        row.cells = { name, number(static_cast<double>(context.modules.size())), number(context.cohesion * 100), number(context.in) + u" · "_s + number(context.out),
            number(static_cast<double>(context.interfaceSize)), context.typedShare ? TableCell(number(*context.typedShare * 100)) : TableCell(u"–"_s) };
        table.rows.push_back(row);
    }
    return table;
}

Table interfaceTable(Report& report, const std::vector<const ContextSummary*>& contexts)
{
    Table table;
    table.number = report.nextTable();
    table.padding = 0.9;
    table.caption.bold(u"Interfaces: what other contexts use most."_s).add(u" A context that moves has to keep these names and signatures."_s);
    table.columns = { { u"Name"_s, 58 }, { u"Signature"_s, 0 }, { u"Importers"_s, 17, true }, { u"Callers"_s, 14, true }, { u"Typed"_s, 16, true } };
    std::size_t shown = 0;
    for (const ContextSummary* context : contexts) {
        if (context->interface.empty() || shown == kInterfaces)
            continue;
        ++shown;
        TableRow group;
        group.kind = TableRow::Kind::Group;
        group.cells = { shortened(text(context->name), 80) };
        table.rows.push_back(group);
        for (std::size_t at = 0; at < std::min(kItems, context->interface.size()); ++at) {
            const InterfaceItem& item = context->interface[at];
            const std::size_t colon = item.name.find(':');
            TableCell name(RichText().code(text(colon == std::string::npos ? item.name : item.name.substr(colon + 1))));
            if (colon != std::string::npos)
                name.lines.push_back(report.moduleLink(item.name.substr(0, colon)));
            name.maxLines = 2;
            TableCell signature(item.signature.empty() ? RichText().grey(text(item.kind)) : RichText().code(text(item.signature)));
            signature.maxLines = 3;
            TableRow row;
            row.cells = { name, signature, number(item.importers), number(item.callers),
                item.slotCount == 0 ? u"–"_s : number(item.annotated) + u" of "_s + number(item.slotCount) };
            table.rows.push_back(row);
        }
        if (context->interfaceSize > kItems) {
            TableRow rest;
            rest.cells = { RichText().grey(plural(static_cast<long long>(context->interfaceSize - kItems), u"more name"_s)), QString(), QString(), QString(), QString() };
            table.rows.push_back(rest);
        }
    }
    return table;
}

Table cutTable(Report& report)
{
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"Imports without which there would be no cycle."_s).add(u" The cheapest set that was found; “exact”: proven to be the cheapest."_s);
    table.columns = { { u"Import"_s, 58 }, { u"What it takes"_s, 0 }, { {}, 14 } };
    for (std::size_t at = 0; at < std::min(kCuts, report.a.cuts.size()); ++at) {
        const CutLink& cut = report.a.cuts[at];
        TableCell where(report.moduleLink(cut.from));
        where.lines.push_back(RichText().add(u"imports "_s).append(report.moduleLink(cut.to)).add(cut.line > 0 ? u" in line "_s + number(cut.line) : QString()));
        where.maxLines = 3;
        TableCell what(cut.sentence.empty() ? RichText(u"–"_s) : report.sentence(cut.sentence));
        what.maxLines = 5;
        TableRow row;
        row.cells = { where, what, cut.exact ? RichText().grey(u"exact"_s) : RichText() };
        table.rows.push_back(row);
    }
    return table;
}

void cyclesPart(Report& report)
{
    const Assessment& a = report.a;
    if (a.cycles.empty())
        return;
    Flow& flow = report.flow;
    std::size_t modules = 0;
    for (const std::vector<std::string>& cycle : a.cycles)
        modules += cycle.size();
    const Table cuts = cutTable(report);
    flow.subhead(capital(plural(static_cast<long long>(a.cycles.size()), u"import cycle"_s)) + u" of "_s + plural(static_cast<long long>(modules), u"module"_s),
        cuts.rows.empty() ? mm(12) : leastHeight(flow, cuts));
    if (cuts.rows.empty()) {
        --report.tables;
        flow.paragraph(u"No set of imports that would open them was found."_s);
        return;
    }
    placeTable(flow, cuts);
    if (a.cuts.size() > kCuts)
        flow.note(u"And "_s + plural(static_cast<long long>(a.cuts.size() - kCuts), u"more import"_s) + u"; all of them are in the assessment JSON."_s);
}

} // namespace

void graphSection(Report& report)
{
    const Assessment& a = report.a;
    if (a.contexts.empty() && a.cycles.empty())
        return;
    Flow& flow = report.flow;
    report.section(u"Contexts and import cycles"_s, headline(a), u"graph"_s, false, u"Contexts and cycles"_s);
    const std::vector<const ContextSummary*> contexts = largestFirst(a);
    if (!contexts.empty()) {
        placeTable(flow, contextTable(report, contexts));
        if (contexts.size() > kContexts)
            flow.note(u"And "_s + plural(static_cast<long long>(contexts.size() - kContexts), u"smaller context"_s) + u"; all of them are in the assessment JSON."_s);
    }
    cyclesPart(report);
    const Table interfaces = interfaceTable(report, contexts);
    if (interfaces.rows.empty()) {
        --report.tables;
        return;
    }
    flow.subhead(u"Interfaces"_s, leastHeight(flow, interfaces));
    placeTable(flow, interfaces);
}

} // namespace ferroscope::render
