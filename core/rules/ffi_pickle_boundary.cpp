// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

bool crossesProcess(const knowledge::ApiFact& fact, std::string_view target)
{
    const std::string_view name = lastName(target);
    if (fact.ffi == "pickle")
        return isOneOf(name, { "dump", "dumps", "load", "loads", "Pickler", "Unpickler" });
    return fact.ffi == "multiprocessing"
        && isOneOf(name,
            { "Pool", "Process", "ProcessPoolExecutor", "Parallel", "map", "imap", "imap_unordered", "starmap", "apply",
                "apply_async", "map_async", "Manager", "submit" });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    forEachOutward(context, [&](const Outward& each) {
        const auto fact = context.knowledge.api(each.call.target);
        if (!fact || !crossesProcess(*fact, each.call.target))
            return;
        report(context, findings, ffiPickleBoundary, each.site.function, each.site.line,
            fact->ffi == "pickle"
                ? fmt::format("{} turns objects into bytes or back by pickling", shown(each.call.target))
                : fmt::format("{} hands objects to other processes by pickling", shown(each.call.target)),
            loopWeight(each.site.frequency));
    });
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (function.owner == facts::kNone
            || !isOneOf(facts.text(function.name),
                { "__reduce__", "__reduce_ex__", "__getstate__", "__setstate__", "__getnewargs__",
                    "__getnewargs_ex__" }))
            continue;
        report(context, findings, ffiPickleBoundary, at, function.line,
            fmt::format("{} is part of the pickling protocol", shownFunction(facts, at)), 1, function.endLine);
    }
}

} // namespace

const Rule ffiPickleBoundary {
    {
        .id = "FFI003",
        .family = "ffi",
        .title = "Pickling boundary",
        .whatItSees
        = "pickle, joblib or multiprocessing handing objects over, and classes that define how they are pickled.",
        .whyItMatters = "A class moved to Rust cannot be pickled until it says how (__reduce__ or __getstate__), and "
                        "what was pickled before names the old module. With threads that release the GIL the processes "
                        "may become unnecessary altogether.",
        .example = "with multiprocessing.Pool() as pool:\n    results = pool.map(simulate, configurations)",
        .instead = "Hand over plain values. Where processes serve only to get past the GIL, a Rust function that "
                   "detaches from the interpreter can use threads.",
        .reference = "PyO3 user guide, \"Parallelism\"; Python documentation, \"Pickling Class Instances\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
