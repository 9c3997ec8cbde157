// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ModulesModel: one row per Python file, with everything that was counted and judged about it.
#pragma once

#include "ui/models/table_model.h"

namespace ferroscope::ui {

class ModulesModel final : public TableModel {
    Q_OBJECT
public:
    // Order of the columns; the first nine are shown at first.
    enum Col {
        Name, VerdictCol, Readiness, Value, Ease, Interpreted, CodeLines, TypeHints, Findings, Context, Native, Waiting,
        RunnerUp, Role, Package, Wave, Physical, Logical, Functions, Classes, Loose, Complexity, LoopDepth, FanIn, FanOut,
        Cycle, Churn, AsyncFunctions, BlockingCalls, IoCalls, Ffi, Tests, Path
    };
    explicit ModulesModel(QObject* parent = nullptr);
    const AssessedModule& module(int row) const { return m_assessment->modules[static_cast<std::size_t>(row)]; }

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override;

private:
    void addJudgement();
    void addFacts();
    std::vector<std::size_t> m_findings; // per module
    std::vector<QString> m_contexts; // display name per module
    double m_hottest = 0; // largest interpreted share, for the bars
};

} // namespace ferroscope::ui
