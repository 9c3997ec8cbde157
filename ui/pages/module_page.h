// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Module: why this score? The verdict with its reasons, the waterfalls, what would change it, the source with
// findings and heat, the evidence, imports and importers, and the price of the boundary.
#pragma once

#include "ui/models/criteria_model.h"
#include "ui/models/findings_model.h"
#include "ui/pages/page.h"
#include "ui/widgets/figure_view.h"
#include "ui/widgets/small_figures.h"
#include "ui/widgets/source_loader.h"

class QStackedWidget;

namespace ferroscope::ui {

class CodeView;
class MeanView;
class WaterfallsView;

class ModulePage final : public Page {
    Q_OBJECT
public:
    explicit ModulePage(const PageContext& context, QWidget* parent = nullptr);
    void showLine(int line);
    CodeView* code() const { return m_code; }

protected:
    void fill() override;

private:
    void makeVerdict();
    QWidget* makeWhy();
    QWidget* makeChanges();
    QWidget* makeSource();
    QWidget* makeEvidence();
    QWidget* makeBoundary();
    void showModule(const QString& path);
    void fillVerdict(const AssessedModule& module);
    void decide(); // another verdict, with a reason
    void fillChanges(const AssessedModule& module);
    void fillBoundary(const AssessedModule& module);
    void showSource(const LoadedSource& source);

    CriteriaModel m_criteria;
    FindingsModel m_findings;
    LinksModel m_imports { LinksModel::Direction::Imports }, m_importers { LinksModel::Direction::ImportedBy };
    SourceLoader m_loader;
    QString m_path; // of the module shown
    int m_line = 0; // to go to when the source is there
    int m_keptScroll = -1, m_keptLine = 0; // of the source, while it is read again
    Label *m_value, *m_ease, *m_readiness;
    std::vector<Label*> m_ranges; // beside value, ease, readiness
    VerdictGlyph *m_glyph, *m_runnerGlyph;
    Label *m_verdict, *m_reason, *m_runner, *m_veto;
    QPushButton *m_override, *m_takeBack;
    FigureCard* m_why;
    WaterfallsView* m_waterfalls;
    MeanView* m_mean;
    QVBoxLayout *m_changes, *m_boundary;
    Card *m_sourceCard, *m_boundaryCard;
    Label* m_sourceState;
    Notice* m_stale;
    CodeView* m_code;
    QStackedWidget *m_sourceStack, *m_tables;
    Segmented* m_evidence;
};

} // namespace ferroscope::ui
