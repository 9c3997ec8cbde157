// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Collapsed stacks: "frame;frame;…;frame count", root first, the count after the last space. Of py-spy
// (`name (file:line)`, co_name, the line that ran), of perf (`py::qualname:file`, no lines, native symbols in
// between). The rate is not in the file: a sample counts as 1/100 s, py-spy's default, and shares are unaffected.
#include "core/base/text.h"
#include "core/evidence/profiles/perf_stack.h"
#include "core/evidence/profiles/profile_builder.h"
#include "core/evidence/profiles/profile_formats.h"
#include "core/evidence/profiles/text_lines.h"

#include <algorithm>

namespace ferroscope::evidence {

namespace {

constexpr double kSecondsPerSample = 0.01;

// "name (file:line)", "name (file)" or "name". Nothing for what is a process or a thread.
std::optional<Frame> frameOf(std::string_view text)
{
    if (startsWith(text, "process ") || startsWith(text, "thread ("))
        return std::nullopt;
    Frame frame;
    const std::size_t open = endsWith(text, ")") ? text.rfind(" (") : std::string_view::npos;
    frame.function = text.substr(0, open);
    if (open == std::string_view::npos)
        return frame;
    frame.file = text.substr(open + 2, text.size() - open - 3);
    const std::size_t colon = frame.file.rfind(':');
    if (colon != std::string_view::npos) {
        if (const auto line = wholeNumber<std::uint32_t>(frame.file.substr(colon + 1))) {
            frame.line = *line;
            frame.lineMeaning = LineMeaning::Current;
            frame.file = frame.file.substr(0, colon);
        }
    }
    return frame;
}

} // namespace

// The first lines end with counts, and one of them looks like frames.
bool looksLikeCollapsed(std::string_view bytes)
{
    constexpr int kLooked = 50;
    std::string_view line;
    for (int lines = 0; lines < kLooked && takeLine(bytes, line);) {
        if (trimmed(line).empty() || line.front() == '#')
            continue;
        ++lines;
        if (!takeLastNumber<std::uint64_t>(line) || trimmed(line).empty())
            return false;
        if (line.find(';') != std::string_view::npos || line.find(".py") != std::string_view::npos || startsWith(line, "py::"))
            return true;
    }
    return false;
}

Result<Profile> readCollapsed(std::string_view bytes)
{
    ProfileBuilder builder(ProfileKind::Collapsed);
    builder.profile().isScaled = false;
    std::vector<std::uint32_t> stack;
    std::string_view line;
    PerfStack perf(builder);
    for (std::size_t number = 1; takeLine(bytes, line); ++number) {
        if (trimmed(line).empty() || line.front() == '#')
            continue;
        const auto count = takeLastNumber<std::uint64_t>(line);
        if (!count || *count > 1'000'000'000'000)
            return refuse("line " + withThousands(static_cast<long long>(number)) + " does not end with a count");
        if (std::count(line.begin(), line.end(), ';') > static_cast<std::ptrdiff_t>(kDeepestStack))
            return refuse("line " + withThousands(static_cast<long long>(number)) + " has a stack deeper than 20,000 frames");
        const double seconds = static_cast<double>(*count) * kSecondsPerSample;
        const std::vector<std::string_view> parts = split(line, ';');
        if (std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return startsWith(part, "py::"); })) {
            perf.begin();
            for (auto at = parts.rbegin(); at != parts.rend(); ++at)
                perf.addLeafFirst(*at, {});
            perf.end(seconds, *count);
        } else {
            stack.clear();
            for (const std::string_view part : parts) {
                if (const auto frame = frameOf(part))
                    stack.push_back(builder.frame(*frame));
            }
            if (!builder.problem().empty())
                break;
            builder.addStack(stack, seconds, *count);
        }
        if (!builder.problem().empty())
            break;
    }
    builder.profile().knowsNative = perf.sawPython();
    return std::move(builder).finish();
}

} // namespace ferroscope::evidence
