// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/models/text.h"
#include "ui/render/figures/contexts.h"
#include "ui/widgets/icons.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ferroscope::ui {

class NavigationItem final : public QAbstractButton {
public:
    NavigationItem(const Page& page, int number, QWidget* parent)
        : QAbstractButton(parent)
        , m_id(page.id())
        , m_icon(page.icon())
        , m_number(number)
    {
        setText(page.title());
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::TabFocus);
        setFixedHeight(30);
        setAttribute(Qt::WA_Hover);
        setAccessibleName(Navigation::tr("Go to %1").arg(page.title()));
        setToolTip(number > 0 ? QStringLiteral("%1 (Ctrl+%2)").arg(page.title()).arg(number) : page.title());
    }
    const QString& id() const { return m_id; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(8, 0, -8, 0);
        if (isChecked()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.accentSoft);
            painter.drawRoundedRect(box, theme.radiusControl, theme.radiusControl);
            painter.setBrush(theme.accent);
            painter.drawRect(mirrored(QRectF(0, 5, 3, 20)));
        } else if (underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.sunken);
            painter.drawRoundedRect(box, theme.radiusControl, theme.radiusControl);
        }
        drawIcon(&painter, mirrored(QRectF(box.left() + 10, 6, 18, 18)), m_icon, isChecked() ? theme.accent : theme.text2);
        painter.setFont(theme.font(TextRole::Body, isChecked()));
        painter.setPen(isChecked() ? theme.text : theme.text2);
        painter.drawText(mirrored(box.adjusted(38, 0, -24, 0)), Qt::AlignVCenter | Qt::AlignLeft, text());
        if (m_number > 0) {
            painter.setFont(theme.font(TextRole::Caption));
            painter.setPen(theme.text3);
            painter.drawText(box.adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, QString::number(m_number));
        }
        if (hasFocus())
            drawFocusRing(&painter, box.adjusted(1, 1, -1, -1), theme.radiusControl, theme);
    }

private:
    // From right to left the column is its mirror image.
    QRectF mirrored(const QRectF& rect) const { return layoutDirection() == Qt::RightToLeft ? QRectF(width() - rect.right(), rect.top(), rect.width(), rect.height()) : rect; }
    QString m_id, m_icon;
    int m_number;
};

Navigation::Navigation(QWidget* parent)
    : QWidget(parent)
    , m_items(new QVBoxLayout)
    , m_name(new Label)
    , m_readiness(caption({}))
    , m_heat(new Label({}, TextRole::Caption, Tone::Text2))
    , m_heatWhy(new Label({}, TextRole::Caption, Tone::Text3))
{
    setFixedWidth(static_cast<int>(Theme::light().navigation));
    setAccessibleName(tr("Pages"));
    m_name->setRole(TextRole::Body, true);
    m_name->setElide(Qt::ElideMiddle);
    m_readiness->setElide(Qt::ElideRight);
    m_heatWhy->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 14, 1, 12);
    column->setSpacing(0);
    const auto inset = [](QWidget* widget, int top, int bottom) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(18, top, 18, bottom);
        row->addWidget(widget);
        return row;
    };
    column->addLayout(inset(m_name, 0, 2));
    column->addLayout(inset(m_readiness, 0, 0));
    m_items->setSpacing(0);
    column->addLayout(m_items);
    column->addStretch();
    auto* line = new QHBoxLayout;
    line->setContentsMargins(8, 0, 8, 0);
    line->addWidget(new Hairline(Qt::Horizontal));
    column->addLayout(line);
    column->addLayout(inset(caption(tr("Heat")), 12, 4));
    column->addLayout(inset(m_heat, 0, 4));
    column->addLayout(inset(m_heatWhy, 0, 0));
}

void Navigation::addGroup(const QString& title)
{
    auto* label = caption(title);
    label->setContentsMargins(18, 12, 0, 5);
    m_items->addWidget(label);
}

void Navigation::addPage(const Page& page, int number)
{
    auto* item = new NavigationItem(page, number, this);
    m_buttons.push_back(item);
    m_items->addWidget(item);
    connect(item, &QAbstractButton::clicked, this, [this, item] { Q_EMIT pageChosen(item->id()); });
}

void Navigation::setCurrent(const QString& pageId)
{
    // The Module page is a place inside Modules.
    const QString shown = pageId == QLatin1String("module") ? QStringLiteral("modules") : pageId;
    for (NavigationItem* item : m_buttons) {
        if (item->id() == shown)
            item->setChecked(true);
    }
}

void Navigation::setProject(const QString& name, const Assessment* assessment)
{
    m_name->setText(name);
    const bool judged = assessment && assessment->totals.modules > 0;
    m_readiness->setText(assessment && !judged ? tr("no module judged") : assessment ? tr("Readiness %1 (%2)").arg(score(assessment->totals.readiness.likely), rangeText(assessment->totals.readiness)) : tr("being analysed"));
    const HeatSource source = assessment ? render::heatSource(*assessment) : HeatSource::None;
    m_heat->setText(source == HeatSource::Measured ? QStringLiteral("● ") + tr("measured")
            : source == HeatSource::Estimated      ? QStringLiteral("≈ ") + tr("estimated")
                                                   : QStringLiteral("? ") + tr("not known yet"));
    m_heatWhy->setText(source == HeatSource::Estimated ? tr("from loops and calls, no profile") : QString());
}

void Navigation::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), themeOf(this).line);
}

} // namespace ferroscope::ui
