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

std::shared_ptr<const KeptFacts::Files> KeptFacts::files() const
{
    const std::lock_guard lock(m_mutex);
    return m_files;
}

void KeptFacts::replace(const source::SourceSet& sources, const std::vector<std::shared_ptr<const facts::FileFacts>>& facts,
    const std::vector<char>& saysGenerated, std::int64_t lookedAt)
{
    std::size_t lines = 0;
    for (const auto& each : facts)
        lines += each ? each->lines.physical : 0;
    const std::shared_ptr<const Files> before = this->files();
    auto files = std::make_shared<Files>();
    for (std::size_t at = 0; at < facts.size() && lines <= kMostLines; ++at) {
        const source::SourceFile& file = sources.files[at];
        const auto known = before->find(file.path);
        if (facts[at])
            files->emplace(file.path, Kept { file.size, file.modified, isBeyondDoubt(file.modified, lookedAt), saysGenerated[at] != 0, facts[at] });
        else if (known != before->end())
            files->insert(*known);
    }
    const std::lock_guard lock(m_mutex);
    m_files = std::move(files);
}

} // namespace ferroscope::analysis
