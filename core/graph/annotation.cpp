// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/annotation.h"

#include "core/base/text.h"
#include <algorithm>
#include <array>
#include <utility>

namespace ferroscope::graph {

namespace {

constexpr int kDeepest = 8;
constexpr std::size_t kMostTerms = 8;

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Parts of `text` separated by `separator` outside brackets and quotes.
std::vector<std::string_view> topLevelParts(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    int depth = 0;
    char quote = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            quote = c == quote ? '\0' : quote;
            continue;
        }
        if (c == '"' || c == '\'')
            quote = c;
        else if (c == '[' || c == '(')
            ++depth;
        else if (c == ']' || c == ')')
            --depth;
        else if (c == separator && depth == 0) {
            parts.push_back(trimmed(text.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    parts.push_back(trimmed(text.substr(begin)));
    return parts;
}

std::string_view unquoted(std::string_view text)
{
    text = trimmed(text);
    while (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        text = trimmed(text.substr(1, text.size() - 2));
    return text;
}

// "a.b[X, Y]" -> ("a.b", "X, Y"); the second is empty without brackets.
std::pair<std::string_view, std::string_view> subscripted(std::string_view text)
{
    const auto open = text.find('[');
    if (open == std::string_view::npos || text.back() != ']')
        return { text, {} };
    return { trimmed(text.substr(0, open)), text.substr(open + 1, text.size() - open - 2) };
}

bool isDotted(std::string_view name)
{
    const auto ok = [](char c) {
        return c == '_' || c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (static_cast<unsigned char>(c) & 0x80U) != 0;
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), ok) && !(name.front() >= '0' && name.front() <= '9');
}

void collect(std::string_view text, int depth, bool isType, std::vector<TypeTerm>& terms)
{
    if (depth > kDeepest || terms.size() >= kMostTerms)
        return;
    text = unquoted(text);
    const std::vector<std::string_view> alternatives = topLevelParts(text, '|');
    if (alternatives.size() > 1) {
        for (const std::string_view each : alternatives)
            collect(each, depth + 1, isType, terms);
        return;
    }
    const auto [name, arguments] = subscripted(text);
    const std::string_view last = lastComponent(name);
    if (isOneOf(last, { "Any", "None", "Callable", "Literal", "NoReturn", "Never", "object", "Concatenate", "" }))
        return;
    if (isOneOf(last, { "Optional", "Union" })) {
        for (const std::string_view each : topLevelParts(arguments, ','))
            collect(each, depth + 1, isType, terms);
        return;
    }
    if (isOneOf(last,
            { "Annotated", "Final", "ClassVar", "InitVar", "Required", "NotRequired", "ReadOnly", "Awaitable",
                "Coroutine" })) {
        const std::vector<std::string_view> parts = topLevelParts(arguments, ',');
        collect(last == "Coroutine" ? parts.back() : parts.front(), depth + 1, isType, terms);
        return;
    }
    if (isOneOf(last, { "Type", "type" }) && !arguments.empty()) {
        collect(arguments, depth + 1, true, terms);
        return;
    }
    if (isDotted(name))
        terms.push_back({ name, isType });
}

} // namespace

std::vector<TypeTerm> annotationTerms(std::string_view annotation)
{
    std::vector<TypeTerm> terms;
    collect(annotation, 0, false, terms);
    return terms;
}

std::string_view elementAnnotation(std::string_view annotation)
{
    for (int depth = 0; depth < kDeepest; ++depth) {
        annotation = unquoted(annotation);
        for (const std::string_view each : topLevelParts(annotation, '|')) {
            if (each != "None") {
                annotation = each;
                break;
            }
        }
        const auto [name, arguments] = subscripted(annotation);
        const std::string_view last = lastComponent(name);
        if (arguments.empty())
            return {};
        const std::vector<std::string_view> parts = topLevelParts(arguments, ',');
        if (isOneOf(last, { "Optional", "Annotated", "Final", "ClassVar" })) {
            annotation = parts.front();
            continue;
        }
        if (isOneOf(last,
                { "list", "List", "set", "Set", "frozenset", "FrozenSet", "deque", "Deque", "Sequence",
                    "MutableSequence", "Iterable", "Iterator", "Collection", "Generator", "AsyncIterator",
                    "AsyncIterable", "AsyncGenerator", "AbstractSet", "MutableSet", "dict", "Dict", "Mapping",
                    "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict", "KeysView", "ValuesView" }))
            return parts.front();
        if (isOneOf(last, { "tuple", "Tuple" }) && (parts.size() == 1 || parts[1] == "..."))
            return parts.front();
        return {};
    }
    return {};
}

std::string_view builtinType(std::string_view name)
{
    constexpr auto kTypes = std::to_array<std::pair<std::string_view, std::string_view>>({ { "str", "str" },
        { "bytes", "bytes" }, { "bytearray", "bytearray" }, { "int", "int" }, { "float", "float" }, { "bool", "bool" },
        { "complex", "complex" }, { "list", "list" }, { "List", "list" }, { "dict", "dict" }, { "Dict", "dict" },
        { "set", "set" }, { "Set", "set" }, { "frozenset", "frozenset" }, { "FrozenSet", "frozenset" },
        { "tuple", "tuple" }, { "Tuple", "tuple" }, { "Text", "str" }, { "memoryview", "memoryview" } });
    const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& each) { return each.first == name; });
    return found == kTypes.end() ? std::string_view {} : found->second;
}

} // namespace ferroscope::graph
