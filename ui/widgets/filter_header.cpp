// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_header.h"

#include "ui/widgets/style.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

namespace ferroscope::ui {

namespace {
constexpr int kRow = 34;
}

FilterHeader::FilterHeader(TableModel* model, TableFilter* filter, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_filter(filter)
    , m_row(new QWidget(this))
{
    setSectionsClickable(true);
    m_row->installEventFilter(this);
    for (int column = 0; column < model->columnCount(); ++column) {
        const Column& described = model->column(column);
        auto* edit = new QLineEdit(m_row);
        edit->setAccessibleName(tr("Filter %1").arg(described.title));
        edit->setPlaceholderText(column == 0 ? tr("name or a.b.*") : tr("any"));
        edit->setToolTip(described.value ? tr("%1: a figure, ≥ 5, < 3, 5–10 or unknown; joined by “or”").arg(described.title)
                                         : tr("%1: a part of it, a.b.* or “not …”; joined by “or”").arg(described.title));
        m_fields.push_back(edit);
        connect(edit, &QLineEdit::textChanged, this, [this, column] { apply(column); });
    }
    connect(this, &QHeaderView::sectionResized, this, &FilterHeader::place);
    connect(this, &QHeaderView::sectionMoved, this, &FilterHeader::place);
    connect(this, &QHeaderView::sectionCountChanged, this, &FilterHeader::place);
}

QSize FilterHeader::sizeHint() const
{
    QSize hint = QHeaderView::sizeHint();
    hint.setHeight(28 + kRow);
    return hint;
}

void FilterHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, kRow);
    QHeaderView::updateGeometries();
    place();
}

void FilterHeader::clearFilters()
{
    for (QLineEdit* edit : m_fields)
        edit->clear();
}

void FilterHeader::apply(int column)
{
    QLineEdit* edit = field(column);
    const bool understood = m_filter->setColumnFilter(column, edit->text());
    // Not understood keeps the last filter and says so, in words as well as in colour.
    QPalette colours = palette();
    if (!understood)
        colours.setColor(QPalette::Text, themeOf(this).danger);
    edit->setPalette(understood ? QPalette() : colours);
    edit->setAccessibleDescription(understood ? QString() : tr("Not understood: give a figure, ≥ 5, < 3 or 5–10"));
    m_row->update();
}

void FilterHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    place(); // hiding a column tells nobody but the paint event
}

bool FilterHeader::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_row && event->type() == QEvent::Paint) {
        const Theme& theme = themeOf(this);
        QPainter painter(m_row);
        painter.fillRect(m_row->rect(), theme.surface);
        painter.fillRect(QRect(0, kRow - 1, m_row->width(), 1), theme.line);
        // A filter that is on keeps its ground tinted, so a short table is never a riddle.
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        for (int column = 0; column < static_cast<int>(m_fields.size()); ++column) {
            if (field(column)->isVisible() && !m_filter->columnFilter(column).isEmpty())
                painter.drawRoundedRect(QRectF(field(column)->geometry()).adjusted(-1.5, -1.5, 1.5, 1.5), 7, 7);
        }
    }
    return QHeaderView::eventFilter(watched, event);
}

void FilterHeader::place()
{
    m_row->setGeometry(0, height() - kRow, width(), kRow);
    QWidget* before = nullptr;
    for (int visual = 0; visual < std::min(count(), static_cast<int>(m_fields.size())); ++visual) {
        const int column = logicalIndex(visual);
        QLineEdit* edit = field(column);
        const bool shown = !isSectionHidden(column);
        if (edit->isVisibleTo(m_row) != shown)
            edit->setVisible(shown);
        if (!shown)
            continue;
        const QRect room(sectionViewportPosition(column) + 3, 4, std::max(30, sectionSize(column) - 6), 26);
        if (edit->geometry() != room)
            edit->setGeometry(room);
        // Tab follows the order on screen, not the order of the columns' numbers.
        if (before)
            QWidget::setTabOrder(before, edit);
        before = edit;
    }
}

} // namespace ferroscope::ui
