// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Text with a few styles, built piece by piece; no mark-up language is ever parsed, so nothing that comes from
// the repository can become mark-up. TextBlock is such a text broken into lines of one width.
#pragma once

#include "core/base/range.h"
#include "ui/render/format.h"
#include "ui/render/pdf/page.h"
#include "ui/render/theme.h"
#include <QString>
#include <QTextLayout>
#include <concepts>
#include <memory>
#include <string>
#include <vector>

namespace ferroscope::render {

struct TextRun {
    QString text;
    bool bold = false, code = false, grey = false, accent = false, path = false; // path: small grey mono
    QString link; // anchor, "" for none; drawn with a dotted line below
};

class RichText {
public:
    RichText() = default;
    // Plain text is a rich text; a template, because a sum of strings is no QString yet.
    template <class Text>
        requires std::convertible_to<Text, QString>
    RichText(const Text& plain)
    {
        add(plain);
    }
    RichText& add(const QString& text);
    RichText& bold(const QString& text);
    RichText& code(const QString& text);
    RichText& grey(const QString& text);
    RichText& accent(const QString& text);
    RichText& path(const QString& text, const QString& link = {}); // path:line
    RichText& link(const QString& text, const QString& anchor);
    RichText& range(const RangeText& range); // likely in bold
    // A sentence made by an analysis stage: what stands in back quotes is code (or "…" with `hideCode`);
    // cut at 320 characters, more is no sentence.
    RichText& sentence(const std::string& utf8, bool hideCode = false);
    RichText& append(const RichText& other);
    const std::vector<TextRun>& runs() const { return m_runs; }
    bool isEmpty() const { return m_runs.empty(); }

private:
    std::vector<TextRun> m_runs;
};

struct TextStyle {
    TextRole role = TextRole::Body;
    Qt::Alignment alignment = Qt::AlignLeft;
    bool strong = false;
    QColor color; // invalid: text2 (prose) of the theme
    int maxLines = 0; // more are elided; 0 = no limit
};

class TextBlock {
public:
    TextBlock(const RichText& text, const TextStyle& style, double width, const Theme& theme);
    double height() const { return m_height; }
    double width() const { return m_widest; } // of the widest line
    int lineCount() const { return static_cast<int>(m_lines); }
    void paint(QPainter& painter, const QPointF& topLeft) const;
    std::vector<LinkArea> links(const QPointF& topLeft) const;

private:
    void layOut(const std::vector<TextRun>& runs, const TextStyle& style, const Theme& theme);
    struct Mark { // of a link, relative to the block
        QRectF rect;
        double base = 0;
        QString target;
    };
    std::shared_ptr<QTextLayout> m_layout;
    std::vector<Mark> m_marks;
    QColor m_color, m_dots;
    double m_allowed = 0, m_widest = 0, m_height = 0, m_line = 0, m_dot = 1;
    qsizetype m_lines = 0;
};

} // namespace ferroscope::render
