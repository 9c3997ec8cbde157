// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/gate.h"

#include "core/base/text.h"
#include "core/report/json_writer.h"
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ferroscope::cli {

namespace {

using Json = nlohmann::json;

// Only the two parts that gates can name: the whole document of a large repository is not built twice.
Json gatedParts(const Assessment& assessment)
{
    Assessment slim;
    slim.coverage = assessment.coverage;
    slim.totals = assessment.totals;
    const Json whole = Json::parse(report::toJson(slim), nullptr, false);
    return Json::array({ whole["totals"], whole["coverage"] });
}

const Json* member(const Json& part, const std::string& name)
{
    const Json* at = &part;
    for (const std::string_view step : split(name, '.')) {
        const auto found = at->is_object() ? at->find(std::string(step)) : at->end();
        if (found == at->end())
            return nullptr;
        at = &*found;
    }
    if (at->is_object() && at->contains("likely"))
        at = &(*at)["likely"];
    return at->is_number() || at->is_null() ? at : nullptr;
}

// "totals.modules" and "modules" are the same.
const Json* valueOf(const Json& parts, const std::string& name)
{
    const std::string_view prefixes[] { "totals.", "coverage." };
    for (std::size_t at = 0; at < 2; ++at) {
        if (startsWith(name, prefixes[at]))
            return member(parts[at], name.substr(prefixes[at].size()));
    }
    const Json* const total = member(parts[0], name);
    return total ? total : member(parts[1], name);
}

} // namespace

Result<Gate> parseGate(const std::string& text)
{
    const std::size_t equals = text.rfind('=');
    if (equals == std::string::npos || equals == 0)
        return failure(ErrorCode::BadUsage, {}, "--fail-under takes NAME=N, not " + text + ".");
    Gate gate { text.substr(0, equals), 0 };
    const char* const begin = text.data() + equals + 1;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(begin, end, gate.least);
    if (parsed.ec != std::errc() || parsed.ptr != end || !std::isfinite(gate.least))
        return failure(ErrorCode::BadUsage, {}, "--fail-under " + gate.name + ": " + std::string(begin, end) + " is no number.");
    if (!valueOf(gatedParts({}), gate.name)) {
        return failure(ErrorCode::BadUsage, {},
            "--fail-under: there is no number " + gate.name
                + " in totals or coverage of the JSON; hints.coverage, readiness.likely and files_parsed are some.");
    }
    return gate;
}

std::vector<std::string> belowGates(const std::vector<Gate>& gates, const Assessment& assessment)
{
    std::vector<std::string> sentences;
    if (gates.empty())
        return sentences;
    const Json parts = gatedParts(assessment);
    for (const Gate& gate : gates) {
        const Json* const value = valueOf(parts, gate.name);
        if (!value || value->is_null())
            sentences.push_back(fmt::format("{} is not known, so it does not reach {}.", gate.name, gate.least));
        else if (value->get<double>() < gate.least)
            sentences.push_back(fmt::format("{} is {}, below {}.", gate.name, value->dump(), gate.least));
    }
    return sentences;
}

} // namespace ferroscope::cli
