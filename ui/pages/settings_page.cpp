// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings_page.h"

#include <QGridLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ferroscope::ui {

SettingsSection::SettingsSection(const QString& id, const QString& title, const QString& sentence, PlanEdits* plan)
    : m_plan(plan)
    , m_id(id)
    , m_title(title)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(title);
    m_column->setContentsMargins(24, 20, 24, 20);
    m_column->setSpacing(10);
    auto* head = new Label(title, TextRole::Page);
    auto* words = new Label(sentence, TextRole::Body, Tone::Text2);
    words->setWordWrap(true);
    m_column->addWidget(head);
    m_column->addWidget(words);
    m_column->addSpacing(6);
    if (!plan)
        return;
    connect(plan, &PlanEdits::settingsChanged, this, [this] { refresh(); });
    connect(plan, &PlanEdits::stateChanged, this, [this] { refresh(); });
}

void SettingsSection::change(const QString& text, settings::Settings now, const QString& slider)
{
    if (m_plan)
        m_plan->change(text, std::move(now), slider);
}

int SettingsSection::addRow(QGridLayout* grid, const QString& label, QWidget* control, const QString& meaning)
{
    const int row = grid->rowCount();
    grid->addWidget(new Label(label, TextRole::Table), row, 0);
    grid->addWidget(control, row, 1);
    auto* words = new Label(meaning, TextRole::Caption, Tone::Text3);
    words->setElide(Qt::ElideRight);
    grid->addWidget(words, row, 2);
    return row;
}

SettingsDialog::SettingsDialog(PlanEdits* plan, QSettings* settings, int theme, QWidget* parent)
    : QDialog(parent)
    , m_plan(plan)
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
    , m_last(new Label({}, TextRole::Table, Tone::Text2))
    , m_undo(makeButton(tr("Undo"), Look::Small))
    , m_export(makeButton(tr("Export settings…"), Look::Ordinary))
    , m_import(makeButton(tr("Import settings…"), Look::Ordinary))
{
    setWindowTitle(tr("Settings – Ferroscope"));
    setAccessibleName(tr("Settings"));
    resize(1040, 640);
    setMinimumSize(760, 480);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_list->setAccessibleName(tr("Sections"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(164);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setFont(Theme::light().font(TextRole::Body));
    m_list->setSpacing(1);
    auto* sections = new QVBoxLayout;
    sections->setContentsMargins(8, 12, 8, 8);
    sections->addWidget(m_list);
    row->addLayout(sections);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    column->addWidget(new Hairline(Qt::Horizontal));
    for (SettingsSection* section : { makeWeightsSection(plan), makeCostsSection(plan), makeTeamSection(plan), makeReadingSection(plan), makeDecisionsSection(plan), makeWindowSection(settings, theme) }) {
        auto* item = new QListWidgetItem(section->title(), m_list);
        item->setSizeHint({ 160, 32 });
        auto* scroll = new QScrollArea;
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        scroll->setAccessibleName(section->title());
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(section);
        m_stack->addWidget(scroll);
        m_sections.push_back(section);
        connect(section, &SettingsSection::reanalysisWanted, this, &SettingsDialog::reanalysisWanted);
        connect(section, &SettingsSection::themeChosen, this, &SettingsDialog::themeChosen);
    }
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);

    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 10, 16, 10);
    foot->setSpacing(8);
    m_last->setElide(Qt::ElideRight);
    setKeycap(m_undo, QStringLiteral("Ctrl Z"));
    auto* close = makeButton(tr("Close"), Look::Primary);
    foot->addWidget(m_import);
    foot->addWidget(m_export);
    foot->addSpacing(8);
    foot->addWidget(m_last, 1);
    foot->addWidget(m_undo);
    foot->addWidget(close);
    column->addLayout(foot);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_export, &QPushButton::clicked, this, &SettingsDialog::exportWanted);
    connect(m_import, &QPushButton::clicked, this, &SettingsDialog::importWanted);
    connect(m_undo, &QPushButton::clicked, plan->history(), &QUndoStack::undo);
    connect(plan->history(), &QUndoStack::indexChanged, this, &SettingsDialog::tellLast);
    tellLast();
}

void SettingsDialog::tellLast()
{
    const QUndoStack* history = m_plan->history();
    m_last->setToolTip(QString());
    m_last->setText(history->canUndo() ? tr("Last change: %1").arg(history->undoText()) : QString());
    m_undo->setEnabled(history->canUndo());
}

void SettingsDialog::setAssessment(const AssessmentPtr& assessment)
{
    for (std::size_t at = 0; at < m_sections.size(); ++at) {
        m_sections[at]->setAssessment(assessment);
        const bool usable = assessment || !m_sections[at]->needsProject();
        m_sections[at]->setEnabled(usable);
        QListWidgetItem* item = m_list->item(static_cast<int>(at));
        item->setFlags(usable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
        if (!usable && m_list->currentRow() == static_cast<int>(at))
            m_list->setCurrentRow(static_cast<int>(m_sections.size()) - 1);
    }
    m_export->setEnabled(assessment != nullptr);
    m_import->setEnabled(assessment != nullptr);
}

void SettingsDialog::showSection(const QString& id)
{
    for (std::size_t at = 0; at < m_sections.size(); ++at) {
        if (m_sections[at]->id() == id && m_sections[at]->isEnabled())
            m_list->setCurrentRow(static_cast<int>(at));
    }
}

QString SettingsDialog::section() const { return m_sections[static_cast<std::size_t>(m_list->currentRow())]->id(); }

void SettingsDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    for (SettingsSection* section : m_sections)
        section->opened();
}

} // namespace ferroscope::ui
