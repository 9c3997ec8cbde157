// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Legend of the map: a swatch per step with its limits and how many modules it holds.
#pragma once

#include "ui/models/map_metrics.h"
#include "ui/widgets/controls.h"

namespace ferroscope::ui {

class LegendView final : public QWidget {
    Q_OBJECT
public:
    explicit LegendView(QWidget* parent = nullptr);
    void setRows(std::vector<LegendRow> rows, ColourMetric::Scale scale);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<LegendRow> m_rows;
    ColourMetric::Scale m_scale = ColourMetric::Scale::Heat;
};

} // namespace ferroscope::ui
