// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Store: one SQLite file with projects, their snapshots and settings, and the facts cache. WAL; every write is one
// transaction, so a kill at any moment loses at most the write in flight and leaves the file readable.
// One Store object per thread or external locking is not needed: calls lock a mutex inside.
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ferroscope::store {

inline constexpr int kSchemaVersion = 3;
inline constexpr std::uint64_t kFactsLimit = 512ULL << 20U; // bytes of cached facts
inline constexpr std::uint64_t kResultsLimit = 256ULL << 20U; // bytes of whole results, packed
inline constexpr std::uint64_t kDocumentsLimit = 256ULL << 20U; // bytes of the documents of snapshots, packed
inline constexpr std::size_t kMostSnapshots = 500; // of one project

struct Project {
    std::int64_t id = 0;
    std::string root; // absolute path, raw bytes
    std::string name;
};

struct SnapshotInfo {
    std::int64_t id = 0;
    std::int64_t projectId = 0;
    std::string root, name;
    std::int64_t savedAt = 0; // seconds since the epoch
    std::string commit; // "" if none
    std::string sentence; // recommendation
    Range readiness;
    std::array<std::size_t, kVerdictCount> verdicts {};
    std::size_t modules = 0;
    std::string json; // filled only by snapshot(id)
};

// A whole result, to be recalled while nothing has changed.
struct StoredResult {
    std::string doubtful; // what has to be compared first
    std::string value; // the assessment
};

class Store {
public:
    // Creates folder and file as needed and migrates an older schema. CannotWrite, StoreBusy (another process
    // holds a write lock for longer than 5 s), StoreTooNew, StoreDamaged (also: a SQLite file of another program).
    static Result<std::unique_ptr<Store>> open(const std::string& path, std::uint64_t factsLimit = kFactsLimit,
        std::uint64_t documentsLimit = kDocumentsLimit);
    static std::string defaultPath(); // $XDG_DATA_HOME/ferroscope/ferroscope.sqlite (or ~/.local/share/...)
    ~Store();

    // Facts cache: key = contentHash of the bytes + facts version; value = facts::encode().
    std::optional<std::string> facts(const std::string& key);
    // One transaction for all of them. Total size is bounded: the longest unused entries go first.
    Result<void> putFacts(const std::vector<std::pair<std::string, std::string>>& entries);

    // The result for `root` with these settings, if it was made from what `sources` stands for.
    std::optional<StoredResult> result(const std::string& root, const std::string& settings, const std::string& sources);
    // One per root and settings. Above kResultsLimit the longest unused ones go.
    Result<void> putResult(const std::string& root, const std::string& settings, const std::string& sources, const StoredResult& result);

    // Stores a snapshot for the project at `root` (created on first use). `json` is the assessment as written
    // by core/report. Returns the snapshot id. Bounded: a project's snapshots above kMostSnapshots go, the oldest
    // first, and above kDocumentsLimit the oldest of all that are not the newest of their project.
    Result<std::int64_t> saveSnapshot(const std::string& root, const Assessment& assessment, const std::string& json, std::int64_t now);
    std::vector<SnapshotInfo> recentProjects(std::size_t limit); // newest snapshot of each project, newest first
    std::vector<SnapshotInfo> history(std::size_t limit); // all snapshots, newest first
    std::optional<SnapshotInfo> snapshot(std::int64_t id);
    Result<void> forgetProject(const std::string& root); // with its settings

    // What a person decided about the folder, as TOML; nullopt: nothing was ever kept, or it cannot be read now.
    std::optional<std::string> settings(const std::string& root);
    Result<void> putSettings(const std::string& root, const std::string& toml);

private:
    struct Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace ferroscope::store
