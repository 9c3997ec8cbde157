// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/json_parts.h"

namespace ferroscope::report {

namespace {

void writeContexts(JsonStream& out, const std::vector<ContextSummary>& contexts)
{
    out.key("contexts");
    out.beginArray();
    for (const ContextSummary& context : contexts) {
        out.beginObject();
        out.field("id", context.id);
        out.field("name", context.name);
        out.field("modules", context.modules);
        out.field("cohesion", context.cohesion);
        out.field("in", context.in);
        out.field("out", context.out);
        out.field("description", context.description);
        out.field("users", context.users);
        out.field("uses", context.uses);
        out.field("interface_size", context.interfaceSize);
        out.key("interface");
        out.beginArray();
        for (const InterfaceItem& item : context.interface) {
            out.beginObject();
            out.field("name", item.name);
            out.field("kind", item.kind);
            out.field("signature", item.signature);
            out.field("importers", item.importers);
            out.field("callers", item.callers);
            out.field("slots", item.slotCount);
            out.field("annotated", item.annotated);
            out.endObject();
        }
        out.endArray();
        out.field("typed_share", context.typedShare);
        out.key("data");
        out.beginArray();
        for (const DataFlow& flow : context.data) {
            out.beginObject();
            textOrNull(out, "type", flow.type);
            out.field("direction", flow.direction);
            out.field("calls", flow.calls);
            out.endObject();
        }
        out.endArray();
        out.field("shared_state", context.sharedState);
        out.endObject();
    }
    out.endArray();
}

} // namespace

void writeGraph(JsonStream& out, const Assessment& assessment)
{
    out.key("graph");
    out.beginObject();
    out.key("imports");
    out.beginArray();
    for (const ImportLink& link : assessment.imports) {
        out.beginObject();
        out.field("from", link.from);
        out.field("to", link.to);
        out.field("line", link.line);
        out.field("flags", link.flags);
        out.field("defined_in", link.definedIn);
        out.endObject();
    }
    out.endArray();
    out.key("calls");
    out.beginArray();
    for (const CallLink& link : assessment.calls) {
        out.beginObject();
        out.field("from", link.from);
        out.field("to", link.to);
        out.field("line", link.line);
        out.field("weight", link.weight);
        out.field("certainty", link.certainty);
        out.endObject();
    }
    out.endArray();
    out.key("cycles");
    out.beginArray();
    for (const std::vector<std::string>& cycle : assessment.cycles) {
        out.beginArray();
        for (const std::string& path : cycle)
            out.text(path);
        out.endArray();
    }
    out.endArray();
    out.key("cuts");
    out.beginArray();
    for (const CutLink& cut : assessment.cuts) {
        out.beginObject();
        out.field("from", cut.from);
        out.field("to", cut.to);
        out.field("line", cut.line);
        out.field("kind", cut.kind);
        out.field("names", cut.names);
        out.field("users", cut.users);
        out.field("exact", cut.exact);
        out.field("sentence", cut.sentence);
        out.endObject();
    }
    out.endArray();
    writeContexts(out, assessment.contexts);
    out.endObject();
}

void writeFindings(JsonStream& out, const Assessment& assessment)
{
    out.key("findings");
    out.beginArray();
    for (const Finding& finding : assessment.findings) {
        out.beginObject();
        out.field("rule", finding.rule);
        out.field("path", finding.path);
        out.field("line", finding.line);
        out.field("end_line", finding.endLine);
        textOrNull(out, "function", finding.function);
        out.field("message", finding.message);
        out.field("effect", finding.effect);
        const AssessedModule* module = assessment.find(finding.path);
        if (const auto cell = module ? module->cellAt(finding.line) : std::nullopt) {
            out.key("cell"); // of a notebook: which cell, and the line in it
            out.beginObject();
            out.field("cell", cell->number);
            out.field("line", cell->line);
            out.endObject();
        }
        out.endObject();
    }
    out.endArray();
}

void writeDependencies(JsonStream& out, const Assessment& assessment)
{
    out.key("dependencies");
    out.beginArray();
    for (const PackageReadiness& package : assessment.dependencies) {
        out.beginObject();
        out.field("name", package.name);
        out.field("requirement", package.requirement);
        out.field("modules", package.modules);
        out.field("status", package.status);
        out.key("crates");
        out.beginArray();
        for (const auto& [name, note] : package.crates) {
            out.beginObject();
            out.field("name", name);
            out.field("note", note);
            out.endObject();
        }
        out.endArray();
        out.field("note", package.note);
        out.field("declared_in", package.declaredIn);
        out.field("locked", package.locked);
        out.endObject();
    }
    out.endArray();
}

} // namespace ferroscope::report
