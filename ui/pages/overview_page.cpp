// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_page.h"

#include "ui/models/text.h"
#include "ui/render/figures/contexts.h"
#include "ui/widgets/quadrant_view.h"
#include "ui/widgets/step_row.h"
#include "ui/widgets/table_dialog.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace ferroscope::ui {

namespace {

// A figure of the strip: caption above, value and range mark below.
QHBoxLayout* figureRow(Label* value, RangeMark* mark, Label* range)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(value);
    if (mark)
        row->addWidget(mark);
    row->addWidget(range, mark ? 0 : 1);
    if (mark)
        row->addStretch();
    return row;
}

} // namespace

OverviewPage::OverviewPage(const PageContext& context, QWidget* parent)
    : Page(QStringLiteral("overview"), tr("Overview"), QStringLiteral("overview"), context, parent)
    , m_short(5)
    , m_quadrant(new QuadrantView(tr("Value and ease of every module")))
{
    content()->addWidget(makeFigures());

    auto* table = new DataTable(&m_modules, tr("Value and ease as a table"));
    m_quadrantCard = new FigureCard(tr("Value and ease"), tr("one mark per module; whiskers: range, dashed: estimated"), m_quadrant, table);
    connect(table, &DataTable::rowActivated, this, &OverviewPage::moduleWanted);
    connect(m_quadrant, &QuadrantView::moduleOpened, this, [this](const QString& path) { Q_EMIT moduleWanted(path, 0); });
    if (m_context.selection) {
        connect(m_quadrant, &QuadrantView::moduleChosen, m_context.selection, &Selection::setModule);
        connect(m_context.selection, &Selection::moduleChanged, m_quadrant, &QuadrantView::setSelected);
        connect(m_context.selection, &Selection::moduleChanged, table, &DataTable::selectPath);
        connect(table, &DataTable::rowChosen, m_context.selection, &Selection::setModule);
    }

    m_shortCard = new Card(tr("Short list"));
    auto* gain = caption(tr("Saves per run"));
    gain->setFixedWidth(StepRow::kGainColumn + 12);
    auto* effort = caption(tr("Effort"));
    effort->setFixedWidth(StepRow::kEffortColumn);
    effort->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_shortCard->addAction(gain);
    m_shortCard->addAction(effort);
    m_shortCard->header()->setSpacing(0);
    m_shortCard->setHeaderLine(true);
    m_shortRows = new QVBoxLayout;
    m_shortRows->setSpacing(0);
    m_shortCard->body()->addLayout(m_shortRows);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(14, 8, 14, 12);
    buttons->setSpacing(8);
    m_roadmap = makeButton(tr("Open the roadmap"), Look::Primary);
    m_report = makeButton(tr("Write the report…"));
    buttons->addWidget(m_roadmap);
    buttons->addWidget(m_report);
    buttons->addStretch();
    m_shortCard->body()->addLayout(buttons);
    m_shortCard->body()->addStretch(1);
    connect(m_roadmap, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(QStringLiteral("roadmap")); });
    connect(m_report, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(QStringLiteral("report")); });

    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(m_quadrantCard, 616);
    top->addWidget(m_shortCard, 416);
    content()->addLayout(top, 1);

    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(16);
    bottom->addWidget(makeVerdicts(), 336);
    auto* limits = new Card(tr("Not analysed"));
    m_limitRows = new QVBoxLayout;
    m_limitRows->setContentsMargins(14, 2, 14, 12);
    m_limitRows->setSpacing(6);
    limits->body()->addLayout(m_limitRows);
    limits->body()->addStretch();
    bottom->addWidget(limits, 264);
    auto* certain = new Card(tr("What would make this more certain"));
    m_certainRows = new QVBoxLayout;
    m_certainRows->setContentsMargins(0, 0, 0, 8);
    m_certainRows->setSpacing(0);
    certain->body()->addLayout(m_certainRows);
    certain->body()->addStretch();
    bottom->addWidget(certain, 416);
    content()->addLayout(bottom, 0);
}

QWidget* OverviewPage::makeFigures()
{
    auto* strip = new QWidget;
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(0, 0, 0, 4);
    row->setSpacing(26);
    const auto block = [&](const QString& title, QHBoxLayout* figure, int stretch) {
        auto* column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(caption(title));
        column->addLayout(figure);
        row->addLayout(column, stretch);
    };
    m_gain = new Label({}, TextRole::Body);
    m_gainRange = new Label({}, TextRole::Table, Tone::Text2);
    m_effort = new Label({}, TextRole::Body);
    m_effortRange = new Label({}, TextRole::Table, Tone::Text2);
    m_sure = new Label({}, TextRole::Body);
    m_sureWhy = new Label({}, TextRole::Table, Tone::Text2);
    m_sureWhy->setElide(Qt::ElideRight);
    for (auto* figure : { m_gain, m_effort, m_sure }) {
        QFont font = Theme::light().font(TextRole::Body, true);
        font.setPixelSize(15);
        figure->setFont(font);
    }
    m_gainMark = new RangeMark;
    m_gainMark->setFixedWidth(130);
    m_effortMark = new RangeMark;
    m_effortMark->setFixedWidth(90);
    block(tr("Run time, all steps done"), figureRow(m_gain, m_gainMark, m_gainRange), 0);
    row->addWidget(new Hairline(Qt::Vertical));
    block(tr("Effort"), figureRow(m_effort, m_effortMark, m_effortRange), 0);
    row->addWidget(new Hairline(Qt::Vertical));
    block(tr("How sure"), figureRow(m_sure, nullptr, m_sureWhy), 1);
    return strip;
}

QWidget* OverviewPage::makeVerdicts()
{
    auto* card = new Card(tr("Verdicts"));
    card->addAction(caption(tr("modules")));
    auto* column = new QVBoxLayout;
    column->setContentsMargins(16, 0, 15, 12);
    column->setSpacing(10);
    m_strip = new VerdictStrip;
    column->addWidget(m_strip);
    m_verdictGrid = new QGridLayout;
    m_verdictGrid->setHorizontalSpacing(8);
    m_verdictGrid->setVerticalSpacing(3);
    column->addLayout(m_verdictGrid);
    column->addStretch();
    card->body()->addLayout(column);
    return card;
}

void OverviewPage::setReading(const ReadingState& state)
{
    Page::setReading(state);
    const QString hints = state.hintSlots > 0 ? percent(static_cast<double>(state.hintsAnnotated) / static_cast<double>(state.hintSlots), 0) : QStringLiteral("–");
    setCounted({ { tr("Code lines"), countText(state.codeLines) }, { tr("Functions"), countText(state.functions) },
        { tr("Type hints"), hints }, { tr("With errors"), countText(state.withErrors) } });
}

void OverviewPage::fill()
{
    const Headline answer = overviewHeadline(*m_assessment);
    // An answer that would need two lines is set smaller: it is read at a glance.
    setBigHeadline(answer.sentence.size() <= 74);
    setHeadline({ answer.sentence, {} });
    m_modules.setAssessment(m_assessment);
    m_short.setAssessment(m_assessment);
    m_limits.setAssessment(m_assessment);
    m_quadrant->setAssessment(m_assessment);
    fillFigures();
    fillShortList();
    fillVerdicts();
    fillLimits();
    fillCertainty();
}

void OverviewPage::fillFigures()
{
    const Assessment& a = *m_assessment;
    const Range gain = wholeGain(a), effort = wholeEffort(a);
    const Range left { 1 - gain.high, 1 - gain.likely, 1 - gain.low };
    const bool estimated = render::heatSource(a) != HeatSource::Measured;
    m_gain->setText(a.waves.empty() ? tr("100 % stays") : tr("100 % → %1%2").arg(estimated ? QStringLiteral("≈ ") : QString(), percent(left.likely, 0)));
    m_gainMark->setRange(left, 0, 1, Tone::Move, estimated);
    m_gainMark->setVisible(!a.waves.empty());
    m_gainRange->setText(a.waves.empty() ? tr("no step would pay") : spanPercent(left));
    m_effort->setText(days(effort.likely, true));
    m_effortMark->setRange(effort, 0, std::max(1.0, effort.high * 1.2));
    m_effortMark->setVisible(effort.high > 0);
    m_effortRange->setText(effort.high > 0 ? rangeText(effort, effort.high < 10 ? 1 : 0) : QString());
    const QString certainty = qs(a.recommendation.certainty);
    m_sure->setText(certainty == QLatin1String("measured") ? tr("Measured")
            : certainty == QLatin1String("low")            ? tr("Low: little is known")
                                                           : tr("≈ Estimated"));
    QString stable;
    if (!a.sensitivityTop.empty()) {
        const Candidate* best = a.candidate(a.sensitivityTop.front().first);
        if (best)
            stable = tr("%1 stays on top in %2 of weightings").arg(qs(best->title), percent(a.sensitivityTop.front().second, 0));
    }
    m_sureWhy->setText(stable);
}

void OverviewPage::fillShortList()
{
    clearLayout(m_shortRows);
    double scale = 0.01;
    for (int at = 0; at < m_short.rowCount(); ++at) {
        const auto& row = m_short.row(at);
        scale = std::max(scale, row.candidate ? row.candidate->gain.high : row.work ? row.work->gain.high : 0.0);
    }
    const bool estimated = render::heatSource(*m_assessment) != HeatSource::Measured;
    for (int at = 0; at < m_short.rowCount(); ++at) {
        const auto& row = m_short.row(at);
        StepText step { m_short.verdict(at), m_short.index(at, ShortListModel::Title).data().toString(), verdictName(m_short.verdict(at)), m_short.detail(at), {}, scale * 1.05, estimated, {} };
        if (row.candidate || row.work) {
            step.gain = row.candidate ? row.candidate->gain : row.work->gain;
            step.effort = row.candidate ? row.candidate->effort : row.work->effort;
        }
        auto* button = new StepRow(step);
        const QString path = m_short.firstModule(at), id = m_short.index(at, 0).data(IdRole).toString();
        connect(button, &QAbstractButton::clicked, this, [this, path, id] {
            if (m_context.selection)
                m_context.selection->setCandidate(id);
            Q_EMIT moduleWanted(path, 0);
        });
        m_shortRows->addWidget(button);
        m_shortRows->addWidget(new Hairline(Qt::Horizontal));
    }
    if (m_short.rowCount() == 0) {
        auto* none = new Label(tr("Nothing is worth moving, and nothing needs a fix. Each module's page says why."), TextRole::Body, Tone::Text2);
        none->setWordWrap(true);
        none->setContentsMargins(14, 14, 14, 14);
        m_shortRows->addWidget(none);
    }
    m_roadmap->setEnabled(!m_assessment->waves.empty());
}

void OverviewPage::fillVerdicts()
{
    clearLayout(m_verdictGrid);
    const auto& counts = m_assessment->totals.verdicts;
    m_strip->setCounts(counts);
    std::vector<Verdict> present;
    QStringList absent;
    for (const Verdict verdict : verdictOrder()) {
        if (counts[static_cast<std::size_t>(verdict)] > 0)
            present.push_back(verdict);
        else if (movesToRust(verdict))
            absent << verdictName(verdict);
    }
    const std::size_t half = (present.size() + 1) / 2;
    for (std::size_t at = 0; at < present.size(); ++at) {
        const int row = static_cast<int>(at % half), column = at < half ? 0 : 4;
        m_verdictGrid->addWidget(new VerdictGlyph(present[at]), row, column);
        m_verdictGrid->addWidget(new Label(verdictName(present[at]), TextRole::Table), row, column + 1);
        auto* figure = new Label(countText(counts[static_cast<std::size_t>(present[at])]), TextRole::Table);
        figure->setRole(TextRole::Table, true);
        figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_verdictGrid->addWidget(figure, row, column + 2);
    }
    m_verdictGrid->setColumnStretch(1, 1);
    m_verdictGrid->setColumnStretch(5, 1);
    m_verdictGrid->setColumnMinimumWidth(3, 14);
    if (!absent.isEmpty()) {
        auto* none = new Label(tr("None: %1").arg(absent.join(QLatin1String(", "))), TextRole::Caption, Tone::Text3);
        none->setElide(Qt::ElideRight);
        m_verdictGrid->addWidget(none, static_cast<int>(half), 0, 1, 7);
    }
}

void OverviewPage::fillLimits()
{
    clearLayout(m_limitRows);
    const Coverage& seen = m_assessment->coverage;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    int at = 0;
    const auto row = [&](const QString& figure, const QString& what) {
        auto* value = new Label(figure, TextRole::Table);
        value->setRole(TextRole::Table, true);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setMinimumWidth(44);
        auto* words = new Label(what, TextRole::Table, Tone::Text2);
        words->setElide(Qt::ElideRight);
        grid->addWidget(value, at, 0);
        grid->addWidget(words, at++, 1);
    };
    row(countText(seen.skipped.size()), tr("files skipped, with reasons"));
    row(countText(seen.filesWithErrors), tr("files parsed with errors"));
    row(countText(seen.dynamicImports), tr("dynamic imports"));
    row(countText(seen.importsUnresolved), tr("imports not resolved"));
    if (seen.callsTotal > 0) {
        const double missing = 1.0 - static_cast<double>(seen.callsResolved) / static_cast<double>(seen.callsTotal);
        row(percent(missing), tr("of %1 calls not resolved").arg(countText(seen.callsTotal)));
    }
    grid->setColumnStretch(1, 1);
    m_limitRows->addLayout(grid);
    if (m_limits.rowCount() > 0) {
        auto* list = makeButton(tr("List every place"), Look::Link);
        connect(list, &QPushButton::clicked, this, &OverviewPage::listLimits);
        auto* line = new QHBoxLayout;
        line->addSpacing(52);
        line->addWidget(list);
        line->addStretch();
        m_limitRows->addLayout(line);
    }
}

void OverviewPage::listLimits()
{
    auto* dialog = new TableDialog(tr("Not analysed"), counted(static_cast<std::size_t>(m_limits.rowCount()), tr("One place was left out or read in part."), tr("%1 places were left out or read in part.")), &m_limits, 2, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog->table(), &DataTable::rowActivated, this, [this, dialog](const QString& path, int line) {
        if (m_assessment && m_assessment->find(bytes(path))) {
            dialog->accept();
            Q_EMIT moduleWanted(path, line);
        }
    });
    dialog->open();
}

void OverviewPage::fillCertainty()
{
    clearLayout(m_certainRows);
    const auto& ways = m_assessment->recommendation.raisesCertainty;
    for (std::size_t at = 0; at < std::min<std::size_t>(4, ways.size()); ++at) {
        if (at > 0)
            m_certainRows->addWidget(new Hairline(Qt::Horizontal));
        auto* words = new Label(qs(ways[at]), TextRole::Table, Tone::Text2);
        words->setWordWrap(true);
        words->setContentsMargins(14, 8, 14, 8);
        m_certainRows->addWidget(words);
    }
    if (ways.empty()) {
        auto* none = new Label(tr("Nothing would change the answer."), TextRole::Table, Tone::Text2);
        none->setContentsMargins(14, 4, 14, 8);
        m_certainRows->addWidget(none);
    }
}

} // namespace ferroscope::ui
