// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/population.h"

#include <algorithm>
#include <cmath>

namespace ferroscope::knowledge {

std::optional<double> Knowledge::Population::percentile(std::string_view signal, double value) const
{
    const auto at = std::lower_bound(table.begin(), table.end(), signal,
        [](const Signal& each, std::string_view wanted) { return each.name < wanted; });
    if (at == table.end() || at->name != signal || std::isnan(value))
        return std::nullopt;
    const Percentiles& values = at->values;
    const auto upper = std::lower_bound(values.begin(), values.end(), value);
    if (upper == values.end())
        return 1.0;
    const auto index = static_cast<double>(upper - values.begin());
    if (upper == values.begin() || *upper == value)
        return index / 100.0;
    const double below = *(upper - 1);
    return (index - 1.0 + (value - below) / (*upper - below)) / 100.0;
}

std::vector<std::string> Knowledge::Population::signalNames() const
{
    std::vector<std::string> names;
    names.reserve(table.size());
    for (const Signal& each : table)
        names.push_back(each.name);
    return names;
}

} // namespace ferroscope::knowledge
