// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roadmap_details.h"

#include "ui/models/text.h"
#include "ui/widgets/small_figures.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace ferroscope::ui {

namespace {

constexpr std::size_t kNamed = 8; // modules
constexpr std::size_t kHazards = 6;

QString criticalityText(const std::string& level)
{
    return level == "high" ? RoadmapDetails::tr("high") : level == "low" ? RoadmapDetails::tr("low") : RoadmapDetails::tr("normal");
}

} // namespace

RoadmapDetails::RoadmapDetails(QWidget* parent)
    : Card(tr("Step"), QStringLiteral(" "), parent)
{
    setFixedWidth(296);
    setHeaderLine(true);
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
    body()->setContentsMargins(0, 0, 0, 8);
    body()->addWidget(scroll);
}

void RoadmapDetails::setAssessment(const AssessmentPtr& assessment)
{
    m_assessment = assessment;
    m_crossings.setAssessment(assessment);
}

void RoadmapDetails::showNothing()
{
    clearLayout(m_lines);
    setTitle(tr("Step"));
    setCaption({});
    m_lines->addWidget(new Label(tr("No step is planned."), TextRole::Body, Tone::Text2));
    m_lines->addStretch();
}

void RoadmapDetails::showJoined(const QString& title)
{
    clearLayout(m_lines);
    setTitle(tr("Small steps"));
    setCaption({});
    auto* words = new Label(tr("%1, joined in the figure. The table lists each.").arg(title), TextRole::Body, Tone::Text2);
    words->setWordWrap(true);
    m_lines->addWidget(words);
    auto* table = makeButton(tr("Show as table"), Look::Link, {}, tr("Show the steps as a table"));
    connect(table, &QPushButton::clicked, this, &RoadmapDetails::tableWanted);
    m_lines->addWidget(table);
    m_lines->addStretch();
}

void RoadmapDetails::addText(const QString& title, const std::vector<std::string>& lines)
{
    if (lines.empty())
        return;
    m_lines->addSpacing(8);
    m_lines->addWidget(caption(title));
    for (const std::string& line : lines) {
        if (line.empty())
            continue;
        auto* words = new Label(lines.size() == 1 ? qs(line) : QString(QStringLiteral("· ") + qs(line)), TextRole::Table);
        words->setWordWrap(true);
        m_lines->addWidget(words);
    }
}

void RoadmapDetails::addModules(const std::vector<std::string>& paths)
{
    m_lines->addSpacing(8);
    m_lines->addWidget(caption(counted(paths.size(), tr("1 module"), tr("%1 modules"))));
    for (std::size_t at = 0; at < std::min(kNamed, paths.size()); ++at) {
        const AssessedModule* module = m_assessment->find(paths[at]);
        auto* open = makeButton(module ? qs(module->name) : qs(paths[at]), Look::Link, {}, tr("Open module %1").arg(qs(paths[at])));
        open->setFont(Theme::light().font(TextRole::Code));
        open->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(open, &QPushButton::clicked, this, [this, path = qs(paths[at])] { Q_EMIT moduleWanted(path); });
        m_lines->addWidget(open);
    }
    if (paths.size() > kNamed)
        m_lines->addWidget(new Label(tr("and %1 more").arg(countText(paths.size() - kNamed)), TextRole::Table, Tone::Text3));
}

void RoadmapDetails::addFigure(const QString& what, const QString& likely, const QString& range)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(new Label(what, TextRole::Table, Tone::Text2), 1);
    auto* value = new Label(likely, TextRole::Table);
    value->setRole(TextRole::Table, true);
    line->addWidget(value);
    line->addWidget(new Label(range, TextRole::Table, Tone::Text2));
    m_lines->addLayout(line);
}

void RoadmapDetails::addCandidate(const Candidate& candidate)
{
    double cost = 0;
    for (const Crossing& crossing : candidate.crossings)
        cost += crossing.cost;
    addFigure(tr("Crossings"), countText(candidate.crossings.size()), QStringLiteral("≈ ") + nanoseconds(cost));
    addFigure(tr("Units"), countText(candidate.units.size()), {});
    if (!candidate.criticality.empty())
        addFigure(tr("Criticality"), criticalityText(candidate.criticality), {});
}

void RoadmapDetails::showStep(const Candidate* candidate, const WorkItem* work, const Wave& wave, bool editable)
{
    clearLayout(m_lines);
    const Range effort = candidate ? candidate->effort : work->effort, gain = candidate ? candidate->gain : work->gain;
    setTitle(tr("Wave %1").arg(wave.number));
    setCaption(qs(wave.title));
    auto* name = heading(qs(candidate ? candidate->title : work->title));
    name->setWordWrap(true);
    m_lines->addWidget(name);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const Verdict kind = candidate ? candidate->strategy : work->kind;
    row->addWidget(new VerdictGlyph(kind));
    row->addWidget(new Label(verdictName(kind), TextRole::Table), 1);
    if (candidate && candidate->isByHand)
        row->addWidget(new Label(tr("by hand"), TextRole::Table, Tone::Accent));
    m_lines->addLayout(row);
    if (candidate && editable) {
        auto* more = makeButton(tr("Change this step…"), Look::Small, {}, tr("Change %1").arg(qs(candidate->title)));
        more->setProperty("iconName", QStringLiteral("chevron-down"));
        connect(more, &QPushButton::clicked, this, [this, more] { Q_EMIT moreWanted(more->mapToGlobal(QPoint(0, more->height() + 2))); });
        m_lines->addSpacing(4);
        m_lines->addWidget(more);
    }
    m_lines->addSpacing(8);
    addFigure(tr("Effort"), days(effort.likely), spanDays(effort));
    if (gain.high > 0)
        addFigure(tr("Saves"), percent(gain.likely), spanPercent(gain));
    if (candidate && candidate->predictedSeconds)
        addFigure(tr("Of the run"), tr("%1 s").arg(number(candidate->predictedSeconds->likely, 1)), rangeText(*candidate->predictedSeconds, 1) + QStringLiteral(" s"));
    if (candidate)
        addCandidate(*candidate);
    if (wave.dates.known()) {
        addFigure(tr("Wave starts"), dateText(wave.dates.start), {});
        addFigure(tr("Wave ends"), dateText(wave.dates.endLikely), {});
        addFigure(tr("Between"), {}, dateText(wave.dates.endLow) + QStringLiteral(" – ") + dateText(wave.dates.endHigh));
    }
    if (wave.weeks.high > 0)
        addFigure(tr("Wave takes"), tr("%1 weeks").arg(number(wave.weeks.likely, wave.weeks.likely < 10 ? 1 : 0)), rangeText(wave.weeks, wave.weeks.high < 10 ? 1 : 0));
    addModules(candidate ? candidate->modules : work->modules);
    std::vector<std::string> needs;
    for (const std::string& one : wave.prerequisites) {
        const Candidate* needed = m_assessment->candidate(one);
        needs.push_back(needed ? needed->title : one);
    }
    addText(tr("Needs first"), needs);
    if (candidate) {
        addText(tr("Cheaper than Rust"), candidate->alternatives);
        addText(tr("Risks"), candidate->risks);
        std::vector<std::string> hazards;
        for (const Hazard& hazard : candidate->hazards) {
            if (hazards.size() < kHazards)
                hazards.push_back(hazard.sentence + " (" + hazard.path.substr(hazard.path.rfind('/') == std::string::npos ? 0 : hazard.path.rfind('/') + 1) + ":" + std::to_string(hazard.line) + ")");
        }
        if (candidate->hazards.size() > kHazards)
            hazards.push_back(bytes(tr("and %1 more").arg(candidate->hazards.size() - kHazards)));
        addText(tr("A faithful port keeps in mind"), hazards);
    }
    addText(tr("Done when"), wave.exitCriteria);
    addText(tr("Measure"), wave.measure);
    if (!wave.stopRule.empty())
        addText(tr("Stop when"), { wave.stopRule });
    if (!wave.rollback.empty())
        addText(tr("The way back"), { wave.rollback });
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
