// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FigureView: a widget around a painter of ui/render. The picture is painted once per size and theme into a
// pixmap; hover, selection and focus are drawn over it, so moving the mouse costs nothing. Layouts are made
// on resize, never in the paint event.
//
// FigureCard: a card with a figure and its table twin; "Show as table" switches. The figure is described by
// name and description, and the twin holds every number of it.
#pragma once

#include "ui/widgets/controls.h"
#include "ui/widgets/data_table.h"
#include <optional>

class QStackedWidget;

namespace ferroscope::ui {

// A mark of a figure in words, for assistive tools.
struct FigureMarkText {
    QString name, description;
    QRectF rect; // in the figure
};

class FigureView : public QWidget {
    Q_OBJECT
public:
    explicit FigureView(const QString& name, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override { return { 160, 80 }; }

    // What can be pointed at, in the order the keys walk it. Made when somebody asks, kept until the figure changes.
    virtual bool hasMarks() const { return false; }
    const std::vector<FigureMarkText>& marks() const;
    virtual int currentMark() const { return -1; }
    virtual void chooseMark(int /*at*/) { }

    // As it is laid out now, in the light theme: pictures go into documents. Empty if nothing is shown.
    QByteArray asSvg();
    QByteArray asPng(); // twice the size
    void saveAs(bool svg); // offers the file to the page

protected:
    virtual std::vector<FigureMarkText> describeMarks() const { return {}; }
    void tellCurrentMark(); // to assistive tools; after the chosen mark changed
    virtual QString emptyText() const { return {}; } // said where there is nothing to draw, and why; "" draws the figure
    virtual void layOut() { } // after a change of size or content
    virtual void paintFigure(QPainter& painter, const Theme& theme) = 0;
    virtual void paintOverlay(QPainter& /*painter*/, const Theme& /*theme*/) { }
    void refresh(); // content changed: layOut() and repaint
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QPixmap m_picture;
    mutable std::optional<std::vector<FigureMarkText>> m_marks;
};

class FigureCard : public Card {
    Q_OBJECT
public:
    FigureCard(const QString& title, const QString& captionText, QWidget* figure, QWidget* table, QWidget* parent = nullptr);
    void showTable(bool table);
    bool showsTable() const;
    const QString& figureName() const { return m_figureName; }

Q_SIGNALS:
    void switched(bool table);

private:
    QPushButton* m_switch;
    QStackedWidget* m_stack;
    QString m_figureName;
};

} // namespace ferroscope::ui
