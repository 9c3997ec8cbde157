// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/entry_points.h"
#include "core/base/text.h"
#include "core/evidence/heat.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace ferroscope::evidence {

namespace {

// Starts of the walker per run by kind (call_flow.h); any other function has kOtherStarts, since somebody outside the
// repository or a call that could not be resolved may begin there. Fitted to the profiles of tests/heat; those of
// scripts and frameworks are set: the run begins there.
constexpr double kScriptStarts = 10;
constexpr double kRouteStarts = 10;
constexpr double kTaskStarts = 10;
constexpr double kImplicitStarts = 10; // operators, look-ups, iteration: their calls are written without a call
constexpr double kPropertyStarts = 3; // so are those of properties, but fewer run in inner loops
constexpr double kOtherStarts = 1;
constexpr double kImportStarts = 0.05; // module-level code runs once per process

// Methods that the interpreter calls for operators, look-ups and iteration.
constexpr auto kImplicitMethods = std::to_array<std::string_view>({ "__getitem__", "__setitem__", "__contains__",
    "__iter__", "__next__", "__len__", "__hash__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__add__",
    "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__", "__truediv__", "__floordiv__", "__mod__", "__pow__", "__neg__",
    "__and__", "__or__", "__xor__", "__lshift__", "__rshift__", "__bool__", "__nonzero__", "__call__", "__iadd__", "__abs__",
    "__invert__", "__getattr__", "__getattribute__", "__setattr__", "__get__", "__set__", "__str__", "__int__", "__float__",
    "__new__" });

bool isImplicit(std::string_view name)
{
    return std::find(kImplicitMethods.begin(), kImplicitMethods.end(), name) != kImplicitMethods.end();
}

// First words of an import by the name it binds: "app" -> "gridwatch.worker.app", "click" -> "click".
std::unordered_map<std::string_view, std::string> importedNames(const facts::FileFacts& facts)
{
    std::unordered_map<std::string_view, std::string> names;
    for (const facts::Import& import : facts.imports) {
        if (import.module == 0 && import.name == 0)
            continue;
        const std::string module(facts.text(import.module));
        if (!import.isFrom) {
            if (import.alias != 0)
                names.emplace(facts.text(import.alias), module);
            else
                names.emplace(firstComponent(facts.text(import.module)), std::string(firstComponent(module)));
            continue;
        }
        const std::string_view bound = facts.text(import.alias != 0 ? import.alias : import.name);
        names.emplace(bound, module + "." + std::string(facts.text(import.name)));
    }
    return names;
}

} // namespace

Frameworks::Frameworks(const graph::Codebase& codebase, const knowledge::Knowledge& knowledge)
    : m_codebase(codebase)
    , m_knowledge(knowledge)
{
    for (const graph::Module& module : codebase.modules)
        m_ownPackages.insert(std::string(firstComponent(module.file.module)));
}

std::string_view Frameworks::trait(graph::ModuleId module, const facts::Function& function) const
{
    if (function.decorators.empty())
        return {};
    const facts::FileFacts& facts = *m_codebase.modules[module].facts;
    const auto names = importedNames(facts);
    for (const facts::NameId id : function.decorators) {
        const std::string_view written = facts.text(id);
        const std::string_view last = lastComponent(written);
        const std::string_view first = firstComponent(written);
        std::string target(written);
        const auto imported = names.find(first);
        if (imported != names.end()) {
            target = imported->second + std::string(written.substr(first.size()));
        } else {
            // A module-level object made by a framework: `app = FastAPI()`, `router = APIRouter()`.
            for (const facts::Binding& binding : facts.bindings) {
                if (binding.function != 0 || facts.text(binding.target) != first || binding.kind != facts::Binding::Kind::Call)
                    continue;
                const std::string_view made = facts.text(binding.value);
                const auto maker = names.find(firstComponent(made));
                if (maker != names.end())
                    target = maker->second + std::string(made.substr(firstComponent(made).size()));
            }
        }
        if (const auto fact = m_knowledge.api(target); fact && !m_ownPackages.contains(std::string(firstComponent(target))) && (fact->trait == "web" || fact->trait == "task" || fact->trait == "cli"))
            return fact->trait;
        // Objects imported from elsewhere in the repository keep the framework's verbs.
        static constexpr std::array<std::string_view, 8> kRouteVerbs { "get", "post", "put", "delete", "patch", "route", "websocket", "api_view" };
        if (written != last && std::find(kRouteVerbs.begin(), kRouteVerbs.end(), last) != kRouteVerbs.end())
            return "web";
        if (last == "task" || last == "shared_task" || last == "actor")
            return "task";
        if (written != last && (last == "command" || last == "group"))
            return "cli";
    }
    return {};
}

std::vector<EntryPoint> entryPoints(const graph::Codebase& codebase, const knowledge::Knowledge& knowledge)
{
    std::vector<char> called(codebase.functionCount, 0);
    for (const graph::CallEdge& call : codebase.calls) {
        const graph::Module& from = codebase.modules[codebase.moduleOf(call.from)];
        if (call.from != call.to && isJudged(from.file.role))
            called[call.to] = 1;
    }
    std::set<std::string> consoleFunctions; // "shop.cli:main" -> "shop.cli.main"
    for (const source::EntryPoint& script : codebase.sources.entryPoints) {
        std::string target = script.target.substr(0, script.target.find('['));
        std::replace(target.begin(), target.end(), ':', '.');
        consoleFunctions.insert(std::string(trimmed(target)));
    }
    const Frameworks frameworks(codebase, knowledge);
    std::vector<EntryPoint> found;
    for (graph::ModuleId id = 0; id < codebase.modules.size(); ++id) {
        const graph::Module& module = codebase.modules[id];
        if (!isJudged(module.file.role))
            continue;
        const facts::FileFacts& facts = *module.facts;
        const bool hasGuard = std::any_of(facts.sites.begin(), facts.sites.end(),
            [](const facts::Site& site) { return site.kind == facts::SiteKind::MainGuard; });
        found.push_back({ module.firstFunction, hasGuard || module.file.role == source::Role::Script || module.file.isNotebook ? EntryKind::Script : EntryKind::Import,
            hasGuard ? kScriptStarts : kImportStarts });
        for (std::uint32_t at = 1; at < module.functionCount; ++at) {
            const facts::Function& function = facts.functions[at];
            const graph::FunctionId functionId = module.firstFunction + at;
            const std::string_view name = facts.text(function.name);
            const std::string_view trait = frameworks.trait(id, function);
            if (trait == "web")
                found.push_back({ functionId, EntryKind::Route, kRouteStarts });
            else if (trait == "task")
                found.push_back({ functionId, EntryKind::Task, kTaskStarts });
            else if (trait == "cli"
                || consoleFunctions.contains(module.file.module + "." + std::string(facts.text(function.qualifiedName))))
                found.push_back({ functionId, EntryKind::Command, kScriptStarts });
            else if (isImplicit(name))
                found.push_back({ functionId, EntryKind::Implicit, kImplicitStarts });
            else if (function.is(facts::kProperty))
                found.push_back({ functionId, EntryKind::Implicit, kPropertyStarts });
            else
                found.push_back({ functionId, called[functionId] ? EntryKind::Called : EntryKind::PublicApi, kOtherStarts });
        }
    }
    return found;
}

} // namespace ferroscope::evidence
