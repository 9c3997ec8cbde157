// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Austin's text: not aggregated, one sample a line, "P<pid>;T<thread>;file:qualname:line;… <µs>", header lines
// with "#". Full mode ends in "time,idle,memory"; an idle sample is time off the processor.
#include "core/base/text.h"
#include "core/evidence/profiles/profile_builder.h"
#include "core/evidence/profiles/profile_formats.h"
#include "core/evidence/profiles/text_lines.h"

#include <cctype>

namespace ferroscope::evidence {

namespace {

constexpr std::int64_t kLongestSample = 1'000'000'000'000; // µs

bool isProcess(std::string_view text)
{
    return text.size() > 1 && text.front() == 'P' && std::isdigit(static_cast<unsigned char>(text[1])) != 0;
}

// "file:qualname:line", split from the right: a Windows path has a colon of its own.
std::optional<Frame> frameOf(std::string_view text)
{
    if (text.empty() || text.front() == ':')
        return std::nullopt; // :GC:, :INVALID:
    const std::size_t second = text.rfind(':');
    if (second == std::string_view::npos || second == 0)
        return std::nullopt;
    const std::size_t first = text.rfind(':', second - 1);
    const auto line = wholeNumber<std::uint32_t>(text.substr(second + 1));
    if (first == std::string_view::npos || !line)
        return std::nullopt;
    return Frame { text.substr(0, first), text.substr(first + 1, second - first - 1), *line, LineMeaning::Current, true };
}

struct Metric {
    double seconds = 0;
    bool idle = false;
};

std::optional<Metric> metricOf(std::string_view text)
{
    const std::vector<std::string_view> parts = split(text, ',');
    if (parts.size() != 1 && parts.size() != 3)
        return std::nullopt;
    const auto time = wholeNumber<std::int64_t>(parts[0]);
    if (!time || *time < 0 || *time > kLongestSample)
        return std::nullopt;
    return Metric { static_cast<double>(*time) * 1e-6, parts.size() == 3 && parts[1] == "1" };
}

} // namespace

bool looksLikeAustinText(std::string_view bytes)
{
    std::string_view line;
    while (takeLine(bytes, line)) {
        if (trimmed(line).empty())
            continue;
        if (line.front() == '#') {
            if (startsWith(line, "# austin"))
                return true;
            continue;
        }
        return isProcess(line) && line.find(";T") != std::string_view::npos;
    }
    return false;
}

Result<Profile> readAustinText(std::string_view bytes)
{
    ProfileBuilder builder(ProfileKind::AustinText);
    std::vector<std::uint32_t> stack;
    std::string_view line;
    for (std::size_t number = 1; takeLine(bytes, line); ++number) {
        if (trimmed(line).empty())
            continue;
        if (line.front() == '#') {
            if (startsWith(line, "# mode: memory"))
                return refuse("it measures memory, not time");
            continue;
        }
        const std::size_t space = line.rfind(' ');
        const auto metric = space == std::string_view::npos ? std::nullopt : metricOf(line.substr(space + 1));
        if (!isProcess(line) || !metric)
            return refuse("line " + withThousands(static_cast<long long>(number)) + " is no sample of Austin");
        stack.clear();
        std::string_view rest = line.substr(0, space);
        for (std::size_t part = 0; !rest.empty(); ++part) {
            const std::size_t end = rest.find(';');
            if (part >= 2) {
                if (const auto frame = frameOf(rest.substr(0, end)))
                    stack.push_back(builder.frame(*frame));
            }
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
            if (stack.size() > kDeepestStack)
                return refuse("line " + withThousands(static_cast<long long>(number)) + " has a stack deeper than 20,000 frames");
        }
        if (builder.problem().empty())
            builder.addStack(stack, metric->seconds, 1, metric->idle ? TimeOf::Waiting : TimeOf::Self);
        if (!builder.problem().empty())
            break;
    }
    return std::move(builder).finish();
}

} // namespace ferroscope::evidence
