// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/pdf/table.h"

#include "ui/render/marks.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

TableCell TableCell::marked(Verdict verdict, const RichText& text, const RichText& second)
{
    TableCell cell(text);
    if (!second.isEmpty())
        cell.lines.push_back(second);
    cell.mark = verdict;
    return cell;
}

TableCell TableCell::notKnown(const QString& text)
{
    TableCell cell(RichText(text.isEmpty() ? u"? unknown"_s : text));
    cell.unknown = true;
    return cell;
}

TableCell TableCell::drawn(std::function<void(QPainter&, const QRectF&)> graphic)
{
    TableCell cell;
    cell.graphic = std::move(graphic);
    return cell;
}

namespace {

constexpr std::size_t kKeptTogether = 12;
const double kListGap = mm(0.9); // between the items of a list
const double kGap = mm(2.2); // right of every column but the last

struct MeasuredCell {
    std::vector<std::shared_ptr<const TextBlock>> blocks;
    double height = 0;
};
struct MeasuredRow {
    std::vector<MeasuredCell> cells;
    double height = 0;
};

class Placer {
public:
    Placer(Flow& flow, const Table& table) : m_flow(flow), m_table(table), m_theme(flow.theme())
    {
        const double whole = table.wholeWidth ? flow.body().width() : mm(table.width);
        double fixed = 0;
        int open = 0;
        for (const TableColumn& column : table.columns) {
            fixed += mm(column.width);
            open += column.width > 0 ? 0 : 1;
        }
        double x = flow.body().left();
        for (const TableColumn& column : table.columns) {
            const double width = column.width > 0 ? mm(column.width) : std::max(mm(8), (whole - fixed) / open);
            m_lefts.push_back(x);
            m_widths.push_back(width);
            x += width;
        }
        m_right = flow.body().left() + whole;
        for (const TableRow& row : table.rows)
            m_rows.push_back(measure(row));
        m_header = measureHeader();
    }

    // All of a short table, the first three rows of a long one.
    double least() const
    {
        const RichText caption = captionText({});
        double start = (caption.isEmpty() ? 0 : heightOf(caption)) + m_header.height, whole = start;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            whole += m_rows[i].height;
            start += i < 3 ? m_rows[i].height : 0;
        }
        const double page = m_flow.body().height();
        // A tall one may split even with few rows: a hole of half a page reads worse than a repeated header.
        return m_rows.size() <= kKeptTogether && whole <= page * 0.55 ? whole : std::min(start, page);
    }

    void place()
    {
        const std::size_t plain = plainUntil(m_rows.size());
        m_flow.ensure(least());
        putCaption(captionText({}));
        putHeader();
        std::size_t done = 0;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (breakBefore(i)) {
                m_flow.continuePage();
                const std::size_t last = plainUntil(pageEnd(i));
                const QString from = number(static_cast<double>(done + 1)), to = number(static_cast<double>(last));
                const QString rows = (from == to ? u"row "_s : u"rows "_s) + from + (from == to ? QString() : u'–' + to);
                putCaption(captionText(u"(continued), "_s + rows + u" of "_s + number(static_cast<double>(plain)) + u'.'));
                putHeader();
                m_first = i;
            }
            putRow(i);
            done += m_table.rows[i].kind == TableRow::Kind::Plain ? 1 : 0;
        }
        m_flow.skip(mm(3));
    }

private:
    RichText captionText(const QString& continued) const
    {
        if (m_table.number.isEmpty())
            return {};
        RichText text;
        if (!continued.isEmpty())
            return text.bold(m_table.number + u' ' + continued);
        text.bold(m_table.number + u". "_s);
        return text.append(m_table.caption);
    }

    double heightOf(const RichText& caption) const
    {
        return TextBlock(caption, captionStyle(), m_right - m_flow.body().left(), m_theme).height() + mm(1.6);
    }
    TextStyle captionStyle() const { return { TextRole::Caption, Qt::AlignLeft, false, m_theme.text3, 0 }; }

    void putCaption(const RichText& caption)
    {
        if (caption.isEmpty())
            return;
        const double width = m_right - m_flow.body().left();
        m_flow.skip(m_flow.place(caption, captionStyle(), { m_flow.body().left(), m_flow.y() }, width) + mm(1.6));
    }

    double inner(std::size_t column) const { return m_widths[column] - (column + 1 < m_widths.size() ? kGap : 0); }
    double markSize() const { return m_theme.lineHeight(m_table.role) * 0.66; }
    double indent(const TableCell& cell) const { return cell.mark ? markSize() + mm(1) : cell.unknown ? mm(1.2) : 0; }

    MeasuredRow measure(const TableRow& row) const
    {
        MeasuredRow out;
        const bool strong = row.kind != TableRow::Kind::Plain;
        for (std::size_t c = 0; c < row.cells.size() && c < m_widths.size(); ++c) {
            const TableCell& cell = row.cells[c];
            MeasuredCell measured;
            // A group's only cell runs over the whole row.
            const double width = (row.kind == TableRow::Kind::Group && row.cells.size() == 1 ? m_right - m_lefts[0] : inner(c)) - indent(cell);
            for (std::size_t l = 0; l < cell.lines.size(); ++l) {
                const bool first = l == 0 || cell.equalLines;
                TextStyle style { first ? m_table.role : TextRole::Small, m_table.columns[c].right ? Qt::AlignRight : Qt::AlignLeft, strong && l == 0,
                    first ? (strong ? m_theme.text : m_theme.text2) : m_theme.text3, cell.maxLines };
                if (cell.unknown)
                    style.color = m_theme.text3;
                measured.blocks.push_back(std::make_shared<const TextBlock>(cell.lines[l], style, width, m_theme));
                measured.height += measured.blocks.back()->height() + (cell.equalLines && l > 0 ? kListGap : 0);
            }
            if (cell.graphic)
                measured.height = std::max(measured.height, m_theme.lineHeight(m_table.role));
            out.height = std::max(out.height, measured.height);
            out.cells.push_back(std::move(measured));
        }
        out.height += mm(m_table.padding) * 2 + (row.kind == TableRow::Kind::Group ? mm(1.2) : 0);
        return out;
    }

    MeasuredRow measureHeader() const
    {
        MeasuredRow out;
        if (!m_table.header)
            return out;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            MeasuredCell measured;
            for (const QString& line : m_table.columns[c].title.split(u'\n')) {
                const TextStyle style { TextRole::TableHeader, m_table.columns[c].right ? Qt::AlignRight : Qt::AlignLeft, false, m_theme.text3, 3 };
                measured.blocks.push_back(std::make_shared<const TextBlock>(RichText(line), style, inner(c), m_theme));
                measured.height += measured.blocks.back()->height();
            }
            out.height = std::max(out.height, measured.height);
            out.cells.push_back(std::move(measured));
        }
        out.height += mm(1.1);
        return out;
    }

    void rule(double y, double thickness, const QColor& color)
    {
        const QRectF line(m_flow.body().left(), y - pt(thickness) / 2, m_right - m_flow.body().left(), pt(thickness));
        m_flow.add([line, color](QPainter& painter) { painter.fillRect(line, color); });
    }

    void putHeader()
    {
        if (!m_table.header)
            return;
        const double bottom = m_flow.y() + m_header.height;
        for (std::size_t c = 0; c < m_header.cells.size(); ++c) {
            double y = bottom - mm(1.1) - m_header.cells[c].height;
            for (const auto& block : m_header.cells[c].blocks) {
                const QPointF at(m_lefts[c], y);
                m_flow.add([block, at](QPainter& painter) { block->paint(painter, at); });
                y += block->height();
            }
        }
        rule(bottom, 0.7, m_theme.text);
        m_flow.setY(bottom);
    }

    bool breakBefore(std::size_t i) const
    {
        if (i == m_first)
            return false;
        double needed = m_rows[i].height;
        if (m_table.rows[i].kind == TableRow::Kind::Group && i + 1 < m_rows.size())
            needed += m_rows[i + 1].height;
        // The sum must not stand alone: the break comes two rows before it.
        for (std::size_t ahead = 1; ahead <= 2 && i + ahead < m_rows.size(); ++ahead) {
            if (m_table.rows[i + ahead].kind == TableRow::Kind::Sum) {
                double both = 0;
                for (std::size_t k = 0; k <= ahead; ++k)
                    both += m_rows[i + k].height;
                needed = std::max(needed, both);
            }
        }
        return needed > m_flow.room();
    }

    std::size_t pageEnd(std::size_t from) const // first row that no longer fits on a fresh page
    {
        double left = m_flow.body().height() - m_theme.lineHeight(TextRole::Caption) - mm(1.6) - m_header.height;
        std::size_t i = from;
        for (; i < m_rows.size() && m_rows[i].height <= left; ++i)
            left -= m_rows[i].height;
        return std::max(i, from + 1);
    }

    std::size_t plainUntil(std::size_t end) const
    {
        return static_cast<std::size_t>(std::count_if(m_table.rows.begin(), m_table.rows.begin() + static_cast<std::ptrdiff_t>(end),
            [](const TableRow& row) { return row.kind == TableRow::Kind::Plain; }));
    }

    void putRow(std::size_t i)
    {
        const TableRow& row = m_table.rows[i];
        const MeasuredRow& measured = m_rows[i];
        const double top = m_flow.y() + mm(m_table.padding) + (row.kind == TableRow::Kind::Group ? mm(1.2) : 0);
        if (!row.anchor.isEmpty())
            m_flow.anchor(row.anchor);
        if (row.kind == TableRow::Kind::Sum)
            rule(m_flow.y(), 0.7, m_theme.text);
        for (std::size_t c = 0; c < measured.cells.size(); ++c) {
            const TableCell& cell = row.cells[c];
            const double line = m_theme.lineHeight(m_table.role), left = m_lefts[c] + (m_table.columns[c].right ? 0 : indent(cell));
            if (cell.mark) {
                const double side = markSize();
                const QRectF box(m_lefts[c], top + (line - side) / 2, side, side);
                m_flow.add([box, mark = *cell.mark, theme = &m_theme](QPainter& painter) { drawVerdict(painter, box, mark, *theme); });
            }
            if (cell.graphic) {
                const QRectF box(m_lefts[c], top, inner(c), line);
                m_flow.add([box, graphic = cell.graphic](QPainter& painter) { graphic(painter, box); });
            }
            double y = top;
            for (const auto& block : measured.cells[c].blocks) {
                const QPointF at(left, y);
                if (cell.unknown && y == top) {
                    const double width = block->width() + mm(2.4);
                    const double boxLeft = m_table.columns[c].right ? m_lefts[c] + inner(c) - width : m_lefts[c];
                    const QRectF box(boxLeft, y + line * 0.06, width, line * 0.88);
                    m_flow.add([box, color = m_theme.grey[1], theme = &m_theme](QPainter& painter) { drawDashedBox(painter, box, color, *theme); });
                }
                m_flow.add([block, at](QPainter& painter) { block->paint(painter, at); });
                for (const LinkArea& link : block->links(at))
                    m_flow.addLink(link.rect, link.target);
                y += block->height() + (cell.equalLines ? kListGap : 0);
            }
        }
        m_flow.skip(measured.height);
        const bool last = i + 1 == m_rows.size();
        const bool beforeSum = !last && m_table.rows[i + 1].kind == TableRow::Kind::Sum;
        if (row.kind != TableRow::Kind::Sum && !beforeSum)
            rule(m_flow.y(), 0.35, row.kind == TableRow::Kind::Group ? m_theme.grey[2] : m_theme.line);
    }

    Flow& m_flow;
    const Table& m_table;
    const Theme& m_theme;
    std::vector<double> m_lefts, m_widths;
    double m_right = 0;
    std::vector<MeasuredRow> m_rows;
    MeasuredRow m_header;
    std::size_t m_first = 0; // row at the top of the current page
};

} // namespace

void placeTable(Flow& flow, const Table& table)
{
    if (!table.rows.empty())
        Placer(flow, table).place();
}

double leastHeight(Flow& flow, const Table& table) { return table.rows.empty() ? 0 : Placer(flow, table).least(); }

} // namespace ferroscope::render
