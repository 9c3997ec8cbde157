// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/context_graph.h"

#include "ui/render/format.h"
#include "ui/render/words.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

constexpr std::size_t kManyContexts = 14; // beyond it what is small and cold stands together
constexpr std::size_t kSmallContext = 5; // modules
constexpr double kColdContext = 0.005; // share of the run

// "saleor.graphql.account" -> "graphql.account" where nearly all contexts lie in one package: its name tells nothing.
void shortenTitles(const Assessment& assessment, std::vector<ContextBox>& boxes)
{
    std::map<std::string, std::size_t> packages;
    for (const ContextBox& box : boxes) {
        const std::string& name = assessment.contexts[static_cast<std::size_t>(box.context)].name;
        if (const std::size_t dot = name.find('.'); dot != std::string::npos)
            ++packages[name.substr(0, dot + 1)];
    }
    for (const auto& [prefix, count] : packages) {
        if (count < 3 || count * 10 < boxes.size() * 6)
            continue;
        for (ContextBox& box : boxes) {
            const QString start = text(prefix);
            if (box.title.startsWith(start))
                box.title = box.title.mid(start.size());
        }
    }
}

void summarise(const Assessment& assessment, ContextBox& box)
{
    double weight = 0, sum = 0;
    box.estimated = false;
    for (const int at : box.modules) {
        const AssessedModule& module = assessment.modules[static_cast<std::size_t>(at)];
        if (!module.judged())
            continue;
        box.heat += module.heat.interpreted.likely;
        box.estimated = box.estimated || module.heat.source != HeatSource::Measured;
        const double share = module.heat.interpreted.likely + 1e-9;
        sum += module.readiness.likely * share;
        weight += share;
    }
    box.readiness = weight > 0 ? sum / weight : 0;
    std::stable_sort(box.modules.begin(), box.modules.end(), [&](int a, int b) {
        const auto heat = [&](int at) { return assessment.modules[static_cast<std::size_t>(at)].heat.interpreted.likely; };
        return heat(a) > heat(b);
    });
}

std::vector<ContextBox> boxesOf(const Assessment& assessment, std::vector<int>& boxOf)
{
    std::unordered_map<std::string_view, int> contexts; // by id
    for (std::size_t at = 0; at < assessment.contexts.size(); ++at)
        contexts.emplace(assessment.contexts[at].id, static_cast<int>(at));
    std::vector<ContextBox> all(assessment.contexts.size());
    ContextBox loose { u"loose"_s, words(QT_TRANSLATE_NOOP("Figures", "Without a context")), {}, -1, 0, true, 0, false, 0 };
    ContextBox rest { u"rest"_s, words(QT_TRANSLATE_NOOP("Figures", "Tests and others")), {}, -1, 0, true, 0, false, 0 };
    for (std::size_t at = 0; at < assessment.modules.size(); ++at) {
        const AssessedModule& module = assessment.modules[at];
        const auto found = contexts.find(module.context);
        ContextBox& box = found != contexts.end() ? all[static_cast<std::size_t>(found->second)] : module.judged() ? loose : rest;
        box.modules.push_back(static_cast<int>(at));
    }
    for (std::size_t at = 0; at < all.size(); ++at) {
        all[at].context = static_cast<int>(at);
        // Ids are numbers in the order of names; a name is what stays.
        all[at].key = u"context:"_s + text(assessment.contexts[at].name);
        all[at].title = text(assessment.contexts[at].name);
        summarise(assessment, all[at]);
    }
    std::erase_if(all, [](const ContextBox& box) { return box.modules.empty(); });
    std::stable_sort(all.begin(), all.end(), [](const ContextBox& a, const ContextBox& b) { return a.heat > b.heat; });
    shortenTitles(assessment, all);
    // Many small contexts tell little one by one: they stand together, as do the coldest beyond what one can read.
    ContextBox small;
    small.key = u"small"_s;
    std::vector<ContextBox> kept;
    const std::size_t room = kMostBoxes - 3;
    const bool many = all.size() > kManyContexts;
    std::size_t joined = 0;
    for (ContextBox& box : all) {
        if ((many && box.modules.size() <= kSmallContext && box.heat < kColdContext) || kept.size() >= room) {
            small.modules.insert(small.modules.end(), box.modules.begin(), box.modules.end());
            ++joined;
            continue;
        }
        kept.push_back(std::move(box));
    }
    if (!small.modules.empty()) {
        small.title = plural(static_cast<long long>(joined), words(QT_TRANSLATE_NOOP("Figures", "small context")), words(QT_TRANSLATE_NOOP("Figures", "small contexts")));
        std::sort(small.modules.begin(), small.modules.end());
        summarise(assessment, small);
        kept.push_back(std::move(small));
    }
    for (ContextBox* box : { &loose, &rest }) {
        if (box->modules.empty())
            continue;
        summarise(assessment, *box);
        kept.push_back(std::move(*box));
    }
    boxOf.assign(assessment.modules.size(), -1);
    for (std::size_t at = 0; at < kept.size(); ++at) {
        for (const int module : kept[at].modules)
            boxOf[static_cast<std::size_t>(module)] = static_cast<int>(at);
    }
    return kept;
}

std::vector<ContextGraph::Inner> linksOf(const Assessment& assessment)
{
    std::unordered_map<std::string_view, int> modules;
    for (std::size_t at = 0; at < assessment.modules.size(); ++at)
        modules.emplace(assessment.modules[at].path, static_cast<int>(at));
    const auto find = [&](std::string_view path) {
        const auto at = modules.find(path);
        return at == modules.end() ? -1 : at->second;
    };
    std::map<std::pair<int, int>, ContextGraph::Inner> found;
    const auto add = [&](int from, int to) -> ContextGraph::Inner* {
        if (from < 0 || to < 0 || from == to)
            return nullptr;
        ContextGraph::Inner& link = found[{ from, to }];
        link.from = from;
        link.to = to;
        return &link;
    };
    for (const ImportLink& link : assessment.imports) {
        if (auto* one = add(find(link.from), find(link.to)))
            ++one->imports;
    }
    for (const CallLink& link : assessment.calls) {
        const std::string_view from = link.from.text(), to = link.to.text();
        if (auto* one = add(find(from.substr(0, from.rfind(':'))), find(to.substr(0, to.rfind(':')))))
            ++one->calls;
    }
    for (std::size_t at = 0; at < assessment.cycles.size(); ++at) {
        std::set<int> members;
        for (const std::string& path : assessment.cycles[at])
            members.insert(find(path));
        members.erase(-1);
        for (const int from : members) {
            for (auto link = found.lower_bound({ from, 0 }); link != found.end() && link->first.first == from; ++link)
                link->second.cycle = link->second.cycle || (link->second.imports > 0 && members.contains(link->first.second));
        }
    }
    for (const CutLink& cut : assessment.cuts) {
        if (const auto link = found.find({ find(cut.from), find(cut.to) }); link != found.end())
            link->second.cut = true;
    }
    std::vector<ContextGraph::Inner> out;
    for (const auto& [ends, link] : found)
        out.push_back(link);
    return out;
}

} // namespace

int ContextGraph::boxOfKey(const QString& key) const
{
    for (std::size_t at = 0; at < boxes.size(); ++at) {
        if (boxes[at].key == key)
            return static_cast<int>(at);
    }
    return -1;
}

ContextGraph contextGraph(const Assessment& assessment)
{
    ContextGraph graph;
    graph.boxes = boxesOf(assessment, graph.boxOf);
    graph.links = linksOf(assessment);
    std::map<std::pair<int, int>, ContextArrow> arrows;
    for (const ContextGraph::Inner& link : graph.links) {
        const int from = graph.boxOf[static_cast<std::size_t>(link.from)], to = graph.boxOf[static_cast<std::size_t>(link.to)];
        if (from == to)
            continue;
        ContextArrow& arrow = arrows[{ from, to }];
        arrow.from = from;
        arrow.to = to;
        arrow.imports += link.imports;
        arrow.calls += link.calls;
        arrow.cycleLinks += link.cycle ? 1U : 0U;
        arrow.cuts += link.cut ? 1U : 0U;
        if (link.cycle)
            graph.boxes[static_cast<std::size_t>(from)].crossCycle = graph.boxes[static_cast<std::size_t>(to)].crossCycle = true;
    }
    for (const auto& [ends, arrow] : arrows)
        graph.arrows.push_back(arrow);
    for (const auto& cycle : assessment.cycles) {
        std::set<int> boxes;
        for (const std::string& path : cycle) {
            if (const AssessedModule* module = assessment.find(path))
                boxes.insert(graph.boxOf[static_cast<std::size_t>(module - assessment.modules.data())]);
        }
        if (boxes.size() == 1)
            ++graph.boxes[static_cast<std::size_t>(*boxes.begin())].innerCycles;
    }
    return graph;
}

} // namespace ferroscope::render
