// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions: what was set by hand, each to be taken back; how critical parts are; who owns which risk.
#include "ui/models/plan_changes.h"
#include "ui/models/settings_models.h"
#include "ui/models/text.h"
#include "ui/pages/settings_section.h"
#include "ui/widgets/data_table.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <set>

namespace ferroscope::ui {

namespace {

class DecisionsSection final : public SettingsSection {
    Q_DECLARE_TR_FUNCTIONS(ferroscope::ui::DecisionsSection)
public:
    explicit DecisionsSection(PlanEdits* plan)
        : SettingsSection(QStringLiteral("decisions"), tr("Decisions"), tr("What a person decided against or beside the analysis. Each can be taken back here; the report names them."), plan)
        , m_table(new DataTable(&m_decisions, tr("Decisions made by hand")))
        , m_none(new Label(tr("Nothing was decided by hand."), TextRole::Table, Tone::Text2))
        , m_criticality(new QVBoxLayout)
        , m_owners(new QGridLayout)
    {
        auto* card = new Card(tr("Decided by hand"));
        card->setHeaderLine(true);
        m_remove = makeButton(tr("Take back"), Look::Small, {}, tr("Take the chosen decision back"));
        card->addAction(m_remove);
        m_table->setStretchColumn(DecisionsModel::Reason);
        m_none->setContentsMargins(14, 12, 14, 12);
        card->body()->setContentsMargins(0, 0, 0, 6);
        card->body()->addWidget(m_table);
        card->body()->addWidget(m_none);
        card->setMinimumHeight(190);
        column()->addWidget(card, 1);
        connect(m_remove, &QPushButton::clicked, this, [this] {
            const std::vector<int> rows = m_table->selectedSourceRows();
            const int row = rows.empty() ? m_table->filter()->mapToSource(m_table->currentIndex()).row() : rows.front();
            if (row >= 0 && row < m_decisions.rowCount())
                change(tr("Take back %1").arg(m_decisions.text(row)), m_decisions.without(row));
        });
        connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) { m_remove->setEnabled(now.isValid()); });

        column()->addSpacing(6);
        column()->addWidget(heading(tr("How critical")));
        column()->addWidget(caption(tr("Files by pattern; the last one that matches wins. Critical parts move later and with more proof.")));
        m_criticality->setSpacing(6);
        column()->addLayout(m_criticality);
        auto* add = makeButton(tr("Add a pattern"), Look::Link, {}, tr("Add a pattern of critical files"));
        column()->addWidget(add);
        connect(add, &QPushButton::clicked, this, [this] { addPattern({ "", "high" }, true); });

        column()->addSpacing(6);
        column()->addWidget(heading(tr("Owners of risks")));
        m_owners->setHorizontalSpacing(12);
        m_owners->setVerticalSpacing(6);
        m_owners->setColumnStretch(0, 1);
        column()->addLayout(m_owners);
        refresh();
    }
    void setAssessment(const AssessmentPtr& assessment) override
    {
        SettingsSection::setAssessment(assessment);
        m_decisions.setAssessment(assessment);
        fillOwners();
    }

protected:
    void refresh() override
    {
        m_decisions.setSettings(m_plan->settings());
        const bool some = m_decisions.rowCount() > 0;
        m_table->setVisible(some);
        m_none->setVisible(!some);
        m_remove->setEnabled(some && m_table->currentIndex().isValid());
        if (m_shown != m_plan->settings().criticality) {
            m_shown = m_plan->settings().criticality;
            for (const Row& row : m_rows)
                row.holder->deleteLater();
            m_rows.clear();
            for (const settings::CriticalitySetting& one : m_shown)
                addPattern(one, false);
        }
        fillOwners();
    }

private:
    struct Row {
        QWidget* holder;
        QLineEdit* pattern;
        QComboBox* level;
    };
    void addPattern(const settings::CriticalitySetting& given, bool isNew)
    {
        auto* holder = new QWidget;
        auto* row = new QHBoxLayout(holder);
        row->setContentsMargins(0, 0, 0, 0);
        auto* pattern = new QLineEdit(qs(given.pattern));
        pattern->setAccessibleName(tr("Pattern of critical files"));
        pattern->setPlaceholderText(QStringLiteral("billing/**"));
        pattern->setFont(Theme::light().font(TextRole::Code));
        auto* level = new QComboBox;
        level->setAccessibleName(tr("How critical these files are"));
        level->setFixedWidth(120);
        for (const auto& [text, id] : { std::pair { tr("low"), "low" }, std::pair { tr("normal"), "normal" }, std::pair { tr("high"), "high" } })
            level->addItem(text, QString::fromLatin1(id));
        level->setCurrentIndex(std::max(0, level->findData(qs(given.level))));
        auto* remove = makeIconButton(QStringLiteral("close"), tr("Remove this pattern"));
        row->addWidget(pattern, 1);
        row->addWidget(level);
        row->addWidget(remove);
        m_criticality->addWidget(holder);
        m_rows.push_back({ holder, pattern, level });
        connect(pattern, &QLineEdit::editingFinished, this, [this] { applyCriticality(); });
        connect(level, &QComboBox::activated, this, [this] { applyCriticality(); });
        connect(remove, &QToolButton::clicked, this, [this, holder] {
            std::erase_if(m_rows, [holder](const Row& one) { return one.holder == holder; });
            holder->deleteLater();
            applyCriticality();
        });
        if (isNew)
            pattern->setFocus();
    }
    void applyCriticality()
    {
        settings::Settings now = m_plan->settings();
        now.criticality.clear();
        for (const Row& row : m_rows) {
            if (!row.pattern->text().trimmed().isEmpty())
                now.criticality.push_back({ bytes(row.pattern->text().trimmed()), bytes(row.level->currentData().toString()) });
        }
        m_shown = now.criticality; // the rows are what they are
        change(tr("How critical parts are"), std::move(now));
    }
    void fillOwners()
    {
        std::vector<std::tuple<std::string, std::string, std::string>> shown; // kind, sentence, default owner
        std::set<std::string> kinds;
        if (m_assessment) {
            for (const RiskEntry& risk : m_assessment->risks) {
                if (kinds.insert(risk.kind).second)
                    shown.emplace_back(risk.kind, risk.risk, risk.owner);
            }
        }
        if (shown == m_risks)
            return;
        m_risks = shown;
        clearLayout(m_owners);
        if (shown.empty())
            m_owners->addWidget(new Label(tr("The plan names no risk."), TextRole::Table, Tone::Text2), 0, 0);
        int at = 0;
        for (const auto& [kind, sentence, owner] : shown) {
            auto* words = new Label(qs(sentence), TextRole::Table);
            words->setElide(Qt::ElideRight);
            auto* field = new QLineEdit(qs(owner));
            field->setAccessibleName(tr("Owner of the risk: %1").arg(qs(sentence)));
            field->setFixedWidth(200);
            m_owners->addWidget(words, at, 0);
            m_owners->addWidget(field, at++, 1);
            connect(field, &QLineEdit::editingFinished, this, [this, field, kind = kind, owner = owner] {
                const std::string given = bytes(field->text().trimmed());
                if (given != owner)
                    change(tr("Owner of a risk: %1").arg(field->text().trimmed()), plan::ownedBy(m_plan->settings(), kind, given));
            });
        }
    }
    DecisionsModel m_decisions;
    DataTable* m_table;
    Label* m_none;
    QPushButton* m_remove;
    QVBoxLayout* m_criticality;
    QGridLayout* m_owners;
    std::vector<Row> m_rows;
    std::vector<settings::CriticalitySetting> m_shown;
    std::vector<std::tuple<std::string, std::string, std::string>> m_risks;
};

} // namespace

SettingsSection* makeDecisionsSection(PlanEdits* plan) { return new DecisionsSection(plan); }

} // namespace ferroscope::ui
