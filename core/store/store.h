// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Store: one SQLite file with projects, their snapshots and the facts cache. WAL; every write is one
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

inline constexpr int kSchemaVersion = 1;
inline constexpr std::uint64_t kFactsLimit = 512ULL << 20U; // bytes of cached facts

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

class Store {
public:
    // Creates folder and file as needed and migrates an older schema. CannotWrite, StoreBusy (another process
    // holds a write lock for longer than 5 s), StoreTooNew, StoreDamaged (also: a SQLite file of another program).
    static Result<std::unique_ptr<Store>> open(const std::string& path, std::uint64_t factsLimit = kFactsLimit);
    static std::string defaultPath(); // $XDG_DATA_HOME/ferroscope/ferroscope.sqlite (or ~/.local/share/...)
    ~Store();

    // Facts cache: key = contentHash of the bytes + facts version; value = facts::encode().
    std::optional<std::string> facts(const std::string& key);
    // One transaction for all of them. Total size is bounded: the longest unused entries go first.
    Result<void> putFacts(const std::vector<std::pair<std::string, std::string>>& entries);

    // Stores a snapshot for the project at `root` (created on first use). `json` is the assessment as written
    // by core/report. Returns the snapshot id.
    Result<std::int64_t> saveSnapshot(const std::string& root, const Assessment& assessment, const std::string& json, std::int64_t now);
    std::vector<SnapshotInfo> recentProjects(std::size_t limit); // newest snapshot of each project, newest first
    std::vector<SnapshotInfo> history(std::size_t limit); // all snapshots, newest first
    std::optional<SnapshotInfo> snapshot(std::int64_t id);
    Result<void> forgetProject(const std::string& root);

private:
    struct Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace ferroscope::store
