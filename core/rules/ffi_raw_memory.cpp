// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    forEachOutward(context, [&](const Outward& each) {
        if (!isOneOf(each.call.target,
                { "builtins.memoryview", "mmap.mmap", "array.array", "array.ArrayType", "numpy.frombuffer" }))
            return;
        report(context, findings, ffiRawMemory, each.site.function, each.site.line,
            fmt::format("{} lets {} work on memory without a copy", shown(each.call.target),
                shownFunction(facts, each.site.function)),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule ffiRawMemory {
    {
        .id = "FFI005",
        .family = "ffi",
        .title = "Bytes shared without a copy",
        .whatItSees = "memoryview, mmap.mmap, array.array or numpy.frombuffer.",
        .whyItMatters
        = "Such memory crosses the boundary as a slice, without conversion: PyBuffer or &[u8] on the other side. Where "
          "the interface already speaks buffers, a call costs nanoseconds whatever the size.",
        .example = "view = memoryview(data)\nheader, body = view[:16], view[16:]",
        .instead = "Keep the buffer as the argument of what moves; do not turn it into a list first.",
        .reference = "PyO3 documentation of PyBuffer; PEP 3118",
        .criterion = Criterion::BoundaryCrossings,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules
