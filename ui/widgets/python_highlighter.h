// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of Python source for reading: keywords, strings over several lines, numbers, comments, names that
// are defined. A scanner of a page, not a parser: on odd text it stays harmless.
#pragma once

#include "ui/render/theme.h"
#include <QSyntaxHighlighter>

namespace ferroscope::ui {

class PythonHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    PythonHighlighter(QTextDocument* document, const render::Theme* theme);
    void setTheme(const render::Theme* theme); // repaints

protected:
    void highlightBlock(const QString& text) override;

private:
    qsizetype stringEnd(const QString& text, qsizetype from, int state) const;
    const render::Theme* m_theme;
};

} // namespace ferroscope::ui
