// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/headlines.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

namespace ferroscope::ui {

namespace {

struct Headlines {
    Q_DECLARE_TR_FUNCTIONS(Headlines)
};

std::size_t of(const Assessment& assessment, Verdict verdict) { return assessment.totals.verdicts[static_cast<std::size_t>(verdict)]; }

double interpretedTotal(const Assessment& assessment)
{
    double total = 0;
    for (const AssessedModule& module : assessment.modules)
        total += module.judged() ? module.heat.interpreted.likely : 0;
    return total;
}

} // namespace

std::size_t modulesToMove(const Assessment& assessment)
{
    std::size_t sum = 0;
    for (int at = 0; at < kVerdictCount; ++at)
        sum += movesToRust(static_cast<Verdict>(at)) ? assessment.totals.verdicts[static_cast<std::size_t>(at)] : 0;
    return sum;
}

std::size_t modulesBlocked(const Assessment& assessment)
{
    return of(assessment, Verdict::RefactorFirst) + of(assessment, Verdict::TypeFirst) + of(assessment, Verdict::ProfileFirst);
}

Range wholeGain(const Assessment& assessment)
{
    Range sum;
    for (const Wave& wave : assessment.waves)
        sum += wave.gain;
    // Waves are bounded one by one; together they still cannot save more than the run.
    return { std::min(sum.low, 1.0), std::min(sum.likely, 1.0), std::min(sum.high, 1.0) };
}

Range wholeEffort(const Assessment& assessment)
{
    Range sum;
    for (const Wave& wave : assessment.waves)
        sum += wave.effort;
    return sum;
}

Headline overviewHeadline(const Assessment& assessment)
{
    const Recommendation& given = assessment.recommendation;
    return { qs(given.sentence), given.reasons.empty() ? QString() : qs(given.reasons.front()) };
}

Headline mapHeadline(const Assessment& assessment)
{
    const double total = interpretedTotal(assessment);
    // By package; where one package is nearly everything, by what is inside it.
    const auto heatBy = [&](std::size_t components) {
        std::map<std::string_view, double> heat;
        for (const AssessedModule& module : assessment.modules) {
            if (!module.judged())
                continue;
            std::string_view name = module.package;
            if (components == 2 && !name.empty() && module.name.size() > name.size())
                name = std::string_view(module.name).substr(0, module.name.find('.', name.size() + 1));
            heat[name] += module.heat.interpreted.likely;
        }
        return heat;
    };
    std::map<std::string_view, double> packages = heatBy(1);
    for (const auto& [name, heat] : packages) {
        if (heat > 0.9 * total) {
            packages = heatBy(2);
            break;
        }
    }
    if (total <= 0)
        return { Headlines::tr("No heat is known: nothing here says where time goes."), {} };
    std::vector<std::pair<double, std::string_view>> order;
    for (const auto& [name, heat] : packages)
        order.emplace_back(heat, name);
    std::sort(order.rbegin(), order.rend());
    const auto name = [](std::string_view package) { return package.empty() ? Headlines::tr("The top level") : qs(package); };
    if (order.size() == 1) {
        // One package says nothing; its modules do.
        std::vector<double> modules;
        for (const AssessedModule& module : assessment.modules)
            modules.push_back(module.judged() ? module.heat.interpreted.likely : 0);
        std::sort(modules.rbegin(), modules.rend());
        double sum = 0;
        std::size_t few = 0;
        while (few < modules.size() && sum < 0.5 * total)
            sum += modules[few++];
        return { few == 1 ? Headlines::tr("One module holds %1 of the interpreted CPU time.").arg(percent(sum / total))
                          : Headlines::tr("%1 modules hold %2 of the interpreted CPU time.").arg(capitalised(numberWord(few)), percent(sum / total)), {} };
    }
    if (order[0].first >= 0.6 * total)
        return { Headlines::tr("%1 holds %2 of the interpreted CPU time.").arg(name(order[0].second), percent(order[0].first / total, 0)), {} };
    return { Headlines::tr("%1 and %2 hold %3 of the interpreted CPU time.")
                 .arg(name(order[0].second), order[1].second.empty() ? Headlines::tr("the top level") : qs(order[1].second), percent((order[0].first + order[1].first) / total, 0)), {} };
}

Headline modulesHeadline(const Assessment& assessment)
{
    const std::size_t now = modulesToMove(assessment) + of(assessment, Verdict::FixInPython);
    const std::size_t first = modulesBlocked(assessment), all = assessment.totals.modules;
    const std::size_t stay = of(assessment, Verdict::KeepPython) + of(assessment, Verdict::AlreadyNative);
    if (all == 0)
        return { Headlines::tr("No module was judged: only source files and scripts are."), Headlines::tr("The view “Every file, tests too” lists what was found.") };
    QString sentence;
    if (now == 0 && first == 0)
        sentence = Headlines::tr("All %1 modules stay as they are.").arg(countText(all));
    else if (now == 0)
        sentence = first == 1 ? Headlines::tr("No module is worth work now; one needs something first.")
                              : Headlines::tr("No module is worth work now; %1 need something first.").arg(numberWord(first));
    else {
        const QString worth = now == 1 ? Headlines::tr("One of %1 modules is worth work now").arg(countText(all))
                                       : Headlines::tr("%1 of %2 modules are worth work now").arg(capitalised(numberWord(now)), countText(all));
        sentence = first == 0 ? worth + QLatin1Char('.')
            : first == 1      ? Headlines::tr("%1; one needs something first.").arg(worth)
                              : Headlines::tr("%1; %2 need something first.").arg(worth, numberWord(first));
    }
    std::vector<double> heats;
    for (const AssessedModule& module : assessment.modules) {
        if (module.judged())
            heats.push_back(module.heat.interpreted.likely);
    }
    std::sort(heats.rbegin(), heats.rend());
    const double total = interpretedTotal(assessment);
    double top = 0;
    for (std::size_t at = 0; at < std::min<std::size_t>(5, heats.size()); ++at)
        top += heats[at];
    const QString stays = counted(stay, Headlines::tr("1 module stays as it is."), Headlines::tr("%1 modules stay as they are."));
    return { sentence, total > 0 && heats.size() > 5
                 ? Headlines::tr("The hottest five hold %1 of the interpreted time. %2").arg(percent(top / total, 0), stays)
                 : stays };
}

Headline moduleHeadline(const Assessment& assessment, const AssessedModule& module)
{
    QString sentence = module.judged() ? verdictMeaning(module.verdict.id)
                                       : Headlines::tr("A %1 file: counted, not judged.").arg(roleName(module.role));
    if (module.judged() && movesToRust(module.verdict.id)) {
        for (const Candidate& candidate : assessment.candidates) {
            const bool here = std::find(candidate.modules.begin(), candidate.modules.end(), module.path) != candidate.modules.end();
            if (here && candidate.modules.size() > 1 && module.verdict.id == Verdict::ExtractModule) {
                const std::size_t others = candidate.modules.size() - 1;
                sentence = others == 1 ? Headlines::tr("Move it as one module, with one neighbour.")
                                       : Headlines::tr("Move it as one module, with %1 neighbours.").arg(numberWord(others));
                break;
            }
        }
    }
    QStringList parts { roleName(module.role), counted(module.lines.code, Headlines::tr("1 code line"), Headlines::tr("%1 code lines")) };
    for (const ContextSummary& context : assessment.contexts) {
        if (context.id == module.context)
            parts << Headlines::tr("context %1").arg(qs(context.name));
    }
    parts << Headlines::tr("imports %1, imported by %2").arg(countText(module.fanOut), countText(module.fanIn));
    return { sentence, parts.join(QStringLiteral(" · ")) };
}

Headline roadmapHeadline(const Assessment& assessment)
{
    if (assessment.waves.empty())
        return { Headlines::tr("There is nothing to plan: no step would pay."), Headlines::tr("Every module stays in Python, each with its reasons.") };
    const Range gain = wholeGain(assessment), effort = wholeEffort(assessment);
    const std::size_t steps = assessment.waves.size();
    const Dates& last = assessment.waves.back().dates;
    if (last.known())
        return { Headlines::tr("%1 of the run saved by %2, for %3.").arg(percent(gain.likely, 0), dateText(last.endLikely), days(effort.likely, true)),
            Headlines::tr("Range: %1 of the run, %2, done between %3 and %4. First-project effort is included.")
                .arg(spanPercent(gain), spanDays(effort), dateText(last.endLow), dateText(last.endHigh)) };
    return { steps == 1 ? Headlines::tr("One wave saves about %1 of the run, for %2.").arg(percent(gain.likely, 0), days(effort.likely, true))
                        : Headlines::tr("%1 waves save about %2 of the run, for %3.")
                              .arg(capitalised(numberWord(steps)), percent(gain.likely, 0), days(effort.likely, true)),
        Headlines::tr("Range: %1 of the run, %2. Gain is bounded by what the moved code takes today; first-project effort is included.")
            .arg(spanPercent(gain), spanDays(effort)) };
}

Headline packagesHeadline(const Assessment& assessment)
{
    std::size_t settled = 0, blocked = 0;
    for (const PackageReadiness& package : assessment.dependencies) {
        blocked += package.status == "none" ? 1U : 0U;
        settled += package.status != "none" && package.status != "unknown" ? 1U : 0U;
    }
    const std::size_t all = assessment.dependencies.size();
    if (all == 0)
        return { Headlines::tr("No third-party package is used."), Headlines::tr("Nothing outside this repository can hold a move back.") };
    const QString below = Headlines::tr("Known as of %1. What is not known is said so, never guessed.").arg(dateText(assessment.knowledgeDate));
    if (blocked == 0)
        return { Headlines::tr("No package blocks a move; %1 of %2 are settled.").arg(countText(settled), countText(all)), below };
    return { blocked == 1 ? Headlines::tr("One of %1 packages has no Rust counterpart.").arg(countText(all))
                          : Headlines::tr("%1 of %2 packages have no Rust counterpart.").arg(capitalised(numberWord(blocked)), countText(all)), below };
}

Headline reportHeadline(const Assessment& assessment, int pages, const QString& client)
{
    const QString whom = client.trimmed().isEmpty() ? qs(assessment.projectName) : client.trimmed();
    if (pages <= 0)
        return { Headlines::tr("The report for %1, as it will print.").arg(whom), {} };
    return { pages == 1 ? Headlines::tr("One page for %1, ready to sign.").arg(whom)
                        : Headlines::tr("%1 pages for %2, ready to sign.").arg(QString::number(pages), whom), {} };
}

QString verdictLine(const std::array<std::size_t, kVerdictCount>& verdicts)
{
    std::size_t move = 0;
    for (int at = 0; at < kVerdictCount; ++at)
        move += movesToRust(static_cast<Verdict>(at)) ? verdicts[static_cast<std::size_t>(at)] : 0;
    const auto of = [&](Verdict verdict) { return verdicts[static_cast<std::size_t>(verdict)]; };
    QStringList parts;
    if (move > 0)
        parts << Headlines::tr("%1 worth moving").arg(countText(move));
    if (of(Verdict::FixInPython) > 0)
        parts << Headlines::tr("%1 to fix in Python").arg(countText(of(Verdict::FixInPython)));
    if (parts.isEmpty() && of(Verdict::ProfileFirst) > 0)
        parts << Headlines::tr("Cannot say yet: %1 to profile").arg(countText(of(Verdict::ProfileFirst)));
    if (parts.isEmpty())
        parts << Headlines::tr("Nothing worth moving");
    return parts.join(QStringLiteral(" · "));
}

} // namespace ferroscope::ui
