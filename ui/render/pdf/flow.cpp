// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/pdf/flow.h"

#include <algorithm>

namespace ferroscope::render {

void Flow::newPage(bool landscape, const QString& section)
{
    m_pages.pages.push_back({ landscape, section, {}, {} });
    m_y = body().top();
}

void Flow::continuePage()
{
    const bool landscape = page().landscape;
    const QString section = page().section;
    newPage(landscape, section);
}

QRectF Flow::body() const
{
    const Page& page = m_pages.pages.back();
    const QSizeF size = page.size();
    if (page.landscape)
        return { mm(16), mm(22), size.width() - mm(32), size.height() - mm(39) };
    return { mm(22), mm(24.5), size.width() - mm(44), size.height() - mm(43.5) };
}

bool Flow::ensure(double height)
{
    if (height <= room() || m_y <= body().top() + pt(1)) // what is taller than a page gets one of its own
        return false;
    continuePage();
    return true;
}

void Flow::anchor(const QString& name) { anchorAt(name, m_y); }

void Flow::anchorAt(const QString& name, double y)
{
    m_pages.anchors.emplace(name, Place { static_cast<int>(m_pages.pages.size()) - 1, y }); // the first one counts
}

void Flow::outline(const QString& title, const QString& anchor, int level) { m_pages.outline.push_back({ title, anchor, level }); }

double Flow::place(const RichText& text, const TextStyle& style, const QPointF& at, double width)
{
    const auto block = std::make_shared<const TextBlock>(text, style, width, m_theme);
    add([block, at](QPainter& painter) { block->paint(painter, at); });
    for (const LinkArea& area : block->links(at))
        page().links.push_back(area);
    return block->height();
}

void Flow::kicker(const QString& text)
{
    m_y += place(RichText().bold(text), { TextRole::Kicker, Qt::AlignLeft, true, m_theme.accent, 1 }, { body().left(), m_y }, body().width());
    m_y += mm(1.6);
}

void Flow::headline(const QString& sentence)
{
    const double width = page().landscape ? body().width() : mm(158);
    m_y += place(sentence, { TextRole::Headline, Qt::AlignLeft, true, m_theme.text, 3 }, { body().left(), m_y }, width);
    m_y += page().landscape ? mm(2) : mm(3.2);
}

void Flow::lead(const RichText& text)
{
    m_y += place(text, { TextRole::Lead, Qt::AlignLeft, false, m_theme.text, 0 }, { body().left(), m_y }, mm(150)) + mm(3.4);
}

void Flow::paragraph(const RichText& text, double width)
{
    const TextBlock measured(text, { TextRole::Body, Qt::AlignLeft, false, {}, 0 }, width, m_theme);
    ensure(measured.height());
    m_y += place(text, { TextRole::Body, Qt::AlignLeft, false, {}, 0 }, { body().left(), m_y }, width) + mm(2.2);
}

void Flow::subhead(const QString& text, double keep)
{
    const double before = m_y <= body().top() + pt(1) ? 0 : mm(5.2);
    const bool broken = ensure(before + m_theme.lineHeight(TextRole::Subhead) + mm(1.5) + keep);
    m_y += broken ? 0 : before;
    m_y += place(text, { TextRole::Subhead, Qt::AlignLeft, true, m_theme.text, 2 }, { body().left(), m_y }, body().width()) + mm(1.5);
}

void Flow::caption(const RichText& text, double keep)
{
    const TextStyle style { TextRole::Caption, Qt::AlignLeft, false, m_theme.text3, 0 };
    const TextBlock measured(text, style, body().width(), m_theme);
    ensure(measured.height() + mm(1.6) + keep);
    m_y += place(text, style, { body().left(), m_y }, body().width()) + mm(1.6);
}

void Flow::note(const RichText& text)
{
    const TextStyle style { TextRole::Caption, Qt::AlignLeft, false, m_theme.text3, 0 };
    const TextBlock measured(text, style, body().width(), m_theme);
    ensure(measured.height() + mm(1.1));
    m_y += mm(1.1);
    m_y += place(text, style, { body().left(), m_y }, body().width()) + mm(1.6);
}

void Flow::callout(const RichText& text, bool grey, bool onlyIfRoom)
{
    const double width = mm(150), indent = mm(4) + pt(2);
    const TextStyle style { TextRole::Body, Qt::AlignLeft, false, {}, 0 };
    const TextBlock measured(text, style, width, m_theme);
    const double before = mm(4);
    if (onlyIfRoom && before + measured.height() + mm(1) > room()) // no page for an aside alone
        return;
    const bool broken = ensure(before + measured.height() + mm(1));
    m_y += broken ? 0 : before;
    const QRectF rule(body().left(), m_y, pt(2), measured.height() + mm(0.6));
    const QColor color = grey ? m_theme.grey[1] : m_theme.accent;
    add([rule, color](QPainter& painter) { painter.fillRect(rule, color); });
    m_y += mm(0.3) + place(text, style, { body().left() + indent, m_y + mm(0.3) }, width) + mm(3.3);
}

void Flow::figure(const RichText& text, double height, std::function<void(QPainter&, const QRectF&)> painter)
{
    caption(text, height);
    const QRectF rect(body().left(), m_y, body().width(), height);
    add([rect, painter = std::move(painter)](QPainter& p) { painter(p, rect); });
    m_y += height + mm(3.5);
}

double Flow::columnHeight(const Column& column) const
{
    double height = column.heading.isEmpty() ? 0 : m_theme.lineHeight(TextRole::Subhead) + mm(1.5);
    if (column.note)
        height = mm(1.6) + (column.heading.isEmpty() ? 0 : m_theme.lineHeight(TextRole::Caption) + mm(1));
    for (const RichText& paragraph : column.paragraphs) {
        const TextStyle style { column.note ? TextRole::Caption : TextRole::Body, Qt::AlignLeft, false, {}, 0 };
        height += TextBlock(paragraph, style, column.width, m_theme).height() + mm(column.note ? 1.6 : 2.2);
    }
    return height;
}

void Flow::placeColumn(const Column& column, double left, double top)
{
    double y = top;
    if (column.note) {
        const QRectF rule(left, y, column.width, pt(0.7));
        add([rule, ink = m_theme.text](QPainter& painter) { painter.fillRect(rule, ink); });
        y += mm(1.6);
        if (!column.heading.isEmpty())
            y += place(RichText().bold(column.heading), { TextRole::Caption, Qt::AlignLeft, true, m_theme.text, 2 }, { left, y }, column.width) + mm(1);
    } else if (!column.heading.isEmpty()) {
        y += place(column.heading, { TextRole::Subhead, Qt::AlignLeft, true, m_theme.text, 2 }, { left, y }, column.width) + mm(1.5);
    }
    for (const RichText& paragraph : column.paragraphs) {
        TextStyle style { column.note ? TextRole::Caption : TextRole::Body, Qt::AlignLeft, false, {}, 0 };
        if (column.note)
            style.color = m_theme.text3;
        y += place(paragraph, style, { left, y }, column.width) + mm(column.note ? 1.6 : 2.2);
    }
}

void Flow::columns(const std::vector<Column>& columns, double gap)
{
    double height = 0;
    for (const Column& column : columns)
        height = std::max(height, columnHeight(column));
    const double before = m_y <= body().top() + pt(1) ? 0 : mm(4);
    const bool broken = ensure(before + height);
    m_y += broken ? 0 : before;
    double left = body().left();
    for (const Column& column : columns) {
        placeColumn(column, left, m_y);
        left += column.width + gap;
    }
    m_y += height;
}

} // namespace ferroscope::render
