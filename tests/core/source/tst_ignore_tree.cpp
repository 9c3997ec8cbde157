// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Ignore files of several folders, tracked files among them, info/exclude: discovery must see exactly the files that
// git lists. Trees are put together at random from few names, so that rules meet.
#include "tests/core/source/support.h"
#include <QProcess>
#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <memory>

using namespace ferroscope;
using namespace ferroscope::source;
namespace fs = std::filesystem;

namespace {

QByteArray git(const QString& folder, const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), folder);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder);
    environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("git"), arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

class Random {
public:
    explicit Random(std::uint32_t seed)
        : m_seed(seed)
    {
    }
    std::size_t below(std::size_t limit)
    {
        m_seed = m_seed * 1'664'525U + 1'013'904'223U;
        return static_cast<std::size_t>((m_seed >> 8U) % limit);
    }
    template <std::size_t N> const char* of(const char* const (&words)[N]) { return words[below(N)]; }

private:
    std::uint32_t m_seed;
};

constexpr const char* kFolders[] = { "a", "b", "a/b", "b/a", "a/b/c", "lib", "a/lib", "c d" };
constexpr const char* kFiles[] = { "a.py", "b.py", "m_1.py", "x.pyi", "#h.py", "!k.py", "s p.py" };
constexpr const char* kRules[] = { "*.py", "!*.py", "a.py", "/a.py", "a/", "/a/", "!a/", "b", "**/b", "a/**", "!a/**/b.py", "lib/", "!lib/", "lib", "*", "!*/",
    "!m_1.py", "m_?.py", "m_[0-9].py", "[!a]*.py", "\\#h.py", "\\!k.py", "s\\ p.py", "s p.py ", "c d/", "# a.py", "", "x.pyi", "!x.pyi", "b/*.py", "*/a.py", "a/*/c", "!a/b/c/a.py", "**" };

} // namespace

class TestIgnoreTree : public QObject {
    Q_OBJECT
private slots:
    void discoveryListsWhatGitLists_data();
    void discoveryListsWhatGitLists();
};

void TestIgnoreTree::discoveryListsWhatGitLists_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 60; ++seed)
        QTest::addRow("tree %d", seed) << seed;
}

void TestIgnoreTree::discoveryListsWhatGitLists()
{
    QFETCH(int, seed);
    Random random(static_cast<std::uint32_t>(seed) * 7'919U);
    QTemporaryDir dir;
    const fs::path root(dir.path().toStdString());
    git(dir.path(), { QStringLiteral("init"), QStringLiteral("-q") });
    const auto write = [&](const std::string& path, const std::string& text) {
        fs::create_directories((root / path).parent_path());
        std::ofstream(root / path, std::ios::binary) << text;
    };
    QStringList tracked;
    for (std::size_t count = 12 + random.below(20); count > 0; --count) {
        const std::string folder = random.below(4) == 0 ? std::string() : std::string(random.of(kFolders)) + "/";
        const std::string path = folder + random.of(kFiles);
        write(path, "");
        if (random.below(5) == 0)
            tracked << QString::fromStdString(path);
    }
    std::string shown;
    const auto writeRules = [&](const std::string& path) {
        std::string rules;
        for (std::size_t lines = 1 + random.below(4); lines > 0; --lines)
            rules += std::string(random.of(kRules)) + (random.below(6) == 0 ? "\r\n" : "\n");
        write(path, rules);
        shown += path + ":\n" + rules;
    };
    if (random.below(8) != 0)
        writeRules(".gitignore");
    for (std::size_t count = random.below(4); count > 0; --count)
        writeRules(std::string(random.of(kFolders)) + "/.gitignore");
    if (random.below(3) == 0)
        writeRules(".git/info/exclude");
    if (!tracked.isEmpty())
        git(dir.path(), QStringList { QStringLiteral("add"), QStringLiteral("-f"), QStringLiteral("--") } + tracked);
    // A commit, since what is tracked is asked of a repository that has one.
    git(dir.path(), { QStringLiteral("-c"), QStringLiteral("user.name=x"), QStringLiteral("-c"), QStringLiteral("user.email=x"), QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("--allow-empty"), QStringLiteral("-m"), QStringLiteral("x") });
    Paths expected;
    for (const QByteArray& path : git(dir.path(), { QStringLiteral("ls-files"), QStringLiteral("-z"), QStringLiteral("--cached"), QStringLiteral("--others"), QStringLiteral("--exclude-standard") }).split('\0')) {
        if (path.endsWith(".py") || path.endsWith(".pyi"))
            expected.push_back(path.toStdString());
    }
    std::sort(expected.begin(), expected.end());
    const auto set = discover(*realFileSystem(), dir.path().toStdString(), {}, {}, {});
    Paths found = set ? pathsOf(set) : Paths {};
    const std::unique_ptr<char[]> foundText(QTest::toString(found)), expectedText(QTest::toString(expected));
    QVERIFY2(found == expected, (shown + "\nfound:    " + foundText.get() + "\nexpected: " + expectedText.get()).c_str());
}

QTEST_GUILESS_MAIN(TestIgnoreTree)
#include "tst_ignore_tree.moc"
