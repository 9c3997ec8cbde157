// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/module_page.h"

#include "ui/models/plan_changes.h"
#include "ui/models/text.h"
#include "ui/pages/plan_dialogs.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/score_views.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QStackedWidget>

namespace ferroscope::ui {

ModulePage::ModulePage(const PageContext& context, QWidget* parent)
    : Page(QStringLiteral("module"), tr("Module"), QStringLiteral("modules"), context, parent)
{
    for (auto& [figure, name] : { std::pair { &m_value, tr("Value") }, std::pair { &m_ease, tr("Ease") }, std::pair { &m_readiness, tr("Readiness") } }) {
        auto* column = new QVBoxLayout;
        column->setSpacing(2);
        auto* title = caption(name);
        title->setAlignment(Qt::AlignRight);
        *figure = new Label({}, TextRole::Figure);
        auto* range = new Label({}, TextRole::Table, Tone::Text2);
        m_ranges.push_back(range);
        auto* row = new QHBoxLayout;
        row->setSpacing(6);
        row->addStretch();
        row->addWidget(*figure, 0, Qt::AlignBaseline);
        row->addWidget(range, 0, Qt::AlignBaseline);
        column->addWidget(title);
        column->addLayout(row);
        headRow()->addWidget(new Hairline(Qt::Vertical));
        headRow()->addLayout(column);
    }
    makeVerdict();
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(makeWhy(), 0);
    left->addWidget(makeChanges(), 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(makeSource(), 344);
    auto* below = new QHBoxLayout;
    below->setSpacing(12);
    below->addWidget(makeEvidence(), 364);
    below->addWidget(makeBoundary(), 236);
    right->addLayout(below, 208);
    columns->addLayout(left, 424);
    columns->addLayout(right, 612);
    content()->addLayout(columns, 1);

    if (m_context.selection)
        connect(m_context.selection, &Selection::moduleChanged, this, &ModulePage::showModule);
    connect(&m_loader, &SourceLoader::loaded, this, &ModulePage::showSource);
}

void ModulePage::makeVerdict()
{
    auto* card = new Card;
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 9, 14, 9);
    row->setSpacing(8);
    m_glyph = new VerdictGlyph(Verdict::KeepPython, 14);
    m_verdict = new Label({}, TextRole::Heading);
    m_reason = new Label({}, TextRole::Table, Tone::Text2);
    m_reason->setElide(Qt::ElideRight);
    m_runnerGlyph = new VerdictGlyph;
    m_runner = new Label({}, TextRole::Table);
    m_veto = new Label({}, TextRole::Table, Tone::Warn);
    m_veto->setElide(Qt::ElideRight);
    row->addWidget(m_glyph);
    row->addWidget(m_verdict);
    row->addSpacing(6);
    row->addWidget(m_reason, 3);
    row->addWidget(m_veto, 1);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addSpacing(4);
    row->addWidget(caption(tr("Runner-up")));
    row->addWidget(m_runnerGlyph);
    row->addWidget(m_runner);
    m_takeBack = makeButton(tr("Take back"), Look::Link, {}, tr("Take the verdict set by hand back"));
    m_override = makeButton(tr("Override…"), Look::Small, {}, tr("Set another verdict, with a reason"));
    m_takeBack->hide();
    m_override->setVisible(m_context.plan != nullptr);
    row->addSpacing(6);
    row->addWidget(m_takeBack);
    row->addWidget(m_override);
    connect(m_override, &QPushButton::clicked, this, &ModulePage::decide);
    connect(m_takeBack, &QPushButton::clicked, this, [this] {
        m_context.plan->change(tr("Take the verdict of %1 back").arg(m_path), plan::notOverridden(m_context.plan->settings(), bytes(m_path)));
    });
    card->body()->addLayout(row);
    card->setFixedHeight(46);
    content()->addWidget(card);
}

QWidget* ModulePage::makeWhy()
{
    auto* figure = new QWidget;
    auto* column = new QVBoxLayout(figure);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_waterfalls = new WaterfallsView;
    m_mean = new MeanView;
    column->addWidget(m_waterfalls, 1);
    column->addWidget(new Hairline(Qt::Horizontal));
    column->addWidget(m_mean);
    auto* table = new DataTable(&m_criteria, tr("Criteria"));
    m_why = new FigureCard(tr("Why"), tr("each group adds up to 100"), figure, table);
    return m_why;
}

QWidget* ModulePage::makeChanges()
{
    auto* card = new Card(tr("What would change it"));
    auto* title = caption(tr("readiness"));
    card->addAction(title);
    card->setHeaderLine(true);
    m_changes = new QVBoxLayout;
    m_changes->setSpacing(0);
    card->body()->addLayout(m_changes);
    card->body()->addStretch();
    return card;
}

QWidget* ModulePage::makeSource()
{
    m_sourceCard = new Card(tr("Source"), QStringLiteral(" "));
    m_sourceCard->setHeaderLine(true);
    m_stale = new Notice(Notice::Kind::Warn);
    auto* again = makeButton(tr("Analyse again"), Look::Small, {}, tr("Analyse again, the file has changed"));
    setKeycap(again, QStringLiteral("F5"));
    connect(again, &QPushButton::clicked, this, &Page::reanalysisWanted);
    m_stale->addButton(again);
    m_stale->hide();
    m_code = new CodeView;
    m_sourceState = new Label({}, TextRole::Body, Tone::Text2);
    m_sourceState->setWordWrap(true);
    m_sourceState->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_sourceState->setContentsMargins(14, 14, 14, 14);
    m_sourceStack = new QStackedWidget;
    m_sourceStack->addWidget(m_code);
    m_sourceStack->addWidget(m_sourceState);
    m_sourceCard->body()->setContentsMargins(0, 0, 0, 6);
    auto* stale = new QVBoxLayout;
    stale->setContentsMargins(10, 8, 10, 4);
    stale->addWidget(m_stale);
    m_sourceCard->body()->addLayout(stale);
    m_sourceCard->body()->addWidget(m_sourceStack, 1);
    m_sourceCard->setMinimumHeight(220);
    return m_sourceCard;
}

QWidget* ModulePage::makeEvidence()
{
    auto* card = new Card(tr("Evidence"));
    card->setHeaderLine(true);
    m_evidence = new Segmented(tr("Evidence"));
    m_evidence->addChoice(tr("Findings"));
    m_evidence->addChoice(tr("Imports"));
    m_evidence->addChoice(tr("Imported by"));
    m_evidence->setCurrent(0);
    card->addAction(m_evidence);
    m_tables = new QStackedWidget;
    auto* findings = new DataTable(&m_findings, tr("Findings"));
    findings->setStretchColumn(FindingsModel::Message);
    auto* imports = new DataTable(&m_imports, tr("Imports"));
    auto* importers = new DataTable(&m_importers, tr("Importers"));
    for (DataTable* table : { imports, importers })
        table->setStretchColumn(0);
    findings->setColumnHidden(FindingsModel::Function, true);
    findings->setColumnHidden(FindingsModel::Rule, true);
    m_tables->addWidget(findings);
    m_tables->addWidget(imports);
    m_tables->addWidget(importers);
    card->body()->setContentsMargins(0, 0, 0, 6);
    card->body()->addWidget(m_tables);
    card->setMinimumHeight(150);
    connect(m_evidence, &Segmented::chosen, m_tables, &QStackedWidget::setCurrentIndex);
    connect(findings, &DataTable::rowActivated, this, [this](const QString&, int line) { showLine(line); });
    // Choosing a finding is enough to see it; opening another module takes Enter or a double click.
    connect(findings->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid())
            m_code->showLine(now.data(LineRole).toInt());
    });
    for (DataTable* table : { imports, importers })
        connect(table, &DataTable::rowActivated, this, [this](const QString& path, int) { Q_EMIT moduleWanted(path, 0); });
    return card;
}

QWidget* ModulePage::makeBoundary()
{
    m_boundaryCard = new Card(tr("Boundary price"));
    m_boundary = new QVBoxLayout;
    m_boundary->setContentsMargins(14, 0, 14, 10);
    m_boundary->setSpacing(2);
    m_boundaryCard->body()->addLayout(m_boundary);
    m_boundaryCard->body()->addStretch();
    return m_boundaryCard;
}

void ModulePage::fill()
{
    for (TableModel* model : { static_cast<TableModel*>(&m_criteria), static_cast<TableModel*>(&m_findings), static_cast<TableModel*>(&m_imports), static_cast<TableModel*>(&m_importers) })
        model->setAssessment(m_assessment);
    const QString shown = std::exchange(m_path, QString());
    const bool sourceShown = m_sourceStack->currentIndex() == 0;
    const int scroll = m_code->verticalScrollBar()->value(), line = m_code->currentLine();
    const QString chosen = m_context.selection ? m_context.selection->module() : QString();
    showModule(chosen.isEmpty() ? shown : chosen);
    if (m_path == shown && sourceShown) {
        // The text stays where it was until the new one is read.
        m_keptScroll = scroll;
        m_keptLine = line;
        m_sourceStack->setCurrentIndex(0);
    }
}

void ModulePage::showModule(const QString& path)
{
    if (!m_assessment)
        return;
    const AssessedModule* module = m_assessment->find(bytes(path));
    if (!module) {
        // Nothing chosen yet: the readiest module is the one to begin with.
        for (const AssessedModule& one : m_assessment->modules) {
            if (one.judged() && (!module || one.readiness.likely > module->readiness.likely))
                module = &one;
        }
    }
    if (!module) {
        setHeadline({ tr("No module was judged."), {} });
        return;
    }
    m_path = qs(module->path);
    m_line = 0;
    m_keptScroll = -1;
    Headline words = moduleHeadline(*m_assessment, *module);
    words.below.prepend(qs(module->name) + QStringLiteral("   "));
    setHeadline(words);
    const auto figure = [&](Label* label, Label* beside, const Range& range) {
        label->setText(module->judged() ? score(range.likely) : QStringLiteral("–"));
        beside->setText(module->judged() ? rangeText(range) : QString());
    };
    figure(m_value, m_ranges[0], module->value);
    figure(m_ease, m_ranges[1], module->ease);
    figure(m_readiness, m_ranges[2], module->readiness);
    fillVerdict(*module);
    m_why->setTitle(module->judged() ? tr("Why %1").arg(score(module->readiness.likely)) : tr("Not judged"));
    m_waterfalls->setModule(module);
    m_mean->setModule(module);
    m_criteria.setModule(m_path);
    m_findings.setModule(m_path);
    m_imports.setModule(m_path);
    m_importers.setModule(m_path);
    fillChanges(*module);
    fillBoundary(*module);
    m_sourceCard->setTitle(m_path);
    m_sourceCard->setCaption(counted(static_cast<std::size_t>(m_findings.rowCount()), tr("1 finding"), tr("%1 findings")));
    m_stale->hide();
    m_sourceState->setText(tr("Reading the file…"));
    m_sourceStack->setCurrentIndex(1);
    if (m_context.files && !m_place.root.empty())
        m_loader.load(m_context.files, m_place.root, m_path);
    else
        m_sourceState->setText(tr("The source is not at hand: only the assessment was opened."));
}

void ModulePage::fillVerdict(const AssessedModule& module)
{
    m_glyph->setVisible(module.judged());
    m_glyph->setVerdict(module.verdict.id);
    m_verdict->setText(module.judged() ? verdictName(module.verdict.id) : roleName(module.role));
    const bool isByHand = module.verdict.override_.has_value();
    m_takeBack->setVisible(isByHand && m_context.plan);
    m_override->setEnabled(module.judged());
    m_reason->setToolTip(QString());
    QStringList reasons;
    for (const std::string& reason : module.verdict.reasons)
        reasons << qs(reason);
    m_reason->setText(reasons.isEmpty() ? QString() : reasons.front());
    for (const std::string& alternative : module.verdict.alternatives)
        reasons << tr("Cheaper: %1").arg(qs(alternative));
    m_reason->setToolTip(reasons.join(QLatin1Char('\n')));
    m_veto->setVisible(!module.verdict.vetoes.empty());
    if (!module.verdict.vetoes.empty())
        m_veto->setText(tr("Stays: %1").arg(qs(module.verdict.vetoes.front())));
    m_runnerGlyph->setVisible(module.judged());
    m_runnerGlyph->setVerdict(module.verdict.runnerUp);
    m_runner->setText(module.judged() ? verdictName(module.verdict.runnerUp) : QStringLiteral("–"));
}

void ModulePage::decide()
{
    const AssessedModule* module = m_assessment ? m_assessment->find(bytes(m_path)) : nullptr;
    if (!module || !m_context.plan)
        return;
    const QString path = m_path; // another module may be shown while the dialog is open
    ReasonDialog dialog(tr("Set the verdict of %1").arg(qs(module->name)), tr("The analysis says: %1. Yours holds instead, and the plan follows it.").arg(verdictName(module->verdict.id)), module->verdict.id, this);
    if (dialog.exec() == QDialog::Accepted)
        m_context.plan->change(tr("%1: %2 by hand").arg(path, verdictName(dialog.verdict())), plan::overridden(m_context.plan->settings(), bytes(path), dialog.verdict(), bytes(dialog.reason())));
}

void ModulePage::fillChanges(const AssessedModule& module)
{
    clearLayout(m_changes);
    const std::vector<Change> changes = changesOf(*m_assessment, module);
    for (std::size_t at = 0; at < std::min<std::size_t>(4, changes.size()); ++at) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(14, 5, 14, 5);
        row->setSpacing(10);
        auto* what = new Label(changes[at].atMost ? tr("%1 in full, at most").arg(changes[at].what) : changes[at].what, TextRole::Table);
        what->setElide(Qt::ElideRight);
        row->addWidget(what, 1);
        if (changes[at].before && changes[at].after > *changes[at].before) {
            const double by = changes[at].after - *changes[at].before;
            auto* change = new Label(signedNumber(by, 1), TextRole::Table, by >= 0 ? Tone::Ok : Tone::Danger);
            change->setRole(TextRole::Table, true);
            row->addWidget(change);
        }
        const QString from = changes[at].before && changes[at].after > *changes[at].before ? score(*changes[at].before) + QLatin1Char(' ') : QString();
        row->addWidget(new Label(from + QStringLiteral("→ ") + score(changes[at].after), TextRole::Table, Tone::Text2));
        if (changes[at].wave)
            row->addWidget(new Label(tr("wave %1").arg(*changes[at].wave), TextRole::Table, Tone::Text3));
        m_changes->addLayout(row);
        m_changes->addWidget(new Hairline(Qt::Horizontal));
    }
    QString words;
    if (changes.empty() && module.judged())
        words = tr("Nothing would raise it by a point or more.");
    else if (!module.judged())
        words = tr("Only source files and scripts are judged.");
    if (!words.isEmpty()) {
        auto* none = new Label(words, TextRole::Table, Tone::Text2);
        none->setWordWrap(true);
        none->setContentsMargins(14, 10, 14, 10);
        m_changes->addWidget(none);
    }
    const std::size_t room = 5 - std::min<std::size_t>(4, std::max<std::size_t>(1, changes.size()));
    for (std::size_t at = 0; at < std::min(room, module.verdict.alternatives.size()); ++at) {
        auto* cheaper = new Label(tr("Cheaper than Rust: %1").arg(qs(module.verdict.alternatives[at])), TextRole::Table, Tone::Text2);
        cheaper->setElide(Qt::ElideRight);
        cheaper->setContentsMargins(14, 6, 14, 4);
        m_changes->addWidget(cheaper);
    }
}

void ModulePage::fillBoundary(const AssessedModule& module)
{
    clearLayout(m_boundary);
    const Candidate* candidate = candidateOf(*m_assessment, module);
    m_boundaryCard->setTitle(candidate ? tr("Boundary price") : tr("No boundary"));
    const auto line = [&](const QString& text, TextRole role, Tone tone, bool strong = false) {
        auto* label = new Label(text, role, tone);
        label->setRole(role, strong);
        label->setWordWrap(true);
        m_boundary->addWidget(label);
    };
    if (!candidate) {
        line(tr("No part of it is proposed to move, so nothing would cross."), TextRole::Table, Tone::Text2);
        return;
    }
    double cost = 0, elements = 0;
    for (const Crossing& crossing : candidate->crossings) {
        cost += crossing.cost;
        elements += crossing.elements;
    }
    line(qs(candidate->title), TextRole::Table, Tone::Text2);
    m_boundary->addSpacing(4);
    line(tr("Saves per run"), TextRole::Caption, Tone::Text3);
    line((candidate->predictedSeconds ? QString() : QStringLiteral("≈ ")) + percent(candidate->gain.likely) + QStringLiteral("   ") + spanPercent(candidate->gain), TextRole::Heading, Tone::Text);
    m_boundary->addSpacing(4);
    line(tr("Crossings cost"), TextRole::Caption, Tone::Text3);
    line(candidate->crossings.empty() ? tr("nothing: no call crosses") : QString(QStringLiteral("≈ ") + nanoseconds(cost) + QStringLiteral("   ")
            + tr("%1, %2 elements").arg(counted(candidate->crossings.size(), tr("1 crossing"), tr("%1 crossings")), number(elements))),
        TextRole::Table, Tone::Text);
    m_boundary->addSpacing(6);
    auto* open = makeButton(tr("Show on the roadmap"), Look::Link);
    const QString id = qs(candidate->id);
    connect(open, &QPushButton::clicked, this, [this, id] {
        if (m_context.selection)
            m_context.selection->setCandidate(id);
        Q_EMIT pageWanted(QStringLiteral("roadmap"));
    });
    m_boundary->addWidget(open);
}

void ModulePage::showLine(int line)
{
    m_line = line;
    if (m_sourceStack->currentIndex() == 0)
        m_code->showLine(line);
}

void ModulePage::showSource(const LoadedSource& source)
{
    if (!m_assessment || source.path != m_path)
        return;
    if (source.error) {
        const bool gone = source.error->code == ErrorCode::NotFound, large = source.error->code == ErrorCode::BadInput;
        m_sourceState->setText(gone ? tr("The file is not there any more. Analyse again (F5) to see what is.")
                : large             ? tr("The file is larger than %1 MiB; its findings are listed below.").arg(SourceLoader::kLimit >> 20U)
                                    : tr("The file cannot be read any more (%1). Its findings are listed below.").arg(qs(source.error->detail)));
        m_sourceStack->setCurrentIndex(1);
        return;
    }
    const AssessedModule& module = *m_assessment->find(bytes(m_path));
    std::vector<CodeFinding> findings;
    for (const Finding* finding : m_assessment->findingsOf(module.path)) {
        const QString effect = qs(finding->effect);
        findings.push_back({ static_cast<int>(finding->line), qs(finding->message), QString(effect).replace(QLatin1String(" -"), QStringLiteral(" −")), effect.endsWith(QLatin1Char('+')) });
    }
    std::vector<CodeHeat> heat;
    for (const AssessedFunction& function : module.functions) {
        if (function.kind != "class" && function.heat.source != HeatSource::None)
            heat.push_back({ static_cast<int>(function.line), static_cast<int>(function.endLine), function.heat.interpreted.likely * 100, function.heat.source == HeatSource::Estimated, qs(function.name) });
    }
    const bool changed = m_place.analysedAt > 0 && source.modified > m_place.analysedAt;
    m_stale->setVisible(changed);
    if (changed)
        m_stale->setText(tr("This file has changed since the analysis."), tr("Findings and heat may stand at the wrong lines."));
    m_code->setSource(source.text, source.spans, findings, heat);
    m_sourceStack->setCurrentIndex(0);
    if (const int scroll = std::exchange(m_keptScroll, -1); scroll >= 0 && m_line == 0) {
        m_code->showLine(m_keptLine);
        m_code->verticalScrollBar()->setValue(scroll);
        return;
    }
    int first = m_line;
    if (first == 0) {
        // The hottest function is what one came for.
        double most = 0;
        for (const CodeHeat& one : heat) {
            if (one.percent > most) {
                most = one.percent;
                first = one.line;
            }
        }
    }
    if (first > 0)
        m_code->showLine(first);
}

} // namespace ferroscope::ui
