// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The boundary to work with: the chart of cuts (arrow keys and clicks take one over), and the list of units to tick
// (Space, or a click).
#pragma once

#include "ui/models/boundary_models.h"
#include "ui/widgets/figure_view.h"
#include <QListView>
#include <QStyledItemDelegate>

namespace ferroscope::ui {

class BoundaryChartView final : public FigureView {
    Q_OBJECT
public:
    explicit BoundaryChartView(const QString& name, QWidget* parent = nullptr);
    void setColumns(const std::vector<render::BoundaryColumn>& columns);
    QRectF rectOf(int column) const;

    bool hasMarks() const override { return true; }
    int currentMark() const override { return m_current; }
    void chooseMark(int at) override;

Q_SIGNALS:
    void columnChosen(int column);

protected:
    void layOut() override;
    QString emptyText() const override;
    void paintFigure(QPainter& painter, const Theme& theme) override;
    void paintOverlay(QPainter& painter, const Theme& theme) override;
    std::vector<FigureMarkText> describeMarks() const override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::vector<render::BoundaryColumn> m_columns;
    render::BoundaryChartLayout m_layout;
    int m_current = -1;
};

class UnitsDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;
};

class UnitsView final : public QListView {
    Q_OBJECT
public:
    UnitsView(UnitsModel* model, const QString& name, QWidget* parent = nullptr);

Q_SIGNALS:
    void unitFocused(int unit);
    void unitOpened(const QString& path, int line);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    UnitsModel* m_units;
};

} // namespace ferroscope::ui
