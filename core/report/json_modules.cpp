// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/json_parts.h"

namespace ferroscope::report {

namespace {

// A range that is not known keeps its shape, with null for every figure.
void writeRange(JsonStream& out, std::string_view name, const Range& range, bool known)
{
    if (known) {
        out.field(name, range);
        return;
    }
    out.key(name);
    out.beginObject();
    out.nothing("low");
    out.nothing("likely");
    out.nothing("high");
    out.endObject();
}

void writeHeat(JsonStream& out, const Heat& heat)
{
    const bool known = heat.source != HeatSource::None;
    out.key("heat");
    out.beginObject();
    out.field("source", heatSourceName(heat.source));
    writeRange(out, "interpreted", heat.interpreted, known);
    writeRange(out, "native", heat.native, known);
    writeRange(out, "waiting", heat.waiting, known);
    out.field("calls", heat.calls);
    out.endObject();
}

void writeFunctions(JsonStream& out, const std::vector<AssessedFunction>& functions)
{
    out.key("functions");
    out.beginArray();
    for (const AssessedFunction& function : functions) {
        out.beginObject();
        out.field("name", function.name);
        out.field("line", function.line);
        out.field("end_line", function.endLine);
        out.field("kind", function.kind);
        out.field("is_async", function.isAsync);
        out.field("awaits", function.awaits);
        out.field("cc_radon", function.ccRadon);
        out.field("cc_c901", function.ccC901);
        out.field("cognitive", function.cognitive);
        out.field("loop_depth", function.loopDepth);
        out.field("covered", function.covered);
        writeHints(out, function.hints);
        writeHeat(out, function.heat);
        out.endObject();
    }
    out.endArray();
}

void writeClasses(JsonStream& out, const std::vector<AssessedClass>& classes)
{
    out.key("classes");
    out.beginArray();
    for (const AssessedClass& type : classes) {
        out.beginObject();
        out.field("name", type.name);
        out.field("line", type.line);
        out.field("end_line", type.endLine);
        out.field("bases", type.bases);
        out.field("methods", type.methods);
        out.endObject();
    }
    out.endArray();
}

void writeImports(JsonStream& out, const std::vector<ImportStatement>& imports)
{
    out.key("imports");
    out.beginArray();
    for (const ImportStatement& statement : imports) {
        out.beginObject();
        out.field("target", statement.target);
        out.field("line", statement.line);
        out.field("internal", statement.internal);
        out.field("flags", statement.flags);
        out.endObject();
    }
    out.endArray();
}

void writeOutside(JsonStream& out, const AssessedModule& module) // what it does beyond computing
{
    out.key("async");
    out.beginObject();
    out.field("functions", module.asyncFunctions);
    out.field("awaits", module.awaits);
    out.field("blocking_calls", module.blockingCalls);
    out.endObject();
    out.key("io");
    out.beginObject();
    out.field("calls", module.ioCalls);
    out.endObject();
    out.key("ffi");
    out.beginArray();
    for (const FfiUse& use : module.ffi) {
        out.beginObject();
        out.field("kind", use.kind);
        out.field("target", use.target);
        out.field("line", use.line);
        out.endObject();
    }
    out.endArray();
}

void writeCells(JsonStream& out, const std::vector<NotebookCell>& cells) // only notebooks have them
{
    out.key("cells");
    out.beginArray();
    for (const NotebookCell& cell : cells) {
        out.beginObject();
        out.field("cell", cell.number);
        out.field("line", cell.line);
        out.endObject();
    }
    out.endArray();
}

void writeCriteria(JsonStream& out, const AssessedModule& module)
{
    out.key("criteria");
    out.beginObject();
    for (int at = 0; at < kCriterionCount; ++at) {
        const auto id = static_cast<CriterionId>(at);
        const CriterionScore& score = module.criterion(id);
        out.key(criterionId(id));
        out.beginObject();
        out.field("value", score.value);
        out.field("low", score.low);
        out.field("high", score.high);
        out.field("weight", score.weight);
        out.field("contribution", score.contribution);
        out.field("why", score.why);
        out.endObject();
    }
    out.endObject();
}

void writeVerdict(JsonStream& out, const VerdictResult& verdict, bool judged)
{
    out.key("verdict");
    out.beginObject();
    if (judged) {
        out.field("id", verdictId(verdict.id));
        out.field("runner_up", verdictId(verdict.runnerUp));
    } else {
        out.nothing("id");
        out.nothing("runner_up");
    }
    out.field("reasons", verdict.reasons);
    out.field("vetoes", verdict.vetoes);
    out.field("alternatives", verdict.alternatives);
    if (verdict.override_) {
        out.key("override");
        out.beginObject();
        out.field("verdict", verdictId(verdict.override_->verdict));
        out.field("reason", verdict.override_->reason);
        out.endObject();
    } else {
        out.nothing("override");
    }
    out.endObject();
}

// Modules that are not judged (tests, generated code, ...) have neither scores nor a verdict.
void writeModule(JsonStream& out, const AssessedModule& module)
{
    out.beginObject();
    out.field("id", module.id);
    out.field("path", module.path);
    out.field("name", module.name);
    out.field("role", module.role);
    out.field("package", module.package);
    writeLines(out, module.lines);
    out.field("logical_lines", module.logicalLines);
    writeHints(out, module.hints);
    textOrNull(out, "context", module.context);
    out.field("wave", module.wave);
    out.field("fan_in", module.fanIn);
    out.field("fan_out", module.fanOut);
    out.field("cycle", module.cycle);
    out.field("churn", module.churn);
    out.field("tests", module.tests);
    if (!module.cells.empty())
        writeCells(out, module.cells);
    writeFunctions(out, module.functions);
    writeClasses(out, module.classes);
    writeImports(out, module.imports);
    writeOutside(out, module);
    writeCriteria(out, module);
    writeRange(out, "value", module.value, module.judged());
    writeRange(out, "ease", module.ease, module.judged());
    writeRange(out, "readiness", module.readiness, module.judged());
    writeVerdict(out, module.verdict, module.judged());
    writeHeat(out, module.heat);
    out.endObject();
}

} // namespace

void writeModules(JsonStream& out, const Assessment& assessment)
{
    out.key("modules");
    out.beginArray();
    for (const AssessedModule& module : assessment.modules)
        writeModule(out, module);
    out.endArray();
}

} // namespace ferroscope::report
