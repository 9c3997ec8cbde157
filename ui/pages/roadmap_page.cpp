// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roadmap_page.h"

#include "ui/models/text.h"
#include "ui/widgets/roadmap_view.h"
#include "ui/widgets/small_figures.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>

namespace ferroscope::ui {

RoadmapPage::RoadmapPage(const PageContext& context, QWidget* parent)
    : Page(QStringLiteral("roadmap"), tr("Roadmap"), QStringLiteral("roadmap"), context, parent)
    , m_view(new RoadmapView(tr("Roadmap")))
{
    auto* table = new DataTable(&m_steps, tr("Steps of the roadmap"));
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("Roadmap"));
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_view);
    m_view->setAutoFillBackground(false);
    m_card = new FigureCard(tr("Waves"), tr("bar: likely effort, pale: up to the high end; arrows: needs the other first"), scroll, table);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(m_card, 1);
    columns->addWidget(makeDetails());
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
    if (m_context.selection)
        connect(m_context.selection, &Selection::candidateChanged, this, &RoadmapPage::showCandidate);
}

QWidget* RoadmapPage::makeDetails()
{
    m_details = new Card(tr("Step"));
    m_details->setFixedWidth(296);
    m_details->setHeaderLine(true);
    auto* inside = new QWidget;
    m_lines = new QVBoxLayout(inside);
    m_lines->setContentsMargins(14, 12, 14, 14);
    m_lines->setSpacing(4);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Details of the step"));
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    m_details->body()->setContentsMargins(0, 0, 0, 8);
    m_details->body()->addWidget(scroll);
    return m_details;
}

void RoadmapPage::fill()
{
    setHeadline(roadmapHeadline(*m_assessment));
    m_steps.setAssessment(m_assessment);
    m_crossings.setAssessment(m_assessment);
    m_view->setAssessment(m_assessment);
    const QString chosen = m_context.selection ? m_context.selection->candidate() : QString();
    const bool there = !m_key.isEmpty() && std::any_of(m_view->figure().steps.begin(), m_view->figure().steps.end(), [this](const auto& one) { return one.id.isEmpty() && one.title == m_key; });
    if (there)
        showKey(m_key); // work in Python that was looked at
    else if (!chosen.isEmpty() && m_assessment->candidate(bytes(chosen)))
        showCandidate(chosen);
    else if (!m_view->figure().steps.empty())
        showStep(0);
    else {
        clearLayout(m_lines);
        auto* none = new Label(tr("No step is planned."), TextRole::Body, Tone::Text2);
        m_lines->addWidget(none);
    }
}

QString RoadmapPage::keyOf(int step) const
{
    const render::RoadmapStep& one = m_view->figure().steps[static_cast<std::size_t>(step)];
    return one.id.isEmpty() ? one.title : one.id;
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
                fillDetails(nullptr, &work, wave);
                return;
            }
        }
        for (const std::string& id : wave.candidates) {
            if (qs(id) == key) {
                fillDetails(m_assessment->candidate(id), nullptr, wave);
                return;
            }
        }
    }
    // The figure joins the small steps of a crowded wave; the table has them all.
    clearLayout(m_lines);
    m_details->setTitle(tr("Small steps"));
    m_details->setCaption({});
    auto* words = new Label(tr("%1, joined in the figure. The table lists each.").arg(key), TextRole::Body, Tone::Text2);
    words->setWordWrap(true);
    m_lines->addWidget(words);
    auto* table = makeButton(tr("Show as table"), Look::Link, {}, tr("Show the steps as a table"));
    connect(table, &QPushButton::clicked, this, [this] { m_card->showTable(true); });
    m_lines->addWidget(table);
    m_lines->addStretch();
}

void RoadmapPage::addText(const QString& title, const std::vector<std::string>& lines)
{
    if (lines.empty())
        return;
    m_lines->addSpacing(8);
    m_lines->addWidget(caption(title));
    for (const std::string& line : lines) {
        auto* words = new Label(QStringLiteral("· ") + qs(line), TextRole::Table);
        words->setWordWrap(true);
        m_lines->addWidget(words);
    }
}

void RoadmapPage::addModules(const std::vector<std::string>& paths)
{
    m_lines->addSpacing(8);
    m_lines->addWidget(caption(counted(paths.size(), tr("1 module"), tr("%1 modules"))));
    for (std::size_t at = 0; at < std::min<std::size_t>(8, paths.size()); ++at) {
        const AssessedModule* module = m_assessment->find(paths[at]);
        auto* open = makeButton(module ? qs(module->name) : qs(paths[at]), Look::Link, {}, tr("Open module %1").arg(qs(paths[at])));
        open->setFont(Theme::light().font(TextRole::Code));
        open->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(open, &QPushButton::clicked, this, [this, path = qs(paths[at])] { Q_EMIT moduleWanted(path, 0); });
        m_lines->addWidget(open);
    }
    if (paths.size() > 8)
        m_lines->addWidget(new Label(tr("and %1 more").arg(countText(paths.size() - 8)), TextRole::Table, Tone::Text3));
}

void RoadmapPage::fillDetails(const Candidate* candidate, const WorkItem* work, const Wave& wave)
{
    clearLayout(m_lines);
    const QString title = qs(candidate ? candidate->title : work->title);
    const Range effort = candidate ? candidate->effort : work->effort, gain = candidate ? candidate->gain : work->gain;
    m_details->setTitle(tr("Wave %1").arg(wave.number));
    m_details->setCaption(qs(wave.title));
    auto* name = heading(title);
    name->setWordWrap(true);
    m_lines->addWidget(name);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const Verdict kind = candidate ? candidate->strategy : work->kind;
    row->addWidget(new VerdictGlyph(kind));
    row->addWidget(new Label(verdictName(kind), TextRole::Table), 1);
    m_lines->addLayout(row);
    m_lines->addSpacing(8);
    const auto figure = [&](const QString& what, const QString& likely, const QString& range) {
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(new Label(what, TextRole::Table, Tone::Text2), 1);
        auto* value = new Label(likely, TextRole::Table);
        value->setRole(TextRole::Table, true);
        line->addWidget(value);
        line->addWidget(new Label(range, TextRole::Table, Tone::Text2));
        m_lines->addLayout(line);
    };
    figure(tr("Effort"), days(effort.likely), spanDays(effort));
    if (gain.high > 0)
        figure(tr("Saves"), percent(gain.likely), spanPercent(gain));
    if (candidate) {
        double cost = 0;
        for (const Crossing& crossing : candidate->crossings)
            cost += crossing.cost;
        figure(tr("Crossings"), countText(candidate->crossings.size()), QStringLiteral("≈ ") + nanoseconds(cost));
        figure(tr("Units"), countText(candidate->units.size()), {});
    }
    addModules(candidate ? candidate->modules : work->modules);
    std::vector<std::string> needs;
    for (const std::string& one : wave.prerequisites) {
        const Candidate* needed = m_assessment->candidate(one);
        needs.push_back(needed ? needed->title : one);
    }
    addText(tr("Needs first"), needs);
    if (candidate)
        addText(tr("Risks"), candidate->risks);
    addText(tr("Done when"), wave.exitCriteria);
    addText(tr("Measure"), wave.measure);
    if (candidate && !candidate->crossings.empty()) {
        m_lines->addSpacing(8);
        m_lines->addWidget(caption(tr("Dearest crossings")));
        m_crossings.setCandidate(qs(candidate->id));
        for (int at = 0; at < std::min(4, m_crossings.rowCount()); ++at) {
            auto* line = new QHBoxLayout;
            line->setSpacing(8);
            auto* call = new Label(m_crossings.index(at, 0).data().toString() + QStringLiteral(" → ") + m_crossings.index(at, 1).data().toString(), TextRole::Caption);
            call->setMono(true);
            call->setElide(Qt::ElideMiddle);
            line->addWidget(call, 1);
            line->addWidget(new Label(m_crossings.index(at, 4).data().toString(), TextRole::Caption, Tone::Text2));
            m_lines->addLayout(line);
        }
    }
    m_lines->addStretch();
}

} // namespace ferroscope::ui
