// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of source text for reading, as the grammar's own query says what its parts are (core/syntax/highlight.h).
#pragma once

#include "core/syntax/highlight.h"
#include "ui/render/theme.h"
#include <QSyntaxHighlighter>
#include <vector>

namespace ferroscope::ui {

struct LineSpan { // within one line, in UTF-16 units
    int first = 0, length = 0;
    syntax::Highlight what = syntax::Highlight::None;
};
using LineSpans = std::vector<std::vector<LineSpan>>; // by line, from 0

// Lines as '\n' parts them. Any thread.
LineSpans spansByLine(const QString& text, std::stop_token stop = {});

class SourceHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    SourceHighlighter(QTextDocument* document, const render::Theme* theme);
    void setTheme(const render::Theme* theme); // repaints
    // lineOfBlock: 1-based line of each block, 0 for one that is no line of the file. Before setDocument().
    void setSpans(LineSpans spans, std::vector<int> lineOfBlock);

protected:
    void highlightBlock(const QString& text) override;

private:
    const render::Theme* m_theme;
    LineSpans m_spans;
    std::vector<int> m_lineOfBlock;
};

} // namespace ferroscope::ui
