// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings show as tables: the modules that lead now and where they stood before, and what was decided by
// hand; and the numbers that can be set, in words.
#pragma once

#include "core/settings/settings.h"
#include "ui/models/table_model.h"
#include <unordered_map>

namespace ferroscope::ui {

// The readiest modules, with the places they gained or lost against the assessment that was remembered.
class RanksModel final : public TableModel {
    Q_OBJECT
public:
    enum Col { Rank, Module, Readiness, Moved };
    explicit RanksModel(int limit, QObject* parent = nullptr);
    void remember(const AssessmentPtr& before); // null: nothing to compare with

protected:
    int rebuild() override;
    QVariant rowData(int row, int role) const override;

private:
    QString moved(int row) const;
    int m_limit;
    std::vector<const AssessedModule*> m_rows;
    std::unordered_map<std::string, int> m_before; // rank by path
};

// Everything a person decided about modules and units, each row to be taken back on its own.
class DecisionsModel final : public TableModel {
    Q_OBJECT
public:
    enum Col { What, Decision, Reason };
    explicit DecisionsModel(QObject* parent = nullptr);
    void setSettings(const settings::Settings& settings);
    settings::Settings without(int row) const; // the settings with this decision taken back
    QString text(int row) const; // "Verdict of a.py"

protected:
    int rebuild() override { return static_cast<int>(m_rows.size()); }
    QVariant rowData(int row, int role) const override;

private:
    enum class Kind { Override, Wave, Group, Side };
    struct Row {
        Kind kind;
        std::size_t at; // in its list
        QString what, decision, reason, path;
    };
    settings::Settings m_settings;
    std::vector<Row> m_rows;
};

// A number of the settings: unit costs and thresholds.
struct NumberText {
    std::string_view name; // as in the file
    QString label, meaning, unit;
    double least, most, byDefault;
    double factor = 1; // shown = value × factor
    double step = 1;
    int decimals = 0;
};
std::vector<NumberText> unitCostTexts();
std::vector<NumberText> thresholdTexts();

} // namespace ferroscope::ui
