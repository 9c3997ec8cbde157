// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Appendix A: every module with its score and the nine contributions. Drawn directly, row by row, because rows
// have one height: 12,000 modules cost time and bytes in proportion, no layout has to look at all of them.
#include "ui/render/marks.h"
#include "ui/render/pdf/sections.h"
#include <QFontMetricsF>
#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

enum Column { Index, Name, Code, Complexity, Hints, Interpreted, Native, Waiting, Value, Ease, Readiness, Span, FirstPart, VerdictName = FirstPart + kCriterionCount, RunnerUp, ColumnCount };

struct ColumnStyle {
    double width; // mm, with the gap to the next
    const char16_t* title; // "\n" breaks it
    bool right;
};

constexpr std::array<ColumnStyle, ColumnCount> kColumns { {
    { 7, u"#", true }, { 42.8, u"Module", false }, { 9, u"Code\nlines", true }, { 7.5, u"CC\nmax", true }, { 8.5, u"Hints\n%", true }, { 10, u"Interp.\n%", true },
    { 9.5, u"Native\n%", true }, { 10, u"Waiting\n%", true }, { 9, u"Value", true }, { 8.5, u"Ease", true }, { 9.5, u"Readi-\nness", true }, { 19, u"low–likely–high", false },
    { 7.5, u"cpu", true }, { 7, u"i/o", true }, { 8.5, u"cross.", true }, { 9, u"context", true }, { 8, u"types", true }, { 7.5, u"port.", true }, { 7.5, u"eco.", true },
    { 7.5, u"tests", true }, { 8.5, u"small", true }, { 23, u"Verdict", false }, { 20.2, u"Runner-up", false },
} };

const double kRow = pt(7.5) + mm(0.72), kGap = mm(1.3);

struct Grid { // where the columns are on this page
    std::array<double, ColumnCount> left {}, width {};
    double right = 0;
    explicit Grid(double from)
    {
        double x = from;
        for (std::size_t c = 0; c < kColumns.size(); ++c) {
            const double inset = c == VerdictName || c == Span ? mm(1.2) : 0; // text after a column of numbers
            left[c] = x + inset;
            width[c] = mm(kColumns[c].width) - inset - (c + 1 == kColumns.size() ? 0 : c == VerdictName ? mm(0.4) : kGap);
            x += mm(kColumns[c].width);
        }
        right = x;
    }
};

struct Fonts {
    QFont plain, strong, code;
    double plainBase, codeBase; // base line below the top of a row
    explicit Fonts(const Theme& theme) : plain(theme.font(TextRole::Dense)), strong(theme.font(TextRole::Dense, true)), code(theme.font(TextRole::DenseCode))
    {
        plainBase = kRow / 2 + QFontMetricsF(plain).capHeight() / 2;
        codeBase = plainBase;
    }
};

// Text that changes font and colour only when it must: a page has a thousand cells.
class Pen {
public:
    Pen(QPainter& painter) : m_painter(painter) {}
    void cell(const Grid& grid, int column, double base, const QString& text, const QFont& font, const QColor& color)
    {
        if (text.isEmpty())
            return;
        const auto c = static_cast<std::size_t>(column);
        if (&font != m_font) {
            m_font = &font;
            m_metrics = QFontMetricsF(font);
            m_painter.setFont(font);
        }
        if (color != m_color) {
            m_color = color;
            m_painter.setPen(color);
        }
        QString shown = text;
        double width = m_metrics.horizontalAdvance(shown);
        if (width > grid.width[c]) {
            shown = m_metrics.elidedText(shown, kColumns[c].right ? Qt::ElideRight : Qt::ElideMiddle, grid.width[c]);
            width = m_metrics.horizontalAdvance(shown);
        }
        m_painter.drawText(QPointF(kColumns[c].right ? grid.left[c] + grid.width[c] - width : grid.left[c], base), shown);
    }
    void forget() { m_color = QColor(); } // after something else used the painter's pen

private:
    QPainter& m_painter;
    const QFont* m_font = nullptr;
    QFontMetricsF m_metrics { QFont() };
    QColor m_color;
};

QString share(double value) { return number(value * 100, 1); }
bool isZero(double value, double unit) { return std::abs(value) < unit / 2; }

void paintSpan(QPainter& painter, const QRectF& rect, const AssessedModule& module, const Theme& theme)
{
    const Range r = module.readiness.ordered();
    const double middle = rect.center().y();
    const auto x = [&](double value) { return position(value, 0, 100, rect.left(), rect.right()); };
    const bool acts = movesToRust(module.verdict.id) || module.verdict.id == Verdict::FixInPython;
    painter.fillRect(QRectF(rect.left(), middle - pt(0.15), rect.width(), pt(0.3)), theme.line);
    painter.fillRect(QRectF(x(r.low), middle - pt(1), std::max(pt(0.4), x(r.high) - x(r.low)), pt(2)), acts ? theme.tint[1] : theme.grey[2]);
    painter.fillRect(QRectF(x(r.likely) - pt(0.5), middle - pt(2.2), pt(1), pt(4.4)), acts ? theme.move : theme.text);
}

void paintRow(QPainter& painter, Pen& pen, const Grid& grid, double top, std::size_t number_, const AssessedModule& module, const Fonts& fonts, const Theme& theme)
{
    const double base = top + fonts.plainBase;
    const QColor &ink = theme.text, &grey = theme.text3, &faint = theme.grey[1];
    pen.cell(grid, Index, base, number(static_cast<double>(number_)), fonts.plain, grey);
    const auto maybe = [&](int column, const QString& text, bool zero) { pen.cell(grid, column, base, text, fonts.plain, zero ? faint : ink); };
    maybe(Code, number(module.lines.code), module.lines.code == 0);
    std::uint32_t complexity = 0;
    for (const AssessedFunction& function : module.functions)
        complexity = std::max(complexity, function.ccRadon);
    maybe(Complexity, module.functions.empty() ? u"–"_s : number(complexity), complexity == 0);
    const std::optional<double> hints = module.hints.coverage();
    maybe(Hints, hints ? number(*hints * 100) : u"–"_s, !hints);
    const bool timed = module.heat.source != HeatSource::None;
    const std::pair<int, double> times[] = { { Interpreted, module.heat.interpreted.likely }, { Native, module.heat.native.likely }, { Waiting, module.heat.waiting.likely } };
    for (const auto& [column, value] : times)
        maybe(column, timed ? share(value) : u"?"_s, timed && isZero(value, 0.001));
    maybe(Value, number(module.value.likely), isZero(module.value.likely, 1));
    maybe(Ease, number(module.ease.likely), isZero(module.ease.likely, 1));
    for (int i = 0; i < kCriterionCount; ++i) {
        const CriterionScore& score = module.criteria[static_cast<std::size_t>(i)];
        maybe(FirstPart + i, score.value ? number(score.contribution, 1) : u"?"_s, score.value && isZero(score.contribution, 0.1));
    }
    if (module.verdict.runnerUp == module.verdict.id)
        pen.cell(grid, RunnerUp, base, u"–"_s, fonts.plain, faint);
    pen.cell(grid, Readiness, base, number(module.readiness.likely), fonts.strong, ink);
    pen.cell(grid, Name, top + fonts.codeBase, text(module.name), fonts.code, ink);
    Grid verdict = grid;
    const double side = pt(4.6);
    verdict.left[VerdictName] += side + mm(0.8);
    verdict.width[VerdictName] -= side + mm(0.8);
    pen.cell(verdict, VerdictName, top + fonts.codeBase, verdictCode(module.verdict.id) + (module.verdict.override_ ? u"*"_s : QString()), fonts.code, ink);
    if (module.verdict.runnerUp != module.verdict.id)
        pen.cell(grid, RunnerUp, top + fonts.codeBase, verdictCode(module.verdict.runnerUp), fonts.code, grey);
    drawVerdict(painter, QRectF(grid.left[VerdictName], top + (kRow - side) / 2, side, side), module.verdict.id, theme);
    paintSpan(painter, QRectF(grid.left[Span], top, grid.width[Span], kRow), module, theme);
    pen.forget();
}

double headerHeight(const Theme& theme) { return theme.lineHeight(TextRole::Dense) * 2 + mm(0.8); }

void paintHeader(QPainter& painter, const Grid& grid, double top, const Theme& theme)
{
    const QFont font = theme.font(TextRole::Dense);
    const double line = theme.lineHeight(TextRole::Dense), bottom = top + headerHeight(theme);
    for (std::size_t c = 0; c < kColumns.size(); ++c) {
        const QStringList lines = QString::fromUtf16(kColumns[c].title).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i)
            drawText(painter, QRectF(grid.left[c] - (kColumns[c].right ? kGap : 0), bottom - mm(0.8) - line * static_cast<double>(lines.size() - i), grid.width[c] + (kColumns[c].right ? kGap : 0), line),
                kColumns[c].right ? Qt::AlignRight : Qt::AlignLeft, lines[i], font, theme.text3, Qt::ElideNone);
    }
    painter.fillRect(QRectF(grid.left[0], bottom - pt(0.35), grid.right - grid.left[0], pt(0.7)), theme.text);
}

std::vector<int> sortedModules(const Assessment& a)
{
    std::vector<int> order;
    for (std::size_t i = 0; i < a.modules.size(); ++i) {
        if (a.modules[i].judged())
            order.push_back(static_cast<int>(i));
    }
    std::stable_sort(order.begin(), order.end(), [&](int x, int y) {
        return a.modules[static_cast<std::size_t>(x)].readiness.likely > a.modules[static_cast<std::size_t>(y)].readiness.likely;
    });
    return order;
}

void paintRows(QPainter& painter, const Assessment& a, const std::vector<int>& rows, std::size_t first, const QRectF& area, const Theme& theme)
{
    const Grid grid(area.left());
    const Fonts fonts(theme);
    paintHeader(painter, grid, area.top(), theme);
    Pen pen(painter);
    double y = area.top() + headerHeight(theme) + mm(0.5);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        paintRow(painter, pen, grid, y, first + i + 1, a.modules[static_cast<std::size_t>(rows[i])], fonts, theme);
        y += kRow;
        if ((first + i + 1) % 5 == 0)
            painter.fillRect(QRectF(area.left(), y - pt(0.15), grid.right - area.left(), pt(0.3)), theme.line);
    }
}

void sumRow(Report& report, double y)
{
    Flow& flow = report.flow;
    const Theme& theme = flow.theme();
    const Grid grid(flow.body().left());
    const Facts facts = report.facts;
    const double code = static_cast<double>(report.a.totals.lines.code);
    flow.add([=, &theme](QPainter& painter) {
        painter.fillRect(QRectF(grid.left[0], y, grid.right - grid.left[0], pt(0.7)), theme.text);
        const Fonts fonts(theme);
        Pen pen(painter);
        const double base = y + mm(0.5) + fonts.plainBase;
        pen.cell(grid, Name, base, plural(static_cast<long long>(facts.judged), u"module"_s), fonts.strong, theme.text);
        Grid wide = grid; // the sum may need more room than a single module
        wide.left[Code] -= mm(4);
        wide.width[Code] += mm(4);
        pen.cell(wide, Code, base, number(code), fonts.strong, theme.text);
        pen.cell(grid, Interpreted, base, share(facts.interpreted.likely), fonts.strong, theme.text);
        pen.cell(grid, Native, base, share(facts.native.likely), fonts.strong, theme.text);
        pen.cell(grid, Waiting, base, share(facts.waiting.likely), fonts.strong, theme.text);
    });
}

} // namespace

void modulesAppendix(Report& report)
{
    Flow& flow = report.flow;
    const Theme& theme = flow.theme();
    const std::vector<int> order = sortedModules(report.a);
    report.section(u"Modules"_s, capital(plural(static_cast<long long>(order.size()), u"module"_s)) + u" with value, ease and the nine contributions that add up to readiness"_s,
        u"modules"_s, true, u"Appendix A: modules"_s);
    const QString total = number(static_cast<double>(order.size()));
    std::size_t done = 0;
    const double foot = kRow + theme.lineHeight(TextRole::Caption) * 3 + mm(4); // sum and notes after the last row
    while (done < order.size()) {
        const TextStyle style { TextRole::Caption, Qt::AlignLeft, false, theme.text3, 1 };
        const double captionHeight = theme.lineHeight(TextRole::Caption) + mm(1.6);
        const double space = flow.room() - captionHeight - headerHeight(theme) - mm(0.5);
        std::size_t count = std::min(order.size() - done, static_cast<std::size_t>(std::max(1.0, std::floor(space / kRow))));
        // The last page keeps room for the sum, with rows to stand under.
        if (done + count == order.size() && space - kRow * static_cast<double>(count) < foot && count > 6)
            count -= std::min<std::size_t>(count - 3, static_cast<std::size_t>(std::ceil((foot - (space - kRow * static_cast<double>(count))) / kRow)));
        RichText caption;
        const QString rows = u"rows "_s + number(static_cast<double>(done + 1)) + u'–' + number(static_cast<double>(done + count)) + u" of "_s + total + u'.';
        if (done == 0)
            caption.bold(u"Table A.1. All scored modules by readiness, "_s + rows).add(u" Percent of the run, "_s + report.facts.basis + u"; “?”: unknown, counts nothing."_s);
        else
            caption.bold(u"Table A.1 (continued), "_s + rows);
        flow.skip(flow.place(caption, style, { flow.body().left(), flow.y() }, flow.body().width()) + mm(1.6));
        const std::vector<int> part(order.begin() + static_cast<std::ptrdiff_t>(done), order.begin() + static_cast<std::ptrdiff_t>(done + count));
        const QRectF area(flow.body().left(), flow.y(), flow.body().width(), headerHeight(theme) + mm(0.5) + kRow * static_cast<double>(count));
        for (std::size_t i = 0; i < part.size(); ++i)
            flow.anchorAt(u"m:"_s + QString::number(part[i]), area.top() + headerHeight(theme) + mm(0.5) + kRow * static_cast<double>(i));
        flow.add([part, done, area, &a = report.a, &theme](QPainter& painter) { paintRows(painter, a, part, done, area, theme); });
        flow.setY(area.bottom());
        done += count;
        if (done < order.size())
            flow.continuePage();
    }
    flow.ensure(foot);
    sumRow(report, flow.y() + mm(0.6));
    flow.skip(kRow + mm(2));
    RichText notes(u"CC max: highest cyclomatic complexity of a function. Hints: share of annotation slots that carry a type. Value, ease and readiness: 0–100. "_s);
    notes.add(u"Contributions: cpu-bound, I/O and async, boundary crossings (value); bounded context, type clarity, portability, ecosystem, safety net, start small (ease). An asterisk: the "
              "verdict was set by hand, see appendix B. Tests, generated files and other roles are read but not scored. "_s);
    notes.link(u"Criteria: section "_s + report.numberOf(u"method"_s), u"method"_s).add(u"."_s);
    flow.note(notes);
    whyEachStays(report);
}

} // namespace ferroscope::render
