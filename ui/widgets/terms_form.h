// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar and the team of a plan, to be filled in: start, developers, their focus, their Rust, the ramp-up. Every
// field may be left open; what is not given is not assumed. Each change is a change of the plan at once.
#pragma once

#include "ui/models/plan_edits.h"
#include "ui/widgets/number_field.h"
#include <QWidget>

class QComboBox;

namespace ferroscope::ui {

class TermsForm final : public QWidget {
    Q_OBJECT
public:
    // `across`: fields beside each other, for a strip; else below each other. The plan outlives it, or is null.
    TermsForm(PlanEdits* plan, bool across, QWidget* parent = nullptr);

private:
    void refresh();
    void change(const QString& text, const QString& slider, void (*set)(settings::Terms& terms, const TermsForm& form));
    PlanEdits* m_plan;
    DateField* m_start;
    NumberField *m_developers, *m_focus, *m_rampUp;
    QComboBox* m_experience;
};

QString termsSentence(const settings::Terms& terms); // "2 developers at 70 %, from 1 Dec 2026"; "" if nothing is given

} // namespace ferroscope::ui
