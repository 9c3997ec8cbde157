// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/places.h"

#include "core/base/text.h"
#include "core/facts/frequency.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::size_t kLongestShown = 60; // characters of a name in a message

// Iterators that never end on their own: what runs for each of their elements is a worker, not a batch.
bool isEndless(std::string_view iterable)
{
    const std::string_view last = lastComponent(iterable);
    return isOneOf(iterable, { "itertools.count", "itertools.cycle", "itertools.repeat", "sys.stdin" })
        || isOneOf(last, { "listen", "consume", "iter_messages", "subscribe", "stdin" });
}

} // namespace

bool looksLikeRetry(const facts::FileFacts& facts, const facts::Loop& loop)
{
    if (loop.kind != facts::LoopKind::For || !isOneOf(facts.text(loop.iterable), { "range", "xrange" }))
        return false;
    if (loop.target != 0 && facts.text(loop.target) == "_")
        return true;
    return std::any_of(facts.sites.begin(), facts.sites.end(), [&](const facts::Site& site) {
        return site.kind == facts::SiteKind::TryInLoop && site.function == loop.function && site.line > loop.line
            && site.line <= loop.endLine;
    });
}

const facts::Loop* elementLoop(const facts::FileFacts& facts, const facts::CallSite& site)
{
    for (std::uint32_t at = site.loop; at < facts.loops.size(); at = facts.loops[at].parent) {
        const facts::Loop& loop = facts.loops[at];
        if (loop.kind == facts::LoopKind::While || loop.constantTrips || isEndless(facts.text(loop.iterable))
            || looksLikeRetry(facts, loop))
            continue;
        return &loop;
    }
    return nullptr;
}

std::uint32_t innermostLoop(const facts::FileFacts& facts, facts::FunctionIndex function, std::uint32_t line)
{
    std::uint32_t found = facts::kNone;
    for (std::uint32_t at = 0; at < facts.loops.size(); ++at) {
        const facts::Loop& loop = facts.loops[at];
        if (loop.function == function && loop.kind != facts::LoopKind::Comprehension && loop.line < line
            && loop.endLine >= line && (found == facts::kNone || loop.line >= facts.loops[found].line))
            found = at;
    }
    return found;
}

bool mayEndEarly(const facts::FileFacts& facts, const facts::Loop& loop, std::uint32_t line)
{
    return loop.kind != facts::LoopKind::Comprehension
        && std::any_of(facts.bindings.begin(), facts.bindings.end(), [&](const facts::Binding& binding) {
               return binding.function == loop.function && binding.line >= line && binding.line <= loop.endLine
                   && facts.text(binding.target) == "return";
           });
}

float bodyFrequency(const facts::FileFacts& facts, const facts::Loop& loop)
{
    float depth = 1;
    for (std::uint32_t at = loop.parent; at < facts.loops.size(); at = facts.loops[at].parent)
        ++depth;
    return loop.frequency * std::max(facts::kLeastTurns, facts::kLoopTurns / depth);
}

double loopWeight(float frequency)
{
    if (!(frequency > 1))
        return 1;
    const double depth = std::log(static_cast<double>(frequency)) / std::log(static_cast<double>(facts::kLoopTurns));
    return 1 + std::clamp(depth, 0.0, 2.0);
}

std::string shown(std::string_view text)
{
    std::string name = printablePath(text);
    if (name.size() <= kLongestShown)
        return name;
    std::size_t end = kLongestShown;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) // not inside a character
        --end;
    return name.substr(0, end) + "…";
}

std::string shown(const facts::FileFacts& facts, facts::NameId name)
{
    return shown(facts.text(name));
}

std::string shownFunction(const facts::FileFacts& facts, facts::FunctionIndex function)
{
    return function == 0 ? "module-level code" : shown(facts, facts.functions[function].qualifiedName);
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::string_view lastName(std::string_view target)
{
    while (endsWith(target, "()"))
        target.remove_suffix(2);
    return lastComponent(target);
}

bool startsUpperCase(std::string_view name)
{
    const std::size_t first = name.find_first_not_of('_');
    return first != std::string_view::npos && name[first] >= 'A' && name[first] <= 'Z';
}

bool isPublic(const facts::FileFacts& facts, const facts::Function& function)
{
    if (function.is(facts::kPrivate) || function.is(facts::kNested) || function.is(facts::kDunder)
        || function.is(facts::kOverload) || function.name == facts.functions.front().name)
        return false;
    for (facts::ClassIndex owner = function.owner; owner != facts::kNone; owner = facts.classes[owner].owner) {
        if (startsWith(facts.text(facts.classes[owner].name), "_"))
            return false;
    }
    return true;
}

bool isCompiled(const facts::FileFacts& facts, const facts::Function& function)
{
    return std::any_of(function.decorators.begin(), function.decorators.end(), [&](facts::NameId id) {
        return isOneOf(lastComponent(facts.text(id)), { "jit", "njit", "vectorize", "guvectorize", "stencil" });
    });
}

void forEachOutward(const RuleContext& context, const std::function<void(const Outward&)>& take)
{
    for (const graph::ExternalCall& call : context.externalCalls) {
        const facts::CallSite& site = context.facts().calls[call.site];
        if (!site.is(facts::kAsArgument) && !site.is(facts::kDecorator))
            take({ call, site });
    }
}

void reportPerElement(const RuleContext& context, std::vector<Finding>& findings, const Rule& rule,
    const std::function<bool(std::string_view)>& isMeant, std::string_view does)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<const facts::Loop*> told;
    forEachOutward(context, [&](const Outward& each) {
        if (!isMeant(each.call.target))
            return;
        const facts::Loop* loop = elementLoop(facts, each.site);
        if (loop == nullptr || std::find(told.begin(), told.end(), loop) != told.end()
            || mayEndEarly(facts, *loop, each.site.line))
            return;
        told.push_back(loop);
        report(context, findings, rule, each.site.function, each.site.line,
            fmt::format("{} {} for every element of the loop at line {}", shown(each.call.target), does, loop->line),
            loopWeight(each.site.frequency));
    });
}

void countVectorCalls(const RuleContext& context, std::vector<VectorUse>& uses)
{
    uses.assign(context.facts().functions.size(), {});
    forEachOutward(context, [&](const Outward& each) {
        const auto fact = context.knowledge.api(each.call.target);
        if (!fact || fact->trait != "vector" || fact->kind != knowledge::ApiKind::Native)
            return;
        const std::string_view name = lastName(each.call.target);
        // Types, tests, conversions and empty arrays do no work on elements; append is the list's that becomes an
        // array.
        if (startsUpperCase(name)
            || isOneOf(name,
                { "dtype", "shape", "ndim", "size", "isscalar", "iinfo", "finfo", "errstate", "seterr", "issubdtype",
                    "result_type", "can_cast", "promote_types", "tolist", "item", "int32", "int64", "float32",
                    "float64", "uint8", "bool_", "issparse", "isspmatrix", "isspmatrix_csr", "isspmatrix_csc",
                    "iterable", "array", "asarray", "asanyarray", "ascontiguousarray", "asfortranarray", "atleast_1d",
                    "atleast_2d", "zeros", "ones", "empty", "full", "zeros_like", "ones_like", "empty_like",
                    "full_like", "append", "extend", "items", "keys", "values", "get", "pop", "copy" }))
            return;
        if (startsWith(each.call.target, "numpy.distutils") || startsWith(each.call.target, "numpy.f2py"))
            return;
        VectorUse& use = uses[each.site.function];
        if (use.calls == 0)
            use.example = each.call.target;
        ++use.calls;
        // These serve plain numbers just as well and prove no array.
        if (!isOneOf(name,
                { "abs", "absolute", "floor", "ceil", "round", "rint", "log", "log2", "log10", "exp", "sqrt", "power",
                    "sign", "maximum", "minimum", "isclose", "isfinite", "isnan", "isinf", "hypot", "sin", "cos", "tan",
                    "arctan2", "deg2rad", "rad2deg" }))
            ++use.onArrays;
        use.nanoseconds += static_cast<double>(each.site.frequency) * static_cast<double>(fact->nanoseconds);
    });
}

void report(const RuleContext& context, std::vector<Finding>& findings, const Rule& rule, facts::FunctionIndex function,
    std::uint32_t line, std::string message, double weight, std::uint32_t endLine)
{
    findings.push_back({ rule.info.id, context.module, context.id(function), line, std::max(line, endLine),
        std::move(message), weight });
}

} // namespace ferroscope::rules
