// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// Modules in C of the standard library and of packages, that replace parts of a module in Python.
bool isAccelerator(std::string_view module)
{
    return isOneOf(module,
        { "_bisect", "_heapq", "_json", "_pickle", "_datetime", "_decimal", "_elementtree", "_struct", "_collections",
            "_functools", "_operator", "_csv", "_random", "_asyncio", "_bz2", "_lzma", "_zoneinfo", "_statistics",
            "_queue", "_io", "_struct", "_abc", "_warnings", "_weakref", "_opcode", "_hashlib", "_blake2", "cStringIO",
            "cPickle", "cElementTree", "xml.etree.cElementTree", "_posixsubprocess", "_multibytecodec", "_codecs" });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    const auto& all = context.codebase.nativeImports;
    std::vector<std::uint32_t> told; // lines
    for (const graph::NativeImport& each : all) {
        if (each.module != context.module || (each.flags & facts::kConditional) == 0
            || (each.flags & facts::kTypeChecking) != 0 || std::find(told.begin(), told.end(), each.line) != told.end())
            continue;
        told.push_back(each.line);
        report(context, findings, ffiOptionalNative, facts.imports[each.statement].function, each.line,
            fmt::format("The native module {} is used where it is there",
                shown(context.codebase.sources.nativeModules[each.native].module)));
    }
    for (const facts::Import& import : facts.imports) {
        if ((import.flags & facts::kConditional) == 0 || !isAccelerator(facts.text(import.module)) || import.level != 0
            || std::find(told.begin(), told.end(), import.line) != told.end())
            continue;
        told.push_back(import.line);
        report(context, findings, ffiOptionalNative, import.function, import.line,
            fmt::format("The native module {} is used where it is there", shown(facts, import.module)));
    }
}

} // namespace

const Rule ffiOptionalNative {
    {
        .id = "FFI006",
        .family = "ffi",
        .title = "Native module with a Python twin",
        .whatItSees = "A conditional import of a native module: one that the repository builds itself, or a C "
                      "accelerator of the standard library.",
        .whyItMatters = "Callers live with either of two implementations already: the seam a Rust extension needs is "
                        "there, and the Python twin is its specification and its fallback.",
        .example = "try:\n    from ._speedups import encode\nexcept ImportError:\n    from ._encode import encode",
        .instead = "Put the Rust module in the same place, and run the tests with both.",
        .reference = "PEP 399, \"Pure Python/C Accelerator Module Compatibility Requirements\"",
        .criterion = Criterion::BoundaryCrossings,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules
