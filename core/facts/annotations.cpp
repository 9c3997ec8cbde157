// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/annotations.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace ferroscope::facts {

namespace {

constexpr std::array<std::string_view, 6> kBuiltinGenerics { "list", "dict", "tuple", "set", "frozenset", "type" };
constexpr std::array<std::string_view, 16> kTypingGenerics { "List", "Dict", "Tuple", "Set", "FrozenSet", "Type",
    "Callable", "Sequence", "Iterable", "Iterator", "Mapping", "MutableMapping", "Collection", "Generator",
    "DefaultDict", "Deque" };
constexpr std::array<std::string_view, 2> kCollectionsGenerics { "defaultdict", "deque" };
constexpr std::array<std::string_view, 8> kAbstractGenerics { "Callable", "Sequence", "Iterable", "Iterator", "Mapping",
    "MutableMapping", "Collection", "Generator" };

template <std::size_t N> bool holds(const std::array<std::string_view, N>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isTyping(std::string_view module) { return module == "typing" || module == "typing_extensions"; }

// "a.b.c" -> {"a.b", "c"}
std::pair<std::string_view, std::string_view> split(std::string_view full)
{
    const std::size_t dot = full.rfind('.');
    if (dot == std::string_view::npos)
        return { {}, full };
    return { full.substr(0, dot), full.substr(dot + 1) };
}

bool isNameCharacter(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || (c & 0x80) != 0;
}

// Past the bracket that closes the one at `open`.
std::size_t afterBracket(std::string_view text, std::size_t open)
{
    int depth = 0;
    for (std::size_t at = open; at < text.size(); ++at) {
        depth += text[at] == '[' ? 1 : text[at] == ']' ? -1 : 0;
        if (depth == 0)
            return at + 1;
    }
    return text.size();
}

// Two names side by side are no expression: text in quotes that says something else than a type ("not a type").
bool isExpression(std::string_view text)
{
    constexpr std::array<std::string_view, 10> kOperators { "and", "or", "not", "if", "else", "in", "is", "lambda", "for", "await" };
    bool wasName = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ') {
            ++at;
            continue;
        }
        if (!isNameCharacter(text[at])) {
            wasName = false;
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && isNameCharacter(text[end]))
            ++end;
        const bool isName = !holds(kOperators, text.substr(at, end - at));
        if (isName && wasName)
            return false;
        wasName = isName;
        at = end;
    }
    return true;
}

} // namespace

TypingNames::TypingNames(const FileFacts& facts)
{
    for (const Class& each : facts.classes)
        m_origins.try_emplace(std::string(facts.text(each.name))); // bound to nothing that is known
    for (const Import& import : facts.imports) {
        if ((import.flags & (kDynamic | kStar)) != 0)
            continue;
        const std::string module(facts.text(import.module));
        if (!import.isFrom) {
            const std::string bound = import.alias != 0 ? std::string(facts.text(import.alias)) : std::string(firstComponent(module));
            m_origins[bound].push_back(import.alias != 0 ? module : bound);
            continue;
        }
        const NameId bound = import.alias != 0 ? import.alias : import.name;
        m_origins[std::string(facts.text(bound))].push_back(
            std::string(import.level, '.').append(module).append(".").append(facts.text(import.name)));
    }
}

template <class Test> bool TypingNames::mayBe(std::string_view dotted, Test test) const
{
    const std::string_view first = firstComponent(dotted);
    const std::string_view rest = dotted.substr(first.size());
    const auto known = m_origins.find(first);
    if (known != m_origins.end())
        return std::any_of(known->second.begin(), known->second.end(), [&](const std::string& origin) { return test(split(origin + std::string(rest))); });
    if (!rest.empty())
        return test(split(dotted));
    return test(std::pair<std::string_view, std::string_view> { "builtins", dotted })
        || test(std::pair<std::string_view, std::string_view> { "typing", dotted });
}

bool TypingNames::isAny(std::string_view dotted) const
{
    return mayBe(dotted, [](const auto& name) { return name.second == "Any" && isTyping(name.first); });
}

bool TypingNames::isBareGeneric(std::string_view dotted) const
{
    return mayBe(dotted, [](const auto& name) {
        const auto& [module, last] = name;
        return (module == "builtins" && holds(kBuiltinGenerics, last)) || (isTyping(module) && holds(kTypingGenerics, last))
            || (module == "collections" && holds(kCollectionsGenerics, last))
            || (module == "collections.abc" && holds(kAbstractGenerics, last));
    });
}

HintGrade TypingNames::gradeOf(std::string_view annotation) const
{
    std::string_view text = trimmed(annotation);
    while (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        text = trimmed(text.substr(1, text.size() - 2));
    if (text == "...") // a type comment that says there is a type, not which
        return HintGrade::Loose;
    if (!text.empty() && std::all_of(text.begin(), text.end(), isNameCharacter) && isAny(text))
        return HintGrade::Any;
    if (text.size() < trimmed(annotation).size() && !isExpression(text))
        return HintGrade::Exact;
    // Word by word: a bare generic is one that no '[' follows.
    for (std::size_t at = 0; at < text.size();) {
        if (!isNameCharacter(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && isNameCharacter(text[end]))
            ++end;
        const std::string_view word = text.substr(at, end - at);
        std::size_t next = end;
        while (next < text.size() && text[next] == ' ')
            ++next;
        const bool subscripted = next < text.size() && text[next] == '[';
        if (subscripted && lastComponent(word) == "Literal") {
            at = afterBracket(text, next);
            continue;
        }
        if (!subscripted && (isAny(word) || isBareGeneric(word)))
            return HintGrade::Loose;
        at = end;
    }
    return HintGrade::Exact;
}

void gradeHints(FileFacts& facts)
{
    // A scope is a function's own code or a class body.
    using Scoped = std::tuple<FunctionIndex, ClassIndex, NameId>;
    const auto scoped = [](const Function& function) { return Scoped { function.parent, function.owner, function.name }; };
    std::set<Scoped> overloaded;
    bool hinted = false;
    for (const Function& function : facts.functions) {
        if (function.is(kOverload))
            overloaded.insert(scoped(function));
        hinted = hinted || function.returns != 0;
    }
    hinted = hinted || std::any_of(facts.parameters.begin(), facts.parameters.end(), [](const Parameter& each) { return each.annotation != 0; });
    const TypingNames names = hinted ? TypingNames(facts) : TypingNames();

    for (std::size_t index = 1; index < facts.functions.size(); ++index) {
        Function& function = facts.functions[index];
        HintCounts& counts = function.hints;
        const auto slot = [&](NameId annotation) {
            ++counts.slotCount;
            if (annotation == 0)
                return;
            const HintGrade grade = names.gradeOf(facts.text(annotation));
            ++(grade == HintGrade::Any ? counts.any : grade == HintGrade::Loose ? counts.loose : counts.exact);
        };
        if (!function.is(kOverload) && !overloaded.empty() && overloaded.count(scoped(function)) != 0)
            continue;
        for (std::uint32_t at = 0; at < function.parameterCount; ++at) {
            const Parameter& parameter = facts.parameters[function.firstParameter + at];
            const bool isReceiver = at == 0 && function.is(kMethod) && !function.is(kStatic)
                && (parameter.kind == ParameterKind::Positional || parameter.kind == ParameterKind::PositionalOnly);
            if (!isReceiver)
                slot(parameter.annotation);
        }
        if (!(function.is(kMethod) && facts.text(function.name) == "__init__"))
            slot(function.returns);
        facts.hints.slotCount += counts.slotCount;
        facts.hints.any += counts.any;
        facts.hints.loose += counts.loose;
        facts.hints.exact += counts.exact;
    }
}

} // namespace ferroscope::facts
