// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/map_page.h"

#include "ui/models/criteria_model.h"
#include "ui/models/text.h"
#include "ui/widgets/legend_view.h"
#include "ui/widgets/time_bar_view.h"
#include "ui/widgets/treemap_view.h"
#include "ui/widgets/view_state.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QStackedWidget>

namespace ferroscope::ui {

namespace {
const QString kSizeKey = QStringLiteral("map/size");
const QString kColourKey = QStringLiteral("map/colour");
} // namespace

MapPage::MapPage(const PageContext& context, QWidget* parent)
    : Page(QStringLiteral("map"), tr("Map"), QStringLiteral("map"), context, parent)
    , m_sizes(sizeMetrics())
    , m_map(new TreemapView(tr("Map of the modules")))
{
    content()->setSpacing(8);
    content()->addLayout(makeToolbar());
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    auto* left = new QVBoxLayout;
    left->setSpacing(6);
    left->addLayout(makeTrail());
    auto* table = new DataTable(&m_modules, tr("Modules of the map as a table"));
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_map);
    m_stack->addWidget(table);
    left->addWidget(m_stack, 1);
    columns->addLayout(left, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(makeSelected());
    auto* legend = new Card(tr("Legend"));
    legend->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(14, 0, 14, 12);
    inside->setSpacing(6);
    m_legendTitle = caption({});
    m_legend = new LegendView;
    inside->addWidget(m_legendTitle);
    inside->addWidget(m_legend);
    legend->body()->addLayout(inside);
    right->addWidget(legend);
    right->addStretch();
    columns->addLayout(right);
    content()->addLayout(columns, 1);

    connect(m_map, &TreemapView::zoomChanged, this, &MapPage::updateTrail);
    connect(m_map, &TreemapView::moduleOpened, this, [this](const QString& path) { Q_EMIT moduleWanted(path, 0); });
    connect(table, &DataTable::rowActivated, this, &MapPage::moduleWanted);
    if (m_context.selection) {
        connect(m_map, &TreemapView::moduleChosen, m_context.selection, &Selection::setModule);
        connect(table, &DataTable::rowChosen, m_context.selection, &Selection::setModule);
        connect(m_context.selection, &Selection::moduleChanged, this, &MapPage::showSelected);
        connect(m_context.selection, &Selection::moduleChanged, table, &DataTable::selectPath);
    }
}

QLayout* MapPage::makeToolbar()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_size = new QComboBox;
    m_size->setAccessibleName(tr("Size of the tiles"));
    for (const SizeMetric& metric : m_sizes)
        m_size->addItem(metric.name, metric.id);
    m_colour = new QComboBox;
    m_colour->setAccessibleName(tr("Colour of the tiles"));
    m_scope = new Segmented(tr("Files"));
    m_scope->addChoice(tr("All"));
    m_scope->addChoice(tr("Source"));
    m_scope->addChoice(tr("Tests"));
    m_scope->setCurrent(1);
    m_find = new QLineEdit;
    m_find->setPlaceholderText(tr("Highlight by name"));
    m_find->setAccessibleName(tr("Highlight modules by name"));
    m_find->setToolTip(tr("Modules with this in their name stay bright (Ctrl+F)"));
    m_find->setFixedWidth(186);
    m_find->setClearButtonEnabled(true);
    m_table = makeButton(tr("Show as table"), Look::Link, {}, tr("Map: show as table"));
    row->addWidget(new Label(tr("Size"), TextRole::Table, Tone::Text2));
    row->addWidget(m_size);
    row->addSpacing(8);
    row->addWidget(new Label(tr("Colour"), TextRole::Table, Tone::Text2));
    row->addWidget(m_colour);
    row->addSpacing(8);
    row->addWidget(m_scope);
    row->addStretch();
    row->addWidget(m_find);
    row->addSpacing(4);
    row->addWidget(m_table);
    connect(m_size, &QComboBox::currentIndexChanged, this, &MapPage::applyMetrics);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &MapPage::applyMetrics);
    connect(m_scope, &Segmented::chosen, this, [this](int scope) {
        m_map->setScope(scope);
        applyMetrics();
    });
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_map->setHighlight(text);
        updateTrail();
    });
    connect(m_table, &QPushButton::clicked, this, [this] { showTable(m_stack->currentIndex() == 0); });
    // Size and colour are remembered for every project; these two belong to the one that is open.
    keepChoice(m_scope, QStringLiteral("scope"));
    keepChoice(m_find, QStringLiteral("find"));
    return row;
}

void MapPage::showTable(bool table)
{
    if (table && m_modules.assessment() != m_assessment)
        m_modules.setAssessment(m_assessment);
    m_stack->setCurrentIndex(table ? 1 : 0);
    m_table->setText(table ? tr("Show as map") : tr("Show as table"));
    m_table->setAccessibleName(table ? tr("Map: show as map") : tr("Map: show as table"));
}

QVariantMap MapPage::viewState() const
{
    QVariantMap state = Page::viewState();
    if (!m_map->zoom().isEmpty())
        state.insert(QStringLiteral("zoom"), m_map->zoom());
    if (m_stack->currentIndex() == 1)
        state.insert(QStringLiteral("table"), true);
    return state;
}

void MapPage::setViewState(const QVariantMap& state)
{
    Page::setViewState(state);
    if (const QStringList zoom = state.value(QStringLiteral("zoom")).toStringList(); !zoom.isEmpty())
        m_map->zoomTo(zoom);
    showTable(state.value(QStringLiteral("table")).toBool());
}

QLayout* MapPage::makeTrail()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_packages = new QHBoxLayout;
    m_packages->setSpacing(4);
    m_about = new Label({}, TextRole::Table, Tone::Text2);
    m_about->setElide(Qt::ElideRight);
    m_out = makeButton(tr("Zoom out"), Look::Link, {}, tr("Zoom out of the package"));
    row->addLayout(m_packages);
    row->addWidget(m_about, 1);
    row->addWidget(m_out);
    for (const auto& [key, what] : { std::pair { tr("Enter"), tr("zoom in") }, std::pair { tr("Backspace"), tr("zoom out") } }) {
        row->addWidget(new Keycap(key));
        row->addWidget(caption(what));
    }
    connect(m_out, &QPushButton::clicked, m_map, &TreemapView::zoomOut);
    return row;
}

QWidget* MapPage::makeSelected()
{
    m_selected = new Card;
    m_selected->setFixedWidth(224);
    m_selected->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Maximum);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(14, 12, 14, 10);
    column->setSpacing(4);
    column->addWidget(caption(tr("Selected")));
    m_name = new Label({}, TextRole::Table);
    m_name->setMono(true);
    m_name->setElide(Qt::ElideMiddle);
    column->addWidget(m_name);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_glyph = new VerdictGlyph;
    m_verdict = new Label({}, TextRole::Table);
    m_verdict->setRole(TextRole::Table, true);
    row->addWidget(m_glyph);
    row->addWidget(m_verdict, 1);
    column->addLayout(row);
    m_figure = new Label({}, TextRole::Answer);
    column->addSpacing(4);
    column->addWidget(m_figure);
    m_figureNote = new Label({}, TextRole::Table, Tone::Text2);
    column->addWidget(m_figureNote);
    m_time = new TimeBarView;
    column->addSpacing(4);
    column->addWidget(m_time);
    m_split = new Label({}, TextRole::Caption, Tone::Text2);
    m_split->setElide(Qt::ElideRight);
    column->addWidget(m_split);
    column->addSpacing(4);
    column->addWidget(new Hairline(Qt::Horizontal));
    m_facts = new QGridLayout;
    m_facts->setVerticalSpacing(6);
    m_facts->setHorizontalSpacing(8);
    column->addLayout(m_facts);
    column->addSpacing(6);
    m_open = makeButton(tr("Open module"));
    setKeycap(m_open, tr("Enter"));
    m_open->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_context.selection)
            Q_EMIT moduleWanted(m_context.selection->module(), 0);
    });
    column->addWidget(m_open);
    m_selected->body()->addLayout(column);
    return m_selected;
}

QWidget* MapPage::filterField() const { return m_find; }

bool MapPage::handleEscape()
{
    if (!m_find->text().isEmpty()) {
        m_find->clear();
        return true;
    }
    if (!m_map->zoom().isEmpty()) {
        m_map->zoomOut();
        return true;
    }
    return false;
}

void MapPage::fill()
{
    setHeadline(mapHeadline(*m_assessment));
    m_modules.setAssessment(m_stack->currentIndex() == 1 ? m_assessment : nullptr);
    m_colours = colourMetrics(*m_assessment);
    {
        const QSignalBlocker quietColour(m_colour), quietSize(m_size);
        const QString colour = m_colour->count() > 0 ? m_colour->currentData().toString()
                                                     : (m_context.settings ? m_context.settings->value(kColourKey, QStringLiteral("heat")).toString() : QStringLiteral("heat"));
        if (m_context.settings && m_colour->count() == 0)
            m_size->setCurrentIndex(std::max(0, m_size->findData(m_context.settings->value(kSizeKey, QStringLiteral("code")).toString())));
        m_colour->clear();
        for (const ColourMetric& metric : m_colours)
            m_colour->addItem(metric.name, metric.id);
        m_colour->setCurrentIndex(std::max(0, m_colour->findData(colour)));
    }
    m_map->setAssessment(nullptr);
    applyMetrics();
    m_map->setScope(m_scope->current());
    m_map->setAssessment(m_assessment);
    applyMetrics();
    showSelected(m_context.selection ? m_context.selection->module() : QString());
}

void MapPage::applyMetrics()
{
    if (!m_assessment || m_colour->currentIndex() < 0)
        return;
    const ColourMetric& colour = m_colours[static_cast<std::size_t>(m_colour->currentIndex())];
    m_map->setMetrics(m_sizes[static_cast<std::size_t>(m_size->currentIndex())], colour);
    m_legendTitle->setText(colour.legend);
    m_legend->setRows(legendOf(*m_assessment, colour, m_scope->current() != 1), colour.scale);
    if (m_context.settings) {
        m_context.settings->setValue(kSizeKey, m_size->currentData());
        m_context.settings->setValue(kColourKey, colour.id);
    }
    updateTrail();
    showSelected(m_context.selection ? m_context.selection->module() : QString());
}

void MapPage::updateTrail()
{
    if (!m_assessment)
        return;
    clearLayout(m_packages);
    const QStringList zoom = m_map->zoom();
    const auto step = [this](const QString& name, const QStringList& target, bool last) {
        auto* button = makeButton(name, Look::Link, {}, tr("Zoom to %1").arg(name));
        button->setEnabled(!last);
        connect(button, &QPushButton::clicked, this, [this, target] { m_map->zoomTo(target); });
        m_packages->addWidget(button);
    };
    step(qs(m_assessment->projectName), {}, zoom.isEmpty());
    for (qsizetype at = 0; at < zoom.size(); ++at) {
        m_packages->addWidget(new Label(QStringLiteral("›"), TextRole::Table, Tone::Text3));
        step(zoom[at], zoom.mid(0, at + 1), at == zoom.size() - 1);
    }
    QString about = counted(m_map->shownModules(), tr("1 module"), tr("%1 modules")) + QStringLiteral(" · ") + counted(m_map->shownLines(), tr("1 code line"), tr("%1 code lines"));
    if (!m_find->text().trimmed().isEmpty())
        about += QStringLiteral(" · ") + tr("%1 highlighted").arg(countText(m_map->highlighted()));
    else
        about += QStringLiteral(" · ") + tr("marks show what moves");
    m_about->setText(about);
    m_about->setToolTip(QString());
    m_out->setVisible(!zoom.isEmpty());
}

void MapPage::showSelected(const QString& path)
{
    if (!m_assessment)
        return;
    m_map->setSelected(path);
    const AssessedModule* module = m_assessment->find(bytes(path));
    m_open->setEnabled(module != nullptr);
    clearLayout(m_facts);
    for (QWidget* part : { static_cast<QWidget*>(m_glyph), static_cast<QWidget*>(m_time), static_cast<QWidget*>(m_split), static_cast<QWidget*>(m_figure), static_cast<QWidget*>(m_figureNote) })
        part->setVisible(module != nullptr);
    m_name->setToolTip(QString());
    if (!module) {
        m_name->setText(tr("nothing"));
        m_verdict->setText(tr("Click a tile to see it here."));
        return;
    }
    m_name->setText(qs(module->name));
    m_glyph->setVisible(module->judged());
    m_glyph->setVerdict(module->verdict.id);
    m_verdict->setText(module->judged() ? verdictName(module->verdict.id) : tr("%1, not judged").arg(roleName(module->role)));
    m_figure->setText(heatShare(module->heat));
    m_figureNote->setText(tr("of the run interpreted, %1").arg(certaintyName(module->heat.source)));
    m_time->setModule(*module);
    m_split->setText(tr("interpreted, native %1, waiting %2").arg(percent(module->heat.native.likely), percent(module->heat.waiting.likely)));
    int at = 0;
    const auto fact = [&](const QString& name, const QString& value) {
        auto* words = new Label(value, TextRole::Table);
        words->setRole(TextRole::Table, true);
        words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        words->setElide(Qt::ElideRight);
        m_facts->addWidget(new Label(name, TextRole::Table, Tone::Text2), at, 0);
        m_facts->addWidget(words, at++, 1);
    };
    if (const Candidate* candidate = candidateOf(*m_assessment, *module))
        fact(tr("Candidate"), qs(candidate->title));
    for (const ContextSummary& context : m_assessment->contexts) {
        if (context.id == module->context)
            fact(tr("Context"), qs(context.name));
    }
    fact(tr("Code lines"), countText(module->lines.code));
    if (module->judged())
        fact(tr("Readiness"), score(module->readiness.likely) + QStringLiteral("  ") + rangeText(module->readiness));
    if (const auto hints = module->hints.coverage())
        fact(tr("Type hints"), percent(*hints, 0));
    if (module->churn)
        fact(tr("Churn"), counted(*module->churn, tr("1 commit"), tr("%1 commits")));
}

} // namespace ferroscope::ui
