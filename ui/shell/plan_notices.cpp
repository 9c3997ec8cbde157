// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/plan_notices.h"

#include "ui/models/text.h"

#include <QVBoxLayout>

namespace ferroscope::ui {

namespace {

// What they would change, in words: one decides about something one has not written.
QString contents(const settings::Settings& found)
{
    QStringList parts;
    const auto add = [&](std::size_t count, const QString& one, const QString& many) {
        if (count > 0)
            parts << counted(count, one, many);
    };
    add(found.excludes.size(), PlanNotices::tr("1 exclude"), PlanNotices::tr("%1 excludes"));
    add(found.roots.size(), PlanNotices::tr("1 root"), PlanNotices::tr("%1 roots"));
    add(found.roles.size(), PlanNotices::tr("1 role"), PlanNotices::tr("%1 roles"));
    add(found.weights.size(), PlanNotices::tr("1 weight"), PlanNotices::tr("%1 weights"));
    add(found.unitCosts.size() + found.thresholds.size(), PlanNotices::tr("1 cost or threshold"), PlanNotices::tr("%1 costs and thresholds"));
    add(found.overrides.size(), PlanNotices::tr("1 verdict set by hand"), PlanNotices::tr("%1 verdicts set by hand"));
    add(found.groups.size() + found.waves.size() + found.sides.size(), PlanNotices::tr("1 decision about the plan"), PlanNotices::tr("%1 decisions about the plan"));
    add(found.survey.size(), PlanNotices::tr("1 answer"), PlanNotices::tr("%1 answers"));
    return parts.isEmpty() ? PlanNotices::tr("dates, team or money") : parts.join(QStringLiteral(", "));
}

} // namespace

PlanNotices::PlanNotices(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_found(new Notice(Notice::Kind::Info))
    , m_problem(new Notice(Notice::Kind::Danger))
    , m_stalled(new Notice(Notice::Kind::Warn))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 0);
    column->setSpacing(8);
    for (Notice* one : { m_found, m_problem, m_stalled })
        column->addWidget(one);

    auto* use = makeButton(tr("Use them"), Look::Small, {}, tr("Use the settings of the folder"));
    auto* ignore = makeButton(tr("Leave them"), Look::Link, {}, tr("Leave the settings of the folder alone"));
    m_found->addButton(use);
    m_found->addButton(ignore);
    connect(use, &QPushButton::clicked, m_session, &Session::useFolderSettings);
    connect(ignore, &QPushButton::clicked, this, [this] { m_session->keeper()->answer(); });
    auto* save = makeButton(tr("Export settings…"), Look::Small);
    m_problem->addButton(save);
    connect(save, &QPushButton::clicked, this, &PlanNotices::exportWanted);
    auto* again = makeButton(tr("Work it in"), Look::Small, {}, tr("Work the change into the plan"));
    m_stalled->addButton(again);
    connect(again, &QPushButton::clicked, m_session->plan(), &PlanEdits::workIn);
    m_stalled->setText(tr("Your last change is kept, but not in the plan you see."), tr("The analysis it needs was stopped or has failed."));

    connect(m_session->keeper(), &SettingsKeeper::foundChanged, this, &PlanNotices::refresh);
    connect(m_session->keeper(), &SettingsKeeper::problemChanged, this, &PlanNotices::refresh);
    connect(m_session->plan(), &PlanEdits::stateChanged, this, &PlanNotices::refresh);
    refresh();
}

void PlanNotices::refresh()
{
    const auto& found = m_session->keeper()->found();
    if (found)
        m_found->setText(tr("This folder brings settings of its own (%1).").arg(qs(settings::kFileName)), tr("They hold %1. They are not used unless you say so.").arg(contents(*found)));
    m_found->setVisible(found.has_value());
    const QString& problem = m_session->keeper()->problem();
    if (!problem.isEmpty())
        m_problem->setText(problem, tr("They last until the folder is closed; an exported file keeps them."));
    m_problem->setVisible(!problem.isEmpty());
    m_stalled->setVisible(m_session->plan()->state() == PlanEdits::State::Stalled);
    setVisible(found || !problem.isEmpty() || m_session->plan()->state() == PlanEdits::State::Stalled);
}

} // namespace ferroscope::ui
