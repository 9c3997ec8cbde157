// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the map can show: a size and a colour for every module, and the legend with the count per step.
#pragma once

#include "core/assessment/assessment.h"
#include "ui/render/theme.h"
#include <QString>
#include <functional>
#include <optional>
#include <vector>

namespace ferroscope::ui {

struct SizeMetric {
    QString id, name; // id is stored in the settings
    std::function<double(const AssessedModule&)> size;
};

struct ColourMetric {
    enum class Scale { Heat, Readiness, Verdict };
    QString id, name, legend; // legend: "Heat, percent of the run, and modules"
    Scale scale = Scale::Heat;
    std::array<double, 6> breaks {}; // in the unit of `value`
    std::function<std::optional<double>(const AssessedModule&)> value; // nullopt = unknown
    std::function<QString(const AssessedModule&)> text; // on the tile and in the panel
    int step(double value) const; // 0..6
};

std::vector<SizeMetric> sizeMetrics();
std::vector<ColourMetric> colourMetrics(const Assessment& assessment);

struct LegendRow {
    QString label;
    int step = -1; // of the scale, or
    std::optional<Verdict> verdict;
    std::size_t modules = 0;
};
// Hottest first; unknown last, without a step.
std::vector<LegendRow> legendOf(const Assessment& assessment, const ColourMetric& metric, bool allFiles);

} // namespace ferroscope::ui
