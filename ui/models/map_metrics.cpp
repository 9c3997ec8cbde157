// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/map_metrics.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

namespace ferroscope::ui {

namespace {

struct Metrics {
    Q_DECLARE_TR_FUNCTIONS(Metrics)
};
using Maybe = std::optional<double>;
using M = const AssessedModule&;

} // namespace

int ColourMetric::step(double known) const
{
    int at = 0;
    while (at < 6 && known >= breaks[static_cast<std::size_t>(at)])
        ++at;
    return at;
}

std::vector<SizeMetric> sizeMetrics()
{
    return {
        { QStringLiteral("code"), Metrics::tr("Code lines"), [](M m) { return static_cast<double>(m.lines.code); } },
        { QStringLiteral("heat"), Metrics::tr("Interpreted time"), [](M m) { return m.heat.interpreted.likely; } },
        { QStringLiteral("functions"), Metrics::tr("Functions"), [](M m) { return static_cast<double>(m.functions.size()); } },
        { QStringLiteral("churn"), Metrics::tr("Churn"), [](M m) { return static_cast<double>(m.churn.value_or(0)); } },
        { QStringLiteral("equal"), Metrics::tr("One each"), [](M) { return 1.0; } },
    };
}

std::vector<ColourMetric> colourMetrics(const Assessment& assessment)
{
    auto findings = std::make_shared<std::map<std::string_view, std::size_t>>();
    for (const Finding& finding : assessment.findings)
        ++(*findings)[finding.path];
    const auto found = [findings](M m) {
        const auto at = findings->find(m.path);
        return at == findings->end() ? std::size_t { 0 } : at->second;
    };
    using Scale = ColourMetric::Scale;
    return {
        { QStringLiteral("heat"), Metrics::tr("Heat, share of the run"), Metrics::tr("Heat, % of the run, and modules"), Scale::Heat,
            { 0.05, 0.5, 1, 2.5, 5, 12 },
            [](M m) { return m.heat.source == HeatSource::None ? Maybe() : Maybe(m.heat.interpreted.likely * 100); },
            [](M m) { return heatShare(m.heat); } },
        { QStringLiteral("readiness"), Metrics::tr("Readiness"), Metrics::tr("Readiness 0–100, and modules"), Scale::Readiness,
            { 15, 30, 45, 60, 75, 90 },
            [](M m) { return m.judged() ? Maybe(m.readiness.likely) : Maybe(); },
            [](M m) { return m.judged() ? score(m.readiness.likely) : QString(); } },
        { QStringLiteral("verdict"), Metrics::tr("Verdict"), Metrics::tr("Verdict, and modules"), Scale::Verdict, {},
            [](M m) { return m.judged() ? Maybe(static_cast<double>(m.verdict.id)) : Maybe(); },
            [](M m) { return m.judged() ? verdictName(m.verdict.id) : QString(); } },
        { QStringLiteral("hints"), Metrics::tr("Type hints"), Metrics::tr("Typed slots, %, and modules"), Scale::Readiness,
            { 15, 30, 45, 60, 75, 90 },
            [](M m) {
                const auto covered = m.hints.coverage();
                return covered ? Maybe(*covered * 100) : Maybe();
            },
            [](M m) {
                const auto covered = m.hints.coverage();
                return covered ? percent(*covered, 0) : QString();
            } },
        { QStringLiteral("findings"), Metrics::tr("Findings"), Metrics::tr("Findings, and modules"), Scale::Heat, { 1, 2, 4, 8, 16, 32 },
            [found](M m) { return Maybe(static_cast<double>(found(m))); }, [found](M m) { return countText(found(m)); } },
        { QStringLiteral("churn"), Metrics::tr("Churn"), Metrics::tr("Commits, and modules"), Scale::Heat, { 1, 3, 6, 12, 24, 48 },
            [](M m) { return m.churn ? Maybe(*m.churn) : Maybe(); },
            [](M m) { return m.churn ? countText(*m.churn) : QString(); } },
    };
}

std::vector<LegendRow> legendOf(const Assessment& assessment, const ColourMetric& metric, bool allFiles)
{
    std::vector<LegendRow> rows;
    std::size_t unknown = 0;
    if (metric.scale == ColourMetric::Scale::Verdict) {
        for (int at = kVerdictCount - 1; at >= 0; --at) {
            const auto verdict = static_cast<Verdict>(at);
            if (const std::size_t modules = assessment.totals.verdicts[static_cast<std::size_t>(at)]; modules > 0)
                rows.push_back({ verdictName(verdict), -1, verdict, modules });
        }
        return rows;
    }
    std::array<std::size_t, 7> counts {};
    for (const AssessedModule& module : assessment.modules) {
        if (!allFiles && !module.judged())
            continue;
        const auto known = metric.value(module);
        ++(known ? counts[static_cast<std::size_t>(metric.step(*known))] : unknown);
    }
    const auto figure = [](double value) { return number(value, value < 0.1 ? 2 : value < 10 && value != static_cast<int>(value) ? 1 : 0); };
    for (int step = 6; step >= 0; --step) {
        const auto at = static_cast<std::size_t>(step);
        const QString label = step == 6 ? Metrics::tr("%1 and more").arg(figure(metric.breaks[5]))
            : step == 0                 ? Metrics::tr("under %1").arg(figure(metric.breaks[0]))
                                        : figure(metric.breaks[at - 1]) + QChar(0x2013) + figure(metric.breaks[at]);
        rows.push_back({ label, step, std::nullopt, counts[at] });
    }
    if (unknown > 0)
        rows.push_back({ Metrics::tr("unknown"), -1, std::nullopt, unknown });
    return rows;
}

} // namespace ferroscope::ui
