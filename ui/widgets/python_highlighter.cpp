// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/python_highlighter.h"

#include "ui/widgets/code_view.h"

#include <QSet>

namespace ferroscope::ui {

namespace {

enum State { Normal = 0, TripleSingle = 1, TripleDouble = 2 };

bool isKeyword(const QString& word)
{
    static const QSet<QString> words { QStringLiteral("and"), QStringLiteral("as"), QStringLiteral("assert"), QStringLiteral("async"),
        QStringLiteral("await"), QStringLiteral("break"), QStringLiteral("class"), QStringLiteral("continue"), QStringLiteral("def"),
        QStringLiteral("del"), QStringLiteral("elif"), QStringLiteral("else"), QStringLiteral("except"), QStringLiteral("False"),
        QStringLiteral("finally"), QStringLiteral("for"), QStringLiteral("from"), QStringLiteral("global"), QStringLiteral("if"),
        QStringLiteral("import"), QStringLiteral("in"), QStringLiteral("is"), QStringLiteral("lambda"), QStringLiteral("None"),
        QStringLiteral("nonlocal"), QStringLiteral("not"), QStringLiteral("or"), QStringLiteral("pass"), QStringLiteral("raise"),
        QStringLiteral("return"), QStringLiteral("True"), QStringLiteral("try"), QStringLiteral("while"), QStringLiteral("with"),
        QStringLiteral("yield"), QStringLiteral("match"), QStringLiteral("case") };
    return words.contains(word);
}

bool isWord(QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('_'); }

} // namespace

PythonHighlighter::PythonHighlighter(QTextDocument* document, const render::Theme* theme)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
}

void PythonHighlighter::setTheme(const render::Theme* theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    rehighlight();
}

qsizetype PythonHighlighter::stringEnd(const QString& text, qsizetype from, int state) const
{
    const QString quotes = state == TripleSingle ? QStringLiteral("'''") : QStringLiteral("\"\"\"");
    for (qsizetype at = from; at + 2 < text.size(); ++at) {
        if (text.at(at) == QLatin1Char('\\'))
            ++at;
        else if (QStringView(text).mid(at, 3) == quotes)
            return at + 3;
    }
    return -1;
}

void PythonHighlighter::highlightBlock(const QString& text)
{
    const int before = std::max(0, previousBlockState());
    setCurrentBlockState(before);
    // A finding stands between two lines of the file and belongs to no string around it.
    if (CodeView::isFinding(currentBlock()))
        return;
    const auto paint = [&](qsizetype from, qsizetype to, const QColor& color) { setFormat(static_cast<int>(from), static_cast<int>(to - from), color); };
    setCurrentBlockState(Normal);
    qsizetype at = 0;
    if (before != Normal) {
        const qsizetype end = stringEnd(text, 0, before);
        paint(0, end < 0 ? text.size() : end, m_theme->codeString);
        if (end < 0) {
            setCurrentBlockState(before);
            return;
        }
        at = end;
    }
    QString previous;
    while (at < text.size()) {
        const QChar c = text.at(at);
        if (c == QLatin1Char('#')) {
            paint(at, text.size(), m_theme->codeComment);
            return;
        }
        if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            const bool triple = QStringView(text).mid(at, 3) == QString(3, c);
            qsizetype end = at + 1;
            if (triple) {
                const int state = c == QLatin1Char('"') ? TripleDouble : TripleSingle;
                end = stringEnd(text, at + 3, state);
                if (end < 0) {
                    paint(at, text.size(), m_theme->codeString);
                    setCurrentBlockState(state);
                    return;
                }
            } else {
                while (end < text.size() && text.at(end) != c)
                    end += text.at(end) == QLatin1Char('\\') ? 2 : 1;
                end = std::min(end + 1, text.size());
            }
            paint(at, end, m_theme->codeString);
            at = end;
            continue;
        }
        if (c.isDigit()) {
            qsizetype end = at;
            while (end < text.size() && (isWord(text.at(end)) || text.at(end) == QLatin1Char('.')))
                ++end;
            paint(at, end, m_theme->codeNumber);
            at = end;
            continue;
        }
        if (isWord(c)) {
            qsizetype end = at;
            while (end < text.size() && isWord(text.at(end)))
                ++end;
            const QString word = text.mid(at, end - at);
            if (isKeyword(word))
                paint(at, end, m_theme->codeKeyword);
            else if (previous == QLatin1String("def") || previous == QLatin1String("class"))
                paint(at, end, m_theme->codeName);
            previous = word;
            at = end;
            continue;
        }
        if (c == QLatin1Char('@') && text.left(at).trimmed().isEmpty()) {
            paint(at, text.size(), m_theme->codeName);
            at = text.size();
            continue;
        }
        ++at;
    }
}

} // namespace ferroscope::ui
