// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/store/database.h"
#include "core/store/facts_cache.h"
#include "core/store/migrations.h"
#include "core/store/pack.h"
#include "core/store/result_cache.h"
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <sys/stat.h>

namespace ferroscope::store {

namespace {

// Folders for the file, readable only by the user: snapshots quote source code.
Result<void> makeFolders(const std::string& file)
{
    for (std::size_t slash = file.find('/', 1); slash != std::string::npos; slash = file.find('/', slash + 1)) {
        const std::string folder = file.substr(0, slash);
        if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST && errno != EISDIR) {
            struct stat info {};
            const int reason = errno; // mkdir of an existing folder in a read-only place says EROFS or EACCES
            if (stat(folder.c_str(), &info) != 0 || !S_ISDIR(info.st_mode))
                return failure(ErrorCode::CannotWrite, folder, std::strerror(reason));
        }
    }
    return {};
}

std::string joinCounts(const std::array<std::size_t, kVerdictCount>& counts)
{
    std::string out;
    for (const std::size_t count : counts)
        out += (out.empty() ? "" : ",") + std::to_string(count);
    return out;
}

std::array<std::size_t, kVerdictCount> splitCounts(std::string_view text)
{
    std::array<std::size_t, kVerdictCount> counts {};
    std::size_t at = 0;
    for (const std::string_view part : split(text, ',')) {
        if (at == counts.size())
            break;
        std::from_chars(part.data(), part.data() + part.size(), counts[at++]);
    }
    return counts;
}

constexpr const char* kColumns = "snapshot.id, snapshot.project_id, project.root, project.name, snapshot.saved_at, "
                                 "snapshot.commit_id, snapshot.sentence, snapshot.readiness_low, snapshot.readiness_likely, "
                                 "snapshot.readiness_high, snapshot.verdicts, snapshot.modules";
constexpr const char* kTables = " FROM snapshot JOIN project ON project.id = snapshot.project_id ";

SnapshotInfo infoOf(const Statement& row)
{
    SnapshotInfo info;
    info.id = row.integer(0);
    info.projectId = row.integer(1);
    info.root = row.bytes(2);
    info.name = row.bytes(3);
    info.savedAt = row.integer(4);
    info.commit = row.bytes(5);
    info.sentence = row.bytes(6);
    info.readiness = { row.real(7), row.real(8), row.real(9) };
    info.verdicts = splitCounts(row.bytes(10));
    info.modules = static_cast<std::size_t>(row.integer(11));
    return info;
}

} // namespace

struct Store::Impl {
    std::mutex mutex;
    Database database;
    FactsCache cache; // after the database: its statements go first
    ResultCache results;

    std::uint64_t documentsLimit;

    Impl(Database opened, std::uint64_t factsLimit, std::uint64_t documentBytes)
        : database(std::move(opened))
        , cache(database, factsLimit)
        , results(database, kResultsLimit)
        , documentsLimit(documentBytes)
    {
    }

    Result<std::int64_t> idOf(const char* sql, std::string_view blobOrText, bool isBlob)
    {
        auto find = database.prepare(sql);
        if (!find)
            return tl::unexpected(find.error());
        isBlob ? find->bindBlob(1, blobOrText) : find->bindText(1, blobOrText);
        const auto row = find->step();
        if (!row)
            return tl::unexpected(row.error());
        return *row ? find->integer(0) : 0;
    }

    Result<void> upsertProject(const std::string& root, const std::string& name)
    {
        auto statement = database.prepare(
            "INSERT INTO project(root, name) VALUES(?, ?) ON CONFLICT(root) DO UPDATE SET name = excluded.name");
        if (!statement)
            return tl::unexpected(statement.error());
        return statement->bindBlob(1, root).bindText(2, name).run();
    }

    Result<void> addDocument(const std::string& hash, const std::string& json)
    {
        auto statement = database.prepare("INSERT INTO document(hash, packed) VALUES(?, ?)");
        if (!statement)
            return tl::unexpected(statement.error());
        const std::string packed = pack(json);
        return statement->bindText(1, hash).bindBlob(2, packed).run();
    }

    // The oldest snapshots beyond what a project and the whole store may have; each project keeps its newest.
    Result<void> prune(std::int64_t project)
    {
        auto surplus = database.prepare("DELETE FROM snapshot WHERE project_id = ?1 AND id NOT IN "
                                        "(SELECT id FROM snapshot WHERE project_id = ?1 ORDER BY id DESC LIMIT ?2)");
        if (!surplus)
            return tl::unexpected(surplus.error());
        if (auto done = surplus->bind(1, project).bind(2, static_cast<std::int64_t>(kMostSnapshots)).run(); !done)
            return done;
        constexpr const char* kOldest = "SELECT id FROM snapshot WHERE id NOT IN (SELECT max(id) FROM snapshot GROUP BY project_id) ORDER BY id LIMIT 1";
        for (;;) {
            if (auto done = database.execute("DELETE FROM document WHERE id NOT IN (SELECT document_id FROM snapshot)"); !done)
                return done;
            const auto total = database.number("SELECT coalesce(sum(length(packed)), 0) FROM document");
            const auto oldest = database.number(kOldest);
            if (!total || !oldest)
                return tl::unexpected(total ? oldest.error() : total.error());
            if (*total <= static_cast<std::int64_t>(documentsLimit) || *oldest == 0)
                return {};
            if (auto done = database.execute(("DELETE FROM snapshot WHERE id = " + std::to_string(*oldest)).c_str()); !done)
                return done;
        }
    }

    Result<void> addSnapshot(std::int64_t project, std::int64_t document, const Assessment& a, std::int64_t now)
    {
        auto statement = database.prepare(
            "INSERT INTO snapshot(project_id, document_id, saved_at, commit_id, sentence, readiness_low, readiness_likely, "
            "readiness_high, verdicts, modules) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!statement)
            return tl::unexpected(statement.error());
        const std::string commit = a.commit.value_or(""), verdicts = joinCounts(a.totals.verdicts);
        statement->bind(1, project).bind(2, document).bind(3, now).bindText(4, commit).bindText(5, a.recommendation.sentence);
        statement->bind(6, a.totals.readiness.low).bind(7, a.totals.readiness.likely).bind(8, a.totals.readiness.high);
        return statement->bindText(9, verdicts).bind(10, static_cast<std::int64_t>(a.totals.modules)).run();
    }

    std::vector<SnapshotInfo> list(const std::string& condition, std::size_t limit)
    {
        const std::string sql = std::string("SELECT ") + kColumns + kTables + condition + " ORDER BY snapshot.id DESC LIMIT ?";
        std::vector<SnapshotInfo> found;
        auto statement = database.prepare(sql.c_str());
        if (!statement)
            return found;
        constexpr std::size_t kMost = 1'000'000;
        statement->bind(1, static_cast<std::int64_t>(std::min(limit, kMost)));
        for (auto row = statement->step(); row && *row; row = statement->step())
            found.push_back(infoOf(*statement));
        return found;
    }
};

Store::Store(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

Store::~Store()
{
    // What was used is a hint for eviction: worth a moment, not a wait.
    m_impl->database.setPatience(200);
    (void)m_impl->cache.flush();
    (void)m_impl->results.flush();
}

Result<std::unique_ptr<Store>> Store::open(const std::string& path, std::uint64_t factsLimit, std::uint64_t documentsLimit)
{
    const auto about = [&path](Error error) {
        error.path = path;
        return tl::unexpected(std::move(error));
    };
    if (auto done = makeFolders(path); !done)
        return tl::unexpected(done.error());
    auto database = Database::open(path);
    if (!database)
        return about(database.error());
    if (auto done = migrate(*database, migrations()); !done)
        return about(done.error());
    // Kept in the file, so a failure (another process is switching right now) costs nothing. Only after the
    // owner is checked: it would change a file of another program.
    (void)database->execute("PRAGMA journal_mode=WAL");
    return std::unique_ptr<Store>(new Store(std::make_unique<Impl>(std::move(*database), factsLimit, documentsLimit)));
}

std::string Store::defaultPath()
{
    // The XDG specification has relative paths ignored.
    const char* const data = std::getenv("XDG_DATA_HOME");
    std::string folder = data && data[0] == '/' ? data : "";
    if (folder.empty()) {
        const char* const home = std::getenv("HOME");
        folder = std::string(home ? home : "") + "/.local/share";
    }
    while (folder.size() > 1 && folder.back() == '/')
        folder.pop_back();
    return folder + "/ferroscope/ferroscope.sqlite";
}

std::optional<std::string> Store::facts(const std::string& key)
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->cache.get(key);
}

Result<void> Store::putFacts(const std::vector<std::pair<std::string, std::string>>& entries)
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->cache.put(entries);
}

std::optional<StoredResult> Store::result(const std::string& root, const std::string& settings, const std::string& sources)
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->results.get(root, settings, sources);
}

Result<void> Store::putResult(const std::string& root, const std::string& settings, const std::string& sources, const StoredResult& result)
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->results.put(root, settings, sources, result);
}

Result<std::int64_t> Store::saveSnapshot(const std::string& root, const Assessment& assessment, const std::string& json, std::int64_t now)
{
    const std::lock_guard lock(m_impl->mutex);
    Impl& impl = *m_impl;
    const std::string hash = contentHash(json);
    auto transaction = Transaction::begin(impl.database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto done = impl.upsertProject(root, assessment.projectName); !done)
        return tl::unexpected(done.error());
    const auto project = impl.idOf("SELECT id FROM project WHERE root = ?", root, true);
    auto document = impl.idOf("SELECT id FROM document WHERE hash = ?", hash, false);
    if (document && *document == 0) {
        if (auto done = impl.addDocument(hash, json); !done)
            return tl::unexpected(done.error());
        document = impl.database.lastInsertedId();
    }
    if (!project || !document)
        return tl::unexpected(project ? document.error() : project.error());
    if (auto done = impl.addSnapshot(*project, *document, assessment, now); !done)
        return tl::unexpected(done.error());
    const std::int64_t id = impl.database.lastInsertedId();
    if (auto done = impl.prune(*project); !done)
        return tl::unexpected(done.error());
    if (auto done = transaction->commit(); !done)
        return tl::unexpected(done.error());
    return id;
}

std::vector<SnapshotInfo> Store::recentProjects(std::size_t limit)
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->list("WHERE snapshot.id IN (SELECT max(id) FROM snapshot GROUP BY project_id)", limit);
}

std::vector<SnapshotInfo> Store::history(std::size_t limit)
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->list("", limit);
}

std::optional<SnapshotInfo> Store::snapshot(std::int64_t id)
{
    const std::lock_guard lock(m_impl->mutex);
    const std::string sql = std::string("SELECT ") + kColumns + ", document.packed" + kTables
        + "JOIN document ON document.id = snapshot.document_id WHERE snapshot.id = ?";
    auto statement = m_impl->database.prepare(sql.c_str());
    if (!statement)
        return std::nullopt;
    const auto row = statement->bind(1, id).step();
    if (!row || !*row)
        return std::nullopt;
    SnapshotInfo info = infoOf(*statement);
    std::optional<std::string> json = unpack(statement->bytes(12));
    if (!json)
        return std::nullopt;
    info.json = std::move(*json);
    return info;
}

Result<void> Store::forgetProject(const std::string& root)
{
    const std::lock_guard lock(m_impl->mutex);
    auto transaction = Transaction::begin(m_impl->database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto statement = m_impl->database.prepare("DELETE FROM project WHERE root = ?"); // snapshots go with it
    if (!statement)
        return tl::unexpected(statement.error());
    if (auto done = statement->bindBlob(1, root).run(); !done)
        return done;
    if (auto done = m_impl->results.forget(root); !done)
        return done;
    auto settings = m_impl->database.prepare("DELETE FROM settings WHERE root = ?");
    if (!settings)
        return tl::unexpected(settings.error());
    if (auto done = settings->bindBlob(1, root).run(); !done)
        return done;
    auto done = m_impl->database.execute("DELETE FROM document WHERE id NOT IN (SELECT document_id FROM snapshot)");
    return done ? transaction->commit() : done;
}

std::optional<std::string> Store::settings(const std::string& root)
{
    const std::lock_guard lock(m_impl->mutex);
    auto statement = m_impl->database.prepare("SELECT toml FROM settings WHERE root = ?");
    if (!statement)
        return std::nullopt;
    const auto row = statement->bindBlob(1, root).step();
    return row && *row ? std::optional(statement->bytes(0)) : std::nullopt;
}

Result<void> Store::putSettings(const std::string& root, const std::string& toml)
{
    const std::lock_guard lock(m_impl->mutex);
    auto statement = m_impl->database.prepare("INSERT INTO settings(root, toml) VALUES(?, ?) ON CONFLICT(root) DO UPDATE SET toml = excluded.toml");
    if (!statement)
        return tl::unexpected(statement.error());
    return statement->bindBlob(1, root).bindText(2, toml).run();
}

} // namespace ferroscope::store
