// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule: one detector per file (core/rules/<family>_<name>.cpp), with its documentation beside its code. A rule
// looks at one module and appends findings; it never scores. Registered in registry.cpp, in order of id.
//
// Effect: every finding raises or lowers exactly one criterion, or is exactly one veto. A veto pins the
// function (or, at module level, the module) to Python in the plan; it never changes a number.
#pragma once

#include "core/evidence/heat.h"
#include "core/graph/codebase.h"
#include "core/knowledge/knowledge.h"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::rules {

enum class Criterion { CpuBound, IoAndAsync, BoundaryCrossings, BoundedContext, TypeClarity, Portability, Ecosystem, SafetyNet, StartSmall };
enum class Veto { None, KeepPython, AlreadyNative, FixInPython };

struct RuleInfo {
    std::string_view id; // "CPU001": family + number, stable for ever
    std::string_view family; // "cpu", "io", "async", "ffi", "dynamic", "ownership", "typing", "errors", "keep", "native"
    std::string_view title; // "String built by += in a loop"
    std::string_view whatItSees; // one or two sentences
    std::string_view whyItMatters; // for a move to Rust
    std::string_view example; // Python
    std::string_view instead; // what to do
    std::string_view reference; // where the claim comes from
    Criterion criterion = Criterion::Portability; // the one it acts on (ignored for a veto)
    int sign = -1; // +1 raises, -1 lowers
    Veto veto = Veto::None;
};

struct Finding {
    std::string_view rule; // RuleInfo::id
    graph::ModuleId module = 0;
    graph::FunctionId function = 0; // its module's first function at module level
    std::uint32_t line = 0, endLine = 0;
    std::string message; // one sentence with names from the code; printable UTF-8
    double weight = 1; // how strongly, > 0; 1 = one ordinary place; loops may count more
};

struct RuleContext {
    const graph::Codebase& codebase;
    const evidence::HeatMap& heat;
    const knowledge::Knowledge& knowledge;
    graph::ModuleId module;
    std::span<const graph::ExternalCall> externalCalls; // of this module, sorted by (from, site)
    const graph::Module& self() const { return codebase.modules[module]; }
    const facts::FileFacts& facts() const { return *self().facts; }
    graph::FunctionId id(facts::FunctionIndex index) const { return self().firstFunction + index; }
};

struct Rule {
    RuleInfo info;
    void (*detect)(const RuleContext& context, std::vector<Finding>& findings);
};

std::span<const Rule> registry(); // sorted by id
const RuleInfo* ruleInfo(std::string_view id);
// All rules over all judged modules; sorted by (module, line, rule). Parallel; the result does not depend on jobs.
std::vector<Finding> detect(const graph::Codebase& codebase, const evidence::HeatMap& heat,
    const knowledge::Knowledge& knowledge, unsigned jobs, std::stop_token stop);

} // namespace ferroscope::rules
