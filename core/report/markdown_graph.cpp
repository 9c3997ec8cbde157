// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Contexts and import cycles of the Markdown document.
#include "core/base/text.h"
#include "core/report/escape.h"
#include "core/report/markdown_parts.h"
#include "core/report/wording.h"
#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::report {

namespace {

constexpr std::size_t kContexts = 12, kItems = 6, kFlows = 4, kCuts = 15, kStates = 4;

std::vector<const ContextSummary*> largestFirst(const Assessment& a)
{
    std::vector<const ContextSummary*> contexts;
    for (const ContextSummary& context : a.contexts)
        contexts.push_back(&context);
    std::stable_sort(contexts.begin(), contexts.end(), [](const auto* x, const auto* y) { return x->modules.size() > y->modules.size(); });
    return contexts;
}

void addContext(std::string& out, const ContextSummary& context)
{
    out += "\n### " + markdownText(context.name) + "\n\n";
    if (!context.description.empty())
        out += markdownText(context.description) + "\n";
    if (!context.interface.empty()) {
        out += "\n| interface | signature | importers | callers | typed |\n|---|---|--:|--:|--:|\n";
        for (std::size_t at = 0; at < std::min(kItems, context.interface.size()); ++at) {
            const InterfaceItem& item = context.interface[at];
            out += "| " + markdownCodeInTable(item.name) + " | " + (item.signature.empty() ? markdownText(item.kind) : markdownCodeInTable(item.signature))
                + fmt::format(" | {} | {} | ", item.importers, item.callers)
                + (item.slotCount == 0 ? std::string("\u2013") : fmt::format("{} of {}", item.annotated, item.slotCount)) + " |\n";
        }
        if (context.interfaceSize > kItems)
            out += "\nAnd " + counted(context.interfaceSize - kItems, "more name") + ".\n";
    }
    if (!context.data.empty()) {
        out += "\nData that crosses it:";
        for (std::size_t at = 0; at < std::min(kFlows, context.data.size()); ++at) {
            const DataFlow& flow = context.data[at];
            out += (at == 0 ? " " : ", ") + (flow.type.empty() ? std::string("not annotated") : markdownCode(flow.type))
                + (flow.direction == "in" ? " in" : " out") + " (" + counted(flow.calls, "call") + ")";
        }
        out += ".\n";
    }
    if (!context.sharedState.empty()) {
        out += "\nState that others change:";
        for (std::size_t at = 0; at < std::min(kStates, context.sharedState.size()); ++at)
            out += (at == 0 ? " " : ", ") + markdownCode(context.sharedState[at]);
        if (context.sharedState.size() > kStates)
            out += " and " + std::to_string(context.sharedState.size() - kStates) + " more";
        out += ".\n";
    }
}

} // namespace

void addContexts(std::string& out, const Assessment& assessment)
{
    if (assessment.contexts.empty())
        return;
    const std::vector<const ContextSummary*> contexts = largestFirst(assessment);
    out += "\n## Contexts\n\nGroups of modules that belong together. Cohesion is the share of their links that stays inside.\n\n"
           "| context | modules | cohesion, % | imports in | out | interface | typed, % |\n|---|--:|--:|--:|--:|--:|--:|\n";
    for (std::size_t at = 0; at < std::min(kContexts, contexts.size()); ++at) {
        const ContextSummary& context = *contexts[at];
        out += "| " + markdownText(context.name) + " | " + withThousands(static_cast<long long>(context.modules.size())) + " | "
            + percent(context.cohesion) + " | " + withThousands(context.in) + " | " + withThousands(context.out) + " | "
            + withThousands(static_cast<long long>(context.interfaceSize)) + " | " + (context.typedShare ? percent(*context.typedShare) : "\u2013") + " |\n";
    }
    if (contexts.size() > kContexts)
        out += "\nAnd " + counted(contexts.size() - kContexts, "more context") + ".\n";
    for (std::size_t at = 0; at < std::min(kContexts, contexts.size()); ++at)
        addContext(out, *contexts[at]);
}

void addCycles(std::string& out, const Assessment& assessment)
{
    if (assessment.cycles.empty())
        return;
    std::size_t modules = 0;
    for (const std::vector<std::string>& cycle : assessment.cycles)
        modules += cycle.size();
    out += "\n## Import cycles\n\n" + counted(assessment.cycles.size(), "cycle") + (assessment.cycles.size() == 1 ? " holds " : " hold ")
        + counted(modules, "module") + "; without these imports there would be none:\n\n";
    for (std::size_t at = 0; at < std::min(kCuts, assessment.cuts.size()); ++at) {
        const CutLink& cut = assessment.cuts[at];
        out += "- " + markdownCode(fmt::format("{}:{}", cut.from, cut.line)) + " \u2192 " + markdownCode(cut.to);
        out += cut.sentence.empty() ? "\n" : ": " + markdownText(cut.sentence) + "\n";
    }
    if (assessment.cuts.size() > kCuts)
        out += "- and " + counted(assessment.cuts.size() - kCuts, "more import") + "\n";
}

} // namespace ferroscope::report
