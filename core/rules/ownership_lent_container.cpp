// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<facts::FunctionIndex> told;
    for (const facts::Binding& returned : facts.bindings) {
        if (facts.text(returned.target) != "return" || returned.kind != facts::Binding::Kind::Name
            || std::find(told.begin(), told.end(), returned.function) != told.end())
            continue;
        const facts::Function& function = facts.functions[returned.function];
        const std::string_view attribute = facts.text(returned.value);
        if (function.owner == facts::kNone || !startsWith(attribute, "self.")
            || attribute.find('.', 5) != std::string_view::npos || !isPublic(facts, function))
            continue;
        const bool isContainer
            = std::any_of(facts.bindings.begin(), facts.bindings.end(), [&](const facts::Binding& made) {
                  return made.target == returned.value && made.kind == facts::Binding::Kind::Container
                      && facts.functions[made.function].owner == function.owner;
              });
        if (!isContainer)
            continue;
        told.push_back(returned.function);
        report(context, findings, ownershipLentContainer, returned.function, returned.line,
            fmt::format("{} hands out {} itself", shownFunction(facts, returned.function), shown(attribute)), kSlight);
    }
}

} // namespace

const Rule ownershipLentContainer {
    {
        .id = "OWN008",
        .family = "ownership",
        .title = "Own container handed out",
        .whatItSees = "A public method that returns a list, dictionary or set of its object, as it is.",
        .whyItMatters = "Caller and object now change the same container. Rust makes one decide: a reference that ends "
                        "before the object changes, or a copy; over the boundary PyO3 converts it anew at every call.",
        .example = "class Basket:\n    def __init__(self):\n        self._items = []\n\n    def items(self):\n        "
                   "return self._items",
        .instead = "Return an iterator or a tuple, or methods that do what callers do with the container.",
        .reference
        = "PyO3 user guide, \"Mapping of Rust types to Python types\"; The Rust Programming Language, chapter 4",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
