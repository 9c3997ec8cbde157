// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/function_match.h"
#include "core/base/text.h"

#include <algorithm>

namespace ferroscope::evidence {

namespace {

using facts::FunctionIndex;

// "main.<locals>.<genexpr>" -> "main", "outer.<locals>.inner" -> "outer.inner", "<lambda>" -> "".
struct Name {
    std::string bare; // last component, "" if it is a lambda or comprehension
    std::string qualified; // without "<locals>" and what is anonymous at the end
    bool isAnonymous = false;
};

Name nameOf(const ProfileEntry& entry)
{
    Name name;
    std::vector<std::string_view> parts;
    for (const std::string_view part : split(entry.function, '.')) {
        if (part != "<locals>")
            parts.push_back(part);
    }
    while (!parts.empty() && startsWith(parts.back(), "<")) {
        name.isAnonymous = true;
        parts.pop_back();
    }
    for (const std::string_view part : parts)
        name.qualified += (name.qualified.empty() ? "" : ".") + std::string(part);
    if (!parts.empty())
        name.bare = parts.back();
    return name;
}

bool holds(const facts::Function& function, std::uint32_t line) { return function.firstLine <= line && line <= function.endLine; }

// The innermost function around a line; 0 if it is module level.
FunctionIndex around(const facts::FileFacts& facts, std::uint32_t line)
{
    FunctionIndex best = 0;
    for (FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        if (holds(facts.functions[at], line) && (best == 0 || facts.functions[at].firstLine >= facts.functions[best].firstLine))
            best = at;
    }
    return best;
}

std::optional<FunctionIndex> onlyOne(const facts::FileFacts& facts, const Name& name, bool qualified)
{
    std::optional<FunctionIndex> found;
    for (FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (qualified ? facts.text(function.qualifiedName) != name.qualified : facts.text(function.name) != name.bare)
            continue;
        if (found && !qualified)
            return std::nullopt;
        if (!found)
            found = at; // of several definitions of one name the first: which of them ran is not known
    }
    return found;
}

bool isClass(const facts::FileFacts& facts, const Name& name)
{
    return std::any_of(facts.classes.begin(), facts.classes.end(), [&](const facts::Class& type) { return facts.text(type.name) == name.bare; });
}

} // namespace

std::optional<FunctionIndex> matchFunction(const facts::FileFacts& facts, const ProfileEntry& entry)
{
    if (entry.function == "<module>")
        return 0;
    const Name name = nameOf(entry);
    const bool hasLine = entry.lineMeaning != LineMeaning::Unknown;
    if (name.bare.empty() || name.isAnonymous) {
        if (hasLine)
            return entry.line <= facts.lines.physical ? std::optional(around(facts, entry.line)) : std::nullopt;
        if (name.bare.empty())
            return std::nullopt;
        return onlyOne(facts, name, true);
    }
    if (hasLine) {
        std::optional<FunctionIndex> inside;
        for (FunctionIndex at = 1; at < facts.functions.size(); ++at) {
            const facts::Function& function = facts.functions[at];
            if (facts.text(function.name) != name.bare)
                continue;
            if (entry.lineMeaning == LineMeaning::First && (function.firstLine == entry.line || function.line == entry.line))
                return at;
            if (holds(function, entry.line))
                inside = at; // in document order: the innermost one comes last
        }
        if (inside)
            return inside;
    }
    if (entry.isQualified) {
        if (const auto exact = onlyOne(facts, name, true))
            return exact;
    }
    if (const auto only = onlyOne(facts, name, false))
        return only;
    if (isClass(facts, name))
        return hasLine ? around(facts, entry.line) : FunctionIndex { 0 };
    return std::nullopt;
}

} // namespace ferroscope::evidence
