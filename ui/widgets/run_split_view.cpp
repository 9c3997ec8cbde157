// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/run_split_view.h"

#include "ui/models/text.h"
#include "ui/render/figures/contexts.h"
#include "ui/render/marks.h"

#include <QPainter>

namespace ferroscope::ui {

RunSplitView::RunSplitView(QWidget* parent)
    : FigureView(tr("The run: interpreted, native, waiting"), parent)
{
    setFixedHeight(42);
}

void RunSplitView::setAssessment(const Assessment& assessment)
{
    m_bar = {};
    m_estimated = render::heatSource(assessment) != HeatSource::Measured;
    for (const AssessedModule& module : assessment.modules) {
        if (!module.judged())
            continue;
        // A measured run is what was measured: an estimate for code it never reached does not belong to it.
        if (!m_estimated) {
            for (const AssessedFunction& function : module.functions) {
                if (function.kind == "class" || function.heat.source != HeatSource::Measured)
                    continue;
                m_bar.moves += function.heat.interpreted.likely;
                m_bar.native += function.heat.native.likely;
                m_bar.waiting += function.heat.waiting.likely;
            }
            continue;
        }
        m_bar.moves += module.heat.interpreted.likely;
        m_bar.native += module.heat.native.likely;
        m_bar.waiting += module.heat.waiting.likely;
    }
    setAccessibleDescription(tr("%1 of the run interpreted, %2 native, %3 waiting").arg(percent(m_bar.moves), percent(m_bar.native), percent(m_bar.waiting)));
    refresh();
}

void RunSplitView::paintFigure(QPainter& painter, const Theme& theme)
{
    const double total = m_bar.total();
    if (total <= 0)
        return;
    const QRectF bar(0, 0, width(), 18);
    render::paintTimeBar(painter, bar, m_bar, total, theme);
    if (m_estimated)
        render::drawHatch(painter, QRectF(0, 0, bar.width() * m_bar.moves / total, bar.height()), theme.hatch, theme.hatchPitch, 1.2);
    const struct {
        double share;
        QString name, what;
    } parts[] = { { m_bar.moves, tr("interpreted"), tr("Rust can shorten this") }, { m_bar.native, tr("native"), tr("already C or Rust") }, { m_bar.waiting, tr("waiting"), tr("disk, network") } };
    const QFont strong = theme.font(TextRole::Table, true), plain = theme.font(TextRole::Table);
    // Each name below its part; from the right, so that a narrow part moves its name to the left and none is lost.
    double starts[3] = {}, places[3] = {}, free = width();
    for (std::size_t at = 1; at < 3; ++at)
        starts[at] = starts[at - 1] + bar.width() * parts[at - 1].share / total;
    for (std::size_t at = 3; at-- > 0;) {
        if (parts[at].share <= 0)
            continue;
        const QString value = QString(m_estimated ? QStringLiteral("≈ ") : QStringLiteral("● ")) + percent(parts[at].share) + QLatin1Char(' ') + parts[at].name;
        const double least = render::textWidth(value, strong) + 8, all = least + render::textWidth(parts[at].what, plain);
        const bool whole = starts[at] + all <= free;
        places[at] = std::max(0.0, std::min(starts[at], free - (whole ? all : least)));
        const double used = render::drawText(painter, QRectF(places[at], 22, width() - places[at], 18), Qt::AlignLeft | Qt::AlignVCenter, value, strong, theme.text);
        if (whole)
            render::drawText(painter, QRectF(places[at] + used + 6, 22, width() - places[at] - used, 18), Qt::AlignLeft | Qt::AlignVCenter, parts[at].what, plain, theme.text2);
        free = places[at] - 12;
    }
}

SplitKey::SplitKey(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Key: interpreted, native, waiting"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize SplitKey::sizeHint() const
{
    double wide = 0;
    for (const QString& name : { tr("interpreted"), tr("native"), tr("waiting") })
        wide += render::textWidth(name, Theme::light().font(TextRole::Caption)) + 34;
    return { static_cast<int>(wide), 18 };
}

void SplitKey::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    double x = 0;
    int at = 0;
    for (const QString& name : { tr("interpreted"), tr("native"), tr("waiting") }) {
        render::TimeBar bar;
        (at == 0 ? bar.moves : at == 1 ? bar.native : bar.waiting) = 1;
        render::paintTimeBar(painter, QRectF(x, 4, 12, 10), bar, 1, theme);
        x += 18;
        x += render::drawText(painter, QRectF(x, 0, 200, 18), Qt::AlignLeft | Qt::AlignVCenter, name, theme.font(TextRole::Caption), theme.text2) + 16;
        ++at;
    }
}

} // namespace ferroscope::ui
