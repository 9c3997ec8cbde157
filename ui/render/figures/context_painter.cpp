// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/context_graph.h"

#include "ui/render/figures/contexts.h"
#include "ui/render/format.h"
#include "ui/render/marks.h"
#include "ui/render/words.h"

#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

void paintArrowHead(QPainter& painter, const QPainterPath& path, double width, const QColor& color, const Theme& theme)
{
    const double length = theme.u(6 + width), half = theme.u(2.5 + width * 0.6);
    const QPointF tip = path.pointAtPercent(1), back = path.pointAtPercent(path.percentAtLength(std::max(0.0, path.length() - length)));
    const QPointF d = tip - back;
    const double norm = std::max(0.001, std::hypot(d.x(), d.y()));
    const QPointF along = d / norm, across(-along.y(), along.x());
    QPainterPath head(tip);
    head.lineTo(tip - along * length + across * half);
    head.lineTo(tip - along * length - across * half);
    head.closeSubpath();
    painter.fillPath(head, color);
}

// Scissors in a circle: what is to be cut, told without colour.
void paintCut(QPainter& painter, const QPointF& at, const Theme& theme)
{
    const double r = theme.u(10);
    painter.setPen(QPen(theme.danger, theme.u(theme.markLine)));
    painter.setBrush(theme.surface);
    painter.drawEllipse(at, r, r);
    painter.setPen(QPen(theme.danger, theme.u(1.3), Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    const double u = r / 10;
    painter.drawEllipse(at + QPointF(-4 * u, -3 * u), 1.9 * u, 1.9 * u);
    painter.drawEllipse(at + QPointF(-4 * u, 3 * u), 1.9 * u, 1.9 * u);
    painter.drawLine(at + QPointF(-2.5 * u, -1.9 * u), at + QPointF(5.5 * u, 3.6 * u));
    painter.drawLine(at + QPointF(-2.5 * u, 1.9 * u), at + QPointF(5.5 * u, -3.6 * u));
}

struct Brush {
    const Assessment& assessment;
    const ContextGraph& graph;
    const ContextView& view;
    const Theme& theme;

    QString share(double heat, bool estimated) const { return (estimated ? u"≈ "_s : QString()) + percent(heat); }

    bool shown(const PlacedArrow& arrow) const
    {
        if (arrow.inner || view.side == ArrowSide::Both || view.box < 0)
            return true;
        return view.side == ArrowSide::In ? arrow.to == view.box : arrow.from == view.box;
    }

    void arrow(QPainter& painter, const PlacedArrow& one) const
    {
        const bool chosen = one.inner ? view.module >= 0 && (one.from == view.module || one.to == view.module) : view.box >= 0 && (one.from == view.box || one.to == view.box);
        const QColor color = one.cycle ? theme.danger : chosen ? theme.text2 : theme.lineStrong;
        QPen pen(color, theme.u(one.width), Qt::SolidLine, Qt::FlatCap);
        if (one.cut)
            pen.setDashPattern({ 3, 2 });
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        // The line ends where the head begins, or its blunt end would show beside the tip.
        QPainterPath line = one.path;
        painter.drawPath(line);
        paintArrowHead(painter, one.path, one.width, color, theme);
        if (one.cut)
            paintCut(painter, one.path.pointAtPercent(0.5), theme);
    }

    void closed(QPainter& painter, const PlacedBox& placed) const
    {
        const ContextBox& box = graph.boxes[static_cast<std::size_t>(placed.box)];
        const bool chosen = placed.box == view.box && view.module < 0;
        const double radius = theme.u(theme.radiusControl);
        painter.setPen(QPen(chosen ? theme.accent : box.crossCycle ? theme.danger : theme.lineStrong, theme.u(chosen || box.crossCycle ? 2 : 1)));
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(placed.rect, radius, radius);
        QPainterPath clip;
        clip.addRoundedRect(placed.rect.adjusted(theme.u(1), theme.u(1), -theme.u(1), -theme.u(1)), radius - 1, radius - 1);
        painter.save();
        painter.setClipPath(clip);
        const QColor stripe = view.stripe == BoxStripe::Heat ? theme.heat.colorOf(box.heat * 100) : theme.readiness.colorOf(box.readiness);
        painter.fillRect(QRectF(placed.rect.left(), placed.rect.top(), theme.u(8), placed.rect.height()), stripe);
        painter.restore();
        const QRectF inside = placed.rect.adjusted(theme.u(18), theme.u(6), -theme.u(8), -theme.u(5));
        const double line = theme.lineHeight(TextRole::Body);
        drawText(painter, QRectF(inside.left(), inside.top(), inside.width(), line), Qt::AlignLeft | Qt::AlignVCenter, box.title, theme.font(TextRole::Body, true), theme.text, Qt::ElideLeft);
        QString below = plural(static_cast<long long>(box.modules.size()), words(QT_TRANSLATE_NOOP("Figures", "module")), words(QT_TRANSLATE_NOOP("Figures", "modules"))) + u" · "_s
            + (view.stripe == BoxStripe::Heat ? share(box.heat, box.estimated) : words(QT_TRANSLATE_NOOP("Figures", "readiness %1")).arg(number(box.readiness)));
        const QString cycles = u" · "_s + plural(static_cast<long long>(box.innerCycles), words(QT_TRANSLATE_NOOP("Figures", "cycle")), words(QT_TRANSLATE_NOOP("Figures", "cycles")));
        if (box.innerCycles > 0 && textWidth(below + cycles, theme.font(TextRole::Caption)) <= inside.width())
            below += cycles; // where there is no room for it, the table has it
        drawText(painter, QRectF(inside.left(), inside.top() + line, inside.width(), inside.height() - line), Qt::AlignLeft | Qt::AlignVCenter, below, theme.font(TextRole::Caption), theme.text2);
    }

    void open(QPainter& painter, const PlacedBox& placed) const
    {
        const ContextBox& box = graph.boxes[static_cast<std::size_t>(placed.box)];
        const bool chosen = placed.box == view.box;
        painter.setPen(QPen(chosen ? theme.accent : box.crossCycle ? theme.danger : theme.lineStrong, theme.u(chosen ? 2 : 1)));
        painter.setBrush(theme.window);
        painter.drawRoundedRect(placed.rect, theme.u(theme.radiusCard), theme.u(theme.radiusCard));
        const QRectF header = QRectF(placed.rect.left(), placed.rect.top(), placed.rect.width(), theme.u(36)).adjusted(theme.u(16), 0, -theme.u(36), 0);
        const double used = drawText(painter, header, Qt::AlignLeft | Qt::AlignVCenter, box.title, theme.font(TextRole::Body, true), theme.text, Qt::ElideMiddle);
        QString about = plural(static_cast<long long>(box.modules.size()), words(QT_TRANSLATE_NOOP("Figures", "module")), words(QT_TRANSLATE_NOOP("Figures", "modules"))) + u" · "_s + share(box.heat, box.estimated);
        if (box.context >= 0) {
            const ContextSummary& context = assessment.contexts[static_cast<std::size_t>(box.context)];
            about += words(QT_TRANSLATE_NOOP("Figures", " · cohesion %1 · in %2 · out %3")).arg(number(context.cohesion, 2), number(context.in), number(context.out));
        }
        drawText(painter, header.adjusted(used + theme.u(10), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, about, theme.font(TextRole::Caption), theme.text2);
        const QPointF cross = QPointF(placed.rect.right() - theme.u(20), placed.rect.top() + theme.u(18));
        const double r = theme.u(4.5);
        painter.setPen(QPen(theme.text2, theme.u(theme.markLine), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(cross + QPointF(-r, -r), cross + QPointF(r, r));
        painter.drawLine(cross + QPointF(-r, r), cross + QPointF(r, -r));
    }

    void inner(QPainter& painter, const PlacedBox& placed, const std::set<int>& cyclic, const PlanVerdicts& verdicts) const
    {
        const double radius = theme.u(theme.radiusKey);
        if (placed.module < 0) {
            painter.setBrush(Qt::NoBrush);
            drawDashedBox(painter, placed.rect, theme.lineStrong, theme);
            drawText(painter, placed.rect, Qt::AlignCenter, words(QT_TRANSLATE_NOOP("Figures", "%1 more")).arg(number(static_cast<double>(placed.more))), theme.font(TextRole::Caption), theme.text2);
            return;
        }
        const AssessedModule& module = assessment.modules[static_cast<std::size_t>(placed.module)];
        const bool chosen = placed.module == view.module;
        painter.setPen(QPen(chosen ? theme.accent : cyclic.contains(placed.module) ? theme.danger : theme.lineStrong, theme.u(chosen ? 2 : cyclic.contains(placed.module) ? 1.6 : 1)));
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(placed.rect, radius, radius);
        const QRectF inside = placed.rect.adjusted(theme.u(9), 0, -theme.u(8), 0);
        const double side = theme.u(theme.glyph);
        if (module.judged())
            drawVerdict(painter, QRectF(inside.left(), inside.center().y() - side / 2, side, side), verdicts.of(module), theme);
        const QString value = module.judged() ? percent(module.heat.interpreted.likely) : QString();
        const double used = drawText(painter, inside, Qt::AlignRight | Qt::AlignVCenter, value, theme.font(TextRole::Caption), theme.text2);
        const std::string_view name = std::string_view(module.name).substr(module.name.rfind('.') + 1);
        drawText(painter, inside.adjusted(side + theme.u(7), 0, -used - theme.u(6), 0), Qt::AlignLeft | Qt::AlignVCenter, text(std::string(name)), theme.font(TextRole::Table), theme.text, Qt::ElideMiddle);
    }
};

} // namespace

void paintContexts(QPainter& painter, const Assessment& assessment, const ContextGraph& graph, const ContextView& view, const ContextLayout& layout, const Theme& theme)
{
    painter.save();
    const Brush brush { assessment, graph, view, theme };
    std::set<int> cyclic;
    for (const ContextGraph::Inner& link : graph.links) {
        if (link.cycle) {
            cyclic.insert(link.from);
            cyclic.insert(link.to);
        }
    }
    const PlanVerdicts verdicts(assessment);
    // Quiet arrows first, what closes a cycle last; boxes lie over arrows.
    for (const bool cycle : { false, true }) {
        for (const PlacedArrow& arrow : layout.arrows) {
            if (!arrow.inner && arrow.cycle == cycle && brush.shown(arrow))
                brush.arrow(painter, arrow);
        }
    }
    for (const PlacedBox& box : layout.boxes) {
        if (box.box < 0)
            continue;
        const bool open = std::find(view.open.begin(), view.open.end(), box.box) != view.open.end();
        if (open)
            brush.open(painter, box);
        else
            brush.closed(painter, box);
    }
    for (const PlacedArrow& arrow : layout.arrows) {
        if (arrow.inner)
            brush.arrow(painter, arrow);
    }
    for (const PlacedBox& box : layout.boxes) {
        if (box.box < 0)
            brush.inner(painter, box, cyclic, verdicts);
    }
    painter.restore();
}

} // namespace ferroscope::render
