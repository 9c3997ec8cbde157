// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/read_stage.h"
#include "core/analysis/kept_facts.h"
#include "core/base/hash.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/facts/codec.h"
#include "core/facts/extract.h"
#include "core/source/decode.h"
#include "core/source/notebook.h"
#include "core/source/roles.h"
#include "core/store/store.h"

#include <algorithm>
#include <atomic>
#include <numeric>

namespace ferroscope::analysis {

namespace {

constexpr std::uint64_t kLargestFile = 64ULL << 20U; // discovery has its own, lower limit; this one guards growth since
constexpr std::size_t kBatch = 400; // new facts are written to the cache in batches: a cancelled run keeps them

std::string reasonOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return "vanished while being read";
    case ErrorCode::BadInput:
        return error.detail;
    default:
        return "unreadable: " + error.detail;
    }
}

class Reader {
public:
    Reader(const FileSystem& files, source::SourceSet& sources, store::Store* store, const KeptFacts* kept, unsigned jobs,
        ProgressMeter& meter, const PartialSink& partial)
        : m_files(files)
        , m_sources(sources)
        , m_store(store)
        , m_kept(kept ? kept->files() : nullptr)
        , m_extractors(std::max(1U, jobs))
        , m_meter(meter)
        , m_partialSink(partial)
    {
        m_result.facts.resize(sources.files.size());
        m_result.hashes.resize(sources.files.size());
        m_result.saysGenerated.resize(sources.files.size());
        m_failures.resize(sources.files.size());
        m_partial.filesFound = sources.files.size();
    }

    ReadResult run(unsigned jobs, std::stop_token stop)
    {
        // Large files first, so that no thread is left with a long one at the end.
        std::vector<std::size_t> order(m_sources.files.size());
        std::iota(order.begin(), order.end(), std::size_t { 0 });
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return m_sources.files[a].size > m_sources.files[b].size;
        });
        m_result.complete = parallelFor(order.size(), jobs, stop,
            [&](std::size_t at, unsigned worker) { readOne(order[at], m_extractors[worker]); });
        flush();
        for (std::size_t at = 0; at < m_failures.size(); ++at) {
            if (!m_failures[at].empty())
                m_sources.skipped.push_back({ m_sources.files[at].path, m_failures[at] });
        }
        std::sort(m_sources.skipped.begin(), m_sources.skipped.end(),
            [](const source::Skipped& a, const source::Skipped& b) { return a.path < b.path; });
        m_result.fromCache = m_fromCache;
        return std::move(m_result);
    }

private:
    void readOne(std::size_t at, facts::Extractor& extractor)
    {
        source::SourceFile& file = m_sources.files[at];
        const KeptFacts::Kept* kept = keptOf(file.path);
        if (kept && kept->isOf(file)) {
            setGenerated(at, kept->isGenerated);
            finishedWith(at, kept->facts);
            return;
        }
        Result<std::string> bytes = m_files.read(joinPath(m_sources.root, file.path), kLargestFile);
        if (!bytes) {
            m_failures[at] = reasonOf(bytes.error());
            finished(nullptr);
            return;
        }
        setGenerated(at, source::looksGenerated(std::string_view(*bytes).substr(0, 1024)));
        const std::string hash = contentHash(*bytes);
        if (kept && kept->facts->contentHash == hash) {
            finishedWith(at, kept->facts);
            return;
        }
        const std::string key = hash + (file.isNotebook ? ":n" : ":") + std::to_string(facts::kFactsVersion);
        std::optional<facts::FileFacts> known;
        if (m_store) {
            if (const std::optional<std::string> blob = m_store->facts(key))
                known = facts::decode(*blob);
        }
        const bool cached = known.has_value();
        if (!cached && file.isNotebook) {
            const source::Notebook notebook = source::readNotebook(*bytes);
            if (!notebook.problem.empty()) {
                m_failures[at] = notebook.problem;
                finished(nullptr);
                return;
            }
            known = extractor.extract(notebook.text);
            known->contentHash = hash;
            for (const source::CellStart& cell : notebook.cells)
                known->cells.push_back({ cell.firstLine, cell.number });
        } else if (!cached) {
            source::Decoded decoded = source::decode(std::move(*bytes));
            known = extractor.extract(decoded.text);
            known->contentHash = hash;
            if (!decoded.problem.empty() && known->problems.size() < facts::kMaxProblems)
                known->problems.insert(known->problems.begin(), { facts::Problem::Kind::Encoding, 1, decoded.problem });
        }
        m_fromCache += cached ? 1 : 0;
        const std::shared_ptr<const facts::FileFacts> shared
            = std::make_shared<facts::FileFacts>(std::move(*known)); // not const itself: see graph::FlowFacts::Dropped
        m_result.facts[at] = shared;
        m_result.hashes[at] = hash;
        finished(shared.get());
        if (!cached && m_store)
            remember(key, *shared);
    }

    void setGenerated(std::size_t at, bool saysSo)
    {
        source::SourceFile& file = m_sources.files[at];
        m_result.saysGenerated[at] = saysSo ? 1 : 0;
        if (saysSo && (file.role == source::Role::Source || file.role == source::Role::Script) && !file.roleIsGiven)
            file.role = source::Role::Generated;
    }

    const KeptFacts::Kept* keptOf(const std::string& path) const
    {
        if (!m_kept)
            return nullptr;
        const auto found = m_kept->find(path);
        return found == m_kept->end() ? nullptr : &found->second;
    }

    void finishedWith(std::size_t at, const std::shared_ptr<const facts::FileFacts>& kept)
    {
        ++m_fromCache;
        m_result.facts[at] = kept;
        m_result.hashes[at] = kept->contentHash;
        finished(kept.get());
    }

    void finished(const facts::FileFacts* facts)
    {
        std::lock_guard lock(m_mutex);
        ++m_partial.filesRead;
        if (facts) {
            m_partial.functions += facts->functions.size() - 1;
            m_partial.codeLines += facts->lines.code;
            m_partial.hintSlots += facts->hints.slotCount;
            m_partial.hintsAnnotated += facts->hints.annotated();
            m_partial.withErrors += facts->problems.empty() ? 0 : 1;
        }
        m_meter.advance(m_partial.filesRead);
        const auto now = std::chrono::steady_clock::now();
        if (m_partialSink && (now - m_lastPartial > std::chrono::milliseconds(100) || m_partial.filesRead == m_partial.filesFound)) {
            m_lastPartial = now;
            m_partialSink(m_partial);
        }
    }

    void remember(const std::string& key, const facts::FileFacts& facts)
    {
        std::string blob = facts::encode(facts);
        std::unique_lock lock(m_mutex);
        m_pending.emplace_back(key, std::move(blob));
        if (m_pending.size() < kBatch)
            return;
        std::vector<std::pair<std::string, std::string>> batch;
        batch.swap(m_pending);
        lock.unlock();
        (void)m_store->putFacts(batch); // a cache that cannot be written costs time, never the answer
    }

    void flush()
    {
        if (m_store && !m_pending.empty())
            (void)m_store->putFacts(m_pending);
        m_pending.clear();
    }

    const FileSystem& m_files;
    source::SourceSet& m_sources;
    store::Store* m_store;
    std::shared_ptr<const KeptFacts::Files> m_kept; // may be null
    std::vector<facts::Extractor> m_extractors; // one per worker
    ProgressMeter& m_meter;
    const PartialSink& m_partialSink;
    ReadResult m_result;
    std::vector<std::string> m_failures;
    std::atomic<std::size_t> m_fromCache { 0 };
    std::mutex m_mutex; // guards what follows
    Partial m_partial;
    std::chrono::steady_clock::time_point m_lastPartial;
    std::vector<std::pair<std::string, std::string>> m_pending;
};

} // namespace

ReadResult readAll(const FileSystem& files, source::SourceSet& sources, store::Store* store, const KeptFacts* kept,
    unsigned jobs, std::stop_token stop, ProgressMeter& meter, const PartialSink& partial)
{
    return Reader(files, sources, store, kept, jobs, meter, partial).run(jobs, stop);
}

} // namespace ferroscope::analysis
