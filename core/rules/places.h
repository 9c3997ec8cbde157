// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What several rules ask about a place in the code: is it repeated per element, how much does it count, what is
// it called. Private to core/rules.
#pragma once

#include "core/rules/rule.h"

#include <functional>
#include <initializer_list>

namespace ferroscope::rules {

// The innermost loop around the call that runs once per element of something longer than a handful; nullptr if
// none. Endless loops (workers), `while` loops (polling, batches) and retries are no such loops.
const facts::Loop* elementLoop(const facts::FileFacts& facts, const facts::CallSite& site);
// Index of the innermost for or while loop of `function` around `line`; facts::kNone if none. For stores, whose
// loop is not recorded.
std::uint32_t innermostLoop(const facts::FileFacts& facts, facts::FunctionIndex function, std::uint32_t line);
// `for _ in range(n)` around a `try`: the same thing again until it works.
bool looksLikeRetry(const facts::FileFacts& facts, const facts::Loop& loop);
// A value is returned from inside the loop at `line` or later: the first element that works ends it.
bool mayEndEarly(const facts::FileFacts& facts, const facts::Loop& loop, std::uint32_t line);
// Expected executions of the body of a `for` statement per call of its function, conditions inside not counted.
float bodyFrequency(const facts::FileFacts& facts, const facts::Loop& loop);
// Weight of a place that asks for a thought rather than for another design.
inline constexpr double kSlight = 0.25;
// 1 outside of loops, 2 in a loop, 3 in a loop within a loop or deeper, by expected frequency.
double loopWeight(float frequency);

// A name from the code, fit for a message: printable and not too long.
std::string shown(const facts::FileFacts& facts, facts::NameId name);
std::string shown(std::string_view text);
// "<module>" reads badly in a sentence.
std::string shownFunction(const facts::FileFacts& facts, facts::FunctionIndex function);

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words);
// "os.path.join()" -> "join"; of a call's result the name of the call.
std::string_view lastName(std::string_view target);
bool startsUpperCase(std::string_view name);

// A public function or method: part of what others call. Names only, as in Python itself.
bool isPublic(const facts::FileFacts& facts, const facts::Function& function);

// numba.njit and its like: machine code already.
bool isCompiled(const facts::FileFacts& facts, const facts::Function& function);

// Calls that leave the repository, without functions merely passed by name and decorators.
struct Outward {
    const graph::ExternalCall& call;
    const facts::CallSite& site;
};
void forEachOutward(const RuleContext& context, const std::function<void(const Outward&)>& take);

// One finding per loop over elements in which a function that `isMeant` names is called in every turn:
// "os.stat asks the file system for every element of the loop at line 4", where `does` is "asks the file system".
void reportPerElement(const RuleContext& context, std::vector<Finding>& findings, const Rule& rule,
    const std::function<bool(std::string_view target)>& isMeant, std::string_view does);

// Calls of array and table libraries that work on all elements in compiled code, by function of the module.
struct VectorUse {
    std::uint32_t calls = 0; // places
    std::uint32_t onArrays = 0; // of these, such as make no sense for a single number
    double nanoseconds = 0; // expected per call of the function
    std::string_view example; // a target
};
void countVectorCalls(const RuleContext& context, std::vector<VectorUse>& uses);

void report(const RuleContext& context, std::vector<Finding>& findings, const Rule& rule, facts::FunctionIndex function,
    std::uint32_t line, std::string message, double weight = 1, std::uint32_t endLine = 0);

} // namespace ferroscope::rules
