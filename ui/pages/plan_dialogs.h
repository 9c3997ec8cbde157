// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Small dialogs of decisions about the plan: a verdict with a reason, units to split off, a wave to move to.
#pragma once

#include "ui/widgets/controls.h"
#include <QDialog>
#include <set>

class QComboBox;
class QLineEdit;
class QListWidget;

namespace ferroscope::ui {

// A verdict for modules, or only a reason. Nothing is accepted without a reason: who reads the plan asks for it.
class ReasonDialog final : public QDialog {
    Q_OBJECT
public:
    ReasonDialog(const QString& title, const QString& sentence, std::optional<Verdict> verdict, QWidget* parent = nullptr);
    Verdict verdict() const;
    QString reason() const;

private:
    QComboBox* m_verdict = nullptr;
    QLineEdit* m_reason;
    QPushButton* m_accept;
};

class SplitDialog final : public QDialog {
    Q_OBJECT
public:
    explicit SplitDialog(const Candidate& candidate, QWidget* parent = nullptr);
    std::set<std::string> apart() const; // the units that were ticked

private:
    void tell();
    QListWidget* m_units;
    Label* m_words;
    QPushButton* m_accept;
};

class WaveDialog final : public QDialog {
    Q_OBJECT
public:
    WaveDialog(const QString& what, int wave, int last, QWidget* parent = nullptr);
    int wave() const;

private:
    QComboBox* m_wave;
};

} // namespace ferroscope::ui
