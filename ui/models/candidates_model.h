// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The plan as tables: the short list, the steps of the roadmap, one candidate's crossings and units.
#pragma once

#include "ui/models/table_model.h"

namespace ferroscope::ui {

// What is worth doing, best first: candidates, then work in Python that gains by itself. At most `limit` rows.
class ShortListModel final : public TableModel {
    Q_OBJECT
public:
    enum Col { Title, What, Gain, Effort, Where };
    explicit ShortListModel(int limit, QObject* parent = nullptr);
    struct Row {
        const Candidate* candidate = nullptr;
        const WorkItem* work = nullptr;
        const AssessedModule* unknown = nullptr; // a profile-first module whose gain nobody knows yet
    };
    const Row& row(int at) const { return m_found[static_cast<std::size_t>(at)]; }
    QString detail(int row) const; // "routing · 4 modules"
    QString firstModule(int row) const; // path
    Verdict verdict(int row) const;

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override;

private:
    int m_limit;
    std::vector<Row> m_found;
};

// Every step of the roadmap in order, as the table twin of its figure.
class StepsModel final : public TableModel {
    Q_OBJECT
public:
    explicit StepsModel(QObject* parent = nullptr);

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override;

private:
    struct Row {
        const Wave* wave = nullptr;
        const Candidate* candidate = nullptr;
        const WorkItem* work = nullptr;
        Range saved; // cumulative share of the run
    };
    const Row& row(int at) const { return m_found[static_cast<std::size_t>(at)]; }
    std::vector<Row> m_found;
};

class CrossingsModel final : public TableModel {
    Q_OBJECT
public:
    explicit CrossingsModel(QObject* parent = nullptr);
    void setCandidate(const QString& id);

protected:
    int rebuild() override;

private:
    const Crossing& crossing(int row) const { return m_candidate->crossings[static_cast<std::size_t>(row)]; }
    QString m_id;
    const Candidate* m_candidate = nullptr;
};

} // namespace ferroscope::ui
