// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/pdf/rich_text.h"

#include "ui/render/marks.h"
#include <QFontMetricsF>
#include <QTextCharFormat>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

RichText& RichText::add(const QString& text)
{
    if (!text.isEmpty())
        m_runs.push_back({ text, false, false, false, false, false, {} });
    return *this;
}

RichText& RichText::bold(const QString& text)
{
    add(text);
    if (!text.isEmpty())
        m_runs.back().bold = true;
    return *this;
}

RichText& RichText::code(const QString& text)
{
    add(text);
    if (!text.isEmpty())
        m_runs.back().code = true;
    return *this;
}

RichText& RichText::grey(const QString& text)
{
    add(text);
    if (!text.isEmpty())
        m_runs.back().grey = true;
    return *this;
}

RichText& RichText::accent(const QString& text)
{
    add(text);
    if (!text.isEmpty())
        m_runs.back().accent = true;
    return *this;
}

RichText& RichText::path(const QString& text, const QString& link)
{
    add(text);
    if (!text.isEmpty()) {
        m_runs.back().path = true;
        m_runs.back().link = link;
    }
    return *this;
}

RichText& RichText::link(const QString& text, const QString& anchor)
{
    add(text);
    if (!text.isEmpty())
        m_runs.back().link = anchor;
    return *this;
}

RichText& RichText::range(const RangeText& range)
{
    if (range.single)
        return bold(range.likely).add(range.unit.isEmpty() ? QString() : u'\u00A0' + range.unit);
    add(range.low + u'–').bold(range.likely).add(u'–' + range.high);
    return range.unit.isEmpty() ? *this : add(u'\u00A0' + range.unit);
}

RichText& RichText::sentence(const std::string& utf8, bool hideCode)
{
    QString whole = render::text(utf8);
    if (whole.size() > 320)
        whole = whole.left(319) + u'…';
    const QStringList parts = whole.split(u'`');
    // An odd number of quotes: no telling what is code, so nothing is.
    if (parts.size() % 2 == 0)
        return add(parts.join(u'`'));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i % 2 == 0)
            add(parts[i]);
        else if (hideCode)
            add(u"…"_s);
        else
            code(parts[i]);
    }
    return *this;
}

RichText& RichText::append(const RichText& other)
{
    m_runs.insert(m_runs.end(), other.m_runs.begin(), other.m_runs.end());
    return *this;
}

TextBlock::TextBlock(const RichText& text, const TextStyle& style, double width, const Theme& theme)
    : m_color(style.color.isValid() ? style.color : theme.text2)
    , m_dots(theme.grey[1])
    , m_allowed(std::max(width, pt(8)))
    , m_line(theme.lineHeight(style.role))
    , m_dot(pt(0.5))
{
    std::vector<TextRun> runs = text.runs();
    layOut(runs, style, theme);
    if (style.maxLines <= 0 || m_lines <= style.maxLines)
        return;
    // Cut at the end of the last allowed line, with room for the ellipsis.
    const QTextLine last = m_layout->lineAt(style.maxLines - 1);
    qsizetype keep = std::max(0, last.textStart() + last.textLength() - 2);
    std::vector<TextRun> kept;
    for (const TextRun& run : runs) {
        if (keep <= 0)
            break;
        kept.push_back(run);
        if (run.text.size() > keep)
            kept.back().text.truncate(keep);
        keep -= run.text.size();
    }
    if (!kept.empty())
        kept.back().text += u'…';
    layOut(kept, style, theme);
    m_lines = std::min<qsizetype>(m_lines, style.maxLines);
    m_height = m_line * static_cast<double>(m_lines);
}

void TextBlock::layOut(const std::vector<TextRun>& runs, const TextStyle& style, const Theme& theme)
{
    QString all;
    QList<QTextLayout::FormatRange> formats;
    struct Span {
        int from, length;
        QString target;
    };
    std::vector<Span> spans;
    for (const TextRun& run : runs) {
        QTextCharFormat format;
        QFont font = theme.font(style.role, style.strong || run.bold);
        if (run.path)
            font = theme.font(TextRole::Path);
        else if (run.code)
            font = theme.mono(style.role);
        if (run.code && (run.bold || style.strong))
            font.setWeight(QFont::DemiBold);
        format.setFont(font);
        QColor color = m_color;
        if (run.path || run.grey)
            color = theme.text3;
        else if (run.accent)
            color = theme.accent;
        else if ((run.bold || run.code) && !style.strong)
            color = theme.text;
        format.setForeground(color);
        const int from = static_cast<int>(all.size()), length = static_cast<int>(run.text.size());
        formats.append({ from, length, format });
        if (!run.link.isEmpty())
            spans.push_back({ from, length, run.link });
        all += run.text;
    }
    const QFont base = theme.font(style.role, style.strong);
    m_layout = std::make_shared<QTextLayout>(all, base);
    QTextOption option(style.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight); // names in other scripts must not turn the line around
    m_layout->setTextOption(option);
    m_layout->setFormats(formats);
    m_layout->setCacheEnabled(true);
    // One base line grid whatever the fonts of the runs.
    const QFontMetricsF metrics(base);
    const double baseInLine = (m_line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
    m_layout->beginLayout();
    m_lines = 0;
    m_widest = 0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(m_allowed);
        // A range low–likely–high is one word to a reader, though Unicode allows a break after each dash.
        const int end = line.textStart() + line.textLength();
        if (end < all.size() && end > 0 && all[end - 1] == u'–' && all[end].isDigit()) {
            const int word = static_cast<int>(all.lastIndexOf(u' ', end - 1)) + 1;
            if (word > line.textStart())
                line.setNumColumns(word - line.textStart(), m_allowed);
        }
        line.setPosition(QPointF(0, m_line * static_cast<double>(m_lines) + baseInLine - line.ascent()));
        m_widest = std::max(m_widest, line.naturalTextWidth());
        ++m_lines;
        if (style.maxLines > 0 && m_lines > style.maxLines)
            break;
    }
    m_layout->endLayout();
    m_height = m_line * static_cast<double>(std::max<qsizetype>(1, m_lines));
    m_marks.clear();
    for (const Span& span : spans) {
        for (int i = 0; i < m_layout->lineCount(); ++i) {
            const QTextLine line = m_layout->lineAt(i);
            const int from = std::max(span.from, line.textStart()), to = std::min(span.from + span.length, line.textStart() + line.textLength());
            if (from >= to || (style.maxLines > 0 && i >= style.maxLines))
                continue;
            const double left = line.cursorToX(from), right = line.cursorToX(to);
            const double top = m_line * i;
            m_marks.push_back({ QRectF(left, top, right - left, m_line), top + baseInLine, span.target });
        }
    }
}

void TextBlock::paint(QPainter& painter, const QPointF& topLeft) const
{
    painter.setPen(m_color);
    for (qsizetype i = 0; i < std::min<qsizetype>(m_lines, m_layout->lineCount()); ++i)
        m_layout->lineAt(static_cast<int>(i)).draw(&painter, topLeft);
    if (m_marks.empty())
        return;
    QPen dotted(m_dots, m_dot, Qt::CustomDashLine, Qt::FlatCap);
    dotted.setDashPattern({ 1, 2 });
    painter.setPen(dotted);
    for (const Mark& mark : m_marks) {
        const double y = topLeft.y() + mark.base + m_dot * 3.6;
        painter.drawLine(QPointF(topLeft.x() + mark.rect.left(), y), QPointF(topLeft.x() + mark.rect.right(), y));
    }
}

std::vector<LinkArea> TextBlock::links(const QPointF& topLeft) const
{
    std::vector<LinkArea> areas;
    for (const Mark& mark : m_marks)
        areas.push_back({ mark.rect.translated(topLeft), mark.target });
    return areas;
}

} // namespace ferroscope::render
