// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/signals.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace ferroscope::scoring {

namespace {

constexpr std::array<std::string_view, kSignalCount> kNames { "heat", "steady-work", "numeric-work", "loop-work",
    "integer-literals", "arithmetic", "bits", "comparisons", "subscripts", "slices", "branches", "augmented-loops",
    "loops", "while-loops", "calls", "attributes", "string-builds", "containers", "raises", "yields", "withs",
    "arithmetic-peak", "arithmetic-density", "primitive-share", "kernel-work", "called-in-loops", "byte-work",
    "text-density", "independence", "longest-function", "dearest-call", "code-lines", "functions", "recursive", "implicit-methods", "classes",
    "base-classes", "decorators", "module-statements", "async-functions", "awaits", "lambdas", "native-time",
    "package-native-time", "waiting-time", "io-calls", "blocking-calls", "fan-in", "fan-out", "external-imports" };

using facts::Op;

double expectedNumeric(const facts::OpMix& ops)
{
    return static_cast<double>(ops.at(Op::Arithmetic) + ops.at(Op::FloatArithmetic) + ops.at(Op::Bit) + ops.at(Op::Compare));
}

double numericPlaces(const facts::OpMix& ops)
{
    return ops.places(Op::Arithmetic) + ops.places(Op::FloatArithmetic) + ops.places(Op::Bit);
}

// What the interpreter does on values itself and Rust does in a few instructions. Bit work counts twice: it is
// what codecs and hashes are made of.
double primitivePlaces(const facts::OpMix& ops)
{
    return numericPlaces(ops) + ops.places(Op::Bit) + ops.places(Op::Compare) + ops.places(Op::Subscript)
        + ops.places(Op::SubscriptStore) + ops.places(Op::Slice) + ops.places(Op::IntegerLiteral) + ops.places(Op::LoopTurn);
}

double allPlaces(const facts::OpMix& ops)
{
    double sum = 0;
    for (std::size_t at = 0; at < facts::kOpCount; ++at) {
        const Op op = static_cast<Op>(at);
        sum += op == Op::IntegerArithmetic || op == Op::Bytes ? 0 : ops.places(op); // those are parts of others
    }
    return sum;
}

// Small modules and functions have too few operations for a share to say much: so many are added that are not primitive.
constexpr double kOtherOfModule = 20;
constexpr double kOtherOfFunction = 6;

// Expected calls of each function of the module per call of each of its callers, summed.
std::vector<double> callsPerCaller(const graph::Codebase& codebase, const graph::Module& module, std::span<const std::uint32_t> calls)
{
    std::vector<double> sums(module.functionCount, 0);
    for (const std::uint32_t at : calls) {
        const graph::CallEdge& call = codebase.calls[at];
        if (call.from != call.to && call.to >= module.firstFunction && call.to < module.firstFunction + module.functionCount)
            sums[call.to - module.firstFunction] += static_cast<double>(call.weight);
    }
    return sums;
}

} // namespace

std::string_view signalName(Signal signal) { return kNames[static_cast<std::size_t>(signal)]; }

std::span<const graph::ExternalCall> externalCallsOf(const graph::Codebase& codebase, graph::ModuleId module)
{
    const graph::Module& of = codebase.modules[module];
    const auto before = [](const graph::ExternalCall& call, graph::FunctionId id) { return call.from < id; };
    const auto first = std::lower_bound(codebase.externalCalls.begin(), codebase.externalCalls.end(), of.firstFunction, before);
    const auto last = std::lower_bound(first, codebase.externalCalls.end(), of.firstFunction + of.functionCount, before);
    return { first, last };
}

Signals measure(const graph::Codebase& codebase, const evidence::HeatMap& heat, const knowledge::Knowledge& knowledge,
    graph::ModuleId id, std::span<const graph::ExternalCall> externalCalls, std::span<const std::uint32_t> calls)
{
    const graph::Module& module = codebase.modules[id];
    const facts::FileFacts& facts = *module.facts;
    Signals s;
    const std::vector<double> entered = callsPerCaller(codebase, module, calls);
    double primitive = 0;
    double all = kOtherOfModule;
    for (std::uint32_t at = 0; at < module.functionCount; ++at) {
        const facts::Function& function = facts.functions[at];
        const evidence::FunctionHeat& warm = heat.functions[module.firstFunction + at];
        const facts::OpMix& ops = function.ops;
        s[Signal::Heat] += warm.interpreted.likely;
        if (warm.measured) {
            s[Signal::NativeTime] += warm.native.likely;
            s[Signal::WaitingTime] += warm.waiting.likely;
        }
        if (at == 0) {
            s[Signal::ModuleStatements] += function.logicalLines;
            continue;
        }
        const double steadyCalls = std::log1p(warm.calls);
        const double own = primitivePlaces(ops);
        const double ofAll = allPlaces(ops);
        primitive += own;
        all += ofAll;
        s[Signal::KernelWork] += own * own / (ofAll + kOtherOfFunction) * std::log1p(entered[at] + 1);
        s[Signal::CalledInLoops] += std::log1p(entered[at]);
        s[Signal::ArithmeticPeak] = std::max(s[Signal::ArithmeticPeak], numericPlaces(ops));
        s[Signal::ByteWork] += ops.places(Op::Bytes);
        s[Signal::SteadyWork] += warm.callCost * steadyCalls;
        s[Signal::NumericWork] += expectedNumeric(ops) * steadyCalls;
        s[Signal::LoopWork] += function.loopDepth > 0
            ? expectedNumeric(ops) + static_cast<double>(ops.at(Op::Subscript) + ops.at(Op::SubscriptStore)) : 0;
        s[Signal::IntegerLiterals] += ops.places(Op::IntegerLiteral);
        s[Signal::Arithmetic] += ops.places(Op::Arithmetic) + ops.places(Op::FloatArithmetic);
        s[Signal::Bits] += ops.places(Op::Bit);
        s[Signal::Comparisons] += ops.places(Op::Compare);
        s[Signal::Subscripts] += ops.places(Op::Subscript) + ops.places(Op::SubscriptStore);
        s[Signal::Slices] += ops.places(Op::Slice);
        s[Signal::Branches] += ops.places(Op::Boolean);
        s[Signal::AugmentedLoops] += ops.placesInLoop(Op::Arithmetic) + ops.placesInLoop(Op::Bit) + ops.placesInLoop(Op::FloatArithmetic);
        s[Signal::Loops] += ops.places(Op::LoopTurn);
        s[Signal::Calls] += ops.places(Op::Call);
        s[Signal::Attributes] += ops.places(Op::Attribute) + ops.places(Op::AttributeStore);
        s[Signal::StringBuilds] += ops.places(Op::StringBuild);
        s[Signal::Containers] += ops.places(Op::Container);
        s[Signal::Raises] += ops.places(Op::Raise);
        s[Signal::Yields] += ops.places(Op::Yield);
        s[Signal::Withs] += ops.places(Op::With);
        s[Signal::LongestFunction] = std::max(s[Signal::LongestFunction], static_cast<double>(function.logicalLines));
        s[Signal::DearestCall] = std::max(s[Signal::DearestCall], warm.callCost);
        s[Signal::Recursive] += function.is(facts::kRecursive) ? 1 : 0;
        s[Signal::ImplicitMethods] += function.is(facts::kDunder) && function.is(facts::kMethod) && facts.text(function.name) != "__init__" ? 1 : 0;
        s[Signal::Decorators] += static_cast<double>(function.decorators.size());
    }
    const double lines = facts.lines.code + kOtherOfModule;
    s[Signal::ArithmeticDensity] = (s[Signal::Arithmetic] + s[Signal::Bits]) / lines;
    s[Signal::TextDensity] = s[Signal::StringBuilds] / lines;
    s[Signal::PrimitiveShare] = primitive / all;
    s[Signal::Independence] = module.fanIn / (module.fanIn + module.fanOut + 1.0);
    s[Signal::WhileLoops] = facts.count(facts::Count::WhileLoops);
    s[Signal::CodeLines] = facts.lines.code;
    s[Signal::Functions] = static_cast<double>(facts.functions.size() - 1);
    s[Signal::Classes] = static_cast<double>(facts.classes.size());
    for (const facts::Class& type : facts.classes)
        s[Signal::BaseClasses] += static_cast<double>(type.bases.size());
    s[Signal::AsyncFunctions] = facts.count(facts::Count::AsyncFunctions);
    s[Signal::Awaits] = facts.count(facts::Count::Awaits);
    s[Signal::Lambdas] = facts.count(facts::Count::Lambdas);
    for (const graph::ExternalCall& call : externalCalls) {
        const auto fact = knowledge.api(call.target);
        const facts::CallSite& site = facts.calls[call.site];
        if (!fact || site.is(facts::kAsArgument))
            continue;
        const bool measured = heat.functions[call.from].measured; // its times are counted above
        const double time = heat.functions[call.from].calls * static_cast<double>(site.frequency)
            * std::min(evidence::kLongestWait, static_cast<double>(fact->nanoseconds));
        if (fact->kind == knowledge::ApiKind::Waiting) {
            s[Signal::IoCalls] += 1;
            s[Signal::WaitingTime] += measured ? 0 : time;
            const bool inCoroutine = facts.functions[site.function].is(facts::kAsync);
            s[Signal::BlockingCalls] += inCoroutine && fact->blocking && !site.is(facts::kAwaited) ? 1 : 0;
        } else if (fact->kind == knowledge::ApiKind::Native) {
            s[Signal::NativeTime] += measured ? 0 : time;
            const std::string_view root = firstComponent(call.target);
            const bool builtin = root == "builtins" || root == "?" || root == "str" || root == "bytes" || root == "list"
                || root == "dict" || root == "set" || root == "tuple" || knowledge.isStandardLibrary(root);
            s[Signal::PackageNativeTime] += builtin ? 0 : time;
        }
    }
    s[Signal::FanIn] = module.fanIn;
    s[Signal::FanOut] = module.fanOut;
    std::string last;
    for (const graph::ExternalImport& import : codebase.externalImports) { // sorted by module
        if (import.module != id)
            continue;
        const std::string root(firstComponent(import.target));
        if (root != last && !knowledge.isStandardLibrary(root))
            s[Signal::ExternalImports] += 1;
        last = root;
    }
    return s;
}

} // namespace ferroscope::scoring
