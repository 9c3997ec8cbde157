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

void writeHazards(JsonStream& out, const std::vector<Hazard>& hazards)
{
    out.key("hazards");
    out.beginArray();
    for (const Hazard& hazard : hazards) {
        out.beginObject();
        out.field("kind", hazard.kind);
        out.field("sentence", hazard.sentence);
        out.field("path", hazard.path);
        out.field("line", hazard.line);
        out.endObject();
    }
    out.endArray();
}

void writeDates(JsonStream& out, const Dates& dates)
{
    if (!dates.known()) {
        out.nothing("dates");
        return;
    }
    out.key("dates");
    out.beginObject();
    out.field("start", dates.start);
    out.field("end_low", dates.endLow);
    out.field("end_likely", dates.endLikely);
    out.field("end_high", dates.endHigh);
    out.endObject();
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
    textOrNull(out, "rollback", wave.rollback);
    textOrNull(out, "stop_rule", wave.stopRule);
    if (wave.weeks == Range {})
        out.nothing("weeks"); // no team was given
    else
        out.field("weeks", wave.weeks);
    writeDates(out, wave.dates);
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
        writeHazards(out, candidate.hazards);
        out.field("alternatives", candidate.alternatives);
        textOrNull(out, "criticality", candidate.criticality);
        textOrNull(out, "anchor", candidate.anchor);
        out.field("is_by_hand", candidate.isByHand);
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
        textOrNull(out, "why", left.why);
        out.endObject();
    }
    out.endArray();
    out.field("plan_warnings", assessment.planWarnings);
    out.field("platforms", assessment.platforms);
    out.endObject();
}

void writeRisks(JsonStream& out, const Assessment& assessment)
{
    out.key("risks");
    out.beginArray();
    for (const RiskEntry& risk : assessment.risks) {
        out.beginObject();
        out.field("id", risk.id);
        out.field("kind", risk.kind);
        out.field("risk", risk.risk);
        out.field("likelihood", risk.likelihood);
        out.field("impact", risk.impact);
        out.field("sign", risk.sign);
        out.field("answer", risk.answer);
        out.field("owner", risk.owner);
        out.field("candidates", risk.candidates);
        out.key("waves");
        out.beginArray();
        for (const int wave : risk.waves)
            out.integer(wave);
        out.endArray();
        out.endObject();
    }
    out.endArray();
}

void writeMoney(JsonStream& out, const Assessment& assessment)
{
    if (!assessment.money) {
        out.nothing("money");
        return;
    }
    const MoneyPlan& money = *assessment.money;
    out.key("money");
    out.beginObject();
    out.field("currency", money.currency);
    out.field("cost", money.cost);
    out.field("saving_per_year", money.savingPerYear);
    out.field("payback_years", money.paybackYears);
    out.field("cost_of_doing_nothing", money.costOfDoingNothing);
    out.field("horizon_years", money.horizonYears);
    out.field("assumptions", money.assumptions);
    out.endObject();
}

} // namespace ferroscope::report
