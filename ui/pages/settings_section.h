// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// SettingsSection: what the parts of the settings share: a title, a sentence, the plan they change, and to follow it
// (undo moves the controls too). One class per file; the dialog puts them beside each other.
#pragma once

#include "ui/models/plan_edits.h"
#include "ui/widgets/controls.h"

class QGridLayout;
class QSettings;

namespace ferroscope::ui {

class SettingsSection : public QWidget {
    Q_OBJECT
public:
    // `plan` is null for what needs no project.
    SettingsSection(const QString& id, const QString& title, const QString& sentence, PlanEdits* plan);
    const QString& id() const { return m_id; }
    const QString& title() const { return m_title; }
    bool needsProject() const { return m_plan != nullptr; }
    virtual void setAssessment(const AssessmentPtr& assessment) { m_assessment = assessment; }
    virtual void opened() { } // the dialog was opened

Q_SIGNALS:
    void reanalysisWanted();
    void themeChosen(int choice);

protected:
    virtual void refresh() = 0; // the settings changed
    void change(const QString& text, settings::Settings now, const QString& slider = {});
    // Label, control, and words behind; returns the row.
    static int addRow(QGridLayout* grid, const QString& label, QWidget* control, const QString& meaning);
    QVBoxLayout* column() const { return m_column; }
    PlanEdits* m_plan;
    AssessmentPtr m_assessment;

private:
    QString m_id, m_title;
    QVBoxLayout* m_column;
};

SettingsSection* makeWeightsSection(PlanEdits* plan);
SettingsSection* makeCostsSection(PlanEdits* plan);
SettingsSection* makeTeamSection(PlanEdits* plan);
SettingsSection* makeReadingSection(PlanEdits* plan);
SettingsSection* makeDecisionsSection(PlanEdits* plan);
SettingsSection* makeWindowSection(QSettings* settings, int theme); // theme: 0 as the system, 1 light, 2 dark

} // namespace ferroscope::ui
