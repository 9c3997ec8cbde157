// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Small parts: labels in the type styles, buttons, the card, the notice strip. They follow the palette by
// themselves; text of the repository is always plain text.
#pragma once

#include "ui/widgets/style.h"
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace ferroscope::ui {

enum class Tone { Text, Text2, Text3, Accent, Move, Warn, Danger, Ok };
QColor toneColor(const Theme& theme, Tone tone);

// Text in one of the type styles. One line is elided where it does not fit (full text in the tooltip);
// setWordWrap(true) wraps instead.
class Label : public QLabel {
    Q_OBJECT
public:
    explicit Label(const QString& text = {}, TextRole role = TextRole::Body, Tone tone = Tone::Text, QWidget* parent = nullptr);
    void setRole(TextRole role, bool strong = false);
    void setMono(bool mono);
    void setTone(Tone tone);
    void setElide(Qt::TextElideMode mode); // ElideNone: takes the room it needs
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void applyTone();
    TextRole m_role;
    Tone m_tone;
    Qt::TextElideMode m_elide = Qt::ElideNone;
};

Label* heading(const QString& text, QWidget* parent = nullptr);
Label* caption(const QString& text, QWidget* parent = nullptr);

enum class Look { Ordinary, Primary, Link, Small };
// `name` is what assistive tools say; "" takes the text. `tip` may be empty.
QPushButton* makeButton(const QString& text, Look look = Look::Ordinary, const QString& icon = {}, const QString& name = {});
void setKeycap(QPushButton* button, const QString& key);
QToolButton* makeIconButton(const QString& icon, const QString& name, const QString& tip = {});

// A flat area with a hairline: heading, optional caption, actions at the right, a body below.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, const QString& captionText = {}, QWidget* parent = nullptr);
    QVBoxLayout* body() const { return m_body; }
    QHBoxLayout* header() const { return m_header; }
    void addAction(QWidget* widget); // at the right of the header
    void setTitle(const QString& title);
    void setCaption(const QString& text);
    void setHeaderLine(bool shown); // hairline under the header
    void setGround(bool sunken);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Label *m_title, *m_caption;
    QWidget* m_headerWidget;
    QHBoxLayout* m_header;
    QVBoxLayout* m_body;
    bool m_line = false, m_sunken = false;
};

// A strip above what it concerns: icon, bold fact, consequence, the fix as a button.
class Notice : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Warn, Danger, Ok };
    explicit Notice(Kind kind, QWidget* parent = nullptr);
    void setText(const QString& fact, const QString& consequence);
    void addButton(QWidget* button);
    void clearButtons();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind;
    QLabel* m_text;
    QHBoxLayout* m_buttons;
};

// A hairline, horizontal or vertical.
class Hairline : public QWidget {
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

class Keycap : public QWidget {
    Q_OBJECT
public:
    explicit Keycap(const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

// The icon of a state or a promise, not interactive.
class IconLabel : public QWidget {
    Q_OBJECT
public:
    IconLabel(const QString& icon, int size, Tone tone, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    Tone m_tone;
};

// Removes and deletes everything in a layout, at the next turn of the event loop.
void clearLayout(QLayout* layout);

} // namespace ferroscope::ui
