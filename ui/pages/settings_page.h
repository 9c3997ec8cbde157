// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings: what a person decides, in sections. It stands beside the window and is never waited for: every change is
// in the plan at once, and Ctrl+Z takes it back here as there.
#pragma once

#include "ui/pages/settings_section.h"
#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace ferroscope::ui {

class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(PlanEdits* plan, QSettings* settings, int theme, QWidget* parent = nullptr);
    void setAssessment(const AssessmentPtr& assessment); // null: no project is open
    void showSection(const QString& id); // "" leaves the one that is shown
    QString section() const;

Q_SIGNALS:
    void exportWanted();
    void importWanted();
    void reanalysisWanted();
    void themeChosen(int choice);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void tellLast();
    PlanEdits* m_plan;
    std::vector<SettingsSection*> m_sections;
    QListWidget* m_list;
    QStackedWidget* m_stack;
    Label* m_last; // the last change
    QPushButton *m_undo, *m_export, *m_import;
};

} // namespace ferroscope::ui
