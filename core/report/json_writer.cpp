// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/json_writer.h"

#include "core/report/json_parts.h"

namespace ferroscope::report {

namespace {

void writeHeader(JsonStream& out, const Assessment& a)
{
    out.field("schema", "ferroscope.assessment/1");
    out.key("tool");
    out.beginObject();
    out.field("name", "ferroscope");
    out.field("version", a.toolVersion);
    out.field("rules", a.ruleCount);
    textOrNull(out, "knowledge_date", a.knowledgeDate);
    out.endObject();
    out.key("project");
    out.beginObject();
    out.field("name", a.projectName);
    out.field("commit", a.commit);
    out.field("dirty", a.dirty);
    out.field("settings_hash", a.settingsHash);
    out.field("profile_hash", a.profileHash);
    out.field("repo_config", repoConfigName(a.repoConfig));
    out.endObject();
    out.key("recommendation");
    out.beginObject();
    out.field("sentence", a.recommendation.sentence);
    out.field("reasons", a.recommendation.reasons);
    out.field("certainty", a.recommendation.certainty);
    out.field("raises_certainty", a.recommendation.raisesCertainty);
    out.endObject();
}

void writeProfile(JsonStream& out, const ProfileMatch& profile)
{
    out.key("profile");
    out.beginObject();
    out.field("kind", profile.kind);
    out.field("exact", profile.exact);
    out.field("in_seconds", profile.inSeconds);
    out.field("self_seconds", profile.selfSeconds);
    out.field("set_aside_seconds", profile.setAsideSeconds);
    out.field("matched_share", profile.matchedShare);
    out.field("unmatched", profile.unmatched);
    out.endObject();
}

void writeCoverage(JsonStream& out, const Coverage& coverage)
{
    out.key("coverage");
    out.beginObject();
    out.field("files_found", coverage.filesFound);
    out.field("files_parsed", coverage.filesParsed);
    out.field("files_with_errors", coverage.filesWithErrors);
    out.key("skipped");
    out.beginArray();
    for (const SkippedFile& skipped : coverage.skipped) {
        out.beginObject();
        out.field("path", skipped.path);
        out.field("reason", skipped.reason);
        out.endObject();
    }
    out.endArray();
    out.field("imports_unresolved", coverage.importsUnresolved);
    out.field("calls_total", coverage.callsTotal);
    out.field("calls_resolved", coverage.callsResolved);
    out.field("dynamic_imports", coverage.dynamicImports);
    if (coverage.profile)
        writeProfile(out, *coverage.profile);
    else
        out.nothing("profile");
    out.key("problems");
    out.beginArray();
    for (const FileProblem& problem : coverage.problems) {
        out.beginObject();
        out.field("path", problem.path);
        out.field("line", problem.line);
        out.field("detail", problem.detail);
        out.endObject();
    }
    out.endArray();
    if (coverage.tests) {
        out.key("tests");
        out.beginObject();
        out.field("files", coverage.tests->files);
        out.field("matched", coverage.tests->matched);
        out.endObject();
    } else {
        out.nothing("tests");
    }
    out.endObject();
}

void writeTotals(JsonStream& out, const Totals& totals)
{
    out.key("totals");
    out.beginObject();
    out.field("modules", totals.modules);
    out.field("packages", totals.packages);
    writeLines(out, totals.lines);
    out.field("logical_lines", totals.logicalLines);
    out.field("functions", totals.functions);
    out.field("classes", totals.classes);
    out.field("async_functions", totals.asyncFunctions);
    writeHints(out, totals.hints);
    out.field("readiness", totals.readiness);
    out.key("verdicts");
    out.beginObject();
    for (std::size_t at = 0; at < totals.verdicts.size(); ++at)
        out.field(verdictId(static_cast<Verdict>(at)), totals.verdicts[at]);
    out.endObject();
    out.endObject();
}

void writeToolchain(JsonStream& out, const Assessment& a)
{
    out.key("toolchain");
    out.beginArray();
    for (const ToolMatch& match : a.toolchain) {
        out.beginObject();
        out.field("python", match.python);
        out.field("rust", match.rust);
        out.field("where", match.where);
        out.endObject();
    }
    out.endArray();
}

void writeNativeModules(JsonStream& out, const Assessment& a)
{
    out.key("native_modules");
    out.beginArray();
    for (const NativeModule& native : a.nativeModules) {
        out.beginObject();
        out.field("kind", native.kind);
        textOrNull(out, "name", native.name);
        out.field("declared_in", native.declaredIn);
        out.field("sources", native.sources);
        out.endObject();
    }
    out.endArray();
}

// Parts of the contract that this version does not fill: present, and said to be empty.
void writeNotYet(JsonStream& out)
{
    out.key("survey");
    out.beginObject();
    out.key("answers");
    out.beginObject();
    out.endObject();
    out.key("prefilled");
    out.beginObject();
    out.endObject();
    out.key("unanswered");
    out.beginArray();
    out.endArray();
    out.endObject();
}

void writeSensitivity(JsonStream& out, const Assessment& a)
{
    out.key("sensitivity");
    out.beginObject();
    out.key("top");
    out.beginArray();
    for (const auto& [candidate, share] : a.sensitivityTop) {
        out.beginObject();
        out.field("candidate", candidate);
        out.field("stable_share", share);
        out.endObject();
    }
    out.endArray();
    out.endObject();
}

} // namespace

void writeLines(JsonStream& out, const Lines& lines)
{
    out.key("lines");
    out.beginObject();
    out.field("physical", lines.physical);
    out.field("code", lines.code);
    out.field("doc", lines.doc);
    out.field("comment", lines.comment);
    out.field("blank", lines.blank);
    out.endObject();
}

void writeHints(JsonStream& out, const Hints& hints)
{
    out.key("hints");
    out.beginObject();
    out.field("slots", hints.slotCount);
    out.field("annotated", hints.annotated);
    out.field("any", hints.any);
    out.field("loose", hints.loose);
    out.field("exact", hints.exact);
    out.field("coverage", hints.coverage());
    out.endObject();
}

void writeJson(const Assessment& assessment, const ByteSink& sink)
{
    JsonStream out(sink);
    out.beginObject();
    writeHeader(out, assessment);
    writeCoverage(out, assessment.coverage);
    writeTotals(out, assessment.totals);
    writeModules(out, assessment);
    writeGraph(out, assessment);
    writeFindings(out, assessment);
    writeCandidates(out, assessment);
    writeRoadmap(out, assessment);
    writeDependencies(out, assessment);
    writeToolchain(out, assessment);
    writeNotYet(out);
    writeSensitivity(out, assessment);
    writeNativeModules(out, assessment);
    writeRisks(out, assessment);
    writeMoney(out, assessment);
    out.endObject();
}

std::string toJson(const Assessment& assessment)
{
    std::string json;
    writeJson(assessment, [&json](std::string_view bytes) { json.append(bytes); });
    return json;
}

} // namespace ferroscope::report
