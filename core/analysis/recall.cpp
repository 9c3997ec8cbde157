// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recall.h"
#include "core/analysis/kept_facts.h"
#include "core/analysis/source_id.h"
#include "core/base/binary.h"
#include "core/base/hash.h"
#include "core/store/store.h"

namespace ferroscope::analysis {

struct Made {
    RecallKey key;
    std::vector<std::pair<std::uint32_t, std::string>> doubtful; // index of the file, hash of its bytes
};

namespace {

constexpr std::uint64_t kLargestFile = 64ULL << 20U;

const std::string& programId()
{
    static const std::string id = contentHash(std::string(sourceId()) + shapeOf<Assessment>());
    return id;
}

} // namespace

RecallKey recallKey(const FileSystem& files, const std::string& settings, source::SourceSet& sources)
{
    RecallKey key;
    key.root = files.realPath(sources.root).value_or(sources.root);
    key.settings = settings;
    std::string given = key.root;
    given.swap(sources.root); // "." and the full path are one folder
    key.sources = contentHash(toBinary(sources) + programId());
    given.swap(sources.root);
    return key;
}

AssessmentPtr recall(const FileSystem& files, const source::SourceSet& sources, const RecallKey& key, store::Store& store)
{
    const auto stored = store.result(key.root, key.settings, key.sources);
    if (!stored)
        return nullptr;
    const auto doubtful = fromBinary<decltype(Made::doubtful)>(stored->doubtful);
    if (!doubtful)
        return nullptr;
    for (const auto& [index, hash] : *doubtful) {
        if (index >= sources.files.size())
            return nullptr;
        const auto bytes = files.read(joinPath(sources.root, sources.files[index].path), kLargestFile);
        if ((bytes ? contentHash(*bytes) : std::string()) != hash)
            return nullptr;
    }
    auto assessment = std::make_shared<Assessment>();
    BinaryReader reader(stored->value);
    reader.value(*assessment);
    return reader.isDone() ? assessment : nullptr;
}

std::shared_ptr<const Made> madeFrom(RecallKey key, const source::SourceSet& sources, const std::vector<std::string>& hashes,
    std::int64_t lookedAt)
{
    auto made = std::make_shared<Made>();
    made->key = std::move(key);
    for (std::uint32_t at = 0; at < sources.files.size() && lookedAt != kFilesNeverChange; ++at) {
        if (!isBeyondDoubt(sources.files[at].modified, lookedAt))
            made->doubtful.emplace_back(at, hashes[at]);
    }
    return made;
}

Result<void> keep(const Outcome& outcome, store::Store& store)
{
    if (!outcome.made)
        return {}; // recalled
    const auto& [key, doubtful] = *outcome.made;
    return store.putResult(key.root, key.settings, key.sources, { toBinary(doubtful), toBinary(*outcome.assessment) });
}

} // namespace ferroscope::analysis
