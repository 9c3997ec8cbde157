// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/json_parts.h"

namespace ferroscope::report {

namespace {

// A range with its likely value once more under the name of its unit ("person_days", "share").
void writeMeasure(JsonStream& out, std::string_view name, const Range& range, std::string_view unit)
{
    out.key(name);
    out.beginObject();
    out.field("low", range.low);
    out.field("likely", range.likely);
    out.field("high", range.high);
    out.field(unit, range.likely);
    out.endObject();
}

void writeCrossings(JsonStream& out, const std::vector<Crossing>& crossings)
{
    out.key("crossings");
    out.beginArray();
    for (const Crossing& crossing : crossings) {
        out.beginObject();
        out.field("from", crossing.from);
        out.field("to", crossing.to);
        out.field("calls", crossing.calls);
        out.field("elements", crossing.elements);
        out.field("cost", crossing.cost);
        out.field("source", crossing.source);
        out.field("kind", crossing.kind);
        out.field("calls_range", crossing.callRange);
        out.field("elements_range", crossing.elementRange);
        out.field("cost_range", crossing.costRange);
        out.endObject();
    }
    out.endArray();
}

void writeCounterfactuals(JsonStream& out, const std::vector<Counterfactual>& counterfactuals)
{
    out.key("counterfactuals");
    out.beginArray();
    for (const Counterfactual& counterfactual : counterfactuals) {
        out.beginObject();
        out.field("change", counterfactual.change);
        out.field("readiness", counterfactual.readiness);
        out.field("wave", counterfactual.wave);
        out.endObject();
    }
    out.endArray();
}

void writeWork(JsonStream& out, const std::vector<WorkItem>& work)
{
    out.key("work");
    out.beginArray();
    for (const WorkItem& item : work) {
        out.beginObject();
        out.field("title", item.title);
        out.field("kind", verdictId(item.kind));
        out.field("modules", item.modules);
        writeMeasure(out, "effort", item.effort, "person_days");
        writeMeasure(out, "gain", item.gain, "share");
        out.endObject();
    }
    out.endArray();
}

void writeWave(JsonStream& out, const Wave& wave)
{
    out.beginObject();
    out.field("number", wave.number);
    out.field("title", wave.title);
    out.field("candidates", wave.candidates);
    out.field("prerequisites", wave.prerequisites);
    writeMeasure(out, "effort", wave.effort, "person_days");
    writeMeasure(out, "gain", wave.gain, "share");
    out.field("crossings", wave.crossings);
    out.field("exit_criteria", wave.exitCriteria);
    out.field("measure", wave.measure);
    writeWork(out, wave.work);
    out.endObject();
}

} // namespace

void writeCandidates(JsonStream& out, const Assessment& assessment)
{
    out.key("candidates");
    out.beginArray();
    for (const Candidate& candidate : assessment.candidates) {
        out.beginObject();
        out.field("id", candidate.id);
        out.field("title", candidate.title);
        out.field("units", candidate.units);
        out.field("modules", candidate.modules);
        out.field("strategy", verdictId(candidate.strategy));
        out.field("predicted_seconds", candidate.predictedSeconds);
        out.field("value", candidate.value);
        writeMeasure(out, "effort", candidate.effort, "person_days");
        writeMeasure(out, "gain", candidate.gain, "share");
        writeCrossings(out, candidate.crossings);
        out.field("risks", candidate.risks);
        writeCounterfactuals(out, candidate.counterfactuals);
        out.endObject();
    }
    out.endArray();
}

void writeRoadmap(JsonStream& out, const Assessment& assessment)
{
    out.key("roadmap");
    out.beginObject();
    out.key("waves");
    out.beginArray();
    for (const Wave& wave : assessment.waves)
        writeWave(out, wave);
    out.endArray();
    out.key("left_in_python");
    out.beginArray();
    for (const LeftInPython& left : assessment.leftInPython) {
        out.beginObject();
        out.field("module", left.module);
        out.field("verdict", verdictId(left.verdict));
        out.endObject();
    }
    out.endArray();
    out.endObject();
}

} // namespace ferroscope::report
