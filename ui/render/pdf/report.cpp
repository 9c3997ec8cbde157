// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/pdf/report.h"

#include "ui/render/figures/contexts.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

Facts::Facts(const Assessment& a)
{
    measured = heatSource(a) == HeatSource::Measured;
    basis = measured ? u"measured"_s : u"estimated"_s;
    const PlanVerdicts plan(a);
    for (std::size_t i = 0; i < a.modules.size(); ++i) {
        const AssessedModule& module = a.modules[i];
        if (!module.judged())
            continue;
        ++judged;
        rowOf.emplace(module.path, static_cast<int>(i));
        interpreted += module.heat.interpreted;
        native += module.heat.native;
        waiting += module.heat.waiting;
        const Verdict verdict = plan.of(module);
        ++shown[static_cast<std::size_t>(verdict)];
        preparedFirst += movesToRust(verdict) && isBlocker(module.verdict.id) ? 1 : 0;
        moving += movesToRust(verdict) ? 1 : 0;
        fixes += verdict == Verdict::FixInPython ? 1 : 0;
        later += isBlocker(verdict) && verdict != Verdict::FixInPython ? 1 : 0;
        already += verdict == Verdict::AlreadyNative ? 1 : 0;
        stay += verdict == Verdict::KeepPython ? 1 : 0;
        for (const AssessedFunction& function : module.functions)
            coverageKnown |= function.covered.has_value();
    }
    int fix = 0;
    for (const Wave& wave : a.waves) {
        effort += wave.effort;
        gain += wave.gain;
        for (const WorkItem& item : wave.work) {
            if (item.gain.likely > 0)
                steps.push_back({ u'P' + QString::number(++fix), shortened(text(item.title), 90), item.kind, item.gain, item.effort, item.modules, nullptr, wave.number });
            else
                preparation += item.effort;
        }
        for (const std::string& id : wave.candidates) {
            if (const Candidate* candidate = a.candidate(id))
                steps.push_back({ text(id), nameOf(*candidate), candidate->strategy, candidate->gain, candidate->effort, candidate->modules, candidate, wave.number });
        }
    }
    if (a.waves.empty()) {
        for (const Candidate& candidate : a.candidates) {
            steps.push_back({ text(candidate.id), nameOf(candidate), candidate.strategy, candidate.gain, candidate.effort, candidate.modules, &candidate, -1 });
            effort += candidate.effort;
            gain += candidate.gain;
        }
    }
    gain = { std::min(1.0, gain.low), std::min(1.0, gain.likely), std::min(1.0, gain.high) };
    for (std::size_t i = 0; i < std::min<std::size_t>(5, a.candidates.size()); ++i)
        shortList.push_back(&a.candidates[i]);
}

QString Report::pageOf(const QString& anchor) const
{
    const auto at = known.find(anchor);
    return at == known.end() ? u"–"_s : QString::number(at->second.page + 1);
}

QString Report::numberOf(const QString& anchor) const
{
    for (const TocEntry& entry : contents(a)) {
        if (entry.anchor == anchor)
            return entry.number;
    }
    return {};
}

void Report::section(const QString& title, const QString& headline, const QString& anchor, bool landscape, const QString& running)
{
    const QString plain = numberOf(anchor), number = plain.at(0).isLetter() ? u"Appendix "_s + plain : plain;
    flow.newPage(landscape, running.isEmpty() ? title : running);
    flow.anchor(anchor);
    flow.outline(number + (number.startsWith(u"Appendix") ? u": "_s : u" "_s) + title, anchor, 0);
    flow.kicker(number + u" · "_s + title);
    flow.headline(headline);
}

RichText Report::evidence(const Finding& finding, bool shortened) const
{
    const QString printed = u"f:"_s + QString::number(&finding - &a.findings.front());
    const auto row = facts.rowOf.find(finding.path);
    const QString anchor = has(printed) ? printed : row != facts.rowOf.end() ? u"m:"_s + QString::number(row->second) : QString();
    return RichText().path((shortened ? shortPath(finding.path) : text(finding.path)) + u':' + QString::number(finding.line), anchor);
}

RichText Report::reason(const Candidate& candidate) const
{
    const AssessedModule* lead = leadModule(a, candidate);
    if (!lead)
        return {};
    if (movesToRust(lead->verdict.id) && !lead->verdict.reasons.empty())
        return sentence(lead->verdict.reasons.front());
    RichText out;
    out.add(percent(movingTime(a, candidate)) + u" of the run in interpreted Python; "_s);
    const std::size_t crossings = candidate.crossings.size();
    return out.add(crossings == 0 ? u"nothing crosses."_s : inWords(crossings) + (crossings == 1 ? u" kind of call crosses."_s : u" kinds of calls cross."_s));
}

RichText Report::moduleLink(const std::string& path) const
{
    const auto row = facts.rowOf.find(path);
    if (row == facts.rowOf.end())
        return RichText().path(text(path));
    RichText out;
    out.path(text(a.modules[static_cast<std::size_t>(row->second)].name), u"m:"_s + QString::number(row->second));
    return out;
}

std::vector<TocEntry> contents(const Assessment& a)
{
    std::vector<TocEntry> entries {
        { {}, u"Recommendation"_s, u"recommendation"_s },
        { {}, u"Overview: where the modules and the time are"_s, u"overview"_s },
        { {}, a.candidates.empty() ? u"Places that were considered"_s : u"Short list and evidence"_s, u"shortlist"_s },
    };
    if (!a.waves.empty()) // nothing to do: nothing to schedule
        entries.push_back({ {}, u"Roadmap, effort and gain"_s, u"roadmap"_s });
    if (a.money)
        entries.push_back({ {}, u"Money"_s, u"money"_s });
    entries.push_back({ {}, u"Package readiness"_s, u"packages"_s });
    if (!a.contexts.empty() || !a.cycles.empty())
        entries.push_back({ {}, u"Contexts and import cycles"_s, u"graph"_s });
    entries.push_back({ {}, a.candidates.empty() ? u"What would change this answer"_s : u"Risks and what would change this answer"_s, u"risks"_s });
    entries.push_back({ {}, u"What was not analysed; method"_s, u"method"_s });
    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i].number = QString::number(i + 1);
    entries.push_back({ u"A"_s, u"All "_s + plural(static_cast<long long>(a.totals.modules), u"module"_s), u"modules"_s });
    entries.push_back({ u"B"_s, u"Manifest"_s, u"manifest"_s });
    return entries;
}

QString inWords(std::size_t count)
{
    static const QStringList words { u"no"_s, u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s, u"six"_s, u"seven"_s, u"eight"_s, u"nine"_s, u"ten"_s };
    return count < static_cast<std::size_t>(words.size()) ? words[static_cast<qsizetype>(count)] : number(static_cast<double>(count));
}

QString capital(const QString& text) { return text.isEmpty() ? text : text.left(1).toUpper() + text.mid(1); }

QString withoutStop(const QString& sentence)
{
    QString out = sentence.trimmed();
    while (out.endsWith(u'.'))
        out.chop(1);
    return out;
}

QString verdictCode(Verdict verdict)
{
    const std::string_view id = verdictId(verdict);
    return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

QString listed(const QStringList& items)
{
    if (items.size() < 2)
        return items.join(QString());
    return items.mid(0, items.size() - 1).join(u", "_s) + u" and "_s + items.back();
}

QString shortPath(const std::string& path, int components)
{
    std::size_t at = path.size();
    for (int i = 0; i < components && at != std::string::npos; ++i)
        at = at == 0 ? std::string::npos : path.rfind('/', at - 1);
    return text(at == std::string::npos ? path : path.substr(at + 1));
}

} // namespace ferroscope::render
