// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of the report: rules instead of boxes, text left, numbers right. Up to 12 rows stay together (unless they fill half a page); a longer
// table repeats its header and says "(continued), rows 37–71 of 71". No row is split, a sum keeps the two rows
// before it, a group keeps its first row.
#pragma once

#include "ui/render/pdf/flow.h"
#include "core/assessment/assessment.h"
#include <functional>
#include <optional>
#include <vector>

namespace ferroscope::render {

struct TableCell {
    std::vector<RichText> lines; // the first in table size, the others smaller and grey
    std::optional<Verdict> mark; // glyph before the first line
    std::function<void(QPainter&, const QRectF&)> graphic; // in the first line's height, over the whole width
    bool equalLines = false; // all of them in table size: a list
    bool unknown = false; // a dashed box with the first line, "? unknown" if there is none
    int maxLines = 6; // per paragraph

    TableCell() = default;
    TableCell(const RichText& text) : lines { text } {} // NOLINT: a text is a cell
    template <class Text>
        requires std::convertible_to<Text, QString>
    TableCell(const Text& text) : lines { RichText(text) }
    {
    }
    TableCell(const RichText& text, const RichText& second) : lines { text, second } {}
    static TableCell marked(Verdict verdict, const RichText& text, const RichText& second = {});
    static TableCell notKnown(const QString& text = {});
    static TableCell drawn(std::function<void(QPainter&, const QRectF&)> graphic);
};

struct TableRow {
    enum class Kind { Plain, Group, Sum };
    std::vector<TableCell> cells;
    Kind kind = Kind::Plain;
    QString anchor; // other pages may link here
};

struct TableColumn {
    QString title; // "\n" breaks it
    double width = 0; // mm; 0 = an equal share of what is left
    bool right = false;
};

struct Table {
    QString number; // "Table 3"
    RichText caption; // after the number; empty number and caption: none at all
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    bool header = true;
    double padding = 1.15; // mm above and below a row
    TextRole role = TextRole::Table;
    bool wholeWidth = true;
    double width = 0; // mm, without wholeWidth
};

void placeTable(Flow& flow, const Table& table);
// What must fit on the page for the table to begin there: for a heading that shall stay with it.
double leastHeight(Flow& flow, const Table& table);

} // namespace ferroscope::render
