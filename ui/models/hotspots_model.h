// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where time goes, by function or by module: interpreted, native, waiting with their ranges. What was measured stands
// above what is only estimated: a measured second outranks any estimate.
#pragma once

#include "ui/models/table_model.h"
#include "ui/render/figures/flame.h"

namespace ferroscope::ui {

class HotspotsModel final : public TableModel {
    Q_OBJECT
public:
    enum class By { Function, Module };
    enum Col { Name, Module, Split, Interpreted, Between, Native, Waiting, Calls, Source };
    explicit HotspotsModel(QObject* parent = nullptr);
    void setBy(By by);
    By by() const { return m_by; }
    std::size_t measured() const { return m_measured; }
    std::size_t estimated() const { return m_rows.size() - m_measured; }
    QString function(int row) const; // qualified name, "" for a module

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override;

private:
    struct Row {
        const AssessedModule* module = nullptr;
        const AssessedFunction* function = nullptr; // null: the whole module
        const Heat& heat() const { return function ? function->heat : module->heat; }
    };
    const Row& row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
    By m_by = By::Function;
    std::vector<Row> m_rows;
    std::size_t m_measured = 0;
    double m_longest = 0;
};

// The frames of a flame chart, in its order: rows from the top, from the left.
class FramesModel final : public TableModel {
    Q_OBJECT
public:
    enum Col { Name, Module, Total, Own, CalledBy, Depth };
    explicit FramesModel(QObject* parent = nullptr);
    void setChart(const render::FlameChart* chart); // not owned; null before it goes away

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override;

private:
    const render::FlameFrame& frame(int row) const { return m_chart->frames[static_cast<std::size_t>(row)]; }
    const render::FlameNode& node(int row) const { return m_chart->nodes[static_cast<std::size_t>(frame(row).node)]; }
    const AssessedModule& module(int row) const { return m_assessment->modules[static_cast<std::size_t>(node(row).module)]; }
    QString name(int row) const;
    const render::FlameChart* m_chart = nullptr;
};

} // namespace ferroscope::ui
