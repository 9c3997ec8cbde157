// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include "core/base/text.h"
#include "core/report/escape.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace ferroscope::cli {

namespace {

constexpr std::array<const char*, kStageCount> kLabels { "Looking for Python files", "Reading and parsing",
    "Resolving imports and calls", "Estimating time", "Judging modules", "Planning", "Saving" };
constexpr std::size_t kBarWidth = 24;

bool isSet(const char* name)
{
    const char* const value = std::getenv(name);
    return value && value[0] != '\0';
}

std::size_t terminalColumns()
{
    winsize size {};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

} // namespace

std::string timeLeft(double elapsedSeconds, double fraction)
{
    if (elapsedSeconds < 1 || fraction < 0.05 || fraction >= 1)
        return "";
    const auto seconds = static_cast<long>(std::ceil(elapsedSeconds / fraction - elapsedSeconds));
    return seconds < 60 ? fmt::format("{} s", seconds) : fmt::format("{} min {} s", seconds / 60, seconds % 60);
}

ProgressLine::ProgressLine(bool quiet)
    : m_quiet(quiet)
{
    const char* const terminal = std::getenv("TERM");
    m_terminal = isatty(STDERR_FILENO) == 1 && !(terminal && std::strcmp(terminal, "dumb") == 0);
    m_colour = !isSet("NO_COLOR");
}

ProgressSink ProgressLine::sink()
{
    if (m_quiet)
        return {};
    return [this](const Progress& progress) { show(progress); };
}

void ProgressLine::stage(Stage stage)
{
    if (m_quiet)
        return;
    Progress progress;
    progress.stage = stage;
    progress.fraction = 0.99;
    show(progress);
}

void ProgressLine::show(const Progress& progress)
{
    if (m_terminal) {
        draw(progress);
        return;
    }
    if (m_stage == progress.stage)
        return;
    m_stage = progress.stage;
    std::string line = kLabels[static_cast<std::size_t>(progress.stage)];
    if (progress.total > 0)
        line += " (" + counted(progress.total, progress.stage == Stage::Read ? "file" : "step") + ")";
    std::fprintf(stderr, "%s\n", line.c_str());
}

void ProgressLine::draw(const Progress& progress)
{
    const double fraction = std::clamp(progress.fraction, 0.0, 1.0);
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    std::string text = fmt::format(" {:3.0f} %  {}", std::floor(fraction * 100), kLabels[static_cast<std::size_t>(progress.stage)]);
    if (progress.total > 0)
        text += fmt::format("  {} of {}", withThousands(static_cast<long long>(progress.done)), withThousands(static_cast<long long>(progress.total)));
    if (const std::string left = timeLeft(elapsed, fraction); !left.empty())
        text += "  " + left + " left";
    const auto filled = static_cast<std::size_t>(fraction * kBarWidth);
    std::string bar, rest;
    for (std::size_t at = 0; at < kBarWidth; ++at)
        (at < filled ? bar : rest) += at < filled ? "\u2588" : "\u2591";
    // The last column stays free: writing into it would wrap on some terminals.
    const std::size_t columns = terminalColumns();
    if (columns > kBarWidth + 1)
        text = report::shortened(text, columns - kBarWidth - 1);
    const char* const begin = m_colour ? "\x1B[36m" : "";
    const char* const end = m_colour ? "\x1B[0m" : "";
    std::fprintf(stderr, "\r\x1B[K%s%s%s%s%s", begin, bar.c_str(), end, rest.c_str(), text.c_str());
    std::fflush(stderr);
    m_drawn = true;
}

void ProgressLine::clear()
{
    if (!m_drawn)
        return;
    std::fprintf(stderr, "\r\x1B[K");
    std::fflush(stderr);
    m_drawn = false;
}

} // namespace ferroscope::cli
