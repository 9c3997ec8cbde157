// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One module's score as tables: the nine criteria with what each adds, and what would change it.
#pragma once

#include "ui/models/table_model.h"

namespace ferroscope::ui {

class CriteriaModel final : public TableModel {
    Q_OBJECT
public:
    explicit CriteriaModel(QObject* parent = nullptr);
    void setModule(const QString& path);
    // Points of the group's 100 that a criterion gives, and could give.
    double points(int criterion) const;
    double of(int criterion) const;

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override;

private:
    const CriterionScore& criterion(int row) const { return m_module->criteria[static_cast<std::size_t>(row)]; }
    double groupWeight(int row) const;
    QString m_path;
    const AssessedModule* m_module = nullptr;
};

struct Change { // a counterfactual of the module, else of the candidate it belongs to
    QString what;
    std::optional<double> before; // readiness of the module, where the change is surely its own
    double after = 0; // readiness after it
    std::optional<int> wave;
    bool atMost = false; // a criterion answered in full: an upper bound, no plan
};
std::vector<Change> changesOf(const Assessment& assessment, const AssessedModule& module);
// The first candidate that holds the module; null if none does.
const Candidate* candidateOf(const Assessment& assessment, const AssessedModule& module);

} // namespace ferroscope::ui
