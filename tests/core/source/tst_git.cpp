// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Git state and churn over repositories made here, commit by commit.
#include "core/source/churn.h"
#include "core/source/git_library.h"
#include "core/source/git_state.h"
#include "tests/core/source/support.h"
#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace ferroscope;
using namespace ferroscope::source;
namespace fs = std::filesystem;

namespace {

// A repository on disk. Every step that fails ends the test by an exception.
class Repository {
public:
    explicit Repository(const std::string& folder = "repo")
        : m_root(fs::path(m_dir.path().toStdString()) / folder)
    {
        gitState(m_root.string()); // sets libgit2 up
        git_repository_init_options options;
        check(git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION));
        options.flags = GIT_REPOSITORY_INIT_MKPATH;
        options.initial_head = "main";
        git_repository* raw = nullptr;
        check(git_repository_init_ext(&raw, m_root.c_str(), &options));
        m_repository.reset(raw);
    }
    std::string root() const { return m_root.string(); }
    git_repository* get() const { return m_repository.get(); }
    void write(const std::string& name, const std::string& text) const
    {
        fs::create_directories((m_root / name).parent_path());
        std::ofstream(m_root / name, std::ios::binary) << text;
    }
    void remove(const std::string& name) const { fs::remove(m_root / name); }

    // Everything in the work tree, on top of `parents` (default: HEAD).
    git_oid commit(std::optional<std::vector<git_oid>> parents = std::nullopt)
    {
        git_index* rawIndex = nullptr;
        check(git_repository_index(&rawIndex, get()));
        const GitIndex index(rawIndex);
        check(git_index_add_all(index.get(), nullptr, 0, nullptr, nullptr));
        check(git_index_update_all(index.get(), nullptr, nullptr, nullptr));
        check(git_index_write(index.get()));
        git_oid treeId, head;
        check(git_index_write_tree(&treeId, index.get()));
        git_tree* rawTree = nullptr;
        check(git_tree_lookup(&rawTree, get(), &treeId));
        const GitTree tree(rawTree);
        if (!parents) {
            parents.emplace();
            if (git_reference_name_to_id(&head, get(), "HEAD") == 0)
                parents->push_back(head);
        }
        std::vector<GitCommit> owners;
        std::vector<const git_commit*> raw;
        for (const git_oid& id : *parents) {
            git_commit* parent = nullptr;
            check(git_commit_lookup(&parent, get(), &id));
            owners.emplace_back(parent);
            raw.push_back(parent);
        }
        git_signature person {};
        std::string name = "Somebody", mail = "somebody@example.org";
        person.name = name.data();
        person.email = mail.data();
        person.when.time = m_time += 60;
        git_oid id;
        check(git_commit_create(&id, get(), nullptr, &person, &person, nullptr, "step", tree.get(), raw.size(), raw.data()));
        git_reference* reference = nullptr;
        check(git_reference_create(&reference, get(), "refs/heads/main", &id, 1, nullptr));
        GitReference { reference };
        return id;
    }
    std::int64_t lastTime() const { return m_time; }

    static void check(int result)
    {
        if (result < 0)
            throw std::runtime_error(git_error_last() ? git_error_last()->message : "libgit2 failed");
    }

private:
    QTemporaryDir m_dir;
    fs::path m_root;
    GitRepository m_repository;
    std::int64_t m_time = 1'700'000'000;
};

std::string hex(const git_oid& id)
{
    char digits[GIT_OID_HEXSZ + 1];
    return git_oid_tostr(digits, sizeof digits, &id);
}

bool isDirty(const Repository& repository, const std::string& below = "")
{
    const auto state = gitState(repository.root() + below);
    return state && state->dirty;
}

} // namespace

class TestGit : public QObject {
    Q_OBJECT
private slots:
    void stateOfACommit();
    void discoverCarriesTheState();
    void detachedHead();
    void noStateWithoutRepositoryOrCommit();
    void anUntrackedFolderInSomebodysRepository();
    void dirtyMeansTrackedFilesBelowTheRoot();
    void dirtyWhenStagedOnly();
    void dirtyWhenAFileIsGone();
    void configurationCannotMoveTheWorkTree();
    void damagedRepositories();
    void readingChangesNothing();
    void churnCountsCommitsPerFile();
    void churnOfAFolderIsRelativeToIt();
    void churnLooksOnlySoFar();
    void churnLeavesOutMerges();
    void churnLeavesOutHugeCommits();
    void churnIsUnknownWithoutHistory();
    void churnCanBeStopped();
    void trackedFilesAreNeverIgnored();
    void manyThreadsAtOnce();
};

void TestGit::stateOfACommit()
{
    Repository repository;
    repository.write("a.py", "1");
    const git_oid id = repository.commit();
    const auto state = gitState(repository.root());
    QVERIFY(state);
    QCOMPARE(state->commit, hex(id));
    QCOMPARE(state->branch, std::string("main"));
    QCOMPARE(state->commitTime, repository.lastTime());
    QVERIFY(!state->dirty);
}

void TestGit::discoverCarriesTheState()
{
    Repository repository;
    repository.write("a.py", "1");
    repository.commit();
    const auto set = discover(*realFileSystem(), repository.root(), {}, {}, {});
    QVERIFY(set && set->git);
    QCOMPARE(set->git->branch, std::string("main"));
}

void TestGit::detachedHead()
{
    Repository repository;
    repository.write("a.py", "1");
    const git_oid id = repository.commit();
    Repository::check(git_repository_set_head_detached(repository.get(), &id));
    QCOMPARE(gitState(repository.root())->branch, std::string(""));
    QCOMPARE(gitState(repository.root())->commit, hex(id));
}

void TestGit::noStateWithoutRepositoryOrCommit()
{
    const QTemporaryDir plain;
    QVERIFY(!gitState(plain.path().toStdString()));
    const Repository unborn;
    unborn.write("a.py", "1");
    QVERIFY(!gitState(unborn.root()));
    QVERIFY(!gitState("/no/such/folder"));
}

void TestGit::anUntrackedFolderInSomebodysRepository()
{
    Repository home;
    home.write(".profile", "1");
    home.write("tracked/a.py", "1");
    home.commit();
    home.write("work/a.py", "1");
    QVERIFY(!gitState(home.root() + "/work"));
    QVERIFY(gitState(home.root() + "/tracked"));
    QCOMPARE(churn(home.root() + "/work", 10, {})->commitsSeen, 0);
}

void TestGit::dirtyMeansTrackedFilesBelowTheRoot()
{
    Repository repository;
    repository.write("shop/a.py", "1");
    repository.write("shopping/b.py", "1");
    repository.commit();
    repository.write("shop/new.py", "untracked");
    QVERIFY(!isDirty(repository));
    repository.write("shopping/b.py", "changed");
    QVERIFY(isDirty(repository));
    QVERIFY(isDirty(repository, "/shopping"));
    QVERIFY(!isDirty(repository, "/shop"));
}

void TestGit::dirtyWhenStagedOnly()
{
    Repository repository;
    repository.write("a.py", "1");
    repository.commit();
    repository.write("a.py", "changed");
    git_index* raw = nullptr;
    Repository::check(git_repository_index(&raw, repository.get()));
    const GitIndex index(raw);
    Repository::check(git_index_add_bypath(index.get(), "a.py"));
    Repository::check(git_index_write(index.get()));
    QVERIFY(isDirty(repository));
}

void TestGit::dirtyWhenAFileIsGone()
{
    Repository repository;
    repository.write("a.py", "1");
    repository.write("b.py", "1");
    repository.commit();
    repository.remove("b.py");
    QVERIFY(isDirty(repository));
}

void TestGit::configurationCannotMoveTheWorkTree()
{
    Repository repository;
    repository.write("a.py", "1");
    repository.commit();
    const QTemporaryDir elsewhere;
    std::ofstream(repository.root() + "/.git/config", std::ios::app) << "[core]\n\tworktree = " << elsewhere.path().toStdString() << "\n";
    QVERIFY(!gitState(repository.root()));
}

void TestGit::damagedRepositories()
{
    Repository repository;
    repository.write("a.py", "1");
    repository.commit();
    std::ofstream(repository.root() + "/.git/index", std::ios::binary) << "no index at all";
    QVERIFY(isDirty(repository)); // not known to be the commit
    for (const auto& entry : fs::recursive_directory_iterator(repository.root() + "/.git/objects")) {
        if (entry.is_regular_file()) {
            fs::permissions(entry.path(), fs::perms::owner_all);
            std::ofstream(entry.path(), std::ios::binary) << "damaged";
        }
    }
    QVERIFY(!gitState(repository.root()));
    QCOMPARE(churn(repository.root(), 10, {})->commitsSeen, 0);
}

void TestGit::readingChangesNothing()
{
    Repository repository;
    repository.write("a.py", "1");
    repository.commit();
    repository.write("a.py", "2");
    const auto contents = [&] {
        std::map<std::string, std::string> out;
        for (const auto& entry : fs::recursive_directory_iterator(repository.root())) {
            std::ifstream file(entry.path(), std::ios::binary);
            if (entry.is_regular_file())
                out[entry.path().string()] = { std::istreambuf_iterator<char>(file), {} };
        }
        return out;
    };
    const auto before = contents();
    QVERIFY(gitState(repository.root()));
    QVERIFY(churn(repository.root(), 10, {}));
    QVERIFY(contents() == before);
}

void TestGit::churnCountsCommitsPerFile()
{
    Repository repository;
    repository.write("a.py", "1");
    repository.write("sub/b.py", "1");
    repository.commit();
    repository.write("a.py", "2");
    repository.commit();
    repository.write("a.py", "3");
    repository.remove("sub/b.py");
    repository.commit();
    const auto result = churn(repository.root(), 100, {});
    QVERIFY(result);
    QCOMPARE(result->commitsSeen, 3);
    QCOMPARE(result->commitsByPath, (std::map<std::string, int> { { "a.py", 3 }, { "sub/b.py", 2 } }));
}

void TestGit::churnOfAFolderIsRelativeToIt()
{
    Repository repository;
    repository.write("shop/a.py", "1");
    repository.write("shopping/b.py", "1");
    repository.commit();
    repository.write("shop/a.py", "2");
    repository.commit();
    const auto result = churn(repository.root() + "/shop", 100, {});
    QCOMPARE(result->commitsByPath, (std::map<std::string, int> { { "a.py", 2 } }));
    QCOMPARE(result->commitsSeen, 2);
}

void TestGit::churnLooksOnlySoFar()
{
    Repository repository;
    for (int i = 0; i < 6; ++i) {
        repository.write("a.py", std::to_string(i));
        repository.commit();
    }
    const auto result = churn(repository.root(), 4, {});
    QCOMPARE(result->commitsSeen, 4);
    QCOMPARE(result->commitsByPath.at("a.py"), 4);
    QCOMPARE(churn(repository.root(), 0, {})->commitsSeen, 0);
}

void TestGit::churnLeavesOutMerges()
{
    Repository repository;
    repository.write("a.py", "1");
    repository.write("b.py", "1");
    const git_oid base = repository.commit();
    repository.write("a.py", "2");
    const git_oid left = repository.commit();
    repository.write("a.py", "1");
    repository.write("b.py", "2");
    const git_oid right = repository.commit(std::vector { base });
    repository.write("a.py", "2");
    repository.commit(std::vector { left, right });
    const auto result = churn(repository.root(), 100, {});
    QCOMPARE(result->commitsSeen, 4);
    QCOMPARE(result->commitsByPath, (std::map<std::string, int> { { "a.py", 2 }, { "b.py", 2 } }));
}

void TestGit::churnLeavesOutHugeCommits()
{
    Repository repository;
    for (int i = 0; i < 2'001; ++i)
        repository.write("f" + std::to_string(i) + ".py", "1");
    repository.commit();
    repository.write("f0.py", "2");
    repository.commit();
    const auto result = churn(repository.root(), 100, {});
    QCOMPARE(result->commitsByPath, (std::map<std::string, int> { { "f0.py", 1 } }));
    QCOMPARE(result->commitsSeen, 2);
}

void TestGit::churnIsUnknownWithoutHistory()
{
    const QTemporaryDir plain;
    const auto result = churn(plain.path().toStdString(), 100, {});
    QVERIFY(result);
    QCOMPARE(result->commitsSeen, 0);
    QVERIFY(result->commitsByPath.empty());
}

void TestGit::churnCanBeStopped()
{
    Repository repository;
    repository.write("a.py", "1");
    repository.commit();
    std::stop_source stop;
    stop.request_stop();
    const auto result = churn(repository.root(), 100, stop.get_token());
    QVERIFY(!result && result.error().code == ErrorCode::Cancelled);
}

// The usual ready-made .gitignore for Python ignores lib/ and build/.
void TestGit::trackedFilesAreNeverIgnored()
{
    Repository repository;
    repository.write("lib/shop/__init__.py", "1");
    repository.write("lib/shop/deep/core.py", "1");
    repository.write("lib/legacy/old.py", "1");
    repository.write("a.gen.py", "1");
    repository.commit();
    repository.write(".gitignore", "lib/\n*.gen.py\nout/\n");
    repository.write("lib/shop/scratch.py", "1");
    repository.write("lib/other/scratch.py", "1");
    repository.write("b.gen.py", "1");
    repository.write("out/c.py", "1");
    const auto all = discover(*realFileSystem(), repository.root(), {}, {}, {});
    QCOMPARE(pathsOf(all), (Paths { "a.gen.py", "lib/legacy/old.py", "lib/shop/__init__.py", "lib/shop/deep/core.py" }));
    QCOMPARE(reasonFor(all->excluded, "lib/shop/scratch.py"), std::string(".gitignore: lib/"));
    QCOMPARE(reasonFor(all->excluded, "lib/other"), std::string(".gitignore: lib/"));
    // The person's list still decides, either way, and so it does from inside the ignored folder.
    DiscoverOptions options;
    options.excludes = { "legacy/", "!scratch.py" };
    const auto chosen = discover(*realFileSystem(), repository.root(), options, {}, {});
    QCOMPARE(pathsOf(chosen), (Paths { "a.gen.py", "lib/shop/__init__.py", "lib/shop/deep/core.py", "lib/shop/scratch.py" }));
    const auto inside = discover(*realFileSystem(), repository.root() + "/lib/shop", {}, {}, {});
    QCOMPARE(pathsOf(inside), (Paths { "__init__.py", "deep/core.py", "scratch.py" }));
}

void TestGit::manyThreadsAtOnce()
{
    Repository repository;
    repository.write("a.py", "1");
    const git_oid id = repository.commit();
    std::vector<int> right(8, 0);
    {
        std::vector<std::jthread> threads;
        for (int& answer : right) {
            threads.emplace_back([&] {
                for (int i = 0; i < 20; ++i)
                    answer += gitState(repository.root())->commit == hex(id) && churn(repository.root(), 9, {})->commitsSeen == 1;
            });
        }
    }
    QCOMPARE(right, std::vector<int>(8, 20));
}

QTEST_APPLESS_MAIN(TestGit)
#include "tst_git.moc"
