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

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    const auto ffi = [&](std::string_view target) {
        const auto fact = context.knowledge.api(target);
        return fact && isOneOf(fact->ffi, { "ctypes", "cffi" });
    };
    std::vector<bool> told(facts.functions.size(), false); // one per function
    forEachOutward(context, [&](const Outward& each) {
        if (told[each.site.function] || !ffi(each.call.target) || lastName(each.call.target) == "find_library")
            return;
        told[each.site.function] = true;
        report(context, findings, ffiCtypes, each.site.function, each.site.line,
            fmt::format("{} works with C functions or C data through {}", shownFunction(facts, each.site.function),
                shown(each.call.target)),
            loopWeight(each.site.frequency));
    });
    for (std::uint32_t at = 0; at < facts.classes.size(); ++at) {
        for (const facts::NameId base : facts.classes[at].bases) {
            const Denoted what = denoted(context.codebase, context.module, facts.classes[at].parent, facts.text(base));
            if (what.kind != Denoted::Kind::External || !ffi(what.external))
                continue;
            report(context, findings, ffiCtypes, facts.classes[at].parent, facts.classes[at].line,
                fmt::format(
                    "{} lays out memory as {}", shown(facts, facts.classes[at].qualifiedName), shown(what.external)),
                1, facts.classes[at].endLine);
            break;
        }
    }
}

} // namespace

const Rule ffiCtypes {
    {
        .id = "FFI001",
        .family = "ffi",
        .title = "Foreign functions by ctypes or cffi",
        .whatItSees
        = "Calls into a shared library through ctypes, cffi or COM bridges, and classes that lay out C structures.",
        .whyItMatters
        = "Signatures and layouts are written by hand and checked by nobody. In Rust they become unsafe extern "
          "declarations that have to be reviewed one by one, or a crate that binds the same library.",
        .example = "lib = ctypes.CDLL(\"libm.so.6\")\nlib.cos.restype = ctypes.c_double\nlib.cos(ctypes.c_double(0.0))",
        .instead
        = "Look for a crate that binds the library. Otherwise bindgen on its header, wrapped in one safe module.",
        .reference = "The Rustonomicon, \"FFI\"; own measurements: a ctypes call costs 62-237 ns, a PyO3 call 18-33 ns",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
