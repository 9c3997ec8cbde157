// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (function.owner != facts::kNone && facts.text(function.name) == "__del__")
            report(context, findings, ownershipLifetime, at, function.line,
                fmt::format("{} runs whenever the interpreter lets go of the object", shownFunction(facts, at)), 1,
                function.endLine);
    }
    forEachOutward(context, [&](const Outward& each) {
        if (!startsWith(each.call.target, "weakref.")
            || !isOneOf(each.call.target,
                { "weakref.ref", "weakref.proxy", "weakref.finalize", "weakref.WeakMethod", "weakref.WeakSet",
                    "weakref.WeakValueDictionary", "weakref.WeakKeyDictionary" }))
            return;
        report(context, findings, ownershipLifetime, each.site.function, each.site.line,
            fmt::format("{} ties {} to the lifetime of other objects", shown(each.call.target),
                shownFunction(facts, each.site.function)),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule ownershipLifetime {
    {
        .id = "OWN003",
        .family = "ownership",
        .title = "Depends on object lifetimes",
        .whatItSees = "A __del__ method, or weak references and finalizers of weakref.",
        .whyItMatters
        = "The code depends on when the interpreter drops an object. Rust drops at the end of a scope, a PyO3 object "
          "when its last reference goes, possibly on another thread: order and moment change.",
        .example = "def __del__(self):\n    self.socket.close()",
        .instead = "A context manager or an explicit close. In Rust: Drop for what is owned, Weak<T> for back "
                   "references, #[pyclass(weakref)] where Python must refer weakly.",
        .reference = "Python documentation of object.__del__ and weakref; PyO3 user guide, \"Python classes\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
