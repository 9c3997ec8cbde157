// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Manifest: could a second auditor reproduce this? Input, analysis, output, limits of use, signatures.
#include "ui/render/marks.h"
#include "ui/render/pdf/report.h"
#include "ui/render/pdf/table.h"
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

void keyValues(Flow& flow, const QString& title, const std::vector<std::pair<QString, RichText>>& entries)
{
    Table table;
    table.header = false;
    table.padding = 0.85;
    table.columns = { { {}, 42 }, { {}, 0 } };
    for (const auto& [term, value] : entries) {
        if (value.isEmpty())
            continue;
        TableRow row;
        row.cells = { RichText().grey(term), value };
        table.rows.push_back(row);
    }
    flow.subhead(title, leastHeight(flow, table));
    placeTable(flow, table);
}

RichText weights(const Assessment& a)
{
    QStringList parts;
    for (int i = 0; i < kCriterionCount; ++i) {
        const std::string_view id = criterionId(static_cast<CriterionId>(i));
        parts << QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())) + u"\u00A0"_s + number(a.weights[static_cast<std::size_t>(i)], 1);
    }
    return parts.join(u", "_s);
}

RichText overrides(const Report& report)
{
    RichText out;
    std::size_t count = 0;
    for (const AssessedModule& module : report.a.modules) {
        if (!module.verdict.override_)
            continue;
        if (++count <= 6) {
            out.add(count == 1 ? QString() : u" "_s).code(text(module.name)).add(u" set to "_s).code(verdictCode(module.verdict.override_->verdict));
            out.add(u": “"_s + text(module.verdict.override_->reason) + u"”."_s);
        }
    }
    if (count == 0)
        out.add(u"none: every verdict is the program's"_s);
    else if (count > 6)
        out.add(u" And "_s + inWords(count - 6) + u" more, in the assessment JSON."_s);
    return out;
}

void signatures(Report& report)
{
    Flow& flow = report.flow;
    flow.ensure(mm(26));
    const double y = flow.body().bottom() - mm(9), width = mm(80);
    const QString author = oneLine(report.options.author);
    const QString names[] = { author.isEmpty() ? u"Auditor"_s : author + u", auditor"_s, u"Second reader"_s };
    double left = flow.body().left();
    for (const QString& name : names) {
        const QRectF rule(left, y, width, pt(0.7));
        flow.add([rule, ink = flow.theme().text](QPainter& painter) { painter.fillRect(rule, ink); });
        flow.place(name + u"; date, signature"_s, { TextRole::Small, Qt::AlignLeft, false, flow.theme().text3, 1 }, { left, y + mm(1.4) }, width);
        left += width + mm(6);
    }
    flow.setY(y + mm(7));
}

} // namespace

void manifestAppendix(Report& report)
{
    const Assessment& a = report.a;
    Flow& flow = report.flow;
    report.section(u"Manifest"_s, u"Everything needed to repeat this audit and arrive at the same figures"_s, u"manifest"_s, false, u"Appendix B: manifest"_s);
    RichText commit;
    if (a.commit) {
        commit.code(text(*a.commit));
        if (a.commitDate)
            commit.add(u", "_s + isoDateInWords(text(*a.commitDate)));
    } else {
        commit.add(u"none: a folder without version control"_s);
    }
    RichText repository;
    repository.code(text(a.projectName));
    if (a.branch && !a.branch->empty())
        repository.add(u", branch "_s).code(text(*a.branch));
    if (a.dirty)
        repository.add(*a.dirty ? u", work tree with uncommitted changes"_s : u", work tree clean"_s);
    const Coverage& c = a.coverage;
    RichText files(plural(static_cast<long long>(c.filesFound), u"file"_s) + u" found, "_s + number(static_cast<double>(c.filesParsed)) + u" read, "_s
        + number(static_cast<double>(c.filesWithErrors)) + u" of them with errors, "_s + number(static_cast<double>(c.skipped.size())) + u" left out; "_s
        + plural(static_cast<long long>(report.facts.judged), u"module"_s) + u" scored ("_s + number(static_cast<double>(a.totals.lines.code)) + u" code lines)"_s);
    keyValues(flow, u"Input"_s, { { u"Repository"_s, repository }, { u"Commit"_s, commit }, { u"Files"_s, files },
                                    { u"Dependencies"_s, plural(static_cast<long long>(a.dependencies.size()), u"direct dependency"_s, u"direct dependencies"_s) },
                                    { u"Profile"_s, report.facts.measured ? RichText(u"imported; figures marked measured come from it"_s) : RichText(u"none: every time is estimated"_s) },
                                    { u"Test coverage"_s, report.facts.coverageKnown ? RichText(u"imported"_s) : RichText(u"not supplied"_s) } });
    RichText settings;
    settings.code(text(a.settingsHash));
    keyValues(flow, u"Analysis"_s, { { u"Program"_s, u"Ferroscope "_s + text(a.toolVersion) }, { u"Rules"_s, plural(static_cast<long long>(a.ruleCount), u"rule"_s) },
                                       { u"Package knowledge"_s, isoDateInWords(text(a.knowledgeDate)) }, { u"Settings (hash)"_s, settings }, { u"Weights"_s, weights(a) },
                                       { u"Overrides"_s, overrides(report) }, { u"Code excerpts"_s, report.options.leaveOutCode ? RichText(u"left out of this document"_s) : RichText() },
                                       { u"Run"_s, u"nothing of the repository was executed, nothing was written in it, no network was used"_s } });
    RichText hash;
    if (!report.options.json.isEmpty())
        hash.code(QString::fromLatin1(QCryptographicHash::hash(report.options.json, QCryptographicHash::Sha256).toHex()));
    keyValues(flow, u"Output"_s, { { u"Assessment"_s, report.options.attachJson && !report.options.json.isEmpty() ? RichText(u"attached to this document as "_s).code(u"assessment.json"_s)
                                                                                                                    : RichText(u"not attached to this document"_s) },
                                     { u"SHA-256 of it"_s, hash }, { u"Repeatability"_s, u"The same input, settings and program give this document again, byte for byte."_s } });
    RichText limits;
    limits.bold(u"Limits of use. "_s).add(u"This report judges one commit"_s + (report.facts.measured ? u" under one load"_s : u" by its source alone"_s)
        + u". It is no estimate of security, of licences or of the people who wrote the code. Estimated figures lose their value when measured ones arrive."_s);
    flow.callout(limits, true);
    signatures(report);
}

} // namespace ferroscope::render
