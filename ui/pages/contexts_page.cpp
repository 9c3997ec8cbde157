// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/contexts_page.h"

#include "ui/models/text.h"
#include "ui/widgets/contexts_view.h"
#include "ui/widgets/view_state.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <algorithm>

namespace ferroscope::ui {

namespace {
constexpr int kSideWidth = 288;
}

ContextsPage::ContextsPage(const PageContext& context, QWidget* parent)
    : Page(QStringLiteral("contexts"), tr("Contexts"), QStringLiteral("contexts"), context, parent)
    , m_view(new ContextsView(tr("Dependencies of the contexts")))
    , m_scroll(new QScrollArea)
    , m_stack(new QStackedWidget)
    , m_all(new DataTable(&m_contexts, tr("Contexts as a table")))
{
    content()->addLayout(makeToolbar());
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    auto* card = new Card;
    card->body()->setContentsMargins(1, 1, 1, 1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("Dependencies"));
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_view);
    m_view->setAutoFillBackground(false);
    m_stack->addWidget(m_scroll);
    m_all->setStretchColumn(ContextsModel::Name);
    m_stack->addWidget(m_all);
    card->body()->addWidget(m_stack, 1);
    columns->addWidget(card, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(makeCycle());
    right->addWidget(makeContexts(), 1);
    columns->addLayout(right);
    content()->addLayout(columns, 1);

    connect(m_view, &ContextsView::laidOut, this, &ContextsPage::showHidden);
    connect(m_view, &ContextsView::revealWanted, this, [this](const QRectF& rect) {
        m_scroll->ensureVisible(static_cast<int>(rect.center().x()), static_cast<int>(rect.center().y()), 40, static_cast<int>(std::min(rect.height(), m_scroll->viewport()->height() - 40.0) / 2) + 20);
    });
    connect(m_view, &ContextsView::moduleOpened, this, [this](const QString& path) { Q_EMIT moduleWanted(path, 0); });
    connect(m_view, &ContextsView::boxChosen, this, [this](int box) {
        const render::ContextBox& chosen = m_view->graph().boxes[static_cast<std::size_t>(box)];
        for (DataTable* table : { m_few, m_all }) {
            const QSignalBlocker quiet(table->selectionModel());
            table->clearSelection();
            for (int row = 0; chosen.context >= 0 && row < table->model()->rowCount(); ++row) {
                if (table->model()->index(row, 0).data(IdRole).toString() == qs(m_assessment->contexts[static_cast<std::size_t>(chosen.context)].name)) {
                    table->selectRow(row);
                    table->scrollTo(table->model()->index(row, 0));
                }
            }
            table->viewport()->update();
        }
    });
    for (DataTable* table : { m_few, m_all }) {
        connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
            if (!now.isValid())
                return;
            const QString name = now.data(IdRole).toString();
            for (std::size_t at = 0; at < m_view->graph().boxes.size(); ++at) {
                const int own = m_view->graph().boxes[at].context;
                if (own >= 0 && qs(m_assessment->contexts[static_cast<std::size_t>(own)].name) == name)
                    m_view->chooseBox(static_cast<int>(at));
            }
        });
        // Enter on a context opens its box; where it is one of the small ones, its hottest module.
        connect(table, &DataTable::rowActivated, this, [this](const QString& path, int) {
            const AssessedModule* module = m_assessment->find(bytes(path));
            if (!module)
                return;
            showTable(false);
            const int box = m_view->graph().boxOf[static_cast<std::size_t>(module - m_assessment->modules.data())];
            m_view->setOpen(box, true);
            m_view->chooseBox(box);
            m_view->setFocus();
        });
    }
    connect(m_links, &DataTable::rowActivated, this, &ContextsPage::moduleWanted);
    if (m_context.selection) {
        connect(m_view, &ContextsView::moduleChosen, m_context.selection, &Selection::setModule);
        connect(m_context.selection, &Selection::moduleChanged, m_view, &ContextsView::setSelectedModule);
    }
}

QLayout* ContextsPage::makeToolbar()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_side = new Segmented(tr("Which dependencies of the chosen context"));
    m_side->addChoice(tr("In and out"));
    m_side->addChoice(tr("In"));
    m_side->addChoice(tr("Out"));
    m_side->setCurrent(0);
    m_kind = new QComboBox;
    m_kind->addItems({ tr("Edges: imports and calls"), tr("Edges: imports"), tr("Edges: calls") });
    m_kind->setAccessibleName(tr("What an edge is"));
    m_stripe = new QComboBox;
    m_stripe->addItems({ tr("Stripe: heat"), tr("Stripe: readiness") });
    m_stripe->setAccessibleName(tr("Colour of the stripe"));
    m_hidden = new Label({}, TextRole::Caption, Tone::Text2);
    m_hidden->setElide(Qt::ElideRight);
    m_table = makeButton(tr("Show as table"), Look::Link, {}, tr("Contexts: show as table"));
    row->addWidget(m_side);
    row->addWidget(m_kind);
    row->addWidget(m_stripe);
    row->addWidget(m_hidden, 1);
    for (const auto& [key, what] : { std::pair { QStringLiteral("← → ↑ ↓"), tr("follow edges") }, std::pair { tr("Enter"), tr("open") }, std::pair { tr("Esc"), tr("close") } }) {
        row->addWidget(new Keycap(key));
        row->addWidget(caption(what));
    }
    row->addSpacing(4);
    row->addWidget(m_table);
    connect(m_side, &Segmented::chosen, this, &ContextsPage::applyView);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ContextsPage::applyView);
    connect(m_stripe, &QComboBox::currentIndexChanged, this, &ContextsPage::applyView);
    connect(m_table, &QPushButton::clicked, this, [this] { showTable(m_stack->currentIndex() == 0); });
    keepChoice(m_side, QStringLiteral("side"));
    keepChoice(m_kind, QStringLiteral("kind"));
    keepChoice(m_stripe, QStringLiteral("stripe"));
    return row;
}

QWidget* ContextsPage::makeCycle()
{
    m_cycleCard = new Card(tr("Cycles"), QStringLiteral(" "));
    m_cycleCard->setFixedWidth(kSideWidth);
    m_cycleCard->setHeaderLine(true);
    m_next = makeIconButton(QStringLiteral("chevron-right"), tr("Next cycle"));
    m_cycleCard->addAction(m_next);
    m_links = new DataTable(&m_cycle, tr("Imports of the cycle"));
    m_links->setStretchColumn(CycleModel::Import);
    m_links->setMinimumHeight(84);
    m_links->setMaximumHeight(196);
    m_cycleCard->body()->setContentsMargins(0, 0, 0, 0);
    m_cycleCard->body()->addWidget(m_links);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(14, 10, 14, 14);
    below->setSpacing(6);
    m_cutTitle = new Label({}, TextRole::Table);
    m_cutTitle->setRole(TextRole::Table, true);
    m_cutTitle->setWordWrap(true);
    m_cutText = new Label({}, TextRole::Table, Tone::Text2);
    m_cutText->setWordWrap(true);
    m_roadmap = makeButton(tr("Show in roadmap"), Look::Small, {}, tr("Show the cut in the roadmap"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_roadmap);
    buttons->addStretch();
    below->addWidget(m_cutTitle);
    below->addWidget(m_cutText);
    below->addLayout(buttons);
    m_cycleCard->body()->addLayout(below);
    m_cycleCard->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Maximum);
    connect(m_next, &QToolButton::clicked, this, [this] { showCycle(m_cycleAt + 1); });
    connect(m_roadmap, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(QStringLiteral("roadmap")); });
    return m_cycleCard;
}

QWidget* ContextsPage::makeContexts()
{
    auto* card = new Card(tr("Contexts"));
    card->setFixedWidth(kSideWidth);
    card->setHeaderLine(true);
    card->setMinimumHeight(130);
    m_few = new DataTable(&m_contexts, tr("Contexts"));
    for (const int column : { ContextsModel::Modules, ContextsModel::Interpreted, ContextsModel::Readiness, ContextsModel::Cycles })
        m_few->setColumnHidden(column, true);
    m_few->setStretchColumn(ContextsModel::Name);
    for (DataTable* table : { m_few, m_all })
        table->sortByColumn(ContextsModel::Interpreted, Qt::DescendingOrder);
    m_few->setTextElideMode(Qt::ElideLeft); // what tells contexts apart stands at the end
    card->body()->setContentsMargins(0, 0, 0, 6);
    card->body()->addWidget(m_few, 1);
    return card;
}

void ContextsPage::showTable(bool table)
{
    m_stack->setCurrentIndex(table ? 1 : 0);
    m_table->setText(table ? tr("Show as graph") : tr("Show as table"));
    m_table->setAccessibleName(table ? tr("Contexts: show as graph") : tr("Contexts: show as table"));
}

bool ContextsPage::handleEscape() { return m_stack->currentIndex() == 0 && m_view->closeOne(); }

void ContextsPage::fill()
{
    setHeadline(contextsHeadline(*m_assessment));
    m_contexts.setAssessment(m_assessment);
    m_cycle.setAssessment(m_assessment);
    m_view->setAssessment(m_assessment);
    if (m_context.selection && !m_context.selection->module().isEmpty())
        m_view->setSelectedModule(m_context.selection->module());
    // The first cycle that holds a candidate back, else the one looked at, else the first.
    int cycle = std::min(m_cycleAt, std::max(0, static_cast<int>(m_assessment->cycles.size()) - 1));
    for (std::size_t at = m_assessment->cycles.size(); at-- > 0 && m_cycleAt == 0;) {
        const auto& members = m_assessment->cycles[at];
        if (std::any_of(members.begin(), members.end(), [this](const std::string& path) {
                return std::any_of(m_assessment->candidates.begin(), m_assessment->candidates.end(), [&](const Candidate& one) { return std::binary_search(one.modules.begin(), one.modules.end(), path); });
            }))
            cycle = static_cast<int>(at);
    }
    showCycle(cycle);
}

void ContextsPage::applyView()
{
    m_view->setView(static_cast<render::ArrowKind>(m_kind->currentIndex()), static_cast<render::ArrowSide>(m_side->current()), static_cast<render::BoxStripe>(m_stripe->currentIndex()));
}

void ContextsPage::showHidden()
{
    const std::size_t hidden = m_view->layoutOf().hidden;
    m_hidden->setText(hidden == 0 ? tr("thicker: more of them") : counted(hidden, tr("1 light edge not drawn"), tr("%1 light edges not drawn")));
    m_hidden->setToolTip(hidden == 0 ? QString() : tr("Edges with the fewest imports and calls are left out so that the others can be read. The numbers in the table count all."));
}

void ContextsPage::showCycle(int cycle)
{
    const int count = static_cast<int>(m_assessment->cycles.size());
    m_next->setVisible(count > 1);
    m_links->setVisible(count > 0);
    m_cycleCard->setHeaderLine(count > 0);
    if (count == 0) {
        m_cycleCard->setTitle(tr("Cycles"));
        m_cycleCard->setCaption({});
        m_cutTitle->setText(tr("There is none."));
        m_cutText->setText(tr("No import leads back to where it came from, so nothing has to be cut before something moves."));
        m_roadmap->hide();
        fitWords();
        return;
    }
    m_cycleAt = cycle % count;
    const auto& members = m_assessment->cycles[static_cast<std::size_t>(m_cycleAt)];
    m_cycle.setCycle(m_cycleAt);
    m_links->setFixedHeight(std::clamp(m_cycle.rowCount(), 2, 6) * static_cast<int>(Theme::light().row) + 30);
    m_cycleCard->setTitle(tr("Cycle %1 of %2").arg(m_cycleAt + 1).arg(count));
    m_cycleCard->setCaption(counted(members.size(), tr("1 module"), tr("%1 modules")));
    const auto cuts = static_cast<std::size_t>(m_cycle.cuts());
    const WorkItem* work = nullptr;
    for (const Wave& wave : m_assessment->waves) {
        for (const WorkItem& one : wave.work) {
            const bool inside = std::any_of(one.modules.begin(), one.modules.end(), [&](const std::string& path) { return std::find(members.begin(), members.end(), path) != members.end(); });
            if (one.kind == Verdict::RefactorFirst && inside && !work)
                work = &one;
        }
    }
    m_cutTitle->setText(cuts == 0 ? tr("No cheap cut was found.")
            : work                ? tr("Cheapest cut: %1, %2 (%3)").arg(counted(cuts, tr("1 import"), tr("%1 imports")), days(work->effort.likely), rangeText(work->effort, 1))
                                  : tr("Cheapest cut: %1").arg(counted(cuts, tr("1 import"), tr("%1 imports"))));
    const QString advice = m_cycle.advice();
    m_cutText->setText(!advice.isEmpty() ? advice : work ? qs(work->title) : cuts > 0 ? tr("Marked above and dashed in the graph. No step of the roadmap needs it.") : tr("Its imports are all needed both ways; split a module first."));
    m_roadmap->setVisible(work != nullptr);
    fitWords();
}

// A card of a fixed width asks its wrapped words for the height they need there.
void ContextsPage::fitWords()
{
    for (Label* words : { m_cutTitle, m_cutText })
        words->setFixedHeight(words->heightForWidth(kSideWidth - 30));
}

} // namespace ferroscope::ui
