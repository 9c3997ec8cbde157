// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What discover() finds, leaves out and says, over files in memory. Links, names and git: tst_real_tree.
#include "tests/core/source/support.h"
#include <set>

using namespace ferroscope;
using namespace ferroscope::source;

namespace {

// A file system in which some folders cannot be listed and the kinds of some entries are strange.
class TroubledFileSystem final : public FileSystem {
public:
    explicit TroubledFileSystem(Contents contents)
        : m_files(std::move(contents))
    {
    }
    std::set<std::string> unreadable; // folders and files
    std::set<std::string> fifos; // names
    mutable int reads = 0;

    Result<std::vector<Entry>> list(const std::string& directory) const override
    {
        if (unreadable.count(directory) > 0)
            return failure(ErrorCode::Unreadable, directory, "Permission denied");
        auto entries = m_files.list(directory);
        for (Entry& entry : *entries) {
            if (fifos.count(entry.name) > 0)
                entry.kind = EntryKind::Other;
        }
        return entries;
    }
    Result<Entry> status(const std::string& path) const override { return m_files.status(path); }
    Result<std::string> read(const std::string& path, std::uint64_t limit) const override
    {
        ++reads;
        if (unreadable.count(path) > 0)
            return failure(ErrorCode::Unreadable, path, "Permission denied");
        return m_files.read(path, limit);
    }
    Result<std::string> realPath(const std::string& path) const override { return m_files.realPath(path); }

private:
    MemoryFileSystem m_files;
};

std::string codeOf(const Result<SourceSet>& set)
{
    if (set)
        return "no error";
    switch (set.error().code) {
    case ErrorCode::NotFound:
        return "not found";
    case ErrorCode::NotADirectory:
        return "not a directory";
    case ErrorCode::Unreadable:
        return "unreadable";
    case ErrorCode::NoPython:
        return "no python";
    case ErrorCode::Cancelled:
        return "cancelled";
    default:
        return "another";
    }
}

} // namespace

class TestDiscover : public QObject {
    Q_OBJECT
private slots:
    void aSmallProject();
    void resultIsSortedByPathAndNotByFolder();
    void ignoreFilesOfEveryFolderCount();
    void ignoreFilesAboveTheRootCount();
    void anIgnoredRootIsOpenedAllTheSame();
    void infoExcludeCounts();
    void thePersonsWordIsTheLastOne();
    void leftOutOnPurposeIsListed();
    void environmentsAreKnownByTheirContent();
    void aPackageNamedBuildIsNotLost();
    void theRootMayHaveAnExcludedName();
    void repositoriesInsideAreNotEntered();
    void troubleIsReportedAndNeverFatal();
    void notebooksAreCounted();
    void boundsAreKept();
    void nativeSourcesAreEvidence();
    void errors();
    void noPythonSaysWhatWasSeen();
    void noPythonSaysWherePythonMayBe();
    void cancelled();
    void progressNamesTheStage();
    void theSameTreeGivesTheSameSet();
};

void TestDiscover::aSmallProject()
{
    const auto set = discoverIn({ { "pyproject.toml", "[project]\nname = 'shop'\n" }, { "README.md", "# Shop" },
        { "src/shop/__init__.py", "" }, { "src/shop/core.py", "x = 1\n" }, { "src/shop/core.pyi", "x: int\n" },
        { "tests/test_core.py", "" }, { "run.pyw", "" } });
    QVERIFY(set);
    QCOMPARE(set->name, std::string("shop"));
    QCOMPARE(pathsOf(set), (Paths { "run.pyw", "src/shop/__init__.py", "src/shop/core.py", "src/shop/core.pyi", "tests/test_core.py" }));
    QCOMPARE(set->filesFound, std::size_t { 5 });
    QCOMPARE(set->otherFiles, std::size_t { 2 });
    QVERIFY(set->skipped.empty());
    QVERIFY(!set->git);
    const SourceFile* core = fileAt(set, "src/shop/core.py");
    QVERIFY(core);
    QCOMPARE(core->module, std::string("shop.core"));
    QCOMPARE(core->package, std::string("shop"));
    QCOMPARE(core->size, std::uint64_t { 6 });
    QVERIFY(fileAt(set, "src/shop/core.pyi")->isStub);
    QVERIFY(fileAt(set, "src/shop/__init__.py")->isPackage);
}

void TestDiscover::resultIsSortedByPathAndNotByFolder()
{
    const auto set = discoverIn({ { "a/z.py", "" }, { "a.py", "" }, { "a-b/c.py", "" }, { "B.py", "" } });
    QCOMPARE(pathsOf(set), (Paths { "B.py", "a-b/c.py", "a.py", "a/z.py" }));
}

void TestDiscover::ignoreFilesOfEveryFolderCount()
{
    const auto set = discoverIn({ { ".gitignore", "*_gen.py\nout/\n" }, { "a.py", "" }, { "a_gen.py", "" },
        { "out/b.py", "" }, { "sub/.gitignore", "!keep_gen.py\n/local.py\n" }, { "sub/keep_gen.py", "" },
        { "sub/drop_gen.py", "" }, { "sub/local.py", "" }, { "sub/deep/local.py", "" }, { "sub/out/c.py", "" } });
    QCOMPARE(pathsOf(set), (Paths { "a.py", "sub/deep/local.py", "sub/keep_gen.py" }));
    QCOMPARE(set->filesFound, std::size_t { 3 }); // what is ignored was never looked for
    QCOMPARE(reasonFor(set->excluded, "sub/local.py"), std::string("sub/.gitignore: /local.py"));
    QCOMPARE(reasonFor(set->excluded, "out"), std::string(".gitignore: out/"));
}

void TestDiscover::ignoreFilesAboveTheRootCount()
{
    const Contents contents { { "repo/.git/HEAD", "" }, { "repo/.gitignore", "*.gen.py\n/services/shop/out/\n" },
        { "repo/services/.gitignore", "local.py" }, { "repo/services/shop/a.py", "" }, { "repo/services/shop/a.gen.py", "" },
        { "repo/services/shop/local.py", "" }, { "repo/services/shop/out/b.py", "" } };
    QCOMPARE(pathsOf(discoverIn(contents, {}, "repo/services/shop")), (Paths { "a.py" }));
    Contents noRepository = contents;
    noRepository.erase("repo/.git/HEAD"); // then a .gitignore above has nothing to do with it
    QCOMPARE(pathsOf(discoverIn(noRepository, {}, "repo/services/shop")).size(), std::size_t { 4 });
}

void TestDiscover::anIgnoredRootIsOpenedAllTheSame()
{
    const Contents contents { { "repo/.git/HEAD", "" }, { "repo/.gitignore", "/out/\n*.gen.py\n" },
        { "repo/out/shop/a.py", "" }, { "repo/out/shop/a.gen.py", "" } };
    QCOMPARE(pathsOf(discoverIn(contents, {}, "repo/out/shop")), (Paths { "a.gen.py", "a.py" }));
}

void TestDiscover::infoExcludeCounts()
{
    const auto set = discoverIn({ { ".git/info/exclude", "scratch.py\nkept.py\n" }, { ".gitignore", "!kept.py\n" },
        { "a.py", "" }, { "scratch.py", "" }, { "kept.py", "" } });
    QCOMPARE(pathsOf(set), (Paths { "a.py", "kept.py" })); // .gitignore speaks louder
}

void TestDiscover::thePersonsWordIsTheLastOne()
{
    DiscoverOptions options;
    options.excludes = { "legacy/", "*_old.py", "!.venv/", "!seen.py" };
    const auto set = discoverIn({ { ".gitignore", "seen.py\n" }, { "a.py", "" }, { "legacy/b.py", "" }, { "c_old.py", "" },
        { ".venv/d.py", "" }, { "seen.py", "" } }, options);
    QCOMPARE(pathsOf(set), (Paths { ".venv/d.py", "a.py", "seen.py" }));
    QCOMPARE(reasonFor(set->excluded, "legacy"), std::string("exclude list: legacy/"));
    QCOMPARE(reasonFor(set->excluded, "c_old.py"), std::string("exclude list: *_old.py"));
}

void TestDiscover::leftOutOnPurposeIsListed()
{
    const auto set = discoverIn({ { "a.py", "" }, { "__pycache__/a.pyc", "" }, { ".mypy_cache/x.json", "" },
        { "node_modules/gyp/b.py", "" }, { "site-packages/c.py", "" } });
    QCOMPARE(pathsOf(set), (Paths { "a.py" }));
    QCOMPARE(set->excluded.size(), std::size_t { 2 }); // nobody misses the caches
    QCOMPARE(reasonFor(set->excluded, "node_modules"), std::string("default exclude list: node_modules/"));
    QVERIFY(set->skipped.empty());
}

void TestDiscover::environmentsAreKnownByTheirContent()
{
    const auto set = discoverIn({ { "a.py", "" }, { "py3/pyvenv.cfg", "" }, { "py3/lib/b.py", "" },
        { "miniconda/conda-meta/history", "" }, { "miniconda/lib/c.py", "" }, { "venv/__init__.py", "" } });
    QCOMPARE(pathsOf(set), (Paths { "a.py", "venv/__init__.py" })); // venv is a package of the standard library
    QCOMPARE(reasonFor(set->excluded, "py3"), std::string("a virtual environment"));
    QCOMPARE(reasonFor(set->excluded, "miniconda"), std::string("a conda environment"));
}

void TestDiscover::aPackageNamedBuildIsNotLost()
{
    const auto set = discoverIn({ { "setup.py", "" }, { "src/build/__init__.py", "" }, { "build/lib/shop/core.py", "" },
        { "build/lib.linux-x86_64/shop/core.py", "" } });
    QCOMPARE(pathsOf(set), (Paths { "setup.py", "src/build/__init__.py" }));
}

void TestDiscover::theRootMayHaveAnExcludedName()
{
    QCOMPARE(pathsOf(discoverIn({ { "site-packages/a.py", "" } }, {}, "site-packages")), (Paths { "a.py" }));
    QCOMPARE(pathsOf(discoverIn({ { ".venv/pyvenv.cfg", "" }, { ".venv/a.py", "" } }, {}, ".venv")), (Paths { "a.py" }));
}

void TestDiscover::repositoriesInsideAreNotEntered()
{
    const auto set = discoverIn({ { ".git/HEAD", "" }, { "a.py", "" }, { "clone/.git/HEAD", "" }, { "clone/b.py", "" },
        { "libs/sub/.git", "gitdir: ../../.git/modules/sub\n" }, { "libs/sub/c.py", "" },
        { "feature/.git", "gitdir: /x/.git/worktrees/feature\n" }, { "feature/a.py", "" } });
    QCOMPARE(pathsOf(set), (Paths { "a.py" }));
    QCOMPARE(reasonFor(set->skipped, "clone"), std::string("a git repository of its own"));
    QCOMPARE(reasonFor(set->skipped, "libs/sub"), std::string("a git submodule"));
    QCOMPARE(reasonFor(set->skipped, "feature"), std::string("another work tree of a git repository"));
}

void TestDiscover::troubleIsReportedAndNeverFatal()
{
    TroubledFileSystem files({ { "a.py", "" }, { "locked/b.py", "" }, { "pipe.py", "" }, { "pipe.txt", "" },
        { "sub/.gitignore", "*" }, { "sub/c.py", "" }, { "huge.py", std::string(2'000, '#') }, { "pyproject.toml", "" } });
    files.unreadable = { "locked", "sub/.gitignore", "pyproject.toml" };
    files.fifos = { "pipe.py", "pipe.txt" };
    DiscoverOptions options;
    options.maxFileBytes = 1'999;
    const auto set = discover(files, "", options, {}, {});
    QCOMPARE(pathsOf(set), (Paths { "a.py", "sub/c.py" }));
    QCOMPARE(reasonFor(set->skipped, "locked"), std::string("unreadable: Permission denied"));
    QCOMPARE(reasonFor(set->skipped, "sub/.gitignore"), std::string("unreadable: Permission denied"));
    QCOMPARE(reasonFor(set->skipped, "pyproject.toml"), std::string("unreadable: Permission denied"));
    QCOMPARE(reasonFor(set->skipped, "pipe.py"), std::string("not a regular file"));
    QCOMPARE(reasonFor(set->skipped, "huge.py"), std::string("larger than 1,999 bytes"));
    QCOMPARE(set->skipped.size(), std::size_t { 5 });
    QCOMPARE(set->filesFound, std::size_t { 4 }); // a.py, sub/c.py, pipe.py, huge.py
    QVERIFY(std::is_sorted(set->skipped.begin(), set->skipped.end(), [](auto& x, auto& y) { return x.path < y.path; }));
}

void TestDiscover::notebooksAreCounted()
{
    const auto set = discoverIn({ { "a.py", "" }, { "study.ipynb", "{}" } });
    QCOMPARE(pathsOf(set), (Paths { "a.py", "study.ipynb" }));
    QCOMPARE(set->filesFound, std::size_t { 2 });
    QCOMPARE(pathsOf(discoverIn({ { "study.ipynb", "{}" } })), (Paths { "study.ipynb" })); // Python enough
}

void TestDiscover::boundsAreKept()
{
    const Contents contents { { "a.py", "" }, { "b.py", "" }, { "c.py", "" }, { "x/y/z/d.py", "" } };
    DiscoverOptions shallow;
    shallow.maxDepth = 2;
    const auto notDeep = discoverIn(contents, shallow);
    QCOMPARE(pathsOf(notDeep), (Paths { "a.py", "b.py", "c.py" }));
    QCOMPARE(reasonFor(notDeep->skipped, "x/y/z"), std::string("deeper than 2 folders"));
    DiscoverOptions few;
    few.maxFiles = 2;
    const auto notMany = discoverIn(contents, few);
    QCOMPARE(pathsOf(notMany), (Paths { "a.py", "b.py" }));
    QVERIFY(reasonFor(notMany->skipped, "").find("limit of 2 Python files") != std::string::npos);
    DiscoverOptions entries;
    entries.maxEntries = 3;
    QCOMPARE(pathsOf(discoverIn(contents, entries)), (Paths { "a.py", "b.py", "c.py" }));
}

void TestDiscover::nativeSourcesAreEvidence()
{
    const auto set = discoverIn({ { "shop/a.py", "" }, { "shop/fast.pyx", "" }, { "shop/fast.pxd", "" },
        { "shop/_native.c", "" }, { "rust/Cargo.toml", "" }, { "rust/src/lib.rs", "" }, { "shop/header.h", "" } });
    QCOMPARE(set->nativeSources,
        (Paths { "rust/Cargo.toml", "rust/src/lib.rs", "shop/_native.c", "shop/fast.pxd", "shop/fast.pyx" }));
}

void TestDiscover::errors()
{
    const Contents contents { { "folder/a.txt", "" }, { "folder/file.py", "" } };
    QCOMPARE(codeOf(discoverIn(contents, {}, "missing")), std::string("not found"));
    QCOMPARE(codeOf(discoverIn(contents, {}, "folder/file.py")), std::string("not a directory"));
    TroubledFileSystem files(contents);
    files.unreadable = { "folder" };
    QCOMPARE(codeOf(discover(files, "folder", {}, {}, {})), std::string("unreadable"));
    QCOMPARE(codeOf(discoverIn({ { "folder/a.txt", "" } }, {}, "folder")), std::string("no python"));
}

void TestDiscover::noPythonSaysWhatWasSeen()
{
    Contents contents { { "notes.txt", "" }, { "plan.md", "" }, { "data.bin", "" }, { "Makefile", "" } };
    for (int i = 0; i < 1'200; ++i)
        contents["pictures/" + std::to_string(i) + ".PNG"] = "";
    const auto set = discoverIn(contents);
    QCOMPARE(codeOf(set), std::string("no python"));
    QCOMPARE(set.error().detail, std::string("1,204 files were looked at: 1,200 images, 2 text files and 2 other files."));
    QCOMPARE(discoverIn({}).error().detail, std::string("The folder is empty."));
    QCOMPARE(discoverIn({ { "x", "" } }).error().detail, std::string("1 file was looked at: 1 file of no known kind."));
}

void TestDiscover::noPythonSaysWherePythonMayBe()
{
    const auto excluded = discoverIn({ { "a.txt", "" }, { ".venv/lib/python3/site.py", "" }, { "node_modules/x.js", "" } });
    QCOMPARE(excluded.error().detail,
        std::string("1 file was looked at: 1 text file. 2 folders were left out (.venv, node_modules); .venv holds Python files."));
    const auto nested = discoverIn({ { "one/.git/HEAD", "" }, { "one/a.py", "" } });
    QCOMPARE(nested.error().detail, std::string("1 folder was left out (one); one holds Python files. "
                                                "1 entry was skipped, one: a git repository of its own."));
    DiscoverOptions small;
    small.maxFileBytes = 1U << 20U;
    const auto huge = discoverIn({ { "a.py", std::string((1U << 20U) + 1, ' ') } }, small);
    QCOMPARE(huge.error().detail, std::string("1 entry was skipped, a.py: larger than 1 MiB."));
}

void TestDiscover::cancelled()
{
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(codeOf(discover(MemoryFileSystem(Contents { { "a.py", "" } }), "", {}, stop.get_token(), {})), std::string("cancelled"));
}

void TestDiscover::progressNamesTheStage()
{
    std::size_t last = 0;
    int calls = 0;
    const auto set = discover(MemoryFileSystem(Contents { { "a.py", "" }, { "b/c.py", "" } }), "", {}, {}, [&](const Progress& progress) {
        QVERIFY(progress.stage == Stage::Discover);
        QVERIFY(progress.done >= last);
        last = progress.done;
        ++calls;
    });
    QVERIFY(set);
    QVERIFY(calls >= 1);
    QCOMPARE(last, std::size_t { 2 });
}

void TestDiscover::theSameTreeGivesTheSameSet()
{
    Contents contents;
    for (int i = 0; i < 300; ++i)
        contents["p" + std::to_string(i % 17) + "/m" + std::to_string(i * 7 % 301) + ".py"] = "";
    const auto first = discoverIn(contents), second = discoverIn(contents);
    QCOMPARE(pathsOf(first), pathsOf(second));
    QCOMPARE(pathsOf(first).size(), contents.size());
    const Paths paths = pathsOf(first);
    QVERIFY(std::is_sorted(paths.begin(), paths.end()));
}

QTEST_APPLESS_MAIN(TestDiscover)
#include "tst_discover.moc"
