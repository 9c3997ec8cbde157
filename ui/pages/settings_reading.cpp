// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is read: excludes, roots and roles. They reach files, so the folder has to be analysed again; the button says so.
#include "ui/models/plan_changes.h"
#include "ui/models/text.h"
#include "ui/pages/settings_section.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace ferroscope::ui {

namespace {

constexpr const char* kRoles[] { "source", "test", "script", "example", "generated", "migration", "vendored", "stub", "notebook" };

std::vector<std::string> linesOf(const QPlainTextEdit& edit)
{
    std::vector<std::string> lines;
    for (const QString& line : edit.toPlainText().split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            lines.push_back(bytes(line.trimmed()));
    }
    return lines;
}

QString textOf(const std::vector<std::string>& lines)
{
    QStringList parts;
    for (const std::string& line : lines)
        parts << qs(line);
    return parts.join(QLatin1Char('\n'));
}

class ReadingSection final : public SettingsSection {
    Q_DECLARE_TR_FUNCTIONS(ferroscope::ui::ReadingSection)
public:
    explicit ReadingSection(PlanEdits* plan)
        : SettingsSection(QStringLiteral("reading"), tr("What is read"), tr("Which files are part of the answer. A change here needs the folder to be analysed again."), plan)
        , m_excludes(new QPlainTextEdit)
        , m_roots(new QPlainTextEdit)
        , m_roles(new QVBoxLayout)
        , m_state(new Label({}, TextRole::Table, Tone::Text2))
    {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(24);
        grid->setVerticalSpacing(4);
        for (const auto& [edit, title, meaning, name, at] : std::initializer_list<std::tuple<QPlainTextEdit*, QString, QString, QString, int>> {
                 { m_excludes, tr("Leave out"), tr("One pattern per line, as in .gitignore: legacy/"), tr("Patterns of files to leave out, one per line"), 0 },
                 { m_roots, tr("Import from"), tr("One folder per line; none: found by itself"), tr("Folders that modules are imported from, one per line"), 1 } }) {
            edit->setAccessibleName(name);
            edit->setFont(Theme::light().font(TextRole::Code));
            edit->setTabChangesFocus(true);
            edit->setFixedHeight(104);
            grid->addWidget(heading(title), 0, at);
            grid->addWidget(caption(meaning), 1, at);
            grid->addWidget(edit, 2, at);
            connect(edit, &QPlainTextEdit::textChanged, this, [this] { tell(); });
        }
        column()->addLayout(grid);
        column()->addSpacing(8);
        column()->addWidget(heading(tr("Roles by pattern")));
        column()->addWidget(caption(tr("The last pattern that matches a file wins.")));
        m_roles->setSpacing(6);
        column()->addLayout(m_roles);
        auto* add = makeButton(tr("Add a role"), Look::Link);
        column()->addWidget(add);
        connect(add, &QPushButton::clicked, this, [this] {
            addRole({ "", "example" });
            m_rows.back().pattern->setFocus();
        });
        column()->addSpacing(8);
        auto* row = new QHBoxLayout;
        m_apply = makeButton(tr("Apply and analyse again"), Look::Primary);
        row->addWidget(m_apply);
        row->addSpacing(8);
        row->addWidget(m_state, 1);
        column()->addLayout(row);
        column()->addStretch();
        connect(m_apply, &QPushButton::clicked, this, [this] {
            change(tr("What is read"), wanted());
            Q_EMIT reanalysisWanted();
        });
        refresh();
    }
    void setAssessment(const AssessmentPtr& assessment) override
    {
        SettingsSection::setAssessment(assessment);
        tell();
    }

protected:
    void refresh() override
    {
        const settings::Settings& now = m_plan->settings();
        if (m_shown && plan::readsAlike(*m_shown, now)) {
            tell();
            return; // what is being typed stays
        }
        m_shown = now;
        m_excludes->setPlainText(textOf(now.excludes));
        m_roots->setPlainText(textOf(now.roots));
        for (const Row& row : m_rows)
            row.holder->deleteLater();
        m_rows.clear();
        for (const settings::RoleSetting& role : now.roles)
            addRole(role);
        tell();
    }

private:
    struct Row {
        QWidget* holder;
        QLineEdit* pattern;
        QComboBox* role;
    };
    void addRole(const settings::RoleSetting& role)
    {
        auto* holder = new QWidget;
        auto* row = new QHBoxLayout(holder);
        row->setContentsMargins(0, 0, 0, 0);
        auto* pattern = new QLineEdit(qs(role.pattern));
        pattern->setAccessibleName(tr("Pattern of files"));
        pattern->setPlaceholderText(QStringLiteral("tools/**"));
        pattern->setFont(Theme::light().font(TextRole::Code));
        auto* kind = new QComboBox;
        kind->setAccessibleName(tr("Role of these files"));
        kind->setFixedWidth(160);
        for (const char* id : kRoles)
            kind->addItem(roleName(id), QString::fromLatin1(id));
        kind->setCurrentIndex(std::max(0, kind->findData(qs(role.role))));
        auto* remove = makeIconButton(QStringLiteral("close"), tr("Remove this role"));
        row->addWidget(pattern, 1);
        row->addWidget(kind);
        row->addWidget(remove);
        m_roles->addWidget(holder);
        m_rows.push_back({ holder, pattern, kind });
        connect(pattern, &QLineEdit::textChanged, this, [this] { tell(); });
        connect(kind, &QComboBox::activated, this, [this] { tell(); });
        connect(remove, &QToolButton::clicked, this, [this, holder] {
            std::erase_if(m_rows, [holder](const Row& one) { return one.holder == holder; });
            holder->deleteLater();
            tell();
        });
    }
    settings::Settings wanted() const
    {
        settings::Settings now = m_plan->settings();
        now.excludes = linesOf(*m_excludes);
        now.roots = linesOf(*m_roots);
        now.roles.clear();
        for (const Row& row : m_rows) {
            if (!row.pattern->text().trimmed().isEmpty())
                now.roles.push_back({ bytes(row.pattern->text().trimmed()), bytes(row.role->currentData().toString()) });
        }
        return now;
    }
    void tell()
    {
        if (!m_apply)
            return;
        const bool differs = !plan::readsAlike(wanted(), m_plan->settings()), needs = m_plan->needsReading();
        m_apply->setEnabled(differs || needs);
        m_state->setText(differs ? tr("Not applied yet.") : needs ? tr("Applied; the folder has not been analysed again yet.") : QString());
    }
    QPlainTextEdit *m_excludes, *m_roots;
    QVBoxLayout* m_roles;
    Label* m_state;
    QPushButton* m_apply = nullptr;
    std::vector<Row> m_rows;
    std::optional<settings::Settings> m_shown;
};

} // namespace

SettingsSection* makeReadingSection(PlanEdits* plan) { return new ReadingSection(plan); }

} // namespace ferroscope::ui
