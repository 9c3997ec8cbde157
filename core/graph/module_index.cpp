// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/module_index.h"

#include "core/base/text.h"
#include <algorithm>
#include <map>

namespace ferroscope::graph {

namespace {

// Notebooks and other files that hold Python cannot be imported.
bool isImportable(const std::string& path)
{
    return endsWith(path, ".py") || endsWith(path, ".pyi") || endsWith(path, ".pyw");
}

// With its slash: "shop/core/", "" for the root.
std::string_view directoryOf(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view {} : path.substr(0, slash + 1);
}

// Number of leading directories two paths share.
std::size_t sharedDirectories(std::string_view a, std::string_view b)
{
    std::size_t shared = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i)
        shared += a[i] == '/' ? 1 : 0;
    return shared;
}

} // namespace

void linkStubs(std::vector<Module>& modules)
{
    for (Module& module : modules) {
        if (!endsWith(module.file.path, ".py"))
            continue;
        const std::string wanted = module.file.path + "i";
        const auto at = std::lower_bound(modules.begin(), modules.end(), wanted,
            [](const Module& each, const std::string& path) { return each.file.path < path; });
        if (at != modules.end() && at->file.path == wanted)
            module.stub = static_cast<ModuleId>(at - modules.begin());
    }
    // PEP 561: a package `shop-stubs` holds the stubs of `shop`, wherever that lies.
    std::map<std::string_view, ModuleId> apart;
    for (ModuleId id = 0; id < modules.size(); ++id) {
        if (modules[id].file.isStub && modules[id].file.path.find("-stubs/") != std::string::npos)
            apart.emplace(modules[id].file.module, id);
    }
    for (Module& module : modules) {
        const auto stub = apart.find(module.file.module);
        if (stub != apart.end() && module.stub == kNone && endsWith(module.file.path, ".py"))
            module.stub = stub->second;
    }
}

ModuleIndex::ModuleIndex(const std::vector<Module>& modules)
    : m_modules(modules)
    , m_shadowed(modules.size(), false)
{
    for (const Module& module : modules) {
        if (module.stub != kNone)
            m_shadowed[module.stub] = true;
    }
    for (ModuleId id = 0; id < modules.size(); ++id) {
        const source::SourceFile& file = modules[id].file;
        m_byPath.emplace(file.path, id);
        if (file.module.empty() || !isImportable(file.path))
            continue;
        m_byName[file.module].push_back(id);
        const std::string_view name = file.module;
        for (auto dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.', dot + 1))
            m_namespaces.insert(name.substr(0, dot));
    }
    for (auto& [name, ids] : m_byName) {
        m_namespaces.erase(name);
        // Code before stubs, source before tests and the rest; ids are in path order already.
        std::stable_sort(ids.begin(), ids.end(), [&](ModuleId a, ModuleId b) {
            const auto rank = [&](ModuleId id) {
                return (modules[id].file.isStub ? 2 : 0) + (modules[id].file.role == source::Role::Source ? 0 : 1);
            };
            return rank(a) < rank(b);
        });
    }
}

ModuleId ModuleIndex::find(std::string_view dotted, ModuleId importer) const
{
    const auto found = m_byName.find(dotted);
    if (found == m_byName.end())
        return kNone;
    const std::vector<ModuleId>& ids = found->second;
    if (ids.size() == 1 || importer == kNone)
        return ids.front();
    ModuleId best = ids.front();
    std::size_t bestShared = 0;
    const bool stubsOnly = m_modules[best].file.isStub;
    for (const ModuleId id : ids) {
        if (m_modules[id].file.isStub && !stubsOnly)
            break; // sorted: only stubs follow
        const std::size_t shared = sharedDirectories(m_modules[id].file.path, m_modules[importer].file.path);
        if (shared > bestShared) {
            best = id;
            bestShared = shared;
        }
    }
    return best;
}

ModuleId ModuleIndex::sibling(ModuleId importer, std::string_view name) const
{
    const std::string directory { directoryOf(m_modules[importer].file.path) };
    for (const char* init : { "__init__.py", "__init__.pyi" }) {
        if (m_byPath.contains(directory + init))
            return kNone;
    }
    for (const char* ending : { ".py", "/__init__.py", ".pyi", "/__init__.pyi" }) {
        const auto found = m_byPath.find(directory + std::string(name) + ending);
        if (found != m_byPath.end())
            return found->second;
    }
    return kNone;
}

} // namespace ferroscope::graph
