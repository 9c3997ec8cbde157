// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/source_highlighter.h"

#include "ui/models/text.h"

namespace ferroscope::ui {

LineSpans spansByLine(const QString& text, std::stop_token stop)
{
    const std::string utf8 = bytes(text);
    const std::vector<syntax::HighlightSpan> spans = syntax::highlights(utf8, stop);
    LineSpans lines(1);
    std::size_t next = 0; // span
    int column = 0; // UTF-16 units
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        while (next < spans.size() && spans[next].last <= at)
            ++next;
        if (byte == '\n') {
            lines.emplace_back();
            column = 0;
            continue;
        }
        if ((byte & 0xC0U) == 0x80U) // inside a character
            continue;
        const int width = byte >= 0xF0U ? 2 : 1;
        if (next < spans.size() && spans[next].first <= at) {
            std::vector<LineSpan>& line = lines.back();
            if (!line.empty() && line.back().what == spans[next].what && line.back().first + line.back().length == column)
                line.back().length += width;
            else
                line.push_back({ column, width, spans[next].what });
        }
        column += width;
    }
    return lines;
}

SourceHighlighter::SourceHighlighter(QTextDocument* document, const render::Theme* theme)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
}

void SourceHighlighter::setTheme(const render::Theme* theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    rehighlight();
}

void SourceHighlighter::setSpans(LineSpans spans, std::vector<int> lineOfBlock)
{
    m_spans = std::move(spans);
    m_lineOfBlock = std::move(lineOfBlock);
}

void SourceHighlighter::highlightBlock(const QString&)
{
    const auto block = static_cast<std::size_t>(currentBlock().blockNumber());
    const int line = block < m_lineOfBlock.size() ? m_lineOfBlock[block] : 0;
    if (line < 1 || static_cast<std::size_t>(line) > m_spans.size())
        return;
    for (const LineSpan& span : m_spans[static_cast<std::size_t>(line - 1)]) {
        const QColor& color = span.what == syntax::Highlight::Keyword ? m_theme->codeKeyword
            : span.what == syntax::Highlight::String                  ? m_theme->codeString
            : span.what == syntax::Highlight::Number                  ? m_theme->codeNumber
            : span.what == syntax::Highlight::Comment                 ? m_theme->codeComment
                                                                      : m_theme->codeName;
        setFormat(span.first, span.length, color);
    }
}

} // namespace ferroscope::ui
