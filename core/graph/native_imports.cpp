// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/native_imports.h"

#include "core/base/text.h"

namespace ferroscope::graph {

NativeNames::NativeNames(const source::SourceSet& sources)
{
    for (std::uint32_t at = 0; at < sources.nativeModules.size(); ++at) {
        const std::string& name = sources.nativeModules[at].module;
        if (name.empty())
            continue;
        m_byName.emplace(name, at);
        if (name.find('.') == std::string::npos)
            m_byLast.emplace(name, at);
    }
}

std::uint32_t NativeNames::find(
    const std::vector<Module>& modules, ModuleId importer, const facts::Import& import, const ImportTarget& target) const
{
    using Kind = ImportTarget::Kind;
    const facts::FileFacts& facts = *modules[importer].facts;
    std::string name;
    bool isMissing = false; // no file has the name
    switch (target.kind) {
    case Kind::Module: // a stub may stand for what is built
        name = modules[target.module].file.module;
        if (!modules[target.module].file.isStub)
            return kNone;
        break;
    case Kind::Attribute: // `from . import _fast`: a name of the package that no statement need bind
        if (modules[target.module].file.isStub) {
            name = modules[target.module].file.module;
        } else {
            name = modules[target.module].file.module + "." + std::string(facts.text(import.name));
            if (!modules[target.module].file.isPackage)
                return kNone;
            if (const auto found = m_byName.find(name); found != m_byName.end())
                return found->second;
            return kNone;
        }
        break;
    case Kind::Unresolved:
    case Kind::External:
        name = target.text;
        isMissing = target.kind == Kind::Unresolved;
        break;
    case Kind::Namespace:
    case Kind::Computed:
        return kNone;
    }
    const std::string_view whole = name;
    for (std::string_view prefix = whole; !prefix.empty(); prefix = prefix.substr(0, prefix.rfind('.') == std::string_view::npos ? 0 : prefix.rfind('.'))) {
        if (const auto found = m_byName.find(prefix); found != m_byName.end())
            return found->second;
        if (!isMissing)
            continue;
        if (const auto found = m_byLast.find(lastComponent(prefix)); found != m_byLast.end())
            return found->second;
    }
    return kNone;
}

} // namespace ferroscope::graph
