// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/hazard_list.h"
#include "core/base/text.h"
#include "core/roadmap/phrases.h"
#include "core/rules/names.h"

#include <algorithm>

namespace ferroscope::analysis {

namespace {

std::string className(const graph::Codebase& base, graph::ModuleId module, facts::ClassIndex at)
{
    const facts::FileFacts& facts = *base.modules[module].facts;
    return printablePath(facts.text(facts.classes[at].qualifiedName));
}

std::string moduleOfTest(const HazardScope& scope, graph::ModuleId module)
{
    return (scope.base().modules[module].file.role == source::Role::Test ? "The test module " : "") + scope.moduleName(module);
}

// A class that moves and that the importer names in an import statement; "" if there is none.
std::string importedClass(const graph::Codebase& base, const Moved::Part& part, graph::ModuleId importer)
{
    const facts::FileFacts& facts = *base.modules[part.module].facts;
    const auto first = std::lower_bound(base.importedNames.begin(), base.importedNames.end(), importer,
        [](const graph::ImportedName& each, graph::ModuleId from) { return each.from < from; });
    for (auto at = first; at != base.importedNames.end() && at->from == importer; ++at) {
        if (at->definedIn != part.module)
            continue;
        for (const facts::ClassIndex type : part.classes) {
            if (facts.text(facts.classes[type].name) == at->name)
                return className(base, part.module, type);
        }
    }
    return {};
}

void pickling(const HazardScope& scope, const Moved::Part& part, HazardList& list)
{
    const graph::Module& module = scope.base().modules[part.module];
    for (const rules::Finding& finding : scope.judged.findingsOf(part.module)) {
        if (finding.rule != "FFI003")
            continue;
        const bool moves = std::binary_search(part.functions.begin(), part.functions.end(), finding.function - module.firstFunction);
        if (moves || !part.classes.empty())
            list.add("pickling", finding.message + (moves ? ": a Rust type has no pickling unless it defines it." : ", beside classes that move."), part.module, finding.line);
    }
    for (const graph::ModuleId importer : scope.importers[part.module]) {
        const std::string used = scope.judged.isJudged(importer) && !scope.moved.in(importer) ? importedClass(scope.base(), part, importer) : std::string();
        if (used.empty())
            continue;
        for (const rules::Finding& finding : scope.judged.findingsOf(importer)) {
            if (finding.rule == "FFI003") {
                list.add("pickling", scope.moduleName(importer) + " imports " + used + ", which moves, and pickles: its objects may be among what is pickled.",
                    importer, finding.line);
                break;
            }
        }
    }
}

void subclassing(const HazardScope& scope, const Moved::Part& part, HazardList& list)
{
    if (part.classes.empty())
        return;
    std::vector<graph::ModuleId> users = scope.importers[part.module];
    users.push_back(part.module);
    for (const graph::ModuleId user : users) {
        const graph::Module& module = scope.base().modules[user];
        if (!module.facts)
            continue;
        const Moved::Part* own = scope.moved.in(user);
        for (facts::ClassIndex at = 0; at < module.facts->classes.size(); ++at) {
            const facts::Class& type = module.facts->classes[at];
            if (own && std::binary_search(own->classes.begin(), own->classes.end(), at))
                continue;
            for (const facts::NameId base : type.bases) {
                const rules::Denoted what = rules::denoted(scope.base(), user, type.parent, module.facts->text(base));
                if (what.kind != rules::Denoted::Kind::Class || what.module != part.module
                    || !std::binary_search(part.classes.begin(), part.classes.end(), what.index))
                    continue;
                list.add("subclassing", className(scope.base(), user, at) + " of " + scope.moduleName(user) + " derives from "
                        + className(scope.base(), part.module, what.index)
                        + ", which moves: methods it overrides are no longer called from inside, unless Rust asks Python each time.",
                    user, type.line);
            }
        }
    }
}

// Top-level functions and classes that move, by name.
std::vector<std::pair<std::string_view, std::uint32_t>> namesOf(const graph::Codebase& base, const Moved::Part& part)
{
    const facts::FileFacts& facts = *base.modules[part.module].facts;
    std::vector<std::pair<std::string_view, std::uint32_t>> names;
    for (const facts::FunctionIndex at : part.functions) {
        if (facts.functions[at].parent == 0 && facts.functions[at].owner == facts::kNone)
            names.emplace_back(facts.text(facts.functions[at].name), facts.functions[at].line);
    }
    for (const facts::ClassIndex at : part.classes)
        names.emplace_back(facts.text(facts.classes[at].name), facts.classes[at].line);
    std::sort(names.begin(), names.end());
    return names;
}

void publicApi(const HazardScope& scope, const Moved::Part& part, HazardList& list)
{
    const facts::FileFacts& facts = *scope.base().modules[part.module].facts;
    const auto names = namesOf(scope.base(), part);
    std::set<std::string_view> exported;
    for (const facts::NameId id : facts.exports)
        exported.insert(facts.text(id));
    for (const graph::ModuleId importer : scope.importers[part.module]) {
        if (!scope.base().modules[importer].file.isPackage)
            continue;
        const auto& imported = scope.base().importedNames;
        const auto first = std::lower_bound(imported.begin(), imported.end(), importer, [](const graph::ImportedName& each, graph::ModuleId from) { return each.from < from; });
        for (auto at = first; at != imported.end() && at->from == importer; ++at) {
            if (at->definedIn == part.module)
                exported.insert(at->name);
        }
    }
    std::vector<std::string> shown;
    std::uint32_t line = 0;
    std::size_t more = 0;
    for (const auto& [name, at] : names) {
        if (!exported.contains(name) || startsWith(name, "_"))
            continue;
        line = line == 0 ? at : std::min(line, at);
        if (shown.size() < 4)
            shown.push_back(printablePath(name));
        else
            ++more;
    }
    if (shown.empty())
        return;
    if (more > 0)
        shown.push_back(std::to_string(more) + " more");
    list.add("public-api", roadmap::joined(shown) + (shown.size() == 1 ? " is" : " are")
            + " exported: names of parameters, defaults, results and exceptions are what users rely on.",
        part.module, line);
}

// "pkg.mod.name" given to mock.patch or monkeypatch.setattr, or a store through an imported module or class.
void patched(const HazardScope& scope, const Moved::Part& part, HazardList& list)
{
    const graph::Module& target = scope.base().modules[part.module];
    const auto names = namesOf(scope.base(), part);
    const auto moves = [&](std::string_view name) {
        const auto at = std::lower_bound(names.begin(), names.end(), name, [](const auto& each, std::string_view wanted) { return each.first < wanted; });
        return at != names.end() && at->first == name;
    };
    std::vector<graph::ModuleId> users = scope.importers[part.module];
    users.insert(users.end(), target.tests.begin(), target.tests.end());
    std::sort(users.begin(), users.end());
    users.erase(std::unique(users.begin(), users.end()), users.end());
    for (const graph::ModuleId user : users) {
        const graph::Module& module = scope.base().modules[user];
        if (!module.facts || scope.moved.in(user))
            continue;
        for (const facts::CallSite& site : module.facts->calls) {
            if (site.literal == 0)
                continue;
            const std::string_view method = module.facts->text(site.method);
            if (method != "patch" && method != "setattr")
                continue;
            const std::string_view named = module.facts->text(site.literal);
            if (!startsWith(named, target.file.module + ".") || named.size() == target.file.module.size() + 1)
                continue;
            const std::string_view name = firstComponent(named.substr(target.file.module.size() + 1));
            list.add("patched", moduleOfTest(scope, user) + " replaces " + printablePath(named)
                    + (moves(name) ? ", which moves: compiled code does not see the replacement." : ", which code that moves may use: compiled code does not see the replacement."),
                user, site.line);
        }
        for (const facts::Store& store : module.facts->stores) {
            const std::string_view text = module.facts->text(store.target);
            const std::size_t dot = text.rfind('.');
            if (store.kind != facts::Store::Kind::Attribute || dot == std::string_view::npos)
                continue;
            const std::string_view first = firstComponent(text);
            const std::string_view last = lastComponent(text.substr(0, dot));
            const bool mayBeClass = !part.classes.empty() && !last.empty() && last[0] >= 'A' && last[0] <= 'Z';
            if (first == "self" || first == "cls" || !(mayBeClass || moves(text.substr(dot + 1))) || !rules::isModuleName(*module.facts, store.function, first))
                continue;
            const rules::Denoted owner = rules::denoted(scope.base(), user, store.function, text.substr(0, dot));
            const bool isModule = owner.kind == rules::Denoted::Kind::Module && owner.module == part.module && moves(text.substr(dot + 1));
            const bool isClass = owner.kind == rules::Denoted::Kind::Class && owner.module == part.module
                && std::binary_search(part.classes.begin(), part.classes.end(), owner.index);
            if (isModule || isClass) {
                list.add("patched", moduleOfTest(scope, user) + " sets " + printablePath(text) + ", which moves: compiled code does not see it.", user, store.line);
            }
        }
    }
}

} // namespace

void findObjectHazards(const HazardScope& scope, HazardList& list)
{
    for (const Moved::Part& part : scope.moved.parts) {
        pickling(scope, part, list);
        subclassing(scope, part, list);
        publicApi(scope, part, list);
        patched(scope, part, list);
    }
}

} // namespace ferroscope::analysis
