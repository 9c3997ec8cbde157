// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Signals: what one module measures, as absolute figures. Criteria turn them into answers by comparing them
// with a fixed reference population (resources/knowledge/population.toml), never with the module's
// neighbours, so an unrelated module changes nobody's score.
// No name defined in the repository is a signal, nor the presence of a native twin.
#pragma once

#include "core/evidence/heat.h"
#include "core/rules/rule.h"
#include <array>
#include <span>
#include <string_view>

namespace ferroscope::scoring {

enum class Signal : std::uint8_t {
    Heat, // interpreted virtual ns per run
    NumericWork, // sum of arithmetic, bit and comparison operations × damped calls
    LoopWork, // expected numeric and subscript operations inside loops, per call
    Arithmetic, // places, bit operations left out
    ArithmeticPeak, // most arithmetic and bit operations in one function
    ArithmeticDensity, // arithmetic and bit operations per line of code
    PrimitiveShare, // of all operations: arithmetic, comparisons, subscripts, loops on values, not calls or attributes
    KernelWork, // primitive operations × their share in the function × log of how often loops elsewhere call it
    CalledInLoops, // sum over functions of log(1 + expected calls per call of each caller)
    ByteWork, // bytes literals, calls that take bytes apart or put them together
    SpeedComments, // comments that speak of speed
    SlottedClasses, // classes with __slots__: many objects of them are expected
    WaitingSubjects, // what waits, spoken of in comments and docstrings
    TextDensity, // strings built per line of code
    Independence, // modules that use it, as a share of those it uses and is used by
    Functions, BaseClasses, AsyncFunctions,
    NativeTime, PackageNativeTime, WaitingTime, IoCalls, // ns per run, and places
    ExternalImports,
    Size_
};
inline constexpr std::size_t kSignalCount = static_cast<std::size_t>(Signal::Size_);
std::string_view signalName(Signal signal); // "heat", "numeric-work", ... keys of population.toml

struct Signals {
    std::array<double, kSignalCount> values {};
    double& operator[](Signal signal) { return values[static_cast<std::size_t>(signal)]; }
    double operator[](Signal signal) const { return values[static_cast<std::size_t>(signal)]; }
};

// `externalCalls`: those of this module; `calls`: indices of the call edges with an end in it.
Signals measure(const graph::Codebase& codebase, const evidence::HeatMap& heat, const knowledge::Knowledge& knowledge,
    graph::ModuleId module, std::span<const graph::ExternalCall> externalCalls, std::span<const std::uint32_t> calls);

// Calls of one module, from the list sorted by caller.
std::span<const graph::ExternalCall> externalCallsOf(const graph::Codebase& codebase, graph::ModuleId module);

} // namespace ferroscope::scoring
