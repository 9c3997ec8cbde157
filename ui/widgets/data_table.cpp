// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/filter_header.h"
#include "ui/widgets/help_event.h"
#include "ui/widgets/save_event.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <numeric>

namespace ferroscope::ui {

DataTable::DataTable(TableModel* model, const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_table(model)
{
    m_filter.setSourceModel(model);
    setModel(&m_filter);
    setItemDelegate(new CellDelegate(this));
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setTabKeyNavigation(false); // Tab leaves the table; arrows walk it
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    // The minimum first: it bounds the default.
    verticalHeader()->setMinimumSectionSize(static_cast<int>(Theme::light().row));
    verticalHeader()->setDefaultSectionSize(static_cast<int>(Theme::light().row));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setUpHeader();
    connect(this, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT rowActivated(index.data(PathRole).toString(), index.data(LineRole).toInt());
    });
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &DataTable::fitRows);
    connect(&m_filter, &QAbstractItemModel::layoutChanged, this, &DataTable::fitRows);
}

void DataTable::setUpHeader()
{
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(40);
    header->setAccessibleName(tr("Columns of %1").arg(accessibleName()));
    header->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    for (int column = 0; column < m_table->columnCount(); ++column) {
        header->resizeSection(column, m_table->column(column).width);
        setColumnHidden(column, !m_table->column(column).shown);
    }
}

QString DataTable::pathAt(int proxyRow) const { return m_filter.index(proxyRow, 0).data(PathRole).toString(); }

void DataTable::selectPath(const QString& path)
{
    if (currentIndex().isValid() && currentIndex().data(PathRole).toString() == path && !selectionModel()->selectedRows().isEmpty())
        return;
    const int row = path.isEmpty() ? -1 : m_table->rowOfPath(path);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filter.mapFromSource(m_table->index(row, 0));
    if (!index.isValid()) {
        clearSelection();
        return;
    }
    const QSignalBlocker quiet(this);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

std::vector<int> DataTable::shownColumns() const
{
    std::vector<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int logical = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(logical))
            columns.push_back(logical);
    }
    return columns;
}

std::vector<int> DataTable::selectedSourceRows() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.push_back(m_filter.mapToSource(index).row());
    return rows;
}

std::vector<int> DataTable::allRows() const
{
    std::vector<int> rows(static_cast<std::size_t>(m_filter.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

QString DataTable::selectedText() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    return asDelimited(m_filter, shownColumns(), rows.empty() ? allRows() : rows, QLatin1Char('\t'));
}

QString DataTable::asCsv() const
{
    return asDelimited(m_filter, shownColumns(), allRows(), QLatin1Char(','));
}

void DataTable::saveAsCsv()
{
    offerToSave(this, tr("The table"), fileNameFor(accessibleName()) + QStringLiteral(".csv"), tr("CSV (*.csv)"), asCsv().toUtf8());
}

void DataTable::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copy = menu->addAction(tr("Copy rows"), this, [this] { QApplication::clipboard()->setText(selectedText()); });
    copy->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Save table as CSV…"), this, &DataTable::saveAsCsv);
    if (const QString topic = currentIndex().data(HelpRole).toString(); !topic.isEmpty()) {
        menu->addSeparator();
        menu->addAction(tr("What is %1?").arg(topic), this, [this, topic] { askForHelp(this, topic); })->setShortcut(QKeySequence::HelpContents);
    }
    menu->popup(event->globalPos());
}

QString DataTable::helpAt(const QPoint& where) const
{
    const QModelIndex index = indexAt(where);
    const Column* column = index.isValid() ? columnOf(index) : nullptr;
    return column && column->help && helpMark(visualRect(index)).contains(where) ? index.data(HelpRole).toString() : QString();
}

void DataTable::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    if (const QString topic = helpAt(event->position().toPoint()); !topic.isEmpty() && event->button() == Qt::LeftButton)
        askForHelp(this, topic);
}

bool DataTable::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::MouseMove)
        viewport()->setCursor(helpAt(static_cast<QMouseEvent*>(event)->position().toPoint()).isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const QString topic = helpAt(help->pos()); !topic.isEmpty()) {
            QToolTip::showText(help->globalPos(), tr("What is %1? (F1)").arg(topic), viewport());
            return true;
        }
    }
    return QTableView::viewportEvent(event);
}

void DataTable::setFitRows(bool fit)
{
    m_fit = fit;
    if (fit)
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fitRows();
}

FilterHeader* DataTable::enableFilters()
{
    auto* header = new FilterHeader(m_table, &m_filter, this);
    setSortingEnabled(false); // connects to the header of the moment
    setHorizontalHeader(header);
    setUpHeader();
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, header, [header] { header->viewport()->update(); });
    return header;
}

void DataTable::setStretchColumn(int column)
{
    m_stretch = column;
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    stretch();
}

void DataTable::fitRows()
{
    if (m_fit)
        setFixedHeight(m_filter.rowCount() * static_cast<int>(Theme::light().row) + (horizontalHeader()->isHidden() ? 0 : 28));
}

void DataTable::stretch()
{
    if (m_stretch < 0)
        return;
    int others = 0;
    for (const int column : shownColumns())
        others += column == m_stretch ? 0 : columnWidth(column);
    setColumnWidth(m_stretch, std::max(80, viewport()->width() - others));
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(selectedText());
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        // QTableView leaves Enter to the platform; here it opens the row everywhere.
        Q_EMIT activated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

QString DataTable::emptyText() const
{
    if (m_filter.rowCount() > 0 || !m_table->assessment())
        return {};
    if (m_table->rowCount() > 0)
        return tr("No row fits the filters.");
    return m_emptyText.isEmpty() ? tr("Nothing to list.") : m_emptyText;
}

void DataTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (const QString text = emptyText(); !text.isEmpty()) {
        QPainter painter(viewport());
        painter.setFont(themeOf(this).font(TextRole::Table));
        painter.setPen(themeOf(this).text3);
        painter.drawText(QRectF(viewport()->rect()).adjusted(8, 6, -8, -4), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, text);
    }
    // The focused row carries the ring across all its columns; fill is selection, ring is focus.
    if (!hasFocus() || !currentIndex().isValid())
        return;
    const QRect cell = visualRect(currentIndex());
    QPainter painter(viewport());
    const int wide = std::min(viewport()->width(), horizontalHeader()->length() - horizontalHeader()->offset());
    drawFocusRing(&painter, QRectF(1, cell.top() + 1, wide - 2, cell.height() - 3), Theme::light().radiusTile, themeOf(this));
}

void DataTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    stretch();
}

void DataTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (current.isValid())
        Q_EMIT rowChosen(current.data(PathRole).toString());
}

void DataTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    viewport()->update();
    Q_EMIT selectionSummaryChanged();
}

} // namespace ferroscope::ui
