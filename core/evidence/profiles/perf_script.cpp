// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `perf script`: blocks of "comm pid [cpu] time: period event:" and indented "address symbol+0x1f (object)" lines,
// leaf first, an empty line after each. Python frames come from Python's trampolines (-X perf, -X perf_jit).
// Seconds: the period if the event is a clock (nanoseconds), else 1/1000 s per sample, perf's usual rate.
#include "core/base/text.h"
#include "core/evidence/profiles/perf_stack.h"
#include "core/evidence/profiles/profile_formats.h"
#include "core/evidence/profiles/text_lines.h"

#include <cctype>

namespace ferroscope::evidence {

namespace {

constexpr double kSecondsPerSample = 0.001;
constexpr std::uint64_t kLongestPeriod = 1'000'000'000'000; // 1000 s

struct Header {
    double seconds = kSecondsPerSample;
    bool isClock = false;
};

// "… 1175.170507:    5025125 cpu-clock:ppp: ": the time is the first word that ends with a colon.
std::optional<Header> headerOf(std::string_view line)
{
    std::optional<std::uint64_t> period;
    bool afterTime = false;
    for (std::string_view word : split(line, ' ')) {
        word = trimmed(word);
        if (word.empty())
            continue;
        if (!afterTime) {
            afterTime = endsWith(word, ":") && word.find('.') != std::string_view::npos && std::isdigit(static_cast<unsigned char>(word.front())) != 0;
            continue;
        }
        if (!period) {
            period = wholeNumber<std::uint64_t>(word);
            if (period)
                continue;
        }
        if (!endsWith(word, ":"))
            continue;
        Header header;
        header.isClock = period && *period <= kLongestPeriod && (startsWith(word, "cpu-clock") || startsWith(word, "task-clock"));
        if (header.isClock)
            header.seconds = static_cast<double>(*period) * 1e-9;
        return header;
    }
    return std::nullopt;
}

bool isFrameLine(std::string_view line) { return !line.empty() && (line.front() == '\t' || line.front() == ' '); }

// "  <hex> symbol+0x1f (object)"
void addFrame(PerfStack& stack, std::string_view line)
{
    line = trimmed(line);
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos)
        return;
    line = trimmed(line.substr(space));
    std::string_view object;
    const std::size_t open = endsWith(line, ")") ? line.rfind(" (") : std::string_view::npos;
    if (open != std::string_view::npos) {
        object = line.substr(open + 2, line.size() - open - 3);
        line = line.substr(0, open);
    }
    const std::size_t offset = line.rfind("+0x");
    stack.addLeafFirst(line.substr(0, offset), object);
}

} // namespace

// A header and, on the next line, an indented address.
bool looksLikePerfScript(std::string_view bytes)
{
    std::string_view line;
    while (takeLine(bytes, line)) {
        if (trimmed(line).empty() || line.front() == '#')
            continue;
        if (!headerOf(line) || !takeLine(bytes, line) || !isFrameLine(line))
            return false;
        const std::string_view address = trimmed(line).substr(0, trimmed(line).find(' '));
        return !address.empty() && address.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    }
    return false;
}

Result<Profile> readPerfScript(std::string_view bytes)
{
    ProfileBuilder builder(ProfileKind::PerfScript);
    builder.profile().knowsNative = true;
    PerfStack stack(builder);
    std::optional<Header> open;
    std::string_view line;
    std::size_t depth = 0;
    const auto finish = [&] {
        if (open)
            stack.end(open->seconds, 1);
        open.reset();
    };
    for (std::size_t number = 1; takeLine(bytes, line); ++number) {
        if (trimmed(line).empty()) {
            finish();
        } else if (line.front() == '#') {
            continue;
        } else if (isFrameLine(line) && open) {
            if (++depth > kDeepestStack)
                return refuse("line " + withThousands(static_cast<long long>(number)) + " belongs to a stack deeper than 20,000 frames");
            addFrame(stack, line);
        } else {
            finish();
            open = headerOf(line);
            if (!open)
                return refuse("line " + withThousands(static_cast<long long>(number)) + " is neither a sample nor a frame of one");
            builder.profile().isScaled = builder.profile().isScaled && open->isClock;
            stack.begin();
            depth = 0;
        }
        if (!builder.problem().empty())
            break;
    }
    finish();
    if (builder.problem().empty() && !stack.sawPython())
        return refuse("no Python frame is in it; record with python -X perf or -X perf_jit");
    return std::move(builder).finish();
}

} // namespace ferroscope::evidence
