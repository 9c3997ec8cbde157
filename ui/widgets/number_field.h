// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Fields for figures: a number that may be not given, a date that may be not given, and a slider. They look like the
// other fields, take the wheel only with the focus (a page must scroll past them), and tell a number when it is
// complete, not at every key.
#pragma once

#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QSlider>
#include <optional>

namespace ferroscope::ui {

class NumberField final : public QDoubleSpinBox {
    Q_OBJECT
public:
    // `name` is what assistive tools call it; the unit is added to it and stands in the field.
    NumberField(const QString& name, const QString& unit, double least, double most, double step, int decimals, QWidget* parent = nullptr);
    void setEmptyText(const QString& text); // it may be not given, and says this then
    std::optional<double> number() const;
    void setNumber(std::optional<double> number); // tells nobody

Q_SIGNALS:
    void numberChanged(std::optional<double> number);

protected:
    QValidator::State validate(QString& text, int& position) const override;
    double valueFromText(const QString& text) const override;
    void stepBy(int steps) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_mayBeEmpty = false;
    double m_least;
};

class DateField final : public QDateEdit {
    Q_OBJECT
public:
    explicit DateField(const QString& name, QWidget* parent = nullptr);
    QString isoDate() const; // "" = not given
    void setIsoDate(const QString& iso); // tells nobody

Q_SIGNALS:
    void isoDateChanged(const QString& iso);

protected:
    void stepBy(int steps) override; // from "not given" to today
    StepEnabled stepEnabled() const override;
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

class LevelSlider final : public QSlider {
    Q_OBJECT
public:
    LevelSlider(const QString& name, int most, QWidget* parent = nullptr);
    QSize sizeHint() const override { return { 180, 24 }; }

protected:
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override; // goes where it is pressed
    void mouseMoveEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    double positionOf(int value) const;
    int valueAt(double x) const;
};

} // namespace ferroscope::ui
