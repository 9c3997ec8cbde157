// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Cover: whose report, about which code, and does it want to rewrite everything? The marks answer the last one.
#include "ui/render/figures/dot_matrix.h"
#include "ui/render/marks.h"
#include "ui/render/pdf/report.h"
#include <QBuffer>
#include <QImageReader>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

// The consultant's sign: theirs, or a square with a diagonal. Returns the width used.
double brandMark(Report& report, const QPointF& at, double height)
{
    Flow& flow = report.flow;
    if (!report.options.logo.isEmpty()) {
        const auto svg = std::make_shared<QSvgRenderer>();
        const QByteArray start = report.options.logo.left(512);
        if ((start.contains("<svg") || start.contains("<?xml")) && svg->load(report.options.logo) && !svg->defaultSize().isEmpty()) {
            const QSizeF size = QSizeF(svg->defaultSize()).scaled(mm(60), height, Qt::KeepAspectRatio);
            const QRectF box(at, size);
            flow.add([svg, box](QPainter& painter) { svg->render(&painter, box); });
            return size.width();
        }
        QByteArray bytes = report.options.logo;
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer);
        const QSize full = reader.size();
        if (!full.isEmpty() && qint64(full.width()) * full.height() <= 40'000'000) {
            // Opaque, and no larger than 600 dpi needs: a photograph must not become the file.
            const QSizeF size = QSizeF(full).scaled(mm(60), height, Qt::KeepAspectRatio);
            const QSize pixels = full.boundedTo((size * 0.5).toSize() + QSize(1, 1));
            reader.setScaledSize(pixels.isEmpty() ? full : full.scaled(pixels, Qt::KeepAspectRatio));
            if (const QImage image = reader.read(); !image.isNull()) {
                QImage opaque(image.size(), QImage::Format_RGB32);
                opaque.fill(Qt::white);
                QPainter(&opaque).drawImage(0, 0, image);
                const QRectF box(at, size);
                flow.add([opaque, box](QPainter& painter) { painter.drawImage(box, opaque); });
                return size.width();
            }
        }
    }
    const double side = height * 0.72;
    const QRectF box(at.x(), at.y() + (height - side) / 2, side, side);
    flow.add([box, ink = flow.theme().text](QPainter& painter) {
        painter.setPen(QPen(ink, pt(1.2), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
        painter.drawLine(box.bottomLeft(), box.topRight());
    });
    return side;
}

void legend(Report& report, double y, const DotMatrix& matrix)
{
    Flow& flow = report.flow;
    const Facts& facts = report.facts;
    struct Entry {
        Verdict verdict;
        std::size_t count;
        QString one, many;
    };
    const Entry entries[] = { { Verdict::ExtractModule, facts.moving, u"moves to Rust"_s, u"move to Rust"_s },
        { Verdict::FixInPython, facts.fixes, u"is fixed in Python"_s, u"are fixed in Python"_s },
        { Verdict::TypeFirst, facts.later, u"needs work first"_s, u"need work first"_s },
        { Verdict::AlreadyNative, facts.already, u"is already native"_s, u"are already native"_s },
        { Verdict::KeepPython, facts.stay, u"stays in Python"_s, u"stay in Python"_s } };
    const Theme& theme = flow.theme();
    const QFont font = theme.font(TextRole::Caption);
    const double line = theme.lineHeight(TextRole::Caption), left = flow.body().left(), right = flow.body().right();
    QString start = u"The "_s + plural(static_cast<long long>(facts.judged), u"module"_s) + u" by context."_s;
    if (matrix.modulesPerMark > 1)
        start += u" One mark for "_s + QString::number(matrix.modulesPerMark) + u"."_s;
    double x = left + flow.place(start, { TextRole::Caption, Qt::AlignLeft, false, theme.text3, 1 }, { left, y }, right - left) * 0 + textWidth(start, font) + mm(2.4);
    for (const Entry& entry : entries) {
        if (entry.count == 0)
            continue;
        const QString label = number(static_cast<double>(entry.count)) + u' ' + (entry.count == 1 ? entry.one : entry.many);
        const double width = textWidth(label, font), side = line * 0.72;
        if (x + side + mm(1.2) + width > right) {
            x = left;
            y += line * 1.3;
        }
        const QRectF box(x, y + (line - side) / 2, side, side);
        flow.add([box, verdict = entry.verdict, &theme](QPainter& painter) { drawVerdict(painter, box, verdict, theme); });
        flow.place(label, { TextRole::Caption, Qt::AlignLeft, false, theme.text2, 1 }, { x + side + mm(1.2), y }, width + mm(2));
        x += side + width + mm(4.6);
    }
}

void dataBlock(Report& report, double top)
{
    Flow& flow = report.flow;
    const Assessment& a = report.a;
    double y = top;
    const double left = flow.body().left(), width = mm(62);
    const auto entry = [&](const QString& term, const RichText& value) {
        if (value.isEmpty())
            return;
        y += y > top ? mm(1.9) : 0;
        y += flow.place(term, { TextRole::Small, Qt::AlignLeft, false, flow.theme().text3, 1 }, { left, y }, width);
        y += flow.place(value, { TextRole::Table, Qt::AlignLeft, false, flow.theme().text, 2 }, { left, y }, width);
    };
    entry(u"Prepared for"_s, oneLine(report.options.client));
    entry(u"Prepared by"_s, oneLine(report.options.author));
    const QString date = report.options.date.isEmpty() ? (a.commitDate ? text(*a.commitDate) : QString()) : oneLine(report.options.date);
    entry(u"Date"_s, isoDateInWords(date));
    RichText state;
    if (a.commit) {
        if (a.branch && !a.branch->empty())
            state.code(text(*a.branch) + u" @ "_s);
        state.code(text(a.commit->substr(0, 8)));
        if (a.commitDate)
            state.add(u", "_s + isoDateInWords(text(*a.commitDate)));
        if (a.dirty.value_or(false))
            state.add(u", with uncommitted changes"_s);
    } else {
        state.add(u"a folder without a commit"_s);
    }
    entry(u"State of the code"_s, state);
    entry(u"Analysed with"_s, u"Ferroscope "_s + text(a.toolVersion) + u", "_s + plural(static_cast<long long>(a.ruleCount), u"rule"_s));
}

void tableOfContents(Report& report, double top)
{
    Flow& flow = report.flow;
    const Theme& theme = flow.theme();
    const double left = flow.body().left() + mm(68), right = flow.body().right(), line = theme.lineHeight(TextRole::Table), pad = mm(0.72);
    double y = top;
    for (const TocEntry& entry : contents(report.a)) {
        y += pad;
        flow.place(entry.number, { TextRole::Table, Qt::AlignLeft, false, theme.text3, 1 }, { left, y }, mm(7));
        flow.place(entry.title, { TextRole::Table, Qt::AlignLeft, false, theme.text, 1 }, { left + mm(7), y }, right - left - mm(17));
        flow.place(report.pageOf(entry.anchor), { TextRole::Table, Qt::AlignRight, false, theme.text, 1 }, { right - mm(10), y }, mm(10));
        flow.addLink(QRectF(left, y - pad, right - left, line + 2 * pad), entry.anchor);
        y += line + pad;
        const QRectF rule(left, y, right - left, pt(0.35));
        flow.add([rule, color = theme.line](QPainter& painter) { painter.fillRect(rule, color); });
    }
}

} // namespace

void coverPage(Report& report)
{
    Flow& flow = report.flow;
    const Theme& theme = flow.theme();
    flow.newPage(false, {});
    flow.anchorAt(u"cover"_s, 0);
    flow.outline(u"Cover"_s, u"cover"_s, 0);
    const double left = flow.body().left(), width = flow.body().width(), brand = mm(8);
    const double used = brandMark(report, { left, mm(18.6) }, brand);
    flow.place(RichText().bold(oneLine(report.options.author)), { TextRole::Subhead, Qt::AlignLeft, true, theme.text, 1 },
        { left + used + mm(2.6), mm(18.6) + (brand - theme.lineHeight(TextRole::Subhead)) / 2 }, mm(90) - used);
    QStringList right;
    if (!report.options.confidentiality.isEmpty())
        right << oneLine(report.options.confidentiality);
    if (!report.options.client.isEmpty())
        right << u"prepared for "_s + oneLine(report.options.client);
    flow.place(capital(right.join(u" · "_s)), { TextRole::Caption, Qt::AlignRight, false, theme.text3, 2 }, { left + mm(96), mm(20.6) }, width - mm(96));

    double y = mm(54);
    const QString title = report.options.title.isEmpty() ? u"Python-to-Rust readiness audit"_s : oneLine(report.options.title);
    y += flow.place(title, { TextRole::CoverTitle, Qt::AlignLeft, true, theme.text, 3 }, { left, y }, std::min(width, mm(112))) + mm(4);
    RichText subject;
    subject.add(u"Repository "_s).code(report.a.projectName.empty() ? u"(unnamed)"_s : text(report.a.projectName));
    y += flow.place(subject, { TextRole::CoverSub, Qt::AlignLeft, false, theme.text3, 2 }, { left, y }, width);

    const double top = std::max(mm(108), y + mm(10)), foot = mm(196);
    const DotMatrix matrix = dotMatrix(report.a);
    const QRectF area(left, top, width, foot - mm(3) - top);
    // Where the legend goes depends on how high the marks are, so they are measured on a picture nobody sees.
    QImage scratch(1, 1, QImage::Format_RGB32);
    QPainter measure(&scratch);
    const double height = paintDotMatrix(measure, area, matrix, theme);
    measure.end();
    flow.add([area, matrix, &theme](QPainter& painter) { paintDotMatrix(painter, area, matrix, theme); });
    legend(report, area.top() + height + mm(2.6), matrix);
    dataBlock(report, mm(214));
    tableOfContents(report, mm(213));
}

} // namespace ferroscope::render
