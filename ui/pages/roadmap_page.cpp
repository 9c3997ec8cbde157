// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roadmap_page.h"

#include "ui/models/plan_changes.h"
#include "ui/models/text.h"
#include "ui/pages/roadmap_details.h"
#include "ui/widgets/roadmap_view.h"
#include "ui/widgets/terms_form.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>

namespace ferroscope::ui {

RoadmapPage::RoadmapPage(const PageContext& context, QWidget* parent)
    : Page(QStringLiteral("roadmap"), tr("Roadmap"), QStringLiteral("roadmap"), context, parent)
    , m_view(new RoadmapView(tr("Roadmap")))
    , m_details(new RoadmapDetails)
    , m_warnings(new Notice(Notice::Kind::Danger))
    , m_terms(new Card)
{
    m_view->setEditable(context.plan != nullptr);
    content()->setSpacing(10);
    content()->addWidget(makeToolbar());
    content()->addWidget(m_terms);
    content()->addWidget(m_warnings);
    m_warnings->hide();
    auto* table = new DataTable(&m_steps, tr("Steps of the roadmap"));
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("Roadmap"));
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_view);
    m_view->setAutoFillBackground(false);
    m_card = new FigureCard(tr("Waves"), tr("card: likely effort; dashed: up to the high end; arrows: needs the other first"), scroll, table);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(m_card, 1);
    columns->addWidget(m_details);
    content()->addLayout(columns, 1);
    connect(m_view, &RoadmapView::stepChosen, this, [this](int step) {
        showStep(step);
        const QString& id = m_view->figure().steps[static_cast<std::size_t>(step)].id;
        if (m_context.selection && !id.isEmpty())
            m_context.selection->setCandidate(id);
    });
    connect(m_view, &RoadmapView::stepOpened, this, [this](int step) {
        for (int row = 0; row < m_steps.rowCount(); ++row) {
            if (m_steps.index(row, 0).data(IdRole).toString() == keyOf(step))
                Q_EMIT moduleWanted(m_steps.index(row, 0).data(PathRole).toString(), 0);
        }
    });
    connect(table, &DataTable::rowActivated, this, &RoadmapPage::moduleWanted);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid())
            showKey(now.data(IdRole).toString());
    });
    connect(m_details, &RoadmapDetails::moduleWanted, this, [this](const QString& path) { Q_EMIT moduleWanted(path, 0); });
    connect(m_details, &RoadmapDetails::tableWanted, this, [this] { m_card->showTable(true); });
    if (m_context.selection)
        connect(m_context.selection, &Selection::candidateChanged, this, &RoadmapPage::showCandidate);
    connectPlan();
}

QWidget* RoadmapPage::makeToolbar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_planFor = makeButton(tr("Plan for…"), Look::Ordinary, {}, tr("Plan for a team and a start"));
    m_planFor->setCheckable(true);
    m_byHand = new Label({}, TextRole::Table, Tone::Text2);
    m_byHand->setElide(Qt::ElideRight);
    m_reset = makeButton(tr("Reset to the proposed plan"), Look::Ordinary);
    row->addWidget(m_planFor);
    row->addSpacing(4);
    row->addWidget(m_byHand, 1);
    row->addWidget(m_reset);
    bar->setVisible(m_context.plan != nullptr);

    auto* inside = new QHBoxLayout;
    inside->setContentsMargins(14, 10, 14, 12);
    inside->setSpacing(16);
    inside->addWidget(new TermsForm(m_context.plan, true));
    auto* close = makeButton(tr("Close"), Look::Link, {}, tr("Close the panel"));
    auto* money = makeButton(tr("Money and more…"), Look::Link, {}, tr("Money and more, in the settings"));
    inside->addWidget(money, 0, Qt::AlignBottom);
    inside->addWidget(close, 0, Qt::AlignBottom);
    m_terms->body()->addLayout(inside);
    m_terms->hide();
    connect(m_planFor, &QPushButton::toggled, m_terms, &QWidget::setVisible);
    connect(close, &QPushButton::clicked, m_planFor, [this] { m_planFor->setChecked(false); });
    connect(money, &QPushButton::clicked, this, [this] { Q_EMIT settingsWanted(QStringLiteral("team")); });
    return bar;
}

void RoadmapPage::fill()
{
    setHeadline(roadmapHeadline(*m_assessment));
    m_steps.setAssessment(m_assessment);
    m_details->setAssessment(m_assessment);
    m_view->setAssessment(m_assessment);
    showWarnings();
    tellPlan();
    const QString chosen = m_context.selection ? m_context.selection->candidate() : QString();
    const bool there = !m_key.isEmpty() && std::any_of(m_view->figure().steps.begin(), m_view->figure().steps.end(), [this](const auto& one) { return one.id.isEmpty() && one.title == m_key; });
    if (there)
        showKey(m_key); // work in Python that was looked at
    else if (!chosen.isEmpty() && m_assessment->candidate(bytes(chosen)))
        showCandidate(chosen);
    else if (!m_view->figure().steps.empty())
        showStep(0);
    else
        m_details->showNothing();
}

QString RoadmapPage::keyOf(int step) const
{
    const render::RoadmapStep& one = m_view->figure().steps[static_cast<std::size_t>(step)];
    return one.id.isEmpty() ? one.title : one.id;
}

const Candidate* RoadmapPage::candidateAt(int step) const
{
    const auto& steps = m_view->figure().steps;
    if (!m_assessment || step < 0 || step >= static_cast<int>(steps.size()))
        return nullptr;
    return m_assessment->candidate(bytes(steps[static_cast<std::size_t>(step)].id));
}

void RoadmapPage::showCandidate(const QString& id)
{
    if (!id.isEmpty())
        showKey(id);
}

void RoadmapPage::showStep(int step)
{
    if (step >= 0 && step < static_cast<int>(m_view->figure().steps.size()))
        showKey(keyOf(step));
}

void RoadmapPage::showKey(const QString& key)
{
    if (!m_assessment)
        return;
    m_key = key;
    for (int step = 0; step < static_cast<int>(m_view->figure().steps.size()); ++step) {
        if (keyOf(step) == key)
            m_view->setSelected(step);
    }
    for (const Wave& wave : m_assessment->waves) {
        for (const WorkItem& work : wave.work) {
            if (qs(work.title) == key) {
                m_details->showStep(nullptr, &work, wave, isEditable());
                return;
            }
        }
        for (const std::string& id : wave.candidates) {
            const Candidate* candidate = m_assessment->candidate(id);
            if (candidate && qs(id) == key) {
                m_details->showStep(candidate, nullptr, wave, isEditable());
                return;
            }
        }
    }
    m_details->showJoined(key); // the figure joins the small steps of a crowded wave; the table has them all
}

void RoadmapPage::showWarnings()
{
    const std::vector<std::string>& warnings = m_assessment->planWarnings;
    m_warnings->setVisible(!warnings.empty());
    m_warnings->clearButtons();
    if (warnings.empty())
        return;
    QStringList words;
    for (const std::string& one : warnings)
        words << qs(one);
    const qsizetype shown = std::min<qsizetype>(3, words.size());
    QString text = words.mid(0, shown).join(QLatin1Char(' '));
    if (words.size() > shown)
        text += QLatin1Char(' ') + tr("And %1 more.").arg(words.size() - shown);
    m_warnings->setText(words.size() == 1 ? tr("The plan breaks one thing.") : tr("The plan breaks %1 things.").arg(numberWord(static_cast<std::size_t>(words.size()))), text);
    m_warnings->setToolTip(words.join(QLatin1Char('\n')));
    if (m_context.plan && m_context.plan->history()->canUndo()) {
        auto* back = makeButton(tr("Take it back"), Look::Small, {}, tr("Take the last change back"));
        setKeycap(back, QStringLiteral("Ctrl Z"));
        connect(back, &QPushButton::clicked, m_context.plan->history(), &QUndoStack::undo);
        m_warnings->addButton(back);
    }
}

} // namespace ferroscope::ui
