// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Overview: why these and not the module somebody likes least. Value and ease, verdicts, time by context.
#include "ui/render/figures/contexts.h"
#include "ui/render/figures/quadrant.h"
#include "ui/render/figures/time_split.h"
#include "ui/render/figures/verdict_bar.h"
#include "ui/render/pdf/sections.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

double interpretedOf(const Report& report, const std::vector<const Candidate*>& candidates)
{
    double sum = 0;
    for (const Candidate* candidate : candidates)
        sum += movingTime(report.a, *candidate);
    return sum;
}

QString headline(const Report& report)
{
    const Facts& facts = report.facts;
    if (facts.shortList.empty())
        return u"No place combines value and ease: "_s + number(static_cast<double>(facts.stay + facts.already)) + u" of "_s
            + plural(static_cast<long long>(facts.judged), u"module"_s) + u" stay as they are"_s;
    std::vector<const Candidate*> two(facts.shortList.begin(), facts.shortList.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(2, facts.shortList.size())));
    QStringList names;
    for (const Candidate* candidate : two)
        names << text(candidate->id);
    const double share = facts.interpreted.likely > 0 ? interpretedOf(report, two) / facts.interpreted.likely : 0;
    const QString verb = two.size() == 1 ? u" stands apart from the other modules and holds "_s : u" stand apart from the other modules and hold "_s;
    return listed(names) + verb + percent(std::min(1.0, share), 0) + u" of the interpreted time"_s;
}

std::vector<VerdictCount> groupedCounts(const Report& report)
{
    const Facts& facts = report.facts;
    std::vector<VerdictCount> counts;
    QStringList ids;
    for (const Candidate* candidate : facts.shortList)
        ids << text(candidate->id);
    const auto add = [&](Verdict verdict, std::size_t count, const QString& label, const QString& note) {
        if (count > 0)
            counts.push_back({ verdict, count, label, note });
    };
    // One line for everything that moves: the marks of the report do not tell the ways apart either.
    std::size_t ways = 0;
    Verdict way = Verdict::ExtractModule;
    for (int i = 0; i < kVerdictCount; ++i) {
        if (movesToRust(static_cast<Verdict>(i)) && facts.shown[static_cast<std::size_t>(i)] > 0) {
            ++ways;
            way = static_cast<Verdict>(i);
        }
    }
    QString places = ids.isEmpty() ? QString() : ids.join(u", "_s) + (report.a.candidates.size() > 5 ? u" …"_s : QString());
    if (facts.preparedFirst > 0)
        places = number(static_cast<double>(facts.preparedFirst)) + u" of them after types or cuts"_s;
    add(Verdict::ExtractModule, facts.moving, ways == 1 ? verdictCode(way) : u"move to Rust"_s, places);
    add(Verdict::FixInPython, facts.fixes, u"fix-in-python"_s, u"cheaper than any port"_s);
    const std::pair<Verdict, QString> later[] = { { Verdict::RefactorFirst, u"a cycle or a wide boundary"_s }, { Verdict::TypeFirst, u"the interface is untyped"_s },
        { Verdict::ProfileFirst, u"the answer hangs on a profile"_s } };
    for (const auto& [verdict, note] : later)
        add(verdict, facts.shown[static_cast<std::size_t>(verdict)], verdictCode(verdict), note);
    add(Verdict::AlreadyNative, facts.already, u"already-native"_s, u"the time is in native code"_s);
    add(Verdict::KeepPython, facts.stay, u"keep-python"_s, u"glue, waiting, or cold"_s);
    return counts;
}

} // namespace

void overviewSection(Report& report)
{
    Flow& flow = report.flow;
    const Theme& theme = flow.theme();
    const Facts& facts = report.facts;
    report.section(u"Overview"_s, headline(report), u"overview"_s);

    // Two figures side by side, each under its own caption.
    const double gap = mm(8), rightWidth = mm(58), leftWidth = flow.body().width() - rightWidth - gap, left = flow.body().left(), right = left + leftWidth + gap;
    const TextStyle style { TextRole::Caption, Qt::AlignLeft, false, theme.text3, 0 };
    RichText first, second;
    first.bold(report.nextFigure() + (facts.shortList.empty() ? u". No candidate reaches the corner worth moving."_s : u". Value against ease, one mark per module."_s));
    first.add(facts.shortList.empty() ? u" One mark per module; the pale corner would be worth moving."_s : u" Candidates are named; crosses show low to high, dashed where estimated."_s);
    second.bold(report.nextFigure() + u". "_s + number(static_cast<double>(facts.stay + facts.already)) + u" of "_s + number(static_cast<double>(facts.judged)) + u" stay."_s);
    second.add(u" Modules by verdict."_s);
    const double top = flow.y();
    const double captions = std::max(flow.place(first, style, { left, top }, leftWidth), flow.place(second, style, { right, top }, rightWidth)) + mm(2);
    const double height = mm(92);
    const Quadrant quadrant = quadrantOf(report.a);
    const std::vector<VerdictCount> counts = groupedCounts(report);
    const QRectF plot(left, top + captions, leftWidth, height), column(right, top + captions + mm(2), rightWidth, height - mm(6));
    flow.add([plot, quadrant, &theme](QPainter& painter) { paintQuadrant(painter, plot, quadrant, theme); });
    flow.add([column, counts, &theme](QPainter& painter) { paintVerdictColumn(painter, column, counts, theme); });
    flow.setY(top + captions + height + mm(1));
    RichText scale(u"Value and ease run from 0 to 100 ("_s);
    scale.link(u"section "_s + report.numberOf(u"method"_s), u"method"_s).add(u"). Every module stands with its figures in "_s).link(u"appendix A"_s, u"modules"_s).add(u"."_s);
    flow.note(scale);
    flow.skip(mm(2.4));

    const TimeSplit split = timeByContext(report.a);
    if (split.bars.empty()) {
        RichText none;
        none.bold(u"No time is known. "_s).add(u"There is neither a profile nor anything the static estimate could weigh."_s);
        flow.paragraph(none);
        return;
    }
    RichText caption;
    caption.bold(report.nextFigure() + u". "_s + percent(facts.interpreted.likely, 0) + u" of the run is interpreted Python, "_s + percent(facts.native.likely, 0)
        + u" is native already, "_s + percent(facts.waiting.likely, 0) + u" is waiting."_s);
    caption.add(u" Percent of the run by context; "_s + facts.basis + u"."_s);
    flow.figure(caption, timeSplitHeight(split, theme), [split, &theme](QPainter& painter, const QRectF& rect) { paintTimeSplit(painter, rect, split, theme); });

    RichText ceiling(u"Rust can shorten only the interpreted part. If all of it cost nothing, the run would still take "_s);
    ceiling.add(percent(std::max(0.0, 1 - facts.interpreted.likely), 0) + u" of today's time: that is the ceiling for any plan. "_s);
    if (!facts.shortList.empty())
        ceiling.add(u"The short list holds "_s + percent(interpretedOf(report, facts.shortList)) + u" of the run."_s);
    RichText source;
    source.bold(facts.measured ? u"Measured. "_s : u"Estimated. "_s);
    source.add(facts.measured ? u"Times are those of the imported profile; what it does not cover is estimated from the source."_s
                              : u"A static profile of the source: frequencies from loops and calls, costs of operations. No profile was imported."_s);
    flow.columns({ { {}, { ceiling }, mm(112), false }, { {}, { source }, mm(48), true } });
    whyTheyStay(report);
}

} // namespace ferroscope::render
