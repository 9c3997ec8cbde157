// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The dependency graph as tables: the contexts, and the imports that close one cycle.
#pragma once

#include "ui/models/table_model.h"

namespace ferroscope::ui {

class ContextsModel final : public TableModel {
    Q_OBJECT
public:
    enum Col { Name, Cohesion, In, Out, Modules, Interpreted, Readiness, Cycles };
    explicit ContextsModel(QObject* parent = nullptr);
    const ContextSummary& context(int row) const { return m_assessment->contexts[static_cast<std::size_t>(row)]; }

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override; // IdRole: name; PathRole: its hottest module

private:
    struct Sum {
        double heat = 0, readiness = 0;
        bool estimated = false;
        std::size_t cycles = 0; // that run through it
        std::string hottest; // path
    };
    const Sum& sum(int row) const { return m_sums[static_cast<std::size_t>(row)]; }
    std::vector<Sum> m_sums;
};

// The imports between the modules of one cycle; those the cheapest cut takes away come first.
class CycleModel final : public TableModel {
    Q_OBJECT
public:
    enum Col { Import, Place, Cut };
    explicit CycleModel(QObject* parent = nullptr);
    void setCycle(int cycle); // index in Assessment::cycles
    int cuts() const { return m_cuts; }
    QString advice() const; // what the first cut would take, in a sentence; may be empty

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override;

private:
    struct Row {
        const ImportLink* link = nullptr;
        bool cut = false;
    };
    const Row& row(int at) const { return m_links[static_cast<std::size_t>(at)]; }
    std::vector<Row> m_links;
    int m_cycle = 0, m_cuts = 0;
};

} // namespace ferroscope::ui
