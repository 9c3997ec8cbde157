// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/kept_facts.h"

#include <chrono>

namespace ferroscope::analysis {

std::int64_t nanosecondsNow()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

const KeptFacts::Kept* KeptFacts::find(const std::string& path) const
{
    const auto found = m_files.find(path);
    return found == m_files.end() ? nullptr : &found->second;
}

void KeptFacts::replace(const source::SourceSet& sources, const std::vector<std::shared_ptr<const facts::FileFacts>>& facts,
    std::int64_t lookedAt)
{
    std::size_t lines = 0;
    for (const auto& each : facts)
        lines += each ? each->lines.physical : 0;
    std::unordered_map<std::string, Kept> files;
    for (std::size_t at = 0; at < facts.size() && lines <= kMostLines; ++at) {
        const source::SourceFile& file = sources.files[at];
        if (facts[at])
            files.emplace(file.path, Kept { file.size, file.modified, isBeyondDoubt(file.modified, lookedAt), file.role == source::Role::Generated, facts[at] });
    }
    m_files = std::move(files);
}

} // namespace ferroscope::analysis
