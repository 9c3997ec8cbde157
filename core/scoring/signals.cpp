// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/signals.h"
#include "core/base/text.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace ferroscope::scoring {

namespace {

constexpr std::array<std::string_view, kSignalCount> kNames {
    "heat", "numeric-work", "loop-work", "arithmetic", "arithmetic-peak", "arithmetic-density",
    "primitive-share", "kernel-work", "called-in-loops", "byte-work", "speed-comments", "slotted-classes", "waiting-subjects", "text-density", "independence",
    "functions", "base-classes", "async-functions", "native-time", "package-native-time", "waiting-time",
    "io-calls", "external-imports"
};

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
    ops.forEach([&](Op op, float, std::uint32_t places, std::uint32_t) {
        sum += op == Op::IntegerArithmetic || op == Op::Bytes ? 0 : places; // those are parts of others
    });
    return sum;
}

// Small modules and functions have too few operations for a share to say much: so many are added that are not primitive.
constexpr double kOtherOfModule = 20;
constexpr double kOtherOfFunction = 6;

struct ByModule {
    bool operator()(const graph::ExternalImport& import, graph::ModuleId id) const { return import.module < id; }
    bool operator()(graph::ModuleId id, const graph::ExternalImport& import) const { return id < import.module; }
};

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
    double numeric = 0;
    double texts = 0;
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
        if (at == 0)
            continue; // the module's own code runs once
        const double steadyCalls = std::log1p(warm.calls);
        const double own = primitivePlaces(ops);
        const double ofAll = allPlaces(ops);
        numeric += numericPlaces(ops);
        texts += ops.places(Op::StringBuild);
        primitive += own;
        all += ofAll;
        s[Signal::KernelWork] += own * own / (ofAll + kOtherOfFunction) * std::log1p(entered[at] + 1);
        s[Signal::CalledInLoops] += std::log1p(entered[at]);
        s[Signal::ArithmeticPeak] = std::max(s[Signal::ArithmeticPeak], numericPlaces(ops));
        s[Signal::ByteWork] += ops.places(Op::Bytes);
        s[Signal::NumericWork] += expectedNumeric(ops) * steadyCalls;
        s[Signal::LoopWork] += function.loopDepth > 0
            ? expectedNumeric(ops) + static_cast<double>(ops.at(Op::Subscript) + ops.at(Op::SubscriptStore)) : 0;
        s[Signal::Arithmetic] += ops.places(Op::Arithmetic) + ops.places(Op::FloatArithmetic);
    }
    const double lines = facts.lines.code + kOtherOfModule;
    s[Signal::ArithmeticDensity] = numeric / lines;
    s[Signal::TextDensity] = texts / lines;
    s[Signal::PrimitiveShare] = primitive / all;
    s[Signal::Independence] = module.fanIn / (module.fanIn + module.fanOut + 1.0);
    s[Signal::Functions] = static_cast<double>(facts.functions.size() - 1);
    for (const facts::Class& type : facts.classes)
        s[Signal::BaseClasses] += static_cast<double>(type.bases.size());
    s[Signal::SpeedComments] = static_cast<double>(facts.speedComments.size());
    for (const facts::Binding& binding : facts.bindings)
        s[Signal::SlottedClasses] += binding.owner != facts::kNone && facts.text(binding.target) == "__slots__" ? 1 : 0;
    s[Signal::WaitingSubjects] = std::popcount(facts.waitingSubjects);
    s[Signal::AsyncFunctions] = facts.count(facts::Count::AsyncFunctions);
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
        } else if (fact->kind == knowledge::ApiKind::Native) {
            s[Signal::NativeTime] += measured ? 0 : time;
            const std::string_view root = firstComponent(call.target);
            const bool builtin = root == "builtins" || root == "?" || root == "str" || root == "bytes" || root == "list"
                || root == "dict" || root == "set" || root == "tuple" || knowledge.isStandardLibrary(root);
            s[Signal::PackageNativeTime] += builtin ? 0 : time;
        }
    }
    const auto imports = std::equal_range(codebase.externalImports.begin(), codebase.externalImports.end(), id, ByModule {});
    std::string_view last;
    for (const graph::ExternalImport& import : std::span(imports.first, imports.second)) {
        const std::string_view root = firstComponent(import.target);
        if (root != last && !knowledge.isStandardLibrary(root))
            s[Signal::ExternalImports] += 1;
        last = root;
    }
    return s;
}

} // namespace ferroscope::scoring
