// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/heat_page.h"

#include "ui/models/text.h"
#include "ui/render/figures/contexts.h"
#include "ui/widgets/file_drop_zone.h"
#include "ui/widgets/flame_view.h"
#include "ui/widgets/run_split_view.h"
#include "ui/widgets/view_state.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QScrollArea>

namespace ferroscope::ui {

namespace {

struct ProfileWords {
    QString kind, matched, rest;
};

// What the assessment says of the profiles it was made with; nothing where it knows of none.
template <class Seen> std::optional<ProfileWords> profileWords(const Seen& coverage)
{
    if constexpr (requires { coverage.profile; }) {
        if (coverage.profile) {
            const auto& match = *coverage.profile;
            ProfileWords words;
            words.kind = QString(qs(match.kind) + QStringLiteral(" · ") + (match.exact ? HeatPage::tr("every call counted") : HeatPage::tr("sampled")));
            const double known = match.matchedShare * match.selfSeconds;
            words.matched = match.inSeconds ? HeatPage::tr("● %1 matched: %2 of %3").arg(percent(match.matchedShare, 0), nanoseconds(known * 1e9), nanoseconds(match.selfSeconds * 1e9))
                                            : HeatPage::tr("● %1 of the samples matched").arg(percent(match.matchedShare, 0));
            QStringList names;
            for (std::size_t at = 0; at < std::min<std::size_t>(3, match.unmatched.size()); ++at)
                names << qs(match.unmatched[at]);
            if (!names.isEmpty())
                words.rest = HeatPage::tr("Largest of the rest: %1.").arg(names.join(QLatin1String(", ")));
            return words;
        }
    }
    return std::nullopt;
}

} // namespace

HeatPage::HeatPage(const PageContext& context, QWidget* parent)
    : Page(QStringLiteral("heat"), tr("Heat"), QStringLiteral("heat"), context, parent)
    , m_split(new RunSplitView)
{
    content()->addWidget(m_split);
    content()->addWidget(makeFlame(), 226);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(makeHotspots(), 1);
    row->addWidget(makeProfile());
    content()->addLayout(row, 338);
    if (m_context.selection) {
        connect(m_table, &DataTable::rowChosen, m_context.selection, &Selection::setModule);
        connect(m_context.selection, &Selection::moduleChanged, this, [this](const QString& path) {
            if (m_table->currentIndex().data(PathRole).toString() != path)
                m_table->selectPath(path);
        });
    }
    if (m_context.profiles)
        connect(m_context.profiles, &ProfileChoice::changed, this, &HeatPage::showProfile);
}

QWidget* HeatPage::makeFlame()
{
    m_flame = new FlameView(tr("Flame chart"));
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("Rows of the flame chart"));
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_flame);
    m_flame->setAutoFillBackground(false);
    auto* inset = new QWidget;
    auto* column = new QVBoxLayout(inset);
    column->setContentsMargins(14, 0, 14, 6);
    column->addWidget(m_scroll);
    m_frameTable = new DataTable(&m_frames, tr("Frames of the flame chart"));
    m_flameCard = new FigureCard(tr("Flame chart"), tr("width: time with callees · colour: own time · nesting inferred from calls"), inset, m_frameTable);
    m_flameCard->body()->setContentsMargins(0, 0, 0, 0);
    m_flameCard->body()->setSpacing(0);
    m_flameCard->body()->addWidget(makeStrip());
    m_flameCard->setMinimumHeight(200);
    connect(m_flame, &FlameView::frameChosen, this, &HeatPage::showFrame);
    connect(m_flame, &FlameView::zoomChanged, this, [this] {
        m_zoomOut->setEnabled(m_flame->zoom() >= 0);
        m_zoomIn->setEnabled(m_flame->current() >= 0);
    });
    connect(m_flame, &FlameView::frameOpened, this, &HeatPage::openFrame);
    connect(m_frameTable, &DataTable::rowActivated, this, &HeatPage::moduleWanted);
    connect(m_frameTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid())
            m_flame->choose(now.data(IdRole).toInt());
    });
    return m_flameCard;
}

QWidget* HeatPage::makeStrip()
{
    m_strip = new QWidget;
    m_strip->setAutoFillBackground(true);
    m_strip->setBackgroundRole(QPalette::Highlight);
    m_strip->setFixedHeight(42);
    auto* row = new QHBoxLayout(m_strip);
    row->setContentsMargins(14, 0, 10, 0);
    row->setSpacing(8);
    m_name = new Label({}, TextRole::Table);
    m_name->setMono(true);
    m_name->setElide(Qt::ElideMiddle);
    m_name->setMaximumWidth(260);
    m_in = new Label(tr("in"), TextRole::Table, Tone::Text2);
    m_glyph = new VerdictGlyph;
    m_module = makeButton({}, Look::Link, {}, tr("Open the module of the chosen frame"));
    m_module->setFont(Theme::light().font(TextRole::Code));
    m_own = new Label({}, TextRole::Table);
    m_own->setRole(TextRole::Table, true);
    m_total = new Label({}, TextRole::Table, Tone::Text2);
    m_total->setElide(Qt::ElideRight);
    m_zoomIn = makeButton(tr("Zoom in"), Look::Small, {}, tr("Let the chosen frame fill the width"));
    setKeycap(m_zoomIn, QStringLiteral("+"));
    m_zoomOut = makeButton(tr("Out"), Look::Small, {}, tr("Zoom out of the frame"));
    setKeycap(m_zoomOut, QStringLiteral("−"));
    m_open = makeButton(tr("Open module"), Look::Small, {}, tr("Open the module at the chosen function"));
    setKeycap(m_open, tr("Enter"));
    row->addWidget(m_name);
    row->addWidget(m_in);
    row->addWidget(m_glyph);
    row->addWidget(m_module);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(m_own);
    row->addWidget(m_total, 1);
    row->addWidget(m_zoomIn);
    row->addWidget(m_zoomOut);
    row->addWidget(m_open);
    connect(m_module, &QPushButton::clicked, this, &HeatPage::openFrame);
    connect(m_open, &QPushButton::clicked, this, &HeatPage::openFrame);
    connect(m_zoomIn, &QPushButton::clicked, this, [this] { m_flame->zoomTo(m_flame->current()); });
    connect(m_zoomOut, &QPushButton::clicked, this, [this] {
        if (m_flame->zoom() >= 0)
            m_flame->zoomTo(m_flame->chart().frames[static_cast<std::size_t>(m_flame->zoom())].parent);
    });
    return m_strip;
}

QWidget* HeatPage::makeHotspots()
{
    m_hotspotsCard = new Card(tr("Hotspots"), QStringLiteral(" "));
    m_hotspotsCard->setHeaderLine(true);
    m_by = new Segmented(tr("Hotspots by"));
    m_by->addChoice(tr("Functions"));
    m_by->addChoice(tr("Modules"));
    m_by->setCurrent(0);
    keepChoice(m_by, QStringLiteral("by"));
    m_hotspotsCard->addAction(new SplitKey);
    m_hotspotsCard->addAction(m_by);
    m_table = new DataTable(&m_hotspots, tr("Hotspots"));
    m_table->setEmptyText(tr("No function takes time that is known."));
    m_table->setStretchColumn(HotspotsModel::Name);
    m_hotspotsCard->body()->setContentsMargins(0, 0, 0, 6);
    m_hotspotsCard->body()->addWidget(m_table, 1);
    m_hotspotsCard->setMinimumHeight(180);
    connect(m_by, &Segmented::chosen, this, [this](int by) {
        m_hotspots.setBy(by == 0 ? HotspotsModel::By::Function : HotspotsModel::By::Module);
        m_table->setColumnHidden(HotspotsModel::Module, by == 1);
        m_table->setStretchColumn(HotspotsModel::Name);
    });
    connect(m_table, &DataTable::rowActivated, this, &HeatPage::moduleWanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid() && m_by->current() == 0 && isVisible())
            m_flame->chooseFunction(now.data(PathRole).toString(), now.data(IdRole).toString());
    });
    return m_hotspotsCard;
}

QWidget* HeatPage::makeProfile()
{
    m_profileCard = new Card(tr("Profile"), QStringLiteral(" "));
    m_profileCard->setFixedWidth(300);
    m_remove = makeButton(tr("Remove"), Look::Link, {}, tr("Remove the profile"));
    m_profileCard->addAction(m_remove);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(14, 0, 14, 14);
    column->setSpacing(8);
    m_problem = new Notice(Notice::Kind::Danger);
    m_problem->hide();
    m_matched = new Label({}, TextRole::Table);
    m_matched->setRole(TextRole::Table, true);
    m_matched->setWordWrap(true);
    m_text = new Label({}, TextRole::Table, Tone::Text2);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(48);
    m_drop = new FileDropZone(tr("Drop a profile here"), tr("cProfile, py-spy, Austin, Scalene, pyinstrument, perf, speedscope. Profiles of several runs add up."), tr("Choose file…"), tr("Profiles (*);;cProfile (*.prof *.pstats)"));
    m_drop->setMinimumHeight(104);
    column->addWidget(m_problem);
    column->addWidget(m_matched);
    column->addWidget(m_text);
    column->addWidget(m_drop, 1);
    column->addStretch();
    m_profileCard->body()->addLayout(column);
    connect(m_drop, &FileDropZone::filesChosen, this, [this](const QStringList& files) {
        if (m_context.profiles)
            m_context.profiles->ask(files);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_context.profiles)
            m_context.profiles->ask({});
    });
    return m_profileCard;
}

bool HeatPage::handleEscape()
{
    if (m_flame->zoom() < 0)
        return false;
    m_flame->zoomTo(-1);
    return true;
}

void HeatPage::fill()
{
    setHeadline(heatHeadline(*m_assessment));
    m_split->setAssessment(*m_assessment);
    m_hotspots.setAssessment(m_assessment);
    m_hotspotsCard->setCaption(m_hotspots.measured() == 0 ? tr("own time; ≈ all estimated")
            : m_hotspots.estimated() == 0                 ? tr("own time; ● all measured")
                                                          : tr("● %1 measured above ≈ %2 estimated").arg(countText(m_hotspots.measured()), countText(m_hotspots.estimated())));
    // Where all is of one kind the caption says so; the column tells them apart where they mix.
    m_table->setColumnHidden(HotspotsModel::Source, m_hotspots.measured() == 0 || m_hotspots.estimated() == 0);
    m_table->setStretchColumn(HotspotsModel::Name);
    m_frames.setChart(nullptr);
    m_frames.setAssessment(m_assessment);
    m_flameStale = true;
    if (isVisible())
        fillFlame();
    showProfile();
}

void HeatPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    fillFlame();
}

void HeatPage::fillFlame()
{
    if (!m_flameStale || !m_assessment)
        return;
    m_flameStale = false;
    m_flame->setAssessment(m_assessment);
    m_frames.setChart(&m_flame->chart());
}

void HeatPage::showFrame(int at)
{
    m_strip->setVisible(at >= 0);
    if (at < 0)
        return;
    const render::FlameFrame& frame = m_flame->chart().frames[static_cast<std::size_t>(at)];
    const render::FlameNode& node = m_flame->chart().nodes[static_cast<std::size_t>(frame.node)];
    const AssessedModule& module = m_assessment->modules[static_cast<std::size_t>(node.module)];
    const QString sign = node.measured ? QStringLiteral("● ") : QStringLiteral("≈ ");
    m_name->setText(render::flameName(*m_assessment, node));
    m_glyph->setVerdict(render::PlanVerdicts(*m_assessment).of(module));
    m_module->setText(qs(module.name));
    m_own->setText(frame.kind == render::FlameFrame::Kind::Function ? tr("%1%2 own").arg(sign, percent(frame.own))
            : frame.kind == render::FlameFrame::Kind::Native        ? tr("%1%2 in native code").arg(sign, percent(frame.width))
                                                                    : tr("%1%2 waiting").arg(sign, percent(frame.width)));
    QStringList words;
    if (frame.kind == render::FlameFrame::Kind::Function) {
        words << tr("%1 with callees").arg(percent(frame.width));
        if (node.calls > 0)
            words << (node.callers > 0 ? tr("called %1 times from %2").arg(number(node.calls), counted(node.callers, tr("1 function"), tr("%1 functions"))) : tr("called %1 times").arg(number(node.calls)));
    }
    m_total->setToolTip(QString());
    m_total->setText(words.join(QStringLiteral(" · ")));
    m_zoomIn->setEnabled(true);
    m_scroll->ensureVisible(static_cast<int>(m_flame->rectOf(at).left()), static_cast<int>(m_flame->rectOf(at).center().y()), 0, 30);
}

void HeatPage::openFrame()
{
    if (m_flame->current() < 0)
        return;
    const render::FlameNode& node = m_flame->chart().nodes[static_cast<std::size_t>(m_flame->chart().frames[static_cast<std::size_t>(m_flame->current())].node)];
    const AssessedModule& module = m_assessment->modules[static_cast<std::size_t>(node.module)];
    Q_EMIT moduleWanted(qs(module.path), node.function < 0 ? 0 : static_cast<int>(module.functions[static_cast<std::size_t>(node.function)].line));
}

void HeatPage::showProfile()
{
    if (!m_assessment)
        return;
    const ProfileChoice* choice = m_context.profiles;
    const QStringList files = choice ? choice->files() : QStringList();
    m_remove->setVisible(!files.isEmpty());
    m_drop->setVisible(choice && choice->available());
    m_drop->setTitle(files.isEmpty() ? tr("Drop a profile here") : tr("Drop another profile here"));
    m_profileCard->setCaption(files.isEmpty() ? QString() : files.size() == 1 ? QFileInfo(files.front()).fileName() : tr("%1 files").arg(files.size()));
    m_problem->setVisible(choice && !choice->problem().isEmpty());
    if (choice && !choice->problem().isEmpty())
        m_problem->setText(tr("%1 was not used.").arg(QFileInfo(choice->refused()).fileName()), tr("%1. What you see is as it was before.").arg(capitalised(choice->problem())));
    const auto words = profileWords(m_assessment->coverage);
    m_matched->setVisible(words.has_value());
    if (words) {
        m_matched->setText(words->kind + QLatin1Char('\n') + words->matched);
        m_text->setText(words->rest.isEmpty() ? tr("Share of the measured time whose file and line are in this code.") : words->rest);
        return;
    }
    m_text->setText(tr("None yet. All times are estimated from loops, calls and what each operation costs. A profile of one typical run replaces the estimate wherever it has been, and settles the ranking."));
}

} // namespace ferroscope::ui
