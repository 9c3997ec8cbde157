// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/modules_page.h"

#include "ui/models/text.h"
#include "ui/widgets/column_chooser.h"
#include "ui/widgets/filter_header.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSettings>

namespace ferroscope::ui {

namespace {
const QString kHeaderKey = QStringLiteral("modules/header");
const QString kViewKey = QStringLiteral("modules/view");
}

ModulesPage::ModulesPage(const PageContext& context, QWidget* parent)
    : Page(QStringLiteral("modules"), tr("Modules"), QStringLiteral("modules"), context, parent)
    , m_table(new DataTable(&m_modules, tr("Modules")))
    , m_filters(m_table->enableFilters())
    , m_chooser(new ColumnChooser(m_table, this))
{
    content()->addLayout(makeToolbar());
    auto* card = new Card;
    card->body()->setContentsMargins(0, 4, 0, 0);
    card->body()->addWidget(m_table, 1);
    m_bar = new QWidget;
    m_bar->setAutoFillBackground(true);
    m_bar->setBackgroundRole(QPalette::Highlight);
    m_bar->setFixedHeight(38);
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(12, 0, 12, 0);
    m_summary = new Label({}, TextRole::Table);
    m_summary->setElide(Qt::ElideRight);
    auto* open = makeButton(tr("Open module"), Look::Small, {}, tr("Open the selected module"));
    setKeycap(open, tr("Enter"));
    auto* clear = makeButton(tr("Clear"), Look::Small, {}, tr("Clear the selection"));
    setKeycap(clear, tr("Esc"));
    row->addWidget(m_summary, 1);
    row->addWidget(open);
    row->addWidget(clear);
    card->body()->addWidget(m_bar);
    m_bar->hide();
    content()->addWidget(card, 1);

    connect(open, &QPushButton::clicked, this, [this] {
        if (m_table->currentIndex().isValid())
            Q_EMIT moduleWanted(m_table->currentIndex().data(PathRole).toString(), 0);
    });
    connect(clear, &QPushButton::clicked, m_table, &DataTable::clearSelection);
    connect(m_table, &DataTable::rowActivated, this, &ModulesPage::moduleWanted);
    connect(m_table, &DataTable::selectionSummaryChanged, this, &ModulesPage::updateSelection);
    connect(m_table->filter(), &TableFilter::filtersChanged, this, &ModulesPage::updateCounts);
    connect(m_chooser, &ColumnChooser::columnsChanged, this, &ModulesPage::saveColumns);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionMoved, this, &ModulesPage::saveColumns);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, &ModulesPage::saveColumns);
    if (m_context.selection) {
        connect(m_table, &DataTable::rowChosen, m_context.selection, &Selection::setModule);
        connect(m_context.selection, &Selection::moduleChanged, m_table, &DataTable::selectPath);
    }
    m_table->sortByColumn(ModulesModel::Interpreted, Qt::DescendingOrder);
    if (m_context.settings) {
        const QByteArray header = m_context.settings->value(kHeaderKey).toByteArray();
        if (!header.isEmpty())
            m_table->horizontalHeader()->restoreState(header);
        m_view->setCurrentIndex(m_context.settings->value(kViewKey, static_cast<int>(Judged)).toInt());
    }
    m_table->setStretchColumn(ModulesModel::Name, m_modules.column(ModulesModel::Name).width);
    saveColumns();
}

QLayout* ModulesPage::makeToolbar()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_view = new QComboBox;
    m_view->addItems({ tr("Needs a decision"), tr("Worth moving"), tr("Needs something first"), tr("All judged modules"), tr("Every file, tests too") });
    m_view->setAccessibleName(tr("Which modules"));
    m_view->setCurrentIndex(Judged);
    m_counts = new Label({}, TextRole::Table, Tone::Text2);
    m_showAll = makeButton(tr("Show all"), Look::Link, {}, tr("Show all judged modules, without filters"));
    m_columns = makeButton({}, Look::Ordinary, QStringLiteral("columns"), tr("Choose columns"));
    auto* copy = makeButton(tr("Copy"), Look::Ordinary, QStringLiteral("copy"), tr("Copy the selected rows"));
    setKeycap(copy, QStringLiteral("Ctrl C"));
    auto* save = makeButton(tr("Export…"), Look::Ordinary, QStringLiteral("export"), tr("Export the table as CSV"));
    row->addWidget(new Label(tr("View"), TextRole::Table, Tone::Text2));
    row->addWidget(m_view);
    row->addSpacing(8);
    row->addWidget(m_counts);
    row->addWidget(m_showAll);
    row->addStretch();
    row->addWidget(m_columns);
    row->addWidget(copy);
    row->addWidget(save);
    connect(m_view, &QComboBox::currentIndexChanged, this, &ModulesPage::setView);
    connect(m_showAll, &QPushButton::clicked, this, [this] {
        m_filters->clearFilters();
        m_view->setCurrentIndex(Judged);
    });
    connect(m_columns, &QPushButton::clicked, this, [this] {
        m_chooser->popUp(m_columns->mapToGlobal(QPoint(m_columns->width(), m_columns->height() + 4)));
    });
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_table->selectedText()); });
    connect(save, &QPushButton::clicked, this, [this] {
        Q_EMIT saveWanted({ tr("The table"), tr("modules.csv"), tr("CSV (*.csv)"), m_table->asCsv().toUtf8() });
    });
    return row;
}

QWidget* ModulesPage::filterField() const { return m_filters->field(ModulesModel::Name); }

bool ModulesPage::handleEscape()
{
    if (m_table->selectionModel()->hasSelection()) {
        m_table->clearSelection();
        return true;
    }
    if (m_table->filter()->activeFilters() > 0) {
        m_filters->clearFilters();
        return true;
    }
    return false;
}

void ModulesPage::fill()
{
    setHeadline(modulesHeadline(*m_assessment));
    m_modules.setAssessment(m_assessment);
    setView(m_view->currentIndex());
    if (m_context.selection)
        m_table->selectPath(m_context.selection->module());
}

void ModulesPage::setView(int view)
{
    m_table->filter()->setRowTest([this, view](int row) {
        const AssessedModule& module = m_modules.module(row);
        const Verdict verdict = module.verdict.id;
        switch (view) {
        case NeedsDecision: return module.judged() && verdict != Verdict::KeepPython && verdict != Verdict::AlreadyNative;
        case WorthMoving: return module.judged() && movesToRust(verdict);
        case NeedsSomethingFirst: return module.judged() && isBlocker(verdict);
        case Judged: return module.judged();
        default: return true;
        }
    });
    if (m_context.settings)
        m_context.settings->setValue(kViewKey, view);
    updateCounts();
}

void ModulesPage::updateCounts()
{
    if (!m_assessment)
        return;
    const int filters = m_table->filter()->activeFilters(), shown = m_table->filter()->rowCount();
    const auto all = static_cast<std::size_t>(m_modules.rowCount());
    QString text = tr("%1 of %2 files").arg(countText(static_cast<std::size_t>(shown)), countText(all));
    if (filters > 0)
        text += QLatin1String(", ") + counted(static_cast<std::size_t>(filters), tr("1 filter"), tr("%1 filters"));
    m_counts->setText(text);
    m_showAll->setVisible(filters > 0 || m_view->currentIndex() != Judged);
    m_columns->setText(tr("Columns, %1 of %2").arg(QString::number(m_table->shownColumns().size()), QString::number(m_modules.columnCount())));
    m_columns->updateGeometry();
}

void ModulesPage::updateSelection()
{
    const std::vector<int> rows = m_table->selectedSourceRows();
    m_bar->setVisible(!rows.empty());
    if (rows.empty() || !m_assessment)
        return;
    double heat = 0;
    std::size_t lines = 0;
    HeatSource source = HeatSource::Measured;
    for (const int row : rows) {
        const AssessedModule& module = m_modules.module(row);
        heat += module.heat.interpreted.likely;
        lines += module.lines.code;
        source = std::min(source, module.heat.source);
    }
    m_summary->setText(tr("%1 selected   %2%3 of the run interpreted · %4")
                           .arg(countText(rows.size()), source == HeatSource::Measured ? QString() : QStringLiteral("≈ "), percent(heat),
                               counted(lines, tr("1 code line"), tr("%1 code lines"))));
}

void ModulesPage::saveColumns()
{
    if (m_context.settings)
        m_context.settings->setValue(kHeaderKey, m_table->horizontalHeader()->saveState());
    updateCounts();
    m_columns->setText(tr("Columns, %1 of %2").arg(QString::number(m_table->shownColumns().size()), QString::number(m_modules.columnCount())));
}

} // namespace ferroscope::ui
