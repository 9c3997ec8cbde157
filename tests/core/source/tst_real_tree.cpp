// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// discover() on a disk: links, names no text can hold, and that nothing is written.
#include "tests/core/source/support.h"
#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>

using namespace ferroscope;
using namespace ferroscope::source;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder()
        : m_root(fs::path(m_dir.path().toStdString()) / "root")
    {
        fs::create_directories(m_root);
    }
    ~Folder() { fs::remove_all(m_root); } // QTemporaryDir does not find names that are no text again
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string root() const { return m_root.string(); }
    fs::path path(const std::string& name) const { return m_root / name; }
    void write(const std::string& name, const std::string& text = "") const
    {
        fs::create_directories(path(name).parent_path());
        std::ofstream(path(name), std::ios::binary) << text;
    }
    void link(const std::string& name, const fs::path& target) const
    {
        fs::create_directories(path(name).parent_path());
        fs::create_symlink(target, path(name));
    }
    Result<SourceSet> discover() const { return source::discover(*realFileSystem(), root(), {}, {}, {}); }

private:
    QTemporaryDir m_dir;
    fs::path m_root;
};

std::vector<std::string> allEntries(const std::string& root)
{
    std::vector<std::string> entries;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        entries.push_back(entry.path().string() + " "
            + std::to_string(fs::symlink_status(entry).type() == fs::file_type::regular
                    ? fs::last_write_time(entry).time_since_epoch().count() : 0));
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

} // namespace

class TestRealTree : public QObject {
    Q_OBJECT
private slots:
    void linksAreNotFollowed();
    void linksAreReportedOnlyWhereTheyMatter();
    void linksThatGoInCircles();
    void theRootItselfMayBeALink();
    void manifestsAreNotReadThroughLinksOutside();
    void anIgnoreFileThatIsALinkIsNoIgnoreFile();
    void namesOfAnyBytes();
    void sizesAndTimesAreThoseOfTheDisk();
    void aPipeIsNotWaitedFor();
    void errorsOfTheDisk();
    void relativeRoots();
    void nothingIsWritten();
};

void TestRealTree::linksAreNotFollowed()
{
    const Folder folder;
    folder.write("pkg/a.py");
    folder.link("same.py", "pkg/a.py");
    folder.link("again", "pkg");
    const auto set = folder.discover();
    QCOMPARE(pathsOf(set), (Paths { "pkg/a.py" }));
    QCOMPARE(reasonFor(set->skipped, "same.py"), std::string("symlink to pkg/a.py"));
    QCOMPARE(reasonFor(set->skipped, "again"), std::string("symlink to the folder pkg"));
    QCOMPARE(set->filesFound, std::size_t { 1 }); // not two names for one file
}

void TestRealTree::linksAreReportedOnlyWhereTheyMatter()
{
    const Folder folder;
    folder.write("a.py");
    folder.write("data/table.csv");
    folder.write("node_modules/b.py");
    folder.write("../outside/secret.py");
    folder.link("table", "data/table.csv");
    folder.link("pictures", "data");
    folder.link("gone.py", "nowhere.py");
    folder.link("gone.txt", "nowhere.txt");
    folder.link("out.py", "../outside/secret.py");
    folder.link("out", "../outside");
    folder.link("b.py", "node_modules/b.py");
    const auto set = folder.discover();
    QCOMPARE(pathsOf(set), (Paths { "a.py" }));
    QCOMPARE(set->skipped.size(), std::size_t { 4 });
    QCOMPARE(reasonFor(set->skipped, "gone.py"), std::string("symlink to nothing"));
    QCOMPARE(reasonFor(set->skipped, "out.py"), std::string("symlink out of the repository"));
    QCOMPARE(reasonFor(set->skipped, "out"), std::string("symlink out of the repository"));
    QCOMPARE(reasonFor(set->skipped, "b.py"), std::string("symlink to node_modules/b.py, which is not analyzed"));
    QCOMPARE(set->filesFound, std::size_t { 3 }); // a.py, and two Python names that lead nowhere we go
}

void TestRealTree::linksThatGoInCircles()
{
    const Folder folder;
    folder.write("pkg/a.py");
    folder.link("pkg/up", "..");
    folder.link("pkg/self.py", "self.py");
    folder.link("pkg/here", ".");
    const auto set = folder.discover();
    QCOMPARE(pathsOf(set), (Paths { "pkg/a.py" }));
    QCOMPARE(reasonFor(set->skipped, "pkg/up"), std::string("symlink to the folder ."));
    QCOMPARE(reasonFor(set->skipped, "pkg/self.py"), std::string("symlink to nothing"));
}

void TestRealTree::theRootItselfMayBeALink()
{
    const Folder folder;
    folder.write("real/a.py");
    folder.link("real/b.py", "a.py");
    folder.link("door", "real");
    const auto set = discover(*realFileSystem(), folder.path("door").string(), {}, {}, {});
    QCOMPARE(pathsOf(set), (Paths { "a.py" }));
    QCOMPARE(reasonFor(set->skipped, "b.py"), std::string("symlink to a.py"));
}

void TestRealTree::manifestsAreNotReadThroughLinksOutside()
{
    const Folder folder;
    folder.write("a.py");
    folder.write("../outside/list.txt", "stolen\n");
    folder.link("link.lst", "../outside/list.txt");
    folder.link("pyproject.toml", "../outside/list.txt");
    folder.write("requirements.txt", "-r link.lst\nnumpy\n");
    const auto set = folder.discover();
    QVERIFY(set);
    QCOMPARE(set->dependencies.size(), std::size_t { 1 });
    QCOMPARE(set->dependencies[0].name, std::string("numpy"));
}

void TestRealTree::anIgnoreFileThatIsALinkIsNoIgnoreFile()
{
    const Folder folder;
    folder.write("a.py");
    folder.write("rules", "*.py\n");
    folder.link(".gitignore", "rules");
    QCOMPARE(pathsOf(folder.discover()), (Paths { "a.py" }));
}

void TestRealTree::namesOfAnyBytes()
{
    const Folder folder;
    const Paths names { "new\nline.py", "quo'te\".py", "tab\t.py", "caf\xE9.py", "caf\xC3\xA9.py", " .py", "-rf.py", "\xFF\xFE/x.py" };
    for (const std::string& name : names)
        folder.write(name);
    folder.write(".gitignore", "tab*\n");
    Paths expected = names;
    expected.erase(std::find(expected.begin(), expected.end(), "tab\t.py"));
    std::sort(expected.begin(), expected.end());
    const auto set = folder.discover();
    QCOMPARE(pathsOf(set), expected);
    for (const SourceFile& file : set->files)
        QVERIFY(realFileSystem()->read(folder.root() + "/" + file.path, 10));
}

void TestRealTree::sizesAndTimesAreThoseOfTheDisk()
{
    const Folder folder;
    folder.write("a.py", "x = 1\n");
    const auto set = folder.discover();
    QCOMPARE(fileAt(set, "a.py")->size, std::uint64_t { 6 });
    QVERIFY(fileAt(set, "a.py")->modified > 1'600'000'000'000'000'000);
}

void TestRealTree::aPipeIsNotWaitedFor()
{
    const Folder folder;
    folder.write("a.py");
    QCOMPARE(mkfifo(folder.path("pipe.py").c_str(), 0600), 0);
    QCOMPARE(mkfifo(folder.path(".gitignore").c_str(), 0600), 0);
    QCOMPARE(mkfifo(folder.path("pyproject.toml").c_str(), 0600), 0);
    const auto set = folder.discover();
    QCOMPARE(pathsOf(set), (Paths { "a.py" }));
    QCOMPARE(reasonFor(set->skipped, "pipe.py"), std::string("not a regular file"));
}

void TestRealTree::errorsOfTheDisk()
{
    const Folder folder;
    folder.write("a.py");
    const auto missing = discover(*realFileSystem(), folder.path("missing").string(), {}, {}, {});
    QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
    const auto file = discover(*realFileSystem(), folder.path("a.py").string(), {}, {}, {});
    QVERIFY(!file && file.error().code == ErrorCode::NotADirectory);
    const auto nothing = discover(*realFileSystem(), "", {}, {}, {});
    QVERIFY(!nothing && nothing.error().code == ErrorCode::NotFound);
}

void TestRealTree::relativeRoots()
{
    const Folder folder;
    folder.write("__init__.py");
    folder.write("sub/a.py");
    const fs::path before = fs::current_path();
    fs::current_path(folder.path("sub"));
    const auto here = discover(*realFileSystem(), ".", {}, {}, {});
    const auto above = discover(*realFileSystem(), "../", {}, {}, {});
    fs::current_path(before);
    QCOMPARE(pathsOf(here), (Paths { "a.py" }));
    QCOMPARE(here->name, std::string("sub"));
    QCOMPARE(moduleAt(above, "sub/a.py"), std::string("root.sub.a"));
    QCOMPARE(above->name, std::string("root"));
}

void TestRealTree::nothingIsWritten()
{
    const Folder folder;
    folder.write("a.py");
    folder.write("pyproject.toml", "[project]\nname = 'x'\n");
    folder.write(".git/HEAD", "ref: refs/heads/main\n"); // a repository too damaged to be one
    const auto before = allEntries(folder.root());
    QVERIFY(folder.discover());
    QCOMPARE(allEntries(folder.root()), before);
}

QTEST_APPLESS_MAIN(TestRealTree)
#include "tst_real_tree.moc"
