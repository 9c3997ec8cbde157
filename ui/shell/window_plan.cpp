// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Commands of the window about the plan and its settings: undo and redo, the settings dialog, settings as files, and
// closing without losing anything.
#include "ui/models/text.h"
#include "ui/pages/settings_page.h"
#include "ui/shell/bars.h"
#include "ui/shell/main_window.h"
#include "ui/shell/plan_notices.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QSettings>
#include <QToolButton>

namespace ferroscope::ui {

void MainWindow::makePlanActions()
{
    QUndoStack* history = m_session.plan()->history();
    QAction* undo = addCommand(QStringLiteral("undo"), tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z));
    QAction* redo = addCommand(QStringLiteral("redo"), tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    connect(undo, &QAction::triggered, history, &QUndoStack::undo);
    connect(redo, &QAction::triggered, history, &QUndoStack::redo);
    connect(m_top->undoButton(), &QToolButton::clicked, undo, &QAction::trigger);
    connect(m_top->redoButton(), &QToolButton::clicked, redo, &QAction::trigger);
    const auto tell = [this, history, undo, redo] {
        undo->setEnabled(history->canUndo());
        redo->setEnabled(history->canRedo());
        undo->setText(history->canUndo() ? tr("Undo: %1").arg(history->undoText()) : tr("Undo"));
        redo->setText(history->canRedo() ? tr("Redo: %1").arg(history->redoText()) : tr("Redo"));
        for (auto [button, command, key] : { std::tuple { m_top->undoButton(), undo, tr("Ctrl+Z") }, std::tuple { m_top->redoButton(), redo, tr("Ctrl+Shift+Z") } }) {
            button->setEnabled(command->isEnabled());
            button->setToolTip(command->text() + QStringLiteral(" (") + key + QLatin1Char(')'));
            button->setAccessibleName(command->text());
        }
        updateStatus();
    };
    connect(history, &QUndoStack::indexChanged, this, tell);
    connect(m_session.plan(), &PlanEdits::stateChanged, this, &MainWindow::updateStatus);
    tell();

    connect(addCommand(QStringLiteral("settings"), tr("Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma)), &QAction::triggered, this, [this] { openSettings(); });
    QAction* save = addCommand(QStringLiteral("settings-export"), tr("Export settings…"), {});
    connect(save, &QAction::triggered, this, &MainWindow::exportSettings);
    QAction* read = addCommand(QStringLiteral("settings-import"), tr("Import settings…"), {});
    connect(read, &QAction::triggered, this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Import settings"), m_session.folder(), tr("Settings (*.toml)"));
        if (!file.isEmpty())
            importSettings(file);
    });
    const auto enable = [this, save, read] {
        const bool open = m_session.state() != Session::State::Empty;
        save->setEnabled(open);
        read->setEnabled(open);
    };
    connect(&m_session, &Session::stateChanged, this, enable);
    enable();
    connect(findChild<PlanNotices*>(), &PlanNotices::exportWanted, this, &MainWindow::exportSettings);
}

void MainWindow::openSettings(const QString& section)
{
    if (!m_settingsDialog) {
        m_settingsDialog = new SettingsDialog(m_session.plan(), m_settings, static_cast<int>(m_theme.choice()), this);
        connect(m_settingsDialog, &SettingsDialog::themeChosen, this, [this](int choice) { m_theme.setChoice(static_cast<ThemeController::Choice>(choice)); });
        connect(m_settingsDialog, &SettingsDialog::exportWanted, this, &MainWindow::exportSettings);
        connect(m_settingsDialog, &SettingsDialog::importWanted, action(QStringLiteral("settings-import")), &QAction::trigger);
        connect(m_settingsDialog, &SettingsDialog::reanalysisWanted, &m_session, &Session::analyseAgain);
        connect(&m_session, &Session::assessmentChanged, m_settingsDialog, [this] { m_settingsDialog->setAssessment(m_session.assessment()); });
        m_settingsDialog->addActions({ action(QStringLiteral("undo")), action(QStringLiteral("redo")) });
        m_settingsDialog->setAssessment(m_session.assessment());
    }
    m_settingsDialog->showSection(section);
    m_settingsDialog->show();
    m_settingsDialog->raise();
    m_settingsDialog->activateWindow();
}

void MainWindow::exportSettings()
{
    save({ tr("The settings"), qs(settings::kFileName), tr("Settings (*.toml)"), QByteArray::fromStdString(settings::writeSettings(m_session.plan()->settings())) });
}

bool MainWindow::importSettings(const QString& file)
{
    const std::string path = QFile::encodeName(file).toStdString();
    const Result<std::string> text = m_session.files()->read(path, settings::kMaxBytes);
    const Result<settings::Settings> read = text ? settings::readSettings(*text, path) : Result<settings::Settings>(tl::unexpected(text.error()));
    if (!read) {
        auto* box = new QMessageBox(QMessageBox::Warning, tr("Not imported"), tr("%1 holds no settings that can be used.").arg(file), QMessageBox::Close, this);
        box->setInformativeText(tr("%1. Nothing was changed.").arg(capitalised(qs(read.error().detail))));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
        return false;
    }
    m_session.plan()->change(tr("Import settings"), *read);
    if (m_session.plan()->needsReading())
        m_session.analyseAgain();
    return true;
}

bool MainWindow::mayClose()
{
    if (m_session.keeper()->flush())
        return true;
    QMessageBox box(QMessageBox::Warning, tr("Changes of the plan are not kept"), m_session.keeper()->problem(), QMessageBox::NoButton, this);
    box.setInformativeText(tr("They are lost when the window closes. An exported file keeps them."));
    QPushButton* save = box.addButton(tr("Export settings…"), QMessageBox::AcceptRole);
    QPushButton* leave = box.addButton(tr("Close without them"), QMessageBox::DestructiveRole);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(save);
    box.exec();
    if (box.clickedButton() == save)
        exportSettings();
    return box.clickedButton() == leave;
}

} // namespace ferroscope::ui
