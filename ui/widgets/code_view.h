// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// CodeView: a source file to read: line numbers, heat in the margin, findings as strips between the lines.
// Findings are blocks of the document that are neither numbered nor copied.
#pragma once

#include "core/assessment/assessment.h"
#include "ui/widgets/source_highlighter.h"
#include <QPlainTextEdit>
#include <QTextBlock>

namespace ferroscope::ui {

struct CodeFinding {
    int line = 0; // shown below this line
    QString message, effect;
    bool good = false; // raises a criterion
};
struct CodeHeat {
    int line = 0, endLine = 0;
    double percent = 0; // of the run
    bool estimated = true;
    QString name;
};

class CodeView final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit CodeView(QWidget* parent = nullptr);
    // spans: spansByLine(text), made on another thread.
    void setSource(const QString& text, const LineSpans& spans, const std::vector<CodeFinding>& findings, const std::vector<CodeHeat>& heat);
    void showLine(int line); // 1-based, of the file
    int lineCount() const { return m_lines; }
    int currentLine() const; // of the file, at the cursor
    static bool isFinding(const QTextBlock& block) { return block.userData() != nullptr; }

Q_SIGNALS:
    void lineChosen(int line);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    QMimeData* createMimeDataFromSelection() const override;

private:
    friend class CodeMargin;
    void paintMargin(QPainter& painter, const QRect& exposed);
    const CodeHeat* heatOf(int line) const; // innermost function
    int numberWidth() const;
    QWidget* m_margin;
    SourceHighlighter* m_highlighter;
    std::vector<CodeHeat> m_heat;
    std::vector<int> m_lineOfBlock; // 0 for a finding
    int m_lines = 0;
    int m_marked = 0; // line that was asked for
};

} // namespace ferroscope::ui
