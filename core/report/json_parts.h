// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the assessment JSON, each in a file of its own; only json_writer.cpp calls them.
#pragma once

#include "core/assessment/assessment.h"
#include "core/report/json_stream.h"

namespace ferroscope::report {

void writeLines(JsonStream& out, const Lines& lines); // "lines": {...}
void writeHints(JsonStream& out, const Hints& hints); // "hints": {...}
void writeModules(JsonStream& out, const Assessment& assessment);
void writeGraph(JsonStream& out, const Assessment& assessment);
void writeFindings(JsonStream& out, const Assessment& assessment);
void writeCandidates(JsonStream& out, const Assessment& assessment);
void writeRoadmap(JsonStream& out, const Assessment& assessment);
void writeRisks(JsonStream& out, const Assessment& assessment);
void writeMoney(JsonStream& out, const Assessment& assessment);
void writeDependencies(JsonStream& out, const Assessment& assessment);

// Empty text in the Assessment that means "none" is null in the JSON.
inline void textOrNull(JsonStream& out, std::string_view name, const std::string& value)
{
    if (value.empty())
        out.nothing(name);
    else
        out.field(name, value);
}

} // namespace ferroscope::report
