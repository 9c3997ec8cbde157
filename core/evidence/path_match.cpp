// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/path_match.h"
#include "core/base/text.h"

#include <algorithm>

namespace ferroscope::evidence {

namespace {

// Components, last first; "." and drive letters left out.
std::vector<std::string> partsOf(std::string_view path)
{
    std::vector<std::string> parts;
    std::string current;
    const auto take = [&] {
        if (!current.empty() && current != ".")
            parts.push_back(current);
        current.clear();
    };
    for (const char c : path) {
        if (c == '/' || c == '\\')
            take();
        else
            current += c;
    }
    take();
    std::reverse(parts.begin(), parts.end());
    return parts;
}

} // namespace

PathMatch::PathMatch(const graph::Codebase& codebase)
{
    m_known.reserve(codebase.modules.size());
    for (graph::ModuleId id = 0; id < codebase.modules.size(); ++id) {
        const source::SourceFile& file = codebase.modules[id].file;
        Known known { id, partsOf(printablePath(file.path)), 1 };
        known.importParts = static_cast<std::size_t>(std::count(file.module.begin(), file.module.end(), '.')) + 1 + (file.isPackage ? 1 : 0);
        if (!known.parts.empty())
            m_known.push_back(std::move(known));
    }
    for (std::uint32_t at = 0; at < m_known.size(); ++at)
        m_byName[m_known[at].parts.front()].push_back(at);
}

std::optional<graph::ModuleId> PathMatch::find(std::string_view file, const std::function<bool(graph::ModuleId)>& confirm) const
{
    const std::vector<std::string> parts = partsOf(file);
    if (parts.empty())
        return std::nullopt;
    const auto named = m_byName.find(parts.front());
    if (named == m_byName.end())
        return std::nullopt;
    const Known* best = nullptr;
    std::size_t longest = 0;
    bool several = false;
    for (const std::uint32_t at : named->second) {
        const Known& known = m_known[at];
        const auto [mine, theirs] = std::mismatch(known.parts.begin(), known.parts.end(), parts.begin(), parts.end());
        const auto shared = static_cast<std::size_t>(mine - known.parts.begin());
        several = shared == longest || (shared < longest && several);
        if (shared > longest) {
            longest = shared;
            best = &known;
            several = false;
        }
    }
    if (!best || several)
        return std::nullopt;
    const bool certain = longest >= 2 && (longest == best->parts.size() || longest >= best->importParts);
    return certain || confirm(best->module) ? std::optional(best->module) : std::nullopt;
}

} // namespace ferroscope::evidence
