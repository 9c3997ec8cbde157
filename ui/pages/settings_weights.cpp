// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Weights: what counts, with sliders and numbers, and which modules lead because of it.
#include "ui/models/settings_models.h"
#include "ui/models/text.h"
#include "ui/pages/settings_section.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/number_field.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>

namespace ferroscope::ui {

namespace {

constexpr int kMost = 100; // of a slider; a file may say more, and the field shows it
constexpr int kRanks = 12;

class WeightsSection final : public SettingsSection {
    Q_DECLARE_TR_FUNCTIONS(ferroscope::ui::WeightsSection)
public:
    explicit WeightsSection(PlanEdits* plan)
        : SettingsSection(QStringLiteral("weights"), tr("Weights"), tr("How much each question counts. Within a group only the proportion matters; 0 leaves a question out."), plan)
        , m_ranks(kRanks)
    {
        auto* row = new QHBoxLayout;
        row->setSpacing(20);
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(5);
        grid->setColumnStretch(1, 1);
        for (int at = 0; at < kCriterionCount; ++at) {
            if (at == 0 || at == kValueCriterionCount) {
                auto* group = heading(at == 0 ? tr("Value") : tr("Ease"));
                group->setContentsMargins(0, at == 0 ? 0 : 10, 0, 2);
                grid->addWidget(group, grid->rowCount(), 0, 1, 4);
            }
            addCriterion(grid, static_cast<CriterionId>(at));
        }
        m_reset = makeButton(tr("Reset all weights"), Look::Ordinary);
        grid->addWidget(m_reset, grid->rowCount(), 0, 1, 2);
        grid->setRowStretch(grid->rowCount(), 1);
        connect(m_reset, &QPushButton::clicked, this, [this] {
            settings::Settings now = m_plan->settings();
            now.weights.clear();
            change(tr("Reset all weights"), std::move(now));
        });
        row->addLayout(grid, 1);
        auto* card = new Card(tr("Leading now"), tr("by readiness"));
        card->setHeaderLine(true);
        auto* table = new DataTable(&m_ranks, tr("Modules that lead under these weights"));
        table->setStretchColumn(RanksModel::Module);
        card->body()->setContentsMargins(0, 0, 0, 6);
        card->body()->addWidget(table);
        card->setMinimumWidth(340);
        row->addWidget(card, 1);
        column()->addLayout(row, 1);
    }
    void setAssessment(const AssessmentPtr& assessment) override
    {
        SettingsSection::setAssessment(assessment);
        m_ranks.setAssessment(assessment);
        if (!m_isRemembered || !assessment) {
            m_ranks.remember(assessment);
            m_isRemembered = assessment != nullptr;
        }
        refresh();
    }
    void opened() override
    {
        m_ranks.remember(m_assessment);
        m_isRemembered = m_assessment != nullptr;
    }

protected:
    void refresh() override
    {
        double sums[2] = { 0, 0 };
        std::array<double, kCriterionCount> weights {};
        for (int at = 0; at < kCriterionCount; ++at) {
            const auto set = m_plan->settings().weights.find(static_cast<CriterionId>(at));
            // What was taken back shows when the new assessment is there.
            weights[static_cast<std::size_t>(at)] = set != m_plan->settings().weights.end() ? set->second : m_assessment ? m_assessment->weights[static_cast<std::size_t>(at)] : 0;
            sums[at < kValueCriterionCount ? 0 : 1] += weights[static_cast<std::size_t>(at)];
        }
        for (int at = 0; at < kCriterionCount; ++at) {
            const double weight = weights[static_cast<std::size_t>(at)], sum = sums[at < kValueCriterionCount ? 0 : 1];
            const Row& one = m_rows[static_cast<std::size_t>(at)];
            const QSignalBlocker quiet(one.slider);
            if (!one.slider->isSliderDown())
                one.slider->setValue(static_cast<int>(std::min<double>(kMost, weight)));
            one.field->setNumber(weight);
            one.share->setText(sum > 0 ? percent(weight / sum, 0) : QStringLiteral("–"));
        }
        m_reset->setEnabled(!m_plan->settings().weights.empty());
    }

private:
    struct Row {
        LevelSlider* slider;
        NumberField* field;
        Label* share;
    };
    void addCriterion(QGridLayout* grid, CriterionId id)
    {
        const QString name = criterionName(id);
        const int at = grid->rowCount();
        auto* label = new Label(name, TextRole::Table);
        label->setToolTip(criterionAsks(id));
        auto* slider = new LevelSlider(tr("Weight of %1, in points").arg(name), kMost);
        slider->setToolTip(criterionAsks(id));
        auto* field = new NumberField(tr("Weight of %1").arg(name), tr("points"), 0, 1000, 1, 0);
        field->setFixedWidth(92);
        auto* share = new Label({}, TextRole::Table, Tone::Text3);
        share->setToolTip(tr("Share of its group"));
        share->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        share->setMinimumWidth(40);
        grid->addWidget(label, at, 0);
        grid->addWidget(slider, at, 1);
        grid->addWidget(field, at, 2);
        grid->addWidget(share, at, 3);
        m_rows.push_back({ slider, field, share });
        connect(slider, &QSlider::valueChanged, this, [this, id](int value) { weigh(id, value); });
        connect(field, &NumberField::numberChanged, this, [this, id](std::optional<double> value) { weigh(id, value.value_or(0)); });
    }
    void weigh(CriterionId id, double weight)
    {
        settings::Settings now = m_plan->settings();
        now.weights[id] = weight;
        // A group without any weight has no mean: the last one of it stays at 1.
        double sum = 0;
        const bool isValue = static_cast<int>(id) < kValueCriterionCount;
        for (int at = isValue ? 0 : kValueCriterionCount; at < (isValue ? kValueCriterionCount : kCriterionCount); ++at)
            sum += static_cast<CriterionId>(at) == id ? weight : m_rows[static_cast<std::size_t>(at)].field->number().value_or(0);
        if (sum <= 0)
            now.weights[id] = 1;
        change(tr("Weight of %1: %2").arg(criterionName(id), number(now.weights[id])), std::move(now), QStringLiteral("weight-%1").arg(static_cast<int>(id)));
    }
    RanksModel m_ranks;
    bool m_isRemembered = false;
    std::vector<Row> m_rows;
    QPushButton* m_reset;
};

} // namespace

SettingsSection* makeWeightsSection(PlanEdits* plan) { return new WeightsSection(plan); }

} // namespace ferroscope::ui
