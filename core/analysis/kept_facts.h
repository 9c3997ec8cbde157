// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// KeptFacts: the facts of one analysis, in memory for the next one of the same folder, so that watching a folder
// parses only what was saved. A file is taken as unchanged if its size and time of change are, and that time
// lay kDoubt before the file was read; in doubt its bytes are read and compared by their hash, as git does.
// Bounded: of a repository above kMostLines nothing is kept (the facts cache of the store serves then).
// Threads: any; an analysis works on the files() it got when it began.
#pragma once

#include "core/facts/file_facts.h"
#include "core/source/source_set.h"
#include <memory>
#include <mutex>
#include <unordered_map>

namespace ferroscope::analysis {

// Nanoseconds. File systems stamp changes with a grain of up to two seconds (FAT).
inline constexpr std::int64_t kDoubt = 2'000'000'000;
std::int64_t nanosecondsNow(); // since the epoch, as the times of files

// Whether a file with this time of change, looked at in `lookedAt`, cannot have changed since without showing it.
inline bool isBeyondDoubt(std::int64_t modified, std::int64_t lookedAt) { return modified > 0 && modified < lookedAt - kDoubt; }

class KeptFacts {
public:
    static constexpr std::size_t kMostLines = 4'000'000;

    struct Kept {
        std::uint64_t size = 0;
        std::int64_t modified = 0;
        bool isSure = false; // size and time are enough
        bool isGenerated = false; // the text says so
        std::shared_ptr<const facts::FileFacts> facts;
        bool isOf(const source::SourceFile& file) const { return isSure && size == file.size && modified == file.modified; }
    };
    using Files = std::unordered_map<std::string, Kept>; // by path
    std::shared_ptr<const Files> files() const; // never null
    // `facts` and `saysGenerated` parallel `sources.files`, as read after `lookedAt`; null: not read, what is known of
    // it stays.
    void replace(const source::SourceSet& sources, const std::vector<std::shared_ptr<const facts::FileFacts>>& facts,
        const std::vector<char>& saysGenerated, std::int64_t lookedAt);

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Files> m_files = std::make_shared<const Files>();
};

} // namespace ferroscope::analysis
