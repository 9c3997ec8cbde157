// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What every section of the report shares: the assessment, the facts drawn from it once, the running numbers of
// figures and tables, and where things were in the pass before (page numbers are known from the second pass on).
#pragma once

#include "ui/render/pdf/flow.h"
#include "ui/render/pdf/report_pdf.h"
#include <array>
#include <unordered_map>

namespace ferroscope::render {

struct Step { // one line of the plan: a candidate, or work that saves time by itself
    QString id; // "C1", "P1"
    QString title;
    Verdict kind = Verdict::ExtractPyo3;
    Range gain, effort; // share of the run; person-days
    std::vector<std::string> modules; // paths
    const Candidate* candidate = nullptr; // null: a work item
    int wave = -1;
};

struct Facts {
    explicit Facts(const Assessment& assessment);
    bool measured = false; // any of the heat is
    QString basis; // "measured" or "estimated"
    Range interpreted, native, waiting; // shares of the run
    // Modules by what happens to them in the plan.
    std::size_t judged = 0, moving = 0, fixes = 0, later = 0, already = 0, stay = 0;
    std::size_t preparedFirst = 0; // of those that move: their own verdict asks for types, cuts or a profile before
    std::array<std::size_t, kVerdictCount> shown {}; // the same by verdict
    std::vector<Step> steps; // in the order of the roadmap
    Range preparation; // effort of work without a gain of its own
    Range effort, gain; // of the whole plan
    std::vector<const Candidate*> shortList; // at most five
    std::unordered_map<std::string, int> rowOf; // path -> index, judged modules only
    bool coverageKnown = false; // any function has test coverage
};

struct Report {
    const Assessment& a;
    const PdfOptions& options;
    const Facts& facts;
    Flow& flow;
    const std::map<QString, Place>& known; // anchors of the pass before
    int figures = 0, tables = 0;

    QString nextFigure() { return u"Figure " + QString::number(++figures); }
    QString nextTable() { return u"Table " + QString::number(++tables); }
    QString pageOf(const QString& anchor) const; // "12"; "–" if there is no such place
    bool has(const QString& anchor) const { return known.contains(anchor); }

    QString numberOf(const QString& anchor) const; // "3", "A"
    // Begins a section on a new page; its number is that of the contents.
    void section(const QString& title, const QString& headline, const QString& anchor, bool landscape = false,
        const QString& running = {});
    // "billing/tariff.py:28" that leads to the finding if it is printed, else to the module's row.
    RichText evidence(const Finding& finding, bool shortened = false) const;
    RichText moduleLink(const std::string& path) const; // dotted name, leads to the row of the appendix
    // Why a candidate is one: its lead module's reason to move, else the time and the boundary of its functions.
    RichText reason(const Candidate& candidate) const;
    RichText sentence(const std::string& text) const { return RichText().sentence(text, options.leaveOutCode); }
};

// The sections, in the order of the report.
struct TocEntry {
    QString number, title, anchor;
};
std::vector<TocEntry> contents(const Assessment& assessment);
void coverPage(Report& report);
void recommendationSection(Report& report);
void overviewSection(Report& report);
void shortListSection(Report& report); // with a page or two per candidate
void roadmapSection(Report& report);
void moneySection(Report& report); // nothing where no money was given
void packagesSection(Report& report);
void graphSection(Report& report);
void risksSection(Report& report);
void methodSection(Report& report);
void modulesAppendix(Report& report);
void manifestAppendix(Report& report);

// --- words ---------------------------------------------------------------------------------------------------
QString inWords(std::size_t count); // "no", "one" ... "ten", then digits
QString capital(const QString& text); // first letter in upper case
QString withoutStop(const QString& sentence); // headlines carry no full stop
QString verdictCode(Verdict verdict); // "extract-module"
QString listed(const QStringList& items); // "a, b and c"
inline QString nameOf(const Candidate& candidate) { return shortened(text(candidate.title), 60); }
QString shortPath(const std::string& path, int components = 2); // "billing/tariff.py"

} // namespace ferroscope::render
