// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tour: a few callouts beside what they are about, one at a time. Nothing is modal: the window below stays usable, Esc
// or "End" closes the tour, Enter and → go on, ← goes back, Tab works as anywhere. The window says what a step points
// at; the tour knows no page.
#pragma once

#include <QFrame>
#include <functional>
#include <vector>

class QPushButton;

namespace ferroscope::ui {

class Label;

struct TourStep {
    QString title, text;
    std::function<QWidget*()> show; // shows what it is about and returns it; null: the middle of the window
};

class Tour final : public QFrame {
    Q_OBJECT
public:
    explicit Tour(QWidget* window);
    ~Tour() override;
    void start(std::vector<TourStep> steps);
    void end();
    bool running() const { return !isHidden(); }
    int step() const { return m_at; }
    int steps() const { return static_cast<int>(m_steps.size()); }

Q_SIGNALS:
    void ended(bool complete); // complete: the last step was reached

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void go(int step);
    void place();
    std::vector<TourStep> m_steps;
    int m_at = -1;
    QWidget* m_ring; // around what the step is about
    QWidget* m_target = nullptr;
    Label *m_title, *m_text, *m_count;
    QPushButton *m_back, *m_next;
};

} // namespace ferroscope::ui
