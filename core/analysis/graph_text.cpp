// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/graph_text.h"

#include "core/base/text.h"
#include "core/roadmap/phrases.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace ferroscope::analysis {

namespace {

constexpr std::size_t kMostNamed = 3; // names in one sentence

std::string moduleName(const graph::Codebase& codebase, graph::ModuleId id)
{
    const source::SourceFile& file = codebase.modules[id].file;
    return printablePath(file.module.empty() ? file.path : file.module);
}

// "a, b and 3 more".
std::string listed(std::vector<std::string> names)
{
    if (names.size() > kMostNamed) {
        const std::size_t more = names.size() - kMostNamed + 1;
        names.resize(kMostNamed - 1);
        names.push_back(withThousands(static_cast<long long>(more)) + " more");
    }
    return roadmap::joined(names);
}

std::string percentOf(double share) { return fmt::format("{:.0f} %", std::floor(100 * share + 0.5)); }

std::string_view kindName(graph::CutKind kind)
{
    using graph::CutKind;
    switch (kind) {
    case CutKind::Remove: return "remove";
    case CutKind::TypeChecking: return "type-checking";
    case CutKind::Lazy: return "lazy";
    case CutKind::Facade: return "facade";
    case CutKind::Protocol: return "protocol";
    case CutKind::Move: break;
    }
    return "move";
}

std::string sentenceOf(const graph::Cut& cut, const std::string& from, const std::string& to)
{
    using graph::CutKind;
    const bool many = cut.names.size() != 1;
    const std::string names = cut.names == std::vector<std::string> { "*" } ? "everything (star import)" : listed(cut.names);
    const std::string users = counted(cut.users, "module") + (cut.users == 1 ? " imports " : " import ");
    switch (cut.kind) {
    case CutKind::Remove:
        return fmt::format("Drop the import of {} from {}: nothing uses {}, unless loading {} has a side effect that is wanted.", names, from, many ? "them" : "it", to);
    case CutKind::TypeChecking:
        return fmt::format("Import {} only under TYPE_CHECKING in {}: all uses are annotations.", names, from);
    case CutKind::Lazy:
        return fmt::format("Import {} inside the {} of {} that {} {}: nothing needs {} while the module loads.", names,
            cut.users == 1 ? "function" : counted(cut.users, "function"), from, cut.users == 1 ? "uses" : "use", many ? "them" : "it", many ? "them" : "it");
    case CutKind::Facade:
        if (cut.users == 0 && !many && lastComponent(to) == lastComponent(names))
            return fmt::format("{} imports {} only to make it reachable or for what loading it does: let those who want either import it themselves.", from, to);
        if (cut.users == 0)
            return fmt::format("{} only hands on {} of {} to users outside: load {} on first use (module __getattr__).", from, names, to, many ? "them" : "it");
        return fmt::format("{} only hands on {} of {}: let the {} that {} {} there import from {} itself.", from, names, to,
            counted(cut.users, "module"), cut.users == 1 ? "imports" : "import", many ? "them" : "it", to);
    case CutKind::Protocol:
        if (cut.use == "in isinstance checks")
            return fmt::format("Ask for a protocol instead of {} in {}: it is only needed in isinstance checks.", names, from);
        return fmt::format("Move the base {} {} out of {} to a module that imports neither, or derive from a protocol: {}{}.",
            many ? "classes" : "class", names, to, users, many ? "them" : "it");
    case CutKind::Move:
        break;
    }
    return fmt::format("Move {} out of {} to a module that imports neither: {} needs {} {}, {}{}.", names, to, from, many ? "them" : "it",
        cut.use.empty() ? "while it loads" : cut.use, users, many ? "them" : "it");
}

std::string signatureOf(const graph::Codebase& codebase, const graph::InterfaceEntry& entry)
{
    if (entry.function == graph::kNone)
        return {};
    const graph::Module& module = codebase.modules[entry.module];
    const facts::FileFacts& facts = *module.facts;
    const facts::Function& function = facts.functions[entry.function - module.firstFunction];
    std::vector<std::string> parts;
    bool keywordOnly = false;
    for (std::uint32_t at = 0; at < function.parameterCount; ++at) {
        const facts::Parameter& parameter = facts.parameters[function.firstParameter + at];
        if (at == 0 && function.is(facts::kMethod) && !function.is(facts::kStatic))
            continue;
        const bool variadic = parameter.kind == facts::ParameterKind::VarArgs || parameter.kind == facts::ParameterKind::VarKeywords;
        if (parameter.kind == facts::ParameterKind::KeywordOnly && !keywordOnly && !variadic)
            parts.emplace_back("*");
        keywordOnly = keywordOnly || parameter.kind == facts::ParameterKind::KeywordOnly || parameter.kind == facts::ParameterKind::VarArgs;
        std::string text = parameter.kind == facts::ParameterKind::VarArgs ? "*" : parameter.kind == facts::ParameterKind::VarKeywords ? "**" : "";
        text += facts.text(parameter.name);
        if (parameter.annotation != 0)
            text.append(": ").append(facts.text(parameter.annotation));
        if (parameter.hasDefault)
            text += parameter.annotation != 0 ? " = ..." : "=...";
        parts.push_back(std::move(text));
    }
    std::string signature = "(";
    for (std::size_t at = 0; at < parts.size(); ++at)
        signature.append(at == 0 ? "" : ", ").append(parts[at]);
    signature += ")";
    if (entry.kind == graph::InterfaceEntry::Kind::Function && function.returns != 0)
        signature.append(" -> ").append(facts.text(function.returns));
    return printablePath(signature);
}

// Two or three plain sentences: what it is, what others use of it, what it takes to cut it out.
std::string descriptionOf(const graph::Codebase& codebase, std::size_t index, const graph::ContextInterface& face)
{
    const graph::Context& context = codebase.contexts[index];
    std::size_t lines = 0;
    for (const graph::ModuleId id : context.modules)
        lines += codebase.modules[id].facts->lines.code;
    const auto namesOf = [&](const std::vector<std::uint32_t>& contexts) {
        std::vector<std::string> names;
        for (const std::uint32_t each : contexts)
            names.push_back(printablePath(codebase.contexts[each].name));
        return listed(std::move(names));
    };
    std::string text = fmt::format("{} is {} with {} of code; {} of its links stay inside.", printablePath(context.name),
        counted(context.modules.size(), "module"), counted(lines, "line"), percentOf(context.cohesion));
    if (face.entries.empty()) {
        text += " Nothing of it is seen to be used by other contexts";
    } else {
        std::vector<std::string> names;
        for (const graph::InterfaceEntry& entry : face.entries)
            names.push_back(printablePath(entry.name));
        text += fmt::format(" {} of it {} used from {} ({}), most of all {}", counted(face.entries.size(), "name"),
            face.entries.size() == 1 ? "is" : "are", face.users.size() == 1 ? "one context" : counted(face.users.size(), "context"), namesOf(face.users),
            listed({ names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(kMostNamed, names.size())) }));
        if (face.slotCount > 0)
            text += fmt::format("; {} of that interface is typed", percentOf(static_cast<double>(face.annotated) / face.slotCount));
    }
    text += face.uses.empty() ? ", and it needs no other." : fmt::format(", and it needs {}.", namesOf(face.uses));
    std::vector<std::string> types;
    for (const graph::DataFlow& flow : face.data) {
        const std::string type = printablePath(flow.type);
        if (!type.empty() && std::find(types.begin(), types.end(), type) == types.end())
            types.push_back(type);
        if (types.size() == kMostNamed)
            break;
    }
    std::vector<std::string> states;
    for (const std::uint32_t at : face.sharedState)
        states.push_back(printablePath(codebase.sharedState[at].name));
    if (!types.empty() || !states.empty())
        text += " ";
    if (!types.empty())
        text += fmt::format("Over its boundary go mostly {}", listed(types));
    if (!states.empty())
        text += (types.empty() ? "Other contexts change its " : "; other contexts change its ") + listed(states);
    if (!types.empty() || !states.empty())
        text += ".";
    return text;
}

} // namespace

CutLink describeCut(const graph::Codebase& codebase, const graph::Cut& cut)
{
    CutLink made { printablePath(codebase.modules[cut.from].file.path), printablePath(codebase.modules[cut.to].file.path) };
    made.line = cut.line;
    made.kind = kindName(cut.kind);
    for (const std::string& name : cut.names)
        made.names.push_back(printablePath(name));
    made.users = cut.users;
    made.exact = cut.exact;
    graph::Cut printable = cut;
    printable.names = made.names;
    made.sentence = sentenceOf(printable, moduleName(codebase, cut.from), moduleName(codebase, cut.to));
    return made;
}

std::vector<ContextSummary> describeContexts(const graph::Codebase& codebase)
{
    const std::vector<graph::ContextInterface> faces = graph::contextInterfaces(codebase);
    const auto path = [&](graph::ModuleId id) { return printablePath(codebase.modules[id].file.path); };
    const auto idOf = [](std::uint32_t context) { return "c" + std::to_string(context + 1); };
    std::vector<ContextSummary> contexts;
    for (std::uint32_t at = 0; at < codebase.contexts.size(); ++at) {
        const graph::Context& context = codebase.contexts[at];
        const graph::ContextInterface& face = faces[at];
        ContextSummary made { idOf(at), printablePath(context.name), {}, context.cohesion, context.in, context.out };
        for (const graph::ModuleId id : context.modules)
            made.modules.push_back(path(id));
        made.interfaceSize = face.entries.size();
        for (std::size_t i = 0; i < std::min(kMostInterfaceItems, face.entries.size()); ++i) {
            const graph::InterfaceEntry& entry = face.entries[i];
            static constexpr std::array<const char*, 3> kKinds { "function", "class", "value" };
            made.interface.push_back({ path(entry.module) + ":" + printablePath(entry.name), kKinds[static_cast<std::size_t>(entry.kind)],
                signatureOf(codebase, entry), entry.importers, entry.callers, entry.slotCount, entry.annotated });
        }
        if (face.slotCount > 0)
            made.typedShare = static_cast<double>(face.annotated) / face.slotCount;
        for (std::size_t i = 0; i < std::min(kMostDataFlows, face.data.size()); ++i)
            made.data.push_back({ printablePath(face.data[i].type), face.data[i].isResult ? "out" : "in", face.data[i].calls });
        for (const std::uint32_t user : face.users)
            made.users.push_back(idOf(user));
        for (const std::uint32_t used : face.uses)
            made.uses.push_back(idOf(used));
        for (const std::uint32_t state : face.sharedState)
            made.sharedState.push_back(path(codebase.sharedState[state].owner) + ":" + printablePath(codebase.sharedState[state].name));
        made.description = descriptionOf(codebase, at, face);
        contexts.push_back(std::move(made));
    }
    return contexts;
}

} // namespace ferroscope::analysis
