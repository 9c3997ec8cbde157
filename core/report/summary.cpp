// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// toSummary(): what a person reads on the terminal after an analysis.
#include "core/base/text.h"
#include "core/report/escape.h"
#include "core/report/markdown.h"
#include "core/report/plan_words.h"
#include "core/report/wording.h"
#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace ferroscope::report {

namespace {

constexpr std::size_t kColumns = 100;
constexpr std::size_t kShortList = 5;
constexpr std::size_t kWaves = 6;
constexpr std::size_t kReasons = 2;

// Words of `text` on lines of at most kColumns, later lines indented by `indent`.
void wrap(std::string& out, std::string_view text, std::size_t indent)
{
    const std::string line = oneLine(text);
    std::size_t column = indent;
    out.append(indent, ' ');
    bool atStart = true;
    for (const std::string_view word : split(line, ' ')) {
        if (word.empty())
            continue;
        const std::string shown = shortened(word, kColumns - indent);
        const std::size_t width = columnCount(shown);
        if (!atStart && column + 1 + width > kColumns) {
            out += '\n';
            out.append(indent, ' ');
            column = indent;
            atStart = true;
        }
        if (!atStart) {
            out += ' ';
            ++column;
        }
        out += shown;
        column += width;
        atStart = false;
    }
    out += '\n';
}

std::string padded(std::string_view text, std::size_t columns)
{
    std::string out(text);
    const std::size_t width = columnCount(text);
    if (width < columns)
        out.append(columns - width, ' ');
    return out;
}

void writeHead(std::string& out, const Assessment& a)
{
    wrap(out, a.recommendation.sentence, 0);
    for (std::size_t at = 0; at < std::min(kReasons, a.recommendation.reasons.size()); ++at)
        wrap(out, a.recommendation.reasons[at], 2);
    std::string about = a.projectName;
    if (a.commit)
        about += " at " + a.commit->substr(0, 12) + (a.dirty.value_or(false) ? " with changes not committed" : "");
    about += ": " + counted(a.totals.modules, "module") + ", " + counted(a.totals.lines.code, "line") + " of code, "
        + counted(a.totals.functions, "function");
    if (const auto coverage = a.totals.hints.coverage())
        about += ", type hints on " + percent(*coverage) + " % of the places";
    out += '\n';
    wrap(out, about + ".", 0);
    wrap(out, "Readiness " + rangeText(a.totals.readiness) + " of 100, weighted by interpreted CPU time.", 0);
}

void writeVerdicts(std::string& out, const Assessment& a)
{
    out += "\nVerdicts\n";
    std::size_t inLine = 0;
    for (std::size_t at = 0; at < a.totals.verdicts.size(); ++at) {
        if (a.totals.verdicts[at] == 0)
            continue;
        if (inLine == 3) {
            out += '\n';
            inLine = 0;
        }
        const std::string cell = fmt::format("{:>7} {}", withThousands(static_cast<long long>(a.totals.verdicts[at])),
            verdictId(static_cast<Verdict>(at)));
        const bool isLast = std::all_of(a.totals.verdicts.begin() + static_cast<std::ptrdiff_t>(at) + 1,
            a.totals.verdicts.end(), [](std::size_t count) { return count == 0; });
        out += isLast || inLine == 2 ? cell : padded(cell, 30);
        ++inLine;
    }
    out += '\n';
}

void writeShortList(std::string& out, const Assessment& a)
{
    if (a.candidates.empty()) {
        out += "\nNothing is proposed to move to Rust.\n";
        return;
    }
    out += '\n';
    out += padded("Worth moving", 42) + padded("% of the run saved", 20) + padded("person-days", 15) + "strategy\n";
    for (std::size_t at = 0; at < std::min(kShortList, a.candidates.size()); ++at) {
        const Candidate& candidate = a.candidates[at];
        out += "  " + padded(candidate.id, 5) + padded(shortened(oneLine(candidate.title), 33), 35)
            + padded(rangeText(candidate.gain, 100), 20) + padded(rangeText(candidate.effort), 15);
        out += verdictId(candidate.strategy);
        out += '\n';
        if (candidate.modules.empty())
            continue;
        const std::size_t others = candidate.modules.size() - 1;
        const std::string more = others == 0 ? "" : " and " + counted(others, "other module");
        out += "       " + shortened(oneLine(candidate.modules.front()), kColumns - 7 - more.size()) + more + "\n";
    }
    if (a.candidates.size() > kShortList)
        out += "  and " + counted(a.candidates.size() - kShortList, "more candidate") + "\n";
}

void writeRoadmap(std::string& out, const Assessment& a)
{
    if (a.waves.empty())
        return;
    out += "\nRoadmap\n";
    for (std::size_t at = 0; at < std::min(kWaves, a.waves.size()); ++at) {
        const Wave& wave = a.waves[at];
        std::string holds;
        for (const std::string& id : wave.candidates)
            holds += (holds.empty() ? "" : ", ") + id;
        if (!wave.work.empty())
            holds += (holds.empty() ? "" : ", ") + counted(wave.work.size(), "piece") + " of work";
        const std::string start = fmt::format("  {:<5}", wave.number) + padded(shortened(oneLine(wave.title), 33), 35)
            + padded(wave.gain == Range {} ? "\u2013" : rangeText(wave.gain, 100), 20) + padded(rangeText(wave.effort), 15);
        out += start + shortened(oneLine(holds), kColumns - std::min(kColumns - 10, columnCount(start))) + "\n";
        if (wave.weeks == Range {})
            continue;
        std::string calendar = rangeText(wave.weeks) + " weeks";
        if (wave.dates.known())
            calendar += ", " + wave.dates.start + " to " + wave.dates.endLikely + ", " + wave.dates.endHigh + " at the latest";
        out += "       " + shortened(oneLine(calendar), kColumns - 7) + "\n";
    }
    if (a.waves.size() > kWaves)
        out += "  and " + counted(a.waves.size() - kWaves, "more wave") + "\n";
}

} // namespace

std::string toSummary(const Assessment& assessment)
{
    std::string out;
    writeHead(out, assessment);
    writeVerdicts(out, assessment);
    writeShortList(out, assessment);
    writeRoadmap(out, assessment);
    out += "\nLimits\n";
    for (const std::string& sentence : limits(assessment))
        wrap(out, sentence, 2);
    return out;
}

} // namespace ferroscope::report
