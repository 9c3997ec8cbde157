// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/small_figures.h"

#include "ui/models/text.h"
#include "ui/render/marks.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <numeric>

namespace ferroscope::ui {

VerdictGlyph::VerdictGlyph(Verdict verdict, int size, QWidget* parent)
    : QWidget(parent)
    , m_verdict(verdict)
{
    setFixedSize(size, size);
}

void VerdictGlyph::setVerdict(Verdict verdict)
{
    m_verdict = verdict;
    update();
}

void VerdictGlyph::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    render::drawVerdict(painter, rect(), m_verdict, themeOf(this));
}

RangeMark::RangeMark(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(14);
    setMinimumWidth(40);
}

void RangeMark::setRange(const Range& range, double from, double to, Tone tone, bool estimated)
{
    m_range = range;
    m_from = from;
    m_to = to;
    m_tone = tone;
    m_estimated = estimated;
    m_unknown = false;
    update();
}

void RangeMark::setUnknown()
{
    m_unknown = true;
    update();
}

void RangeMark::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(QRectF(0, 6.5, width(), 1), theme.line);
    if (m_unknown)
        render::drawUnknown(painter, QRectF(0, 2, width() * 0.4, 10), theme);
    else
        render::drawRange(painter, QRectF(rect()).adjusted(2, 0, -2, 0), m_range, m_from, m_to, toneColor(theme, m_tone), theme, m_estimated);
}

const std::array<Verdict, kVerdictCount>& verdictOrder()
{
    static constexpr std::array<Verdict, kVerdictCount> order { Verdict::ExtractModule, Verdict::ExtractPyo3, Verdict::Worker,
        Verdict::Service, Verdict::Cli, Verdict::DataPipeline, Verdict::FixInPython, Verdict::TypeFirst, Verdict::RefactorFirst,
        Verdict::ProfileFirst, Verdict::AlreadyNative, Verdict::KeepPython };
    return order;
}

void drawVerdictStrip(QPainter& painter, const QRectF& rect, const std::array<std::size_t, kVerdictCount>& counts, const Theme& theme)
{
    const double total = static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::size_t { 0 }));
    if (total <= 0) {
        painter.fillRect(rect, theme.sunken);
        return;
    }
    std::size_t kinds = 0;
    for (const std::size_t one : counts)
        kinds += one > 0 ? 1U : 0U;
    // One module must stay visible: two pixels each, the rest shared by count.
    const double least = 2, room = rect.width() - static_cast<double>(kinds) * (least + 1);
    double x = rect.left();
    for (const Verdict verdict : verdictOrder()) {
        const std::size_t one = counts[static_cast<std::size_t>(verdict)];
        if (one == 0)
            continue;
        double width = least + room * static_cast<double>(one) / total;
        if (x + width > rect.right() - 1.5)
            width = rect.right() - x;
        const QColor color = theme.verdict(verdict).color;
        painter.fillRect(QRectF(x, rect.top(), width, rect.height()), verdict == Verdict::KeepPython ? render::mixed(color, theme.surface, 0.32) : color);
        x += width + 1;
    }
}

QString verdictStripText(const std::array<std::size_t, kVerdictCount>& counts)
{
    QStringList parts;
    for (const Verdict verdict : verdictOrder()) {
        if (const std::size_t one = counts[static_cast<std::size_t>(verdict)]; one > 0)
            parts << verdictName(verdict) + QLatin1Char(' ') + countText(one);
    }
    return parts.join(QLatin1String(", "));
}

VerdictStrip::VerdictStrip(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(16);
}

void VerdictStrip::setCounts(const std::array<std::size_t, kVerdictCount>& counts)
{
    m_counts = counts;
    setAccessibleName(tr("Verdicts"));
    setAccessibleDescription(verdictStripText(counts));
    update();
}

void VerdictStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawVerdictStrip(painter, rect(), m_counts, themeOf(this));
}

Segmented::Segmented(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    setFixedHeight(28);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_group, &QButtonGroup::idClicked, this, &Segmented::chosen);
    // Tab reaches the chosen one, the arrow keys the others.
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int at, bool on) {
        m_group.button(at)->setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus);
        update();
    });
}

void Segmented::addChoice(const QString& text)
{
    auto* button = makeButton(text, Look::Link, {}, m_name + QLatin1String(": ") + text);
    button->setCheckable(true);
    button->setProperty("look", QStringLiteral("segment"));
    button->setFixedHeight(26);
    m_group.addButton(button, static_cast<int>(m_group.buttons().size()));
    button->setFocusPolicy(Qt::ClickFocus);
    layout()->addWidget(button);
}

void Segmented::setCurrent(int at)
{
    if (auto* button = m_group.button(at))
        button->setChecked(true);
}

void Segmented::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(box, theme.radiusControl, theme.radiusControl);
    painter.fillPath(shape, theme.surface);
    painter.save();
    painter.setClipPath(shape);
    if (auto* on = m_group.checkedButton())
        painter.fillRect(on->geometry(), theme.accentSoft);
    for (const auto* button : m_group.buttons()) {
        if (button->x() > 2)
            painter.fillRect(QRect(button->x(), 1, 1, height() - 2), theme.line);
    }
    painter.restore();
    painter.setPen(QPen(theme.lineStrong, 1));
    painter.drawPath(shape);
}

} // namespace ferroscope::ui
