// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/number_field.h"

#include "ui/widgets/style.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>

namespace ferroscope::ui {

namespace {

constexpr double kHandle = 16;

void setUpField(QAbstractSpinBox& field, const QString& name)
{
    field.setAccessibleName(name);
    field.setButtonSymbols(QAbstractSpinBox::NoButtons);
    field.setFont(Theme::light().font(TextRole::Table));
    field.setFocusPolicy(Qt::StrongFocus);
    field.setKeyboardTracking(false);
    field.setFixedHeight(static_cast<int>(Theme::light().control));
    auto* line = field.findChild<QLineEdit*>();
    line->setProperty("look", QStringLiteral("bare")); // the field around it has the frame
    line->setTextMargins(4, 0, 4, 0);
}

void paintField(const QWidget& field)
{
    const Theme& theme = themeOf(&field);
    QPainter painter(const_cast<QWidget*>(&field));
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focus = field.hasFocus();
    painter.setPen(QPen(focus ? theme.accent : field.isEnabled() ? theme.lineStrong : theme.line, focus ? theme.focusLine : 1));
    painter.setBrush(field.isEnabled() ? theme.surface : theme.sunken);
    const double in = focus ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(field.rect()).adjusted(in, in, -in, -in), theme.radiusControl, theme.radiusControl);
}

} // namespace

NumberField::NumberField(const QString& name, const QString& unit, double least, double most, double step, int decimals, QWidget* parent)
    : QDoubleSpinBox(parent)
    , m_least(least)
{
    setUpField(*this, unit.isEmpty() ? name : tr("%1, in %2").arg(name, unit));
    setDecimals(decimals);
    setRange(least, most);
    setSingleStep(step);
    if (!unit.isEmpty())
        setSuffix(QChar(0x00A0) + unit);
    setFixedWidth(132);
    connect(this, &QDoubleSpinBox::valueChanged, this, [this] { Q_EMIT numberChanged(number()); });
}

void NumberField::setEmptyText(const QString& text)
{
    // One step below the least stands for "not given": what the base class shows as special text.
    m_mayBeEmpty = true;
    const QSignalBlocker quiet(this);
    setMinimum(m_least - std::max(singleStep(), std::pow(10.0, -decimals())));
    setSpecialValueText(text);
}

std::optional<double> NumberField::number() const
{
    return m_mayBeEmpty && value() < m_least ? std::nullopt : std::optional(value());
}

void NumberField::setNumber(std::optional<double> number)
{
    const QSignalBlocker quiet(this);
    setValue(number.value_or(minimum()));
}

QValidator::State NumberField::validate(QString& text, int& position) const
{
    if (m_mayBeEmpty && (text.trimmed().isEmpty() || text == suffix() || text == specialValueText()))
        return QValidator::Acceptable;
    return QDoubleSpinBox::validate(text, position);
}

double NumberField::valueFromText(const QString& text) const
{
    if (m_mayBeEmpty && (text.trimmed().isEmpty() || text == suffix() || text == specialValueText()))
        return minimum();
    return std::max(m_least, QDoubleSpinBox::valueFromText(text));
}

void NumberField::stepBy(int steps)
{
    if (m_mayBeEmpty && value() < m_least && steps > 0) {
        setValue(m_least > 0 ? std::max(m_least, singleStep()) : m_least);
        return;
    }
    QDoubleSpinBox::stepBy(steps);
}

void NumberField::keyPressEvent(QKeyEvent* event)
{
    // What is typed takes the place of the words.
    if (m_mayBeEmpty && text() == specialValueText() && !event->text().isEmpty() && event->text().front().isPrint())
        selectAll();
    QDoubleSpinBox::keyPressEvent(event);
}

void NumberField::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QDoubleSpinBox::wheelEvent(event);
    else
        event->ignore();
}

void NumberField::paintEvent(QPaintEvent*) { paintField(*this); }

DateField::DateField(const QString& name, QWidget* parent)
    : QDateEdit(parent)
{
    setUpField(*this, name);
    setDisplayFormat(QStringLiteral("d MMM yyyy"));
    setDateRange(QDate(2000, 1, 1), QDate(2100, 1, 1));
    setSpecialValueText(tr("not given"));
    setDate(minimumDate());
    setFixedWidth(132);
    connect(this, &QDateEdit::dateChanged, this, [this] { Q_EMIT isoDateChanged(isoDate()); });
}

QString DateField::isoDate() const { return date() == minimumDate() ? QString() : date().toString(Qt::ISODate); }

void DateField::setIsoDate(const QString& iso)
{
    const QSignalBlocker quiet(this);
    const QDate given = QDate::fromString(iso, Qt::ISODate);
    setDate(given.isValid() ? given : minimumDate());
}

void DateField::stepBy(int steps)
{
    if (date() == minimumDate())
        setDate(QDate::currentDate());
    else
        QDateEdit::stepBy(steps);
}

QAbstractSpinBox::StepEnabled DateField::stepEnabled() const
{
    return date() == minimumDate() ? StepUpEnabled | StepDownEnabled : QDateEdit::stepEnabled();
}

void DateField::keyPressEvent(QKeyEvent* event)
{
    // A person who begins to type a date begins with today's.
    if (date() == minimumDate() && !event->text().isEmpty() && event->text().front().isDigit())
        setDate(QDate::currentDate());
    if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier) {
        setDate(minimumDate());
        return;
    }
    QDateEdit::keyPressEvent(event);
}

void DateField::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QDateEdit::wheelEvent(event);
    else
        event->ignore();
}

void DateField::paintEvent(QPaintEvent*) { paintField(*this); }

LevelSlider::LevelSlider(const QString& name, int most, QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setAccessibleName(name);
    setRange(0, most);
    setPageStep(std::max(1, most / 10));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumWidth(120);
    setFixedHeight(24);
}

double LevelSlider::positionOf(int value) const
{
    const double room = width() - kHandle - 4;
    return 2 + kHandle / 2 + room * (value - minimum()) / std::max(1, maximum() - minimum());
}

int LevelSlider::valueAt(double x) const
{
    const double room = width() - kHandle - 4;
    return minimum() + static_cast<int>(std::lround((x - 2 - kHandle / 2) / std::max(1.0, room) * (maximum() - minimum())));
}

void LevelSlider::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QSlider::wheelEvent(event);
    else
        event->ignore();
}

void LevelSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    setValue(valueAt(event->position().x()));
}

void LevelSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        setValue(valueAt(event->position().x()));
}

void LevelSlider::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double x = positionOf(value()), y = height() / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.lineStrong);
    painter.drawRoundedRect(QRectF(2, y - 1.5, width() - 4, 3), 1.5, 1.5);
    painter.setBrush(isEnabled() ? theme.accent : theme.lineStrong);
    painter.drawRoundedRect(QRectF(2, y - 1.5, x - 2, 3), 1.5, 1.5);
    const QRectF handle(x - kHandle / 2 + 1, y - kHandle / 2 + 1, kHandle - 2, kHandle - 2);
    painter.setPen(QPen(isEnabled() ? theme.accent : theme.lineStrong, 1.6));
    painter.setBrush(theme.surface);
    painter.drawEllipse(handle);
    if (hasFocus())
        drawFocusRing(&painter, handle.adjusted(-1, -1, 1, 1), kHandle / 2, theme);
}

} // namespace ferroscope::ui
