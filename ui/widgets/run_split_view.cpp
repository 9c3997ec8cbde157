// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/run_split_view.h"

#include "ui/models/text.h"
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
    m_estimated = false;
    for (const AssessedModule& module : assessment.modules) {
        if (!module.judged())
            continue;
        m_bar.moves += module.heat.interpreted.likely;
        m_bar.native += module.heat.native.likely;
        m_bar.waiting += module.heat.waiting.likely;
        m_estimated = m_estimated || module.heat.source != HeatSource::Measured;
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
    double x = 0, free = 0;
    for (const auto& part : parts) {
        // Below its part, or as near to it as the words before allow.
        const QString value = QString(m_estimated ? QStringLiteral("≈ ") : QStringLiteral("● ")) + percent(part.share) + QLatin1Char(' ') + part.name;
        const double least = render::textWidth(value, strong) + 8, all = least + render::textWidth(part.what, plain);
        double at = std::max(x, free);
        at = std::min(at, width() - (at + all <= width() ? all : least));
        if (part.share > 0 && at >= free - 0.5) {
            const double used = render::drawText(painter, QRectF(at, 22, width() - at, 18), Qt::AlignLeft | Qt::AlignVCenter, value, strong, theme.text);
            const double room = width() - at - used - 6;
            if (room >= render::textWidth(part.what, plain))
                render::drawText(painter, QRectF(at + used + 6, 22, room, 18), Qt::AlignLeft | Qt::AlignVCenter, part.what, plain, theme.text2);
            free = at + all + 20;
        }
        x += bar.width() * part.share / total;
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
