// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/annotations.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace ferroscope::facts {

namespace {

constexpr std::array<std::string_view, 22> kBareGenerics { "list", "dict", "tuple", "set", "frozenset", "type", "List",
    "Dict", "Tuple", "Set", "FrozenSet", "Type", "Callable", "Sequence", "Iterable", "Iterator", "Mapping",
    "MutableMapping", "Collection", "Generator", "defaultdict", "deque" };

bool isNameCharacter(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || (c & 0x80) != 0;
}

bool isBareGeneric(std::string_view dotted)
{
    return std::find(kBareGenerics.begin(), kBareGenerics.end(), lastComponent(dotted)) != kBareGenerics.end();
}

} // namespace

HintGrade gradeOf(std::string_view annotation)
{
    std::string_view text = trimmed(annotation);
    while (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        text = trimmed(text.substr(1, text.size() - 2));
    if (lastComponent(text) == "Any" && std::all_of(text.begin(), text.end(), isNameCharacter))
        return HintGrade::Any;
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
        if (lastComponent(word) == "Any" || (!subscripted && isBareGeneric(word)))
            return HintGrade::Loose;
        at = end;
    }
    return HintGrade::Exact;
}

HintCounts hintsOf(const FileFacts& facts, const Function& function)
{
    HintCounts counts;
    const auto slot = [&](NameId annotation) {
        ++counts.slotCount;
        if (annotation == 0)
            return;
        const HintGrade grade = gradeOf(facts.text(annotation));
        if (grade == HintGrade::Any)
            ++counts.any;
        else if (grade == HintGrade::Loose)
            ++counts.loose;
        else
            ++counts.exact;
    };
    for (std::uint32_t at = 0; at < function.parameterCount; ++at) {
        const Parameter& parameter = facts.parameters[function.firstParameter + at];
        const bool isReceiver = at == 0 && function.is(kMethod) && !function.is(kStatic)
            && (parameter.kind == ParameterKind::Positional || parameter.kind == ParameterKind::PositionalOnly);
        if (!isReceiver)
            slot(parameter.annotation);
    }
    if (!(function.is(kMethod) && facts.text(function.name) == "__init__"))
        slot(function.returns);
    return counts;
}

} // namespace ferroscope::facts
