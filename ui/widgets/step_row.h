// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One step of the short list: glyph, title, how and where, what it saves as a range mark, its effort.
#pragma once

#include "ui/widgets/style.h"
#include <QAbstractButton>
#include <optional>

namespace ferroscope::ui {

struct StepText {
    Verdict verdict = Verdict::KeepPython;
    QString title, how, where;
    std::optional<Range> gain; // share of the run; nullopt = unknown
    double gainScale = 1; // share that fills the mark's axis
    bool estimated = true;
    std::optional<Range> effort; // person-days
};

class StepRow final : public QAbstractButton {
    Q_OBJECT
public:
    explicit StepRow(const StepText& step, QWidget* parent = nullptr);
    QSize sizeHint() const override { return { 380, 66 }; }
    // Columns shared with the card's header.
    static constexpr int kGainColumn = 130, kEffortColumn = 74, kPadding = 14;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    StepText m_step;
};

} // namespace ferroscope::ui
