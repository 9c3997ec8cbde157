// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the pages with evidence: contexts and heat.
#include "ui/models/headlines.h"

#include "ui/models/text.h"
#include "ui/render/figures/contexts.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

namespace ferroscope::ui {

namespace {

struct Headlines {
    Q_DECLARE_TR_FUNCTIONS(Headlines)
};

QString contextOf(const Assessment& assessment, const std::string& path)
{
    const AssessedModule* module = assessment.find(path);
    for (const ContextSummary& context : assessment.contexts) {
        if (module && context.id == module->context)
            return qs(context.name);
    }
    return module ? qs(module->name) : qs(path);
}

} // namespace

Headline contextsHeadline(const Assessment& a)
{
    if (a.contexts.empty())
        return { Headlines::tr("No contexts were found: too little depends on one another."), {} };
    std::set<std::string_view> moving;
    for (const Candidate& candidate : a.candidates)
        moving.insert(candidate.modules.begin(), candidate.modules.end());
    std::size_t inTheWay = 0;
    const std::vector<std::string>* first = nullptr;
    for (const auto& cycle : a.cycles) {
        if (std::any_of(cycle.begin(), cycle.end(), [&](const std::string& path) { return moving.contains(path); })) {
            ++inTheWay;
            first = first ? first : &cycle;
        }
    }
    QString below = Headlines::tr("%1 in %2").arg(counted(a.contexts.size(), Headlines::tr("1 context"), Headlines::tr("%1 contexts")), counted(a.totals.modules, Headlines::tr("1 module"), Headlines::tr("%1 modules")));
    if (a.cycles.empty())
        return { Headlines::tr("No import cycle: each context can move without cutting one first."), below + QLatin1Char('.') };
    below += QStringLiteral("; ") + counted(a.cycles.size(), Headlines::tr("1 import cycle"), Headlines::tr("%1 import cycles"))
        + (inTheWay == 0 ? Headlines::tr(", none in the way of a candidate.") : inTheWay == 1 ? Headlines::tr(", one of them in the way of a candidate.") : Headlines::tr(", %1 of them in the way of a candidate.").arg(numberWord(inTheWay)));
    std::vector<const CutLink*> cuts; // of the cycle that is in the way first, else of all
    for (const CutLink& cut : a.cuts) {
        const bool member = !first || (std::find(first->begin(), first->end(), cut.from) != first->end() && std::find(first->begin(), first->end(), cut.to) != first->end());
        if (member)
            cuts.push_back(&cut);
    }
    if (cuts.empty())
        return { Headlines::tr("%1 tie modules together.").arg(capitalised(counted(a.cycles.size(), Headlines::tr("1 import cycle"), Headlines::tr("%1 import cycles")))), below };
    if (cuts.size() == 1) {
        const QString from = contextOf(a, cuts.front()->from), to = contextOf(a, cuts.front()->to);
        return { from == to ? Headlines::tr("One import inside %1 closes a cycle. Cut it and its parts can move alone.").arg(from)
                            : Headlines::tr("One import ties %1 to %2. Cut it and %1 can move alone.").arg(from, to),
            below };
    }
    return { inTheWay > 0 ? Headlines::tr("%1 imports hold a candidate in a cycle; cutting them sets it free.").arg(capitalised(numberWord(cuts.size())))
                          : Headlines::tr("%1 imports close all cycles; no candidate needs them cut.").arg(capitalised(numberWord(cuts.size()))),
        below };
}

Headline heatHeadline(const Assessment& a)
{
    std::vector<double> heats;
    double total = 0;
    std::size_t measured = 0, estimated = 0;
    const bool onlyMeasured = render::heatSource(a) == HeatSource::Measured;
    for (const AssessedModule& module : a.modules) {
        if (!module.judged() || module.heat.source == HeatSource::None)
            continue;
        (module.heat.source == HeatSource::Measured ? measured : estimated) += 1;
        for (const AssessedFunction& function : module.functions) {
            if (function.kind == "class" || (onlyMeasured && function.heat.source != HeatSource::Measured))
                continue;
            heats.push_back(function.heat.interpreted.likely);
            total += function.heat.interpreted.likely;
        }
    }
    QString below = measured == 0 ? Headlines::tr("≈ Estimated from loops and calls, without a profile: shares of the run, not seconds.")
        : estimated == 0          ? Headlines::tr("● Measured in all modules.")
                                  : Headlines::tr("● Measured in %1, ≈ estimated in %2.").arg(counted(measured, Headlines::tr("1 module"), Headlines::tr("%1 modules")), counted(estimated, Headlines::tr("1 module"), Headlines::tr("%1 modules")));
    if (total <= 0)
        return { Headlines::tr("No interpreted time is known."), below };
    std::sort(heats.rbegin(), heats.rend());
    double sum = 0;
    std::size_t few = 0;
    while (few < heats.size() && few < 10 && sum < 0.6 * total)
        sum += heats[few++];
    const QString share = percent(sum / total, 0);
    return { few == 1 ? Headlines::tr("One function holds %1 of the interpreted time.").arg(share)
                      : Headlines::tr("%1 functions hold %2 of the interpreted time.").arg(capitalised(numberWord(few)), share),
        below };
}

} // namespace ferroscope::ui
