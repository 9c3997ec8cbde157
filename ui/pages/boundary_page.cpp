// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/boundary_page.h"

#include "ui/models/plan_changes.h"
#include "ui/models/text.h"
#include "ui/widgets/boundary_views.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <set>

namespace ferroscope::ui {

namespace {
constexpr std::size_t kColumns = 6;
constexpr double kWorths[] = { 0.001, 0.002, 0.005, 0.01, 0.02, 0.05 };
constexpr int kDefaultWorth = 0; // a day is cheap at first; the reader raises it
}

BoundaryPage::BoundaryPage(const PageContext& context, QWidget* parent)
    : Page(QStringLiteral("boundary"), tr("Boundary"), QStringLiteral("boundary"), context, parent)
{
    content()->addLayout(makeToolbar());
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(makeUnits());
    auto* right = new QVBoxLayout;
    right->setSpacing(12);
    m_chart = new BoundaryChartView(tr("Gain minus cost, by what moves"));
    auto* twin = new DataTable(&m_columns, tr("Cuts as a table"));
    m_chartCard = new FigureCard(tr("Gain minus cost, by what moves"), tr("red: crossings · hatched: effort · solid: what remains"), m_chart, twin);
    m_chartCard->setMinimumHeight(280);
    right->addWidget(m_chartCard, 332);
    m_crossingsCard = new Card(tr("Crossings"), QStringLiteral(" "));
    m_crossingsCard->setHeaderLine(true);
    m_table = new DataTable(&m_crossings, tr("Crossings of this cut"));
    m_table->setStretchColumn(CutCrossingsModel::To);
    m_crossingsCard->body()->setContentsMargins(0, 0, 0, 6);
    m_crossingsCard->body()->addWidget(m_table, 1);
    m_crossingsCard->setMinimumHeight(150);
    right->addWidget(m_crossingsCard, 241);
    columns->addLayout(right, 1);
    content()->addLayout(columns, 1);

    connect(&m_units, &UnitsModel::cutChanged, this, &BoundaryPage::showCut);
    connect(m_chart, &BoundaryChartView::columnChosen, this, [this](int column) {
        if (column >= 0 && column < static_cast<int>(m_cuts.size()))
            m_units.setCut(m_cuts[static_cast<std::size_t>(column)]);
    });
    connect(m_view, &UnitsView::unitFocused, this, &BoundaryPage::describeUnit);
    connect(m_view, &UnitsView::unitOpened, this, &BoundaryPage::moduleWanted);
    if (m_context.selection) {
        connect(m_context.selection, &Selection::candidateChanged, this, [this](const QString& id) {
            const int at = m_candidate->findData(id);
            if (at >= 0 && at != m_candidate->currentIndex())
                m_candidate->setCurrentIndex(at);
        });
    }
    if (m_context.plan) {
        connect(m_context.plan, &PlanEdits::problemChanged, this, [this] {
            if (m_assessment && isVisible())
                fillAgain();
        });
        connect(m_context.plan, &PlanEdits::stateChanged, this, [this] {
            m_exact->setEnabled(m_context.plan->state() != PlanEdits::State::Preparing);
            m_exact->setText(m_exact->isEnabled() ? tr("Work them out exactly") : tr("Preparing…"));
        });
    }
}

QLayout* BoundaryPage::makeToolbar()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_candidate = new QComboBox;
    m_candidate->setAccessibleName(tr("Candidate"));
    m_candidate->setMinimumWidth(190);
    m_candidate->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_candidate->setMaximumWidth(300);
    m_speedup = new Label({}, TextRole::Table, Tone::Text2);
    m_worth = new QComboBox;
    m_worth->setAccessibleName(tr("What one person-day is worth"));
    for (const double worth : kWorths)
        m_worth->addItem(tr("%1 of the run").arg(percent(worth, worth < 0.01 ? 1 : 0)), worth);
    m_worth->setCurrentIndex(kDefaultWorth);
    m_reset = makeButton(tr("Reset to optimum"), Look::Ordinary, {}, tr("Tick the units of the proposal again"));
    m_roadmap = makeButton(tr("Show in roadmap"), Look::Ordinary, {}, tr("Show the candidate in the roadmap"));
    m_keep = makeButton(tr("Keep this boundary"), Look::Primary, {}, tr("Keep these units as the boundary of the candidate"));
    m_keep->setVisible(m_context.plan != nullptr);
    row->addWidget(m_candidate);
    row->addSpacing(6);
    row->addWidget(m_speedup);
    row->addSpacing(6);
    row->addWidget(new Label(tr("One person-day is worth"), TextRole::Table, Tone::Text2));
    row->addWidget(m_worth);
    row->addStretch();
    row->addWidget(m_reset);
    row->addWidget(m_roadmap);
    row->addWidget(m_keep);
    connect(m_keep, &QPushButton::clicked, this, &BoundaryPage::keep);
    connect(m_candidate, &QComboBox::currentIndexChanged, this, [this](int at) {
        showCandidate(at);
        if (m_context.selection && at >= 0)
            m_context.selection->setCandidate(m_candidate->currentData().toString());
    });
    connect(m_worth, &QComboBox::currentIndexChanged, this, &BoundaryPage::showCut);
    connect(m_reset, &QPushButton::clicked, this, [this] { m_units.setCut(proposedCut(m_problem)); });
    connect(m_roadmap, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(QStringLiteral("roadmap")); });
    return row;
}

QWidget* BoundaryPage::makeUnits()
{
    m_unitsCard = new Card(tr("Units"), QStringLiteral(" "));
    m_unitsCard->setFixedWidth(316);
    m_unitsCard->setHeaderLine(true);
    m_mark = caption(tr("interpreted"));
    m_unitsCard->addAction(m_mark);
    m_view = new UnitsView(&m_units, tr("Units and the side they lie on"));
    m_unitsCard->body()->setContentsMargins(0, 0, 0, 0);
    m_unitsCard->body()->setSpacing(0);
    m_unitsCard->body()->addWidget(m_view, 1);
    m_unitsCard->body()->addWidget(new Hairline(Qt::Horizontal));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(14, 8, 14, 10);
    foot->setSpacing(8);
    m_foot = new Label({}, TextRole::Table);
    m_foot->setElide(Qt::ElideRight);
    foot->addWidget(new Keycap(tr("Space")));
    foot->addWidget(m_foot, 1);
    m_unitsCard->body()->addLayout(foot);
    m_note = new Label({}, TextRole::Caption, Tone::Text2);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(14, 0, 14, 12);
    m_unitsCard->body()->addWidget(m_note);
    m_exact = makeButton(tr("Work them out exactly"), Look::Link, {}, tr("Work the figures of the boundary out exactly"));
    m_exact->hide();
    auto* link = new QHBoxLayout;
    link->setContentsMargins(14, 0, 14, 12);
    link->addWidget(m_exact);
    link->addStretch();
    m_unitsCard->body()->addLayout(link);
    connect(m_exact, &QPushButton::clicked, this, [this] { m_context.plan->prepare(); });
    return m_unitsCard;
}

const Candidate* BoundaryPage::candidate() const { return m_assessment ? m_assessment->candidate(bytes(m_candidate->currentData().toString())) : nullptr; }

double BoundaryPage::dayWorth() const { return m_worth->currentData().toDouble(); }

const roadmap::PlanInput* BoundaryPage::problem() const { return m_context.plan ? m_context.plan->problem().get() : nullptr; }

void BoundaryPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (!m_context.plan)
        return;
    m_context.plan->setProblemWanted(true);
    if (m_assessment && problem() && !m_problem.exact && !m_problem.units.empty())
        fillAgain();
}

void BoundaryPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    if (m_context.plan)
        m_context.plan->setProblemWanted(false);
}

// Exactly these units, undoable like any other change of the plan.
void BoundaryPage::keep()
{
    const Candidate* chosen = candidate();
    if (!chosen || !m_context.plan)
        return;
    std::set<std::string> inside;
    for (std::size_t at = 0; at < m_problem.units.size(); ++at) {
        if (m_units.cut()[at])
            inside.insert(m_problem.units[at].functions.begin(), m_problem.units[at].functions.end());
    }
    // What the candidate has and no row names stays with it.
    std::set<std::string> named;
    for (const BoundaryUnit& unit : m_problem.units)
        named.insert(unit.functions.begin(), unit.functions.end());
    for (const std::string& unit : chosen->units) {
        if (!named.contains(unit))
            inside.insert(unit);
    }
    m_context.plan->change(tr("Keep the boundary of %1").arg(m_title), plan::bounded(m_context.plan->settings(), *chosen, inside, {}));
}

void BoundaryPage::fill() { fillAgain(); }

void BoundaryPage::fillAgain()
{
    // What was ticked is kept by name, for the same candidate.
    std::set<QString> ticked;
    for (std::size_t at = 0; at < m_problem.units.size(); ++at) {
        if (m_units.cut()[at])
            ticked.insert(qs(m_problem.units[at].path) + QLatin1Char(':') + m_problem.units[at].name);
    }
    const QString before = m_title;
    const bool changed = !m_problem.units.empty() && m_units.cut() != proposedCut(m_problem);
    {
        const QSignalBlocker quiet(m_candidate);
        m_candidate->clear();
        for (const Candidate& one : m_assessment->candidates)
            m_candidate->addItem(qs(one.title), qs(one.id));
        int at = m_context.selection ? m_candidate->findData(m_context.selection->candidate()) : -1;
        if (at < 0)
            at = m_candidate->findText(before);
        m_candidate->setCurrentIndex(std::max(0, at));
    }
    showCandidate(m_candidate->currentIndex());
    if (!changed || m_title != before)
        return;
    Cut cut;
    for (const BoundaryUnit& unit : m_problem.units)
        cut.push_back(ticked.contains(qs(unit.path) + QLatin1Char(':') + unit.name));
    m_units.setCut(cut);
}

void BoundaryPage::showCandidate(int)
{
    const Candidate* chosen = candidate();
    m_units.setProblem(nullptr, {});
    m_crossings.setCut(nullptr, {});
    m_problem = !chosen ? BoundaryProblem {} : problem() ? boundaryProblem(*problem(), *m_assessment, *chosen) : boundaryProblem(*m_assessment, *chosen);
    m_title = chosen ? qs(chosen->title) : QString();
    m_crossings.setAssessment(m_assessment);
    m_columns.setAssessment(m_assessment);
    m_units.setProblem(&m_problem, proposedCut(m_problem));
    for (QWidget* part : { static_cast<QWidget*>(m_candidate), static_cast<QWidget*>(m_worth), static_cast<QWidget*>(m_roadmap) })
        part->setEnabled(chosen != nullptr);
    const double speedup = m_problem.speedup.likely;
    m_speedup->setText(!chosen ? QString()
            : m_problem.exact  ? tr("Speed-up ≈ %1×  %2×").arg(number(speedup, speedup < 10 ? 1 : 0), rangeText(m_problem.speedup, speedup < 10 ? 1 : 0))
                               : tr("Speed-up ≈ %1×").arg(number(speedup, speedup < 10 ? 1 : 0)));
    m_speedup->setToolTip(m_problem.exact ? tr("Of the proposed units together; each has its own, from what it does.") : tr("One figure for all units of the candidate: the one that gives its gain."));
    const bool isMeasured = std::any_of(m_problem.units.begin(), m_problem.units.end(), [](const BoundaryUnit& unit) { return unit.measured; });
    m_mark->setText(certaintyPrefix(isMeasured ? HeatSource::Measured : HeatSource::Estimated) + tr("interpreted"));
    m_exact->setVisible(chosen && m_context.plan && !m_problem.exact);
    m_note->setText(!chosen ? QString()
            : m_problem.exact ? QString()
            : m_problem.runNanoseconds > 0 ? tr("≈ Beyond the proposal the window estimates: one speed-up, effort by lines, usual prices per call.")
                                           : tr("The length of a run is not known, so crossings have no share of it."));
    m_note->setVisible(!m_note->text().isEmpty());
    m_note->setFixedHeight(std::max(0, m_note->heightForWidth(316)));
    showCut();
    if (m_view->currentIndex().isValid() || m_units.rowCount() < 2)
        return;
    m_view->setCurrentIndex(m_units.index(1));
}

QString BoundaryPage::costText(const BoundaryResult& result) const { return result.crossingNanoseconds > 0 ? nanoseconds(result.crossingNanoseconds) : tr("nothing"); }

void BoundaryPage::showCut()
{
    const Candidate* chosen = candidate();
    if (!chosen || m_problem.units.empty()) {
        setHeadline({ tr("No boundary to draw: nothing is proposed to move."), tr("The Modules page says of each module why it stays.") });
        m_chart->setColumns({});
        m_columns.setColumns({});
        m_unitsCard->setCaption({});
        m_crossingsCard->setCaption({});
        m_reset->setEnabled(false);
        m_keep->setEnabled(false);
        m_foot->setText({});
        return;
    }
    const Cut proposal = proposedCut(m_problem), &cut = m_units.cut();
    const BoundaryResult best = evaluate(m_problem, proposal), now = evaluate(m_problem, cut);
    const bool isProposal = cut == proposal;
    // The columns, and the cut of the moment if it is none of them.
    m_cuts = growingCuts(m_problem, dayWorth(), kColumns);
    if (std::find(m_cuts.begin(), m_cuts.end(), cut) == m_cuts.end() && now.units > 0) {
        m_cuts.push_back(cut);
        std::stable_sort(m_cuts.begin(), m_cuts.end(), [this](const Cut& a, const Cut& b) { return evaluate(m_problem, a).units < evaluate(m_problem, b).units; });
    }
    // The analysis also weighs ties and what moves before; where the window's own estimate would rather move more, the
    // proposal is called that and not the optimum.
    const bool leads = std::none_of(m_cuts.begin(), m_cuts.end(), [&](const Cut& one) { return evaluate(m_problem, one).remains(dayWorth()) > best.remains(dayWorth()) + 1e-6; });
    std::vector<render::BoundaryColumn> columns;
    for (const Cut& one : m_cuts) {
        const BoundaryResult result = evaluate(m_problem, one);
        render::BoundaryColumn column;
        column.title = counted(result.units, tr("1 unit"), tr("%1 units"));
        column.optimum = one == proposal;
        column.chosen = one == cut;
        column.mark = column.optimum ? (chosen->isByHand ? tr("By hand") : leads || m_problem.exact ? tr("Optimum") : tr("Proposed")) : column.chosen ? tr("Yours") : QString();
        column.crossingsText = result.crossingNanoseconds > 0 ? tr("crossings %1").arg(nanoseconds(result.crossingNanoseconds)) : tr("no crossings");
        column.effortText = days(result.days);
        column.saved = result.saved;
        column.crossings = result.crossings;
        column.effort = result.days * dayWorth();
        columns.push_back(std::move(column));
    }
    m_chart->setColumns(columns);
    m_columns.setColumns(columns);
    m_crossings.setCut(&m_problem, cut);
    m_reset->setEnabled(!isProposal);
    m_keep->setEnabled(!isProposal && now.units > 0);
    m_unitsCard->setCaption(tr("%1 of %2 in · %3").arg(countText(now.units), countText(m_problem.units.size()), days(now.days)));
    m_crossingsCard->setCaption(now.crossingNanoseconds > 0 ? tr("%1 per run in all").arg(QStringLiteral("≈ ") + nanoseconds(now.crossingNanoseconds)) : tr("none"));
    const QString gain = (chosen->predictedSeconds ? QString() : QStringLiteral("≈ ")) + percent(now.net());
    Headline words;
    if (isProposal) {
        words.sentence = now.units == 1 ? tr("Move one unit: %1 of the run saved, %2 paid at the boundary.").arg(gain, costText(now))
                                        : tr("Move %1 units together: %2 of the run saved, %3 paid at the boundary.").arg(numberWord(now.units), gain, costText(now));
        const BoundaryResult alone = evaluate(m_problem, m_cuts.front());
        if (best.units > 1 && alone.units == 1)
            words.below = tr("The best one alone would save %1 and pay %2 in crossings.").arg(percent(alone.net()), costText(alone));
    } else {
        const double more = now.remains(dayWorth()) - best.remains(dayWorth());
        words.sentence = now.units == 0 ? tr("Nothing moves: nothing is saved.")
                                        : tr("Your %1: %2 of the run saved, %3 paid at the boundary.").arg(counted(now.units, tr("1 unit"), tr("%1 units")), gain, costText(now));
        words.below = more >= 0 ? (m_problem.exact ? tr("After effort that leaves %1 more than the proposal, at this price of a day.") : tr("After effort that leaves %1 more than the proposal, by the window's estimate.")).arg(percent(more))
                                : tr("After effort that leaves %1 less than the proposal.").arg(percent(-more));
    }
    setHeadline(words);
    describeUnit(m_view->currentIndex().isValid() ? m_units.unitAt(m_view->currentIndex().row()) : -1);
}

void BoundaryPage::describeUnit(int unit)
{
    if (unit < 0 || unit >= static_cast<int>(m_units.cut().size())) {
        m_foot->setText(tr("moves a unit in or out"));
        return;
    }
    Cut other = m_units.cut();
    const bool in = other[static_cast<std::size_t>(unit)];
    const std::vector<int> tied = tiedTo(m_problem, unit);
    for (const int one : tied)
        other[static_cast<std::size_t>(one)] = !in;
    const BoundaryResult now = evaluate(m_problem, m_units.cut()), then = evaluate(m_problem, other);
    m_foot->setToolTip(QString());
    const QString more = tied.size() > 1 ? tr(" with %1 tied").arg(tied.size() - 1) : QString();
    m_foot->setText((in ? tr("takes it out%3: %1 %, %2 pd") : tr("moves it in%3: %1 %, %2 pd")).arg(signedNumber((then.net() - now.net()) * 100, 1), signedNumber(then.days - now.days, 1), more));
}

} // namespace ferroscope::ui
