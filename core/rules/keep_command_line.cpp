// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::uint32_t kFewestCalls = 4;
constexpr double kCharacter = 0.5; // share of the functions' statements
constexpr std::uint32_t kMostComputation = 4; // places of arithmetic and of items read in loops

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<bool> declares(facts.functions.size(), false);
    std::uint32_t calls = 0, firstLine = 0;
    bool library = false;
    const auto take = [&](facts::FunctionIndex function, std::uint32_t line) {
        declares[function] = true;
        firstLine = calls++ == 0 ? line : std::min(firstLine, line);
    };
    for (const graph::ExternalCall& call : context.externalCalls) {
        const std::string_view package = firstComponent(call.target);
        if (!isOneOf(package, { "argparse", "optparse", "click", "typer", "getopt", "docopt" }))
            continue;
        library = true;
        take(facts.calls[call.site].function, facts.calls[call.site].line);
    }
    for (const facts::CallSite& site : facts.calls) {
        if (!site.is(facts::kAsArgument)
            && isOneOf(facts.text(site.method),
                { "add_argument", "add_option", "add_argument_group", "add_subparsers", "add_parser",
                    "add_mutually_exclusive_group" })
            && site.shape(0) == facts::ArgumentShape::String)
            take(site.function, site.line);
    }
    if (!library || calls < kFewestCalls)
        return;
    std::uint32_t all = 0, glue = 0, computation = 0;
    for (std::size_t at = 1; at < facts.functions.size(); ++at) {
        all += facts.functions[at].logicalLines;
        glue += declares[at] ? facts.functions[at].logicalLines : 0;
        for (const facts::Op op :
            { facts::Op::Arithmetic, facts::Op::FloatArithmetic, facts::Op::Bit, facts::Op::Subscript })
            computation += facts.functions[at].ops.placesInLoop(op);
    }
    if (all == 0 || glue < kCharacter * all || computation > kMostComputation)
        return;
    report(context, findings, keepCommandLine, 0, firstLine,
        fmt::format(
            "{} of {} statements stand in functions that declare or read options, at {} places", glue, all, calls),
        1, facts.functions.front().endLine);
}

} // namespace

const Rule keepCommandLine {
    {
        .id = "KEEP006",
        .family = "keep",
        .title = "Command line",
        .whatItSees = "A module made mostly of functions that declare or read command-line options (argparse, "
                      "optparse, click, typer), with little computation.",
        .whyItMatters = "It runs once per start, for milliseconds, and it is what people change when they use the "
                        "program. What it calls may move, the glue gains nothing.",
        .example = "def main():\n    parser = argparse.ArgumentParser()\n    parser.add_argument(\"--level\", "
                   "type=int, default=3)\n    run(parser.parse_args())",
        .instead = "Keep it in Python and call what moved from there.",
        .reference = "guide text 000, \"Keeping Python's strengths\"; documentation of argparse",
        .sign = -1,
        .veto = Veto::KeepPython,
    },
    look,
};

} // namespace ferroscope::rules
