// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Costs and thresholds: what an effort is made of, and what is too little to be a step.
#include "ui/models/settings_models.h"
#include "ui/models/text.h"
#include "ui/pages/settings_section.h"
#include "ui/widgets/number_field.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QVBoxLayout>

namespace ferroscope::ui {

namespace {

class CostsSection final : public SettingsSection {
    Q_DECLARE_TR_FUNCTIONS(ferroscope::ui::CostsSection)
public:
    explicit CostsSection(PlanEdits* plan)
        : SettingsSection(QStringLiteral("costs"), tr("Costs and thresholds"), tr("What the efforts of the plan are made of. They are assumptions until you put in your own figures."), plan)
    {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(5);
        grid->setColumnStretch(2, 1);
        grid->addWidget(heading(tr("Effort")), grid->rowCount(), 0);
        addNumbers(grid, unitCostTexts(), &settings::Settings::unitCosts);
        auto* second = heading(tr("What is worth a step"));
        second->setContentsMargins(0, 12, 0, 0);
        grid->addWidget(second, grid->rowCount(), 0, 1, 3);
        addNumbers(grid, thresholdTexts(), &settings::Settings::thresholds);
        column()->addLayout(grid);
        m_reset = makeButton(tr("Reset costs and thresholds"), Look::Ordinary);
        column()->addWidget(m_reset);
        column()->addStretch();
        connect(m_reset, &QPushButton::clicked, this, [this] {
            settings::Settings now = m_plan->settings();
            now.unitCosts.clear();
            now.thresholds.clear();
            change(tr("Reset costs and thresholds"), std::move(now));
        });
        refresh();
    }

protected:
    void refresh() override
    {
        for (const Row& row : m_rows) {
            const settings::Numbers& numbers = m_plan->settings().*row.numbers;
            const auto set = numbers.find(row.text.name);
            row.field->setNumber((set != numbers.end() ? set->second : row.text.byDefault) * row.text.factor);
            row.undo->setVisible(set != numbers.end());
        }
        m_reset->setEnabled(!m_plan->settings().unitCosts.empty() || !m_plan->settings().thresholds.empty());
    }

private:
    struct Row {
        NumberText text;
        settings::Numbers settings::Settings::*numbers;
        NumberField* field;
        QPushButton* undo;
    };
    void addNumbers(QGridLayout* grid, const std::vector<NumberText>& texts, settings::Numbers settings::Settings::*numbers)
    {
        for (const NumberText& text : texts) {
            auto* field = new NumberField(text.label, text.unit, text.least * text.factor, text.most * text.factor, text.step, text.decimals);
            field->setFixedWidth(156);
            const int row = addRow(grid, text.label, field, text.meaning);
            const QString usual = number(text.byDefault * text.factor, text.decimals);
            auto* undo = makeButton(tr("Reset to %1").arg(usual), Look::Link, {}, tr("Reset %1 to %2 %3").arg(text.label, usual, text.unit));
            QSizePolicy keep = undo->sizePolicy();
            keep.setRetainSizeWhenHidden(true);
            undo->setSizePolicy(keep);
            grid->addWidget(undo, row, 3);
            m_rows.push_back({ text, numbers, field, undo });
            const QString slider = QString::fromUtf8(text.name.data(), static_cast<qsizetype>(text.name.size()));
            connect(field, &NumberField::numberChanged, this, [this, text, numbers, slider](std::optional<double> shown) {
                settings::Settings now = m_plan->settings();
                (now.*numbers)[std::string(text.name)] = shown.value_or(text.byDefault * text.factor) / text.factor;
                change(tr("%1: %2 %3").arg(text.label, number(shown.value_or(0), text.decimals), text.unit), std::move(now), slider);
            });
            connect(undo, &QPushButton::clicked, this, [this, text, numbers] {
                settings::Settings now = m_plan->settings();
                (now.*numbers).erase(std::string(text.name));
                change(tr("Reset: %1").arg(text.label), std::move(now));
            });
        }
    }
    std::vector<Row> m_rows;
    QPushButton* m_reset;
};

} // namespace

SettingsSection* makeCostsSection(PlanEdits* plan) { return new CostsSection(plan); }

} // namespace ferroscope::ui
