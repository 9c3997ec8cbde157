// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Risks and what would change this answer: is the ranking an accident of the weights, and which checkable fact
// would make us say the opposite?
#include "ui/render/figures/axis.h"
#include "ui/render/figures/contexts.h"
#include "ui/render/marks.h"
#include "ui/render/pdf/sections.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

struct Stability {
    QString label;
    double share;
};

void paintStability(QPainter& painter, const QRectF& rect, const std::vector<Stability>& rows, const Theme& theme)
{
    const double line = theme.lineHeight(TextRole::Label), row = line * 1.85, bar = line * 1.2, labels = mm(42);
    const QFont plain = theme.font(TextRole::Label), strong = theme.font(TextRole::Label, true);
    const QRectF plot(rect.left() + labels, rect.top(), rect.width() - labels - line * 3, row * static_cast<double>(rows.size()));
    paintBottomAxis(painter, plot, { 0, 100, { 0, 25, 50, 75, 100 }, 0 }, u"%"_s, theme);
    double y = rect.top();
    for (const Stability& each : rows) {
        drawText(painter, QRectF(rect.left(), y, labels - line * 0.8, row), Qt::AlignRight | Qt::AlignVCenter, each.label, plain, theme.text);
        const QRectF whole(plot.left(), y + (row - bar) / 2, plot.width(), bar), part(whole.left(), whole.top(), whole.width() * std::clamp(each.share, 0.0, 1.0), bar);
        painter.fillRect(part, each.share >= 0.9 ? theme.text : each.share >= 0.5 ? theme.grey[0] : theme.grey[1]);
        drawText(painter, QRectF(part.right() + line * 0.4, y, line * 5, row), Qt::AlignLeft | Qt::AlignVCenter, percent(each.share, 0), strong, theme.text);
        y += row;
    }
}

std::vector<Stability> stability(const Assessment& a)
{
    std::vector<Stability> rows;
    for (const auto& [id, share] : a.sensitivityTop) {
        if (rows.size() == 8)
            break;
        const Candidate* candidate = a.candidate(id);
        rows.push_back({ text(id) + (candidate ? u' ' + nameOf(*candidate) : QString()), share });
    }
    return rows;
}

Table thresholds(Report& report)
{
    Table table;
    table.number = report.nextTable();
    table.caption.bold(u"What would change it."_s).add(u" Readiness of the place now, and after the change alone."_s);
    table.columns = { { u"If this were done, or turned out so"_s, 0 }, { u"Place"_s, 38 }, { u"Now"_s, 16, true }, { u"Then"_s, 16, true }, { u"Consequence"_s, 38 } };
    for (const Candidate& candidate : report.a.candidates) {
        const Range now = readinessOf(report.a, candidate);
        for (const Counterfactual& other : candidate.counterfactuals) {
            if (table.rows.size() == 14)
                return table;
            const QString consequence = other.wave ? u"moves to wave "_s + number(*other.wave)
                : other.readiness > now.likely     ? u"easier, same wave"_s
                : other.readiness < now.likely     ? u"weaker; look again"_s
                                                   : u"none"_s;
            TableCell change(report.sentence(other.change));
            change.maxLines = 3;
            TableRow row;
            row.cells = { change, RichText().bold(text(candidate.id)).add(u' ' + nameOf(candidate)), number(now.likely), number(other.readiness), consequence };
            table.rows.push_back(row);
        }
    }
    return table;
}

QString headline(const Assessment& a)
{
    std::size_t facts = 0;
    for (const Candidate& candidate : a.candidates)
        facts += candidate.counterfactuals.size();
    facts = std::max(facts, a.recommendation.raisesCertainty.size());
    if (a.candidates.empty())
        return facts == 0 ? u"Another answer needs another load or other code"_s : u"Only measurement could change this answer; it is cheap to ask"_s;
    double least = 1;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, a.sensitivityTop.size()); ++i)
        least = std::min(least, a.sensitivityTop[i].second);
    if (a.sensitivityTop.empty())
        return facts == 0 ? u"What could go wrong, place by place"_s
                          : capital(inWords(facts)) + (facts == 1 ? u" fact"_s : u" facts"_s) + u" could change this answer, and each can be checked"_s;
    const QString start = least >= 0.9 ? u"The ranking is stable"_s
        : least >= 0.6                 ? u"The ranking is fairly stable"_s
                                       : u"The ranking depends on the weights"_s;
    if (facts == 0)
        return start;
    return start + u"; "_s + inWords(facts) + (facts == 1 ? u" fact"_s : u" facts"_s) + u" could change it, and each can be checked"_s;
}

} // namespace

void risksSection(Report& report)
{
    Flow& flow = report.flow;
    const Theme& theme = flow.theme();
    const Assessment& a = report.a;
    report.section(a.candidates.empty() ? u"What would change this answer"_s : u"Risks and what would change this answer"_s, headline(a), u"risks"_s, false, u"Risks"_s);
    const std::vector<Stability> rows = stability(a);
    if (!rows.empty()) {
        RichText caption;
        caption.bold(report.nextFigure() + u". Share of trials in which a place stays among the first five."_s);
        caption.add(u" In each trial all nine weights are varied at random; a place near 100 % does not owe its rank to our weights."_s);
        const double height = theme.lineHeight(TextRole::Label) * (1.85 * static_cast<double>(rows.size()) + 1.6);
        flow.figure(caption, height, [rows, &theme](QPainter& painter, const QRectF& rect) { paintStability(painter, rect, rows, theme); });
    }
    Table change = thresholds(report);
    if (!change.rows.empty()) {
        flow.subhead(u"What would change this answer"_s, leastHeight(flow, change));
        placeTable(flow, change);
    } else {
        --report.tables;
    }
    if (!a.risks.empty())
        riskRegister(report);
    if (!a.recommendation.raisesCertainty.empty()) {
        Table table;
        table.header = false;
        table.columns = { { {}, 8 }, { {}, 0 } };
        for (const std::string& way : a.recommendation.raisesCertainty) {
            TableRow row;
            row.cells = { QString::number(table.rows.size() + 1), report.sentence(way) };
            table.rows.push_back(row);
        }
        flow.subhead(u"What would make this more certain"_s, leastHeight(flow, table));
        placeTable(flow, table);
    }
    if (a.candidates.empty()) {
        flow.subhead(u"What would make us say the opposite"_s, mm(12));
        flow.paragraph(u"A group of functions that takes at least one hundredth of the run in interpreted Python, is called across a narrow boundary, and is not pinned by a veto. "
                       "If a profile of a real day shows such a group, run the audit again with it: the profile replaces the estimate for everything it covers."_s);
    }
    RichText again;
    again.bold(u"When to ask again. "_s).add(a.waves.empty() ? u"When the load or the code has changed, on the new commit, with the settings of "_s : u"After each wave, on the new commit, with the settings of "_s);
    again.link(u"appendix B"_s, u"manifest"_s).add(u". Every score that has moved is then explained by the evidence that moved it. "_s);
    if (a.commit)
        again.add(u"Until then the verdicts hold for commit "_s).code(text(a.commit->substr(0, 8))).add(u" only."_s);
    flow.callout(again);
}

} // namespace ferroscope::render
