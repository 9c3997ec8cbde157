// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/names.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr double kCharacter = 0.5; // share of the module's statements in functions that work with models

bool isMl(const RuleContext& context, std::string_view target)
{
    const auto fact = context.knowledge.api(target);
    return fact && fact->trait == "ml";
}

// Methods by which models learn; as models come in as parameters, what they belong to is seldom known.
bool isTraining(const facts::FileFacts& facts, const facts::CallSite& site)
{
    return site.receiver != facts::Receiver::None && !site.is(facts::kAsArgument)
        && isOneOf(facts.text(site.method),
            { "fit", "partial_fit", "fit_transform", "backward", "zero_grad", "train_on_batch", "fit_generator",
                "train_test_split", "apply_gradients" });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<bool> learns(facts.functions.size(), false);
    bool usesLibrary = false;
    forEachOutward(context, [&](const Outward& each) {
        if (!isMl(context, each.call.target))
            return;
        usesLibrary = true;
        learns[each.site.function] = true;
    });
    for (std::uint32_t owner = 0; owner < facts.classes.size(); ++owner) { // torch.nn.Module and the like
        const std::vector<std::string> bases = externalBases(context.codebase, context.module, owner);
        if (std::none_of(bases.begin(), bases.end(), [&](const std::string& base) { return isMl(context, base); }))
            continue;
        usesLibrary = true;
        for (std::uint32_t at = 1; at < facts.functions.size(); ++at)
            learns[at] = learns[at] || facts.functions[at].owner == owner;
    }
    if (!usesLibrary)
        return;
    const facts::CallSite* first = nullptr;
    for (const facts::CallSite& site : facts.calls) {
        if (!isTraining(facts, site))
            continue;
        learns[site.function] = true;
        if (first == nullptr || site.line < first->line)
            first = &site;
    }
    std::uint32_t all = 0, learning = 0;
    for (std::size_t at = 1; at < facts.functions.size(); ++at) {
        all += facts.functions[at].logicalLines;
        learning += learns[at] ? facts.functions[at].logicalLines : 0;
    }
    const std::uint32_t top = facts.functions.front().logicalLines;
    if (learns[0] && top > all) { // a script
        all += top;
        learning += top;
    }
    if (first == nullptr || learning < kCharacter * all)
        return;
    report(context, findings, keepMlTraining, 0, first->line,
        fmt::format("{} trains a model here, and {} of {} statements stand in functions that work with models",
            shown(facts, first->method), learning, all),
        1, facts.functions.front().endLine);
}

} // namespace

const Rule keepMlTraining {
    {
        .id = "KEEP003",
        .family = "keep",
        .title = "Training of machine-learning models",
        .whatItSees = "A module that trains models with torch, TensorFlow, scikit-learn or the like, and most of whose "
                      "statements stand in functions that work with them.",
        .whyItMatters = "The time goes into the library's native kernels, on CPU or GPU. The Python around them is "
                        "what is tried out and changed; in Rust it would run no faster and lose the ecosystem.",
        .example = "loss = criterion(model(batch), target)\nloss.backward()\noptimizer.step()",
        .instead = "Keep it in Python. Slow preparation of training data is another matter: look there.",
        .reference = "guide text 000, \"Keeping Python's strengths\": machine-learning workflows",
        .sign = -1,
        .veto = Veto::KeepPython,
    },
    look,
};

} // namespace ferroscope::rules
