// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/code_view.h"

#include "ui/models/text.h"
#include "ui/render/marks.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"

#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <map>

namespace ferroscope::ui {

namespace {

constexpr int kHeatWidth = 56;

struct FindingData final : QTextBlockUserData {
    explicit FindingData(CodeFinding found)
        : finding(std::move(found))
    {
    }
    CodeFinding finding;
};

} // namespace

class CodeMargin final : public QWidget {
public:
    explicit CodeMargin(CodeView* view)
        : QWidget(view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        m_view->paintMargin(painter, event->rect());
    }

private:
    CodeView* m_view;
};

CodeView::CodeView(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_margin(new CodeMargin(this))
    , m_highlighter(new SourceHighlighter(document(), &themeOf(this)))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setAccessibleName(tr("Source"));
    setFont(Theme::light().font(TextRole::Code));
    document()->setDocumentMargin(6);
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        viewport()->update();
        Q_EMIT lineChosen(currentLine());
    });
}

void CodeView::setSource(const QString& text, const LineSpans& spans, const std::vector<CodeFinding>& findings, const std::vector<CodeHeat>& heat)
{
    m_heat = heat;
    m_marked = 0;
    std::multimap<int, const CodeFinding*> byLine;
    for (const CodeFinding& finding : findings)
        byLine.emplace(finding.line, &finding);
    const QStringList lines = text.split(QLatin1Char('\n'));
    m_lines = static_cast<int>(lines.size());
    QString shown;
    shown.reserve(text.size() + 64 * static_cast<qsizetype>(findings.size()));
    m_lineOfBlock.clear();
    std::vector<std::pair<int, const CodeFinding*>> marks;
    for (int line = 1; line <= m_lines; ++line) {
        if (line > 1)
            shown += QLatin1Char('\n');
        shown += lines[line - 1];
        m_lineOfBlock.push_back(line);
        const auto [from, to] = byLine.equal_range(line);
        for (auto at = from; at != to; ++at) {
            shown += QLatin1Char('\n');
            marks.emplace_back(static_cast<int>(m_lineOfBlock.size()), at->second);
            m_lineOfBlock.push_back(0);
        }
    }
    const QSignalBlocker quiet(this);
    m_highlighter->setDocument(nullptr);
    setPlainText(shown);
    for (const auto& [block, finding] : marks) {
        QTextBlock found = document()->findBlockByNumber(block);
        found.setUserData(new FindingData(*finding));
    }
    m_highlighter->setSpans(spans, m_lineOfBlock);
    m_highlighter->setDocument(document());
    setAccessibleDescription(tr("%1 lines, %2 findings shown between them").arg(m_lines).arg(marks.size()));
    setViewportMargins(kHeatWidth + numberWidth(), 0, 0, 0);
    m_margin->setGeometry(0, 0, kHeatWidth + numberWidth(), height());
    m_margin->update();
}

int CodeView::numberWidth() const
{
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * std::max(3, static_cast<int>(QString::number(m_lines).size())) + 20;
}

void CodeView::showLine(int line)
{
    m_marked = line;
    for (std::size_t at = 0; at < m_lineOfBlock.size(); ++at) {
        if (m_lineOfBlock[at] != line)
            continue;
        const QTextBlock block = document()->findBlockByNumber(static_cast<int>(at));
        setTextCursor(QTextCursor(block));
        // Some lines above show where one is.
        verticalScrollBar()->setValue(std::max(0, static_cast<int>(at) - 3));
        break;
    }
    viewport()->update();
}

int CodeView::currentLine() const
{
    for (auto block = static_cast<std::size_t>(textCursor().blockNumber()) + 1; block-- > 0;) {
        if (block < m_lineOfBlock.size() && m_lineOfBlock[block] > 0)
            return m_lineOfBlock[block];
    }
    return 1;
}

const CodeHeat* CodeView::heatOf(int line) const
{
    const CodeHeat* inner = nullptr;
    for (const CodeHeat& heat : m_heat) {
        const bool holds = heat.line <= line && line <= heat.endLine;
        if (holds && (!inner || heat.endLine - heat.line <= inner->endLine - inner->line))
            inner = &heat;
    }
    return inner;
}

void CodeView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    m_margin->setGeometry(0, 0, kHeatWidth + numberWidth(), height());
}

void CodeView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        m_highlighter->setTheme(&themeOf(this));
}

void CodeView::paintEvent(QPaintEvent* event)
{
    const Theme& theme = themeOf(this);
    {
        QPainter painter(viewport());
        for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            const QRectF row = blockBoundingGeometry(block).translated(contentOffset());
            if (row.top() > event->rect().bottom())
                break;
            if (!isFinding(block) && m_marked > 0 && m_lineOfBlock[static_cast<std::size_t>(block.blockNumber())] == m_marked)
                painter.fillRect(QRectF(0, row.top(), viewport()->width(), row.height()), theme.accentSoft);
        }
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF row = blockBoundingGeometry(block).translated(contentOffset());
        if (row.top() > event->rect().bottom())
            break;
        if (!isFinding(block))
            continue;
        const CodeFinding& finding = static_cast<const FindingData*>(block.userData())->finding;
        const QRectF strip(2, row.top() + 1, viewport()->width() - 10, row.height() - 2);
        painter.fillRect(strip, finding.good ? theme.accentSoft : theme.warnSoft);
        painter.fillRect(QRectF(strip.left(), strip.top(), 3, strip.height()), finding.good ? theme.accent : theme.warn);
        drawIcon(&painter, QRectF(strip.left() + 10, strip.center().y() - 7, 14, 14), finding.good ? QStringLiteral("check") : QStringLiteral("warning"), finding.good ? theme.accent : theme.warn);
        const QFont mono = theme.mono(TextRole::Caption);
        const double effect = render::textWidth(finding.effect, mono) + 10;
        render::drawText(painter, strip.adjusted(32, 0, -effect, 0), Qt::AlignVCenter | Qt::AlignLeft, finding.message, theme.font(TextRole::Table), theme.text);
        render::drawText(painter, strip.adjusted(0, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight, finding.effect, mono, finding.good ? theme.accent : theme.warn);
    }
    if (hasFocus())
        drawFocusRing(&painter, QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), theme.radiusTile, theme);
}

void CodeView::paintMargin(QPainter& painter, const QRect& exposed)
{
    const Theme& theme = themeOf(this);
    painter.fillRect(exposed, theme.surface);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF row = blockBoundingGeometry(block).translated(contentOffset());
        if (row.top() > exposed.bottom())
            break;
        const auto at = static_cast<std::size_t>(block.blockNumber());
        const int line = at < m_lineOfBlock.size() ? m_lineOfBlock[at] : 0;
        if (line == 0)
            continue;
        if (const CodeHeat* heat = heatOf(line)) {
            // The line of the definition carries the figure; its body the same colour, paler.
            const bool first = heat->line == line;
            const QColor full = theme.heat.colorOf(heat->percent);
            const QRectF cell(0, row.top(), kHeatWidth, row.height());
            painter.fillRect(cell, first ? full : render::mixed(full, theme.surface, 0.28));
            if (heat->estimated && first)
                render::drawHatch(painter, cell, render::mixed(theme.heat.inkOf(heat->percent), full, 0.25), theme.hatchPitch, 1.2);
            if (first && heat->percent >= 0.05) {
                const QString figure = percent(heat->percent / 100);
                const QFont font = theme.font(TextRole::Caption, true);
                const double wide = render::textWidth(figure, font) + 6;
                painter.fillRect(QRectF(kHeatWidth - wide - 3, row.top() + 1, wide, row.height() - 2), full);
                render::drawText(painter, cell.adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, figure, font, theme.heat.inkOf(heat->percent));
            }
        }
        render::drawText(painter, QRectF(kHeatWidth, row.top(), numberWidth() - 12, row.height()), Qt::AlignRight | Qt::AlignVCenter,
            QString::number(line), theme.mono(TextRole::Caption), line == m_marked ? theme.accent : theme.text3);
    }
}

QMimeData* CodeView::createMimeDataFromSelection() const
{
    // Findings are ours, not the file's: they are left out of what is copied.
    const QTextCursor cursor = textCursor();
    QString text;
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid() && block.position() <= cursor.selectionEnd(); block = block.next()) {
        if (isFinding(block))
            continue;
        const auto from = static_cast<qsizetype>(std::max(0, cursor.selectionStart() - block.position()));
        const auto to = std::min(block.text().size(), static_cast<qsizetype>(cursor.selectionEnd() - block.position()));
        if (!text.isEmpty())
            text += QLatin1Char('\n');
        text += block.text().mid(from, to - from);
    }
    auto* copied = new QMimeData;
    copied->setText(text);
    return copied;
}

} // namespace ferroscope::ui
