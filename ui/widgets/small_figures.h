// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets around single marks: a verdict glyph, a range mark, a strip of verdict shares, two exclusive views.
#pragma once

#include "ui/widgets/controls.h"
#include <QButtonGroup>

namespace ferroscope::ui {

class VerdictGlyph : public QWidget {
    Q_OBJECT
public:
    explicit VerdictGlyph(Verdict verdict = Verdict::KeepPython, int size = 12, QWidget* parent = nullptr);
    void setVerdict(Verdict verdict);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Verdict m_verdict;
};

// Band, caps and likely bar on an axis from..to.
class RangeMark : public QWidget {
    Q_OBJECT
public:
    explicit RangeMark(QWidget* parent = nullptr);
    void setRange(const Range& range, double from, double to, Tone tone = Tone::Text2, bool estimated = false);
    void setUnknown();
    QSize sizeHint() const override { return { 120, 14 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Range m_range;
    double m_from = 0, m_to = 100;
    Tone m_tone = Tone::Text2;
    bool m_estimated = false, m_unknown = false;
};

// Counts of verdicts as one bar; keep-python pale, so that what acts stands out.
void drawVerdictStrip(QPainter& painter, const QRectF& rect, const std::array<std::size_t, kVerdictCount>& counts, const Theme& theme);
QString verdictStripText(const std::array<std::size_t, kVerdictCount>& counts); // the same in words
// From what moves to what stays: the order of strips and legends.
const std::array<Verdict, kVerdictCount>& verdictOrder();

class VerdictStrip : public QWidget {
    Q_OBJECT
public:
    explicit VerdictStrip(QWidget* parent = nullptr);
    void setCounts(const std::array<std::size_t, kVerdictCount>& counts);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<std::size_t, kVerdictCount> m_counts {};
};

// Exclusive choices side by side.
class Segmented : public QWidget {
    Q_OBJECT
public:
    explicit Segmented(const QString& name, QWidget* parent = nullptr);
    void addChoice(const QString& text);
    int current() const { return m_group.checkedId(); }
    void setCurrent(int at);

Q_SIGNALS:
    void chosen(int at);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    QButtonGroup m_group;
};

} // namespace ferroscope::ui
