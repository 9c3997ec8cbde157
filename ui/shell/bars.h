// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The bars of the window: the top bar (menu, back, forward, where you are, the palette's field, analyse again)
// and the status bar (progress with Cancel, or counts and time).
#pragma once

#include "ui/models/reading_state.h"
#include "ui/widgets/controls.h"
#include <QWidget>

class QProgressBar;

namespace ferroscope::ui {

class TopBar final : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);
    // Parts of the way here; all but the last can be pressed. `mono`: the last one is a name from code.
    void setTrail(const QStringList& parts, bool mono);
    void setNavigation(bool shown); // back, forward, analyse again: only with a project open
    QToolButton* menuButton() const { return m_menu; }
    QToolButton* backButton() const { return m_back; }
    QToolButton* forwardButton() const { return m_forward; }
    QToolButton* refreshButton() const { return m_refresh; }
    QToolButton* undoButton() const { return m_undo; }
    QToolButton* redoButton() const { return m_redo; }

Q_SIGNALS:
    void trailPressed(int at);
    void paletteWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton *m_menu, *m_back, *m_forward, *m_undo, *m_redo, *m_refresh;
    QPushButton* m_search;
    QHBoxLayout* m_trail;
    QStringList m_parts;
};

class StatusBar final : public QWidget {
    Q_OBJECT
public:
    explicit StatusBar(QWidget* parent = nullptr);
    void showIdle(const QString& left, const QString& certainty, const QString& right, const QString& date);
    void showProgress(const ReadingState& state);
    // A calm word before the rest of the idle bar, until the next call of any other kind.
    void showNote(const QString& text, const QString& tip);
    QString note() const;
    void showMessage(const QString& text); // replaces the left text until the next call of any kind

Q_SIGNALS:
    void cancelWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Label *m_note, *m_left, *m_certainty, *m_right, *m_date, *m_stage, *m_percent, *m_timeLeft;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace ferroscope::ui
