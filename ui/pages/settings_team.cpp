// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Team and money: who works on it from when on, and what a day and a machine cost. All of it may stay open.
#include "ui/models/text.h"
#include "ui/pages/settings_section.h"
#include "ui/widgets/terms_form.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ferroscope::ui {

namespace {

class TeamSection final : public SettingsSection {
    Q_DECLARE_TR_FUNCTIONS(ferroscope::ui::TeamSection)
public:
    explicit TeamSection(PlanEdits* plan)
        : SettingsSection(QStringLiteral("team"), tr("Team and money"), tr("With a team the plan shows weeks, with a start dates, with rates money. What is not given is not assumed."), plan)
        , m_currency(new QLineEdit)
        , m_dayRate(new NumberField(tr("Day rate"), tr("per person-day"), 0, 100'000, 50, 0))
        , m_machines(new NumberField(tr("Machines that run this code"), tr("per year"), 0, 1e9, 1000, 0))
        , m_growth(new NumberField(tr("Growth of the load"), tr("% per year"), -90, 1000, 5, 0))
        , m_horizon(new NumberField(tr("Horizon"), tr("years"), 0.5, 20, 0.5, 1))
    {
        column()->addWidget(heading(tr("Team and calendar")));
        column()->addWidget(new TermsForm(plan, false));
        column()->addSpacing(12);
        column()->addWidget(heading(tr("Money")));
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(5);
        grid->setColumnStretch(2, 1);
        m_currency->setAccessibleName(tr("Currency, three letters"));
        m_currency->setPlaceholderText(QStringLiteral("EUR"));
        m_currency->setMaxLength(3);
        m_currency->setFixedWidth(180);
        addRow(grid, tr("Currency"), m_currency, tr("Three letters, as in EUR"));
        addNumber(grid, tr("Day rate"), m_dayRate, tr("With it the plan has a price"), &settings::Money::dayRate, 1);
        addNumber(grid, tr("Machines that run this code"), m_machines, tr("With it the plan has a saving"), &settings::Money::machineCostPerYear, 1);
        addNumber(grid, tr("Growth of the load"), m_growth, tr("The saving grows with it"), &settings::Money::growthPerYear, 100);
        addNumber(grid, tr("Horizon"), m_horizon, tr("For the cost of doing nothing"), &settings::Money::horizonYears, 1);
        column()->addLayout(grid);
        column()->addStretch();
        connect(m_currency, &QLineEdit::editingFinished, this, [this] {
            settings::Settings now = m_plan->settings();
            now.money.currency = bytes(m_currency->text().trimmed().toUpper());
            change(tr("Currency: %1").arg(m_currency->text().trimmed().toUpper()), std::move(now));
        });
        refresh();
    }

protected:
    void refresh() override
    {
        const settings::Money& money = m_plan->settings().money;
        if (!m_currency->hasFocus() || !m_currency->isModified())
            m_currency->setText(qs(money.currency));
        for (const Row& row : m_rows) {
            const std::optional<double>& value = money.*row.member;
            row.field->setNumber(value ? std::optional(*value * row.factor) : std::nullopt);
        }
    }

private:
    struct Row {
        NumberField* field;
        std::optional<double> settings::Money::*member;
        double factor;
    };
    void addNumber(QGridLayout* grid, const QString& label, NumberField* field, const QString& meaning, std::optional<double> settings::Money::*member, double factor)
    {
        field->setEmptyText(tr("not given"));
        field->setFixedWidth(180);
        addRow(grid, label, field, meaning);
        m_rows.push_back({ field, member, factor });
        connect(field, &NumberField::numberChanged, this, [this, label, member, factor, field](std::optional<double> shown) {
            settings::Settings now = m_plan->settings();
            now.money.*member = shown ? std::optional(*shown / factor) : std::nullopt;
            change(shown ? tr("%1: %2").arg(label, field->text()) : tr("%1 not given").arg(label), std::move(now), label);
        });
    }
    QLineEdit* m_currency;
    NumberField *m_dayRate, *m_machines, *m_growth, *m_horizon;
    std::vector<Row> m_rows;
};

} // namespace

SettingsSection* makeTeamSection(PlanEdits* plan) { return new TeamSection(plan); }

} // namespace ferroscope::ui
