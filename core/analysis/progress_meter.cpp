// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/progress_meter.h"

#include <algorithm>
#include <array>

namespace ferroscope::analysis {

namespace {

// Share of the whole time by stage, measured on the standard library; the last one ends at 1.
constexpr std::array<double, kStageCount + 1> kBegins { 0.0, 0.03, 0.66, 0.82, 0.88, 0.93, 0.98, 1.0 };
constexpr auto kInterval = std::chrono::milliseconds(50);

} // namespace

void ProgressMeter::enter(Stage stage, std::size_t total)
{
    std::unique_lock lock(m_mutex);
    m_now.stage = stage;
    m_now.done = 0;
    m_now.total = total;
    m_now.current.clear();
    report(lock, true);
}

void ProgressMeter::advance(std::size_t done, const std::string& current)
{
    std::unique_lock lock(m_mutex);
    m_now.done = std::max(m_now.done, done);
    m_now.current = current;
    report(lock, false);
}

ProgressSink ProgressMeter::forwarded()
{
    return [this](const Progress& inner) {
        std::unique_lock lock(m_mutex);
        m_now.done = inner.done;
        m_now.total = inner.total;
        m_now.current = inner.current;
        report(lock, false);
    };
}

void ProgressMeter::report(std::unique_lock<std::mutex>&, bool force)
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_sink || (!force && now - m_last < kInterval))
        return;
    m_last = now;
    const auto stage = static_cast<std::size_t>(m_now.stage);
    const double share = m_now.total > 0 ? std::min(1.0, static_cast<double>(m_now.done) / static_cast<double>(m_now.total)) : 0;
    m_now.fraction = std::max(m_now.fraction, kBegins[stage] + share * (kBegins[stage + 1] - kBegins[stage]));
    m_sink(m_now);
}

} // namespace ferroscope::analysis
