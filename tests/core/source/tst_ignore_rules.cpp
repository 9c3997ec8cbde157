// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of gitignore(5): a table of cases, and the same questions put to git where it is installed.
#include "core/source/ignore_rules.h"
#include "tests/core/source/support.h"
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <filesystem>
#include <fstream>

using namespace ferroscope;
using namespace ferroscope::source;

namespace {

// What a row asks: is `path` ignored by a .gitignore that holds `rules`? A path that ends in '/' is a folder.
struct Case {
    const char* name;
    const char* rules;
    const char* path;
    bool ignored;
};

constexpr Case kCases[] = {
    { "name at the top", "a.py", "a.py", true },
    { "name at any depth", "a.py", "x/y/a.py", true },
    { "name is no prefix", "a.py", "a.pyx", false },
    { "name is no suffix", "a.py", "ba.py", false },
    { "leading slash anchors", "/a.py", "a.py", true },
    { "leading slash stays at the top", "/a.py", "x/a.py", false },
    { "slash in the middle anchors", "x/a.py", "x/a.py", true },
    { "slash in the middle stays at the top", "x/a.py", "y/x/a.py", false },
    { "trailing slash takes a folder", "build/", "build/", true },
    { "trailing slash at any depth", "build/", "x/build/", true },
    { "trailing slash leaves a file", "build/", "build", false },
    { "anchored folder", "x/build/", "x/build/", true },
    { "anchored folder as a file", "x/build/", "x/build", false },
    { "star", "*.py", "x/a.py", true },
    { "star in the middle", "a*z.py", "abcz.py", true },
    { "star matches nothing too", "a*.py", "a.py", true },
    { "star stops at a slash", "x/*.py", "x/y/a.py", false },
    { "star takes a hidden file", "*.py", ".a.py", true },
    { "two stars inside a name are one", "x/a**.py", "x/ab.py", true },
    { "two stars inside a name stop at a slash", "x/a**.py", "x/a/b.py", false },
    { "question mark", "a?.py", "ab.py", true },
    { "question mark wants one", "a?.py", "a.py", false },
    { "question mark is no slash", "x?y", "x/y", false },
    { "backtracking", "*a*b*c.py", "xaybzaqbc.py", true },
    { "backtracking in vain", "*a*b*c.py", "xaybzaqb.py", false },
    { "leading double star", "**/a.py", "a.py", true },
    { "leading double star, deep", "**/a.py", "x/y/a.py", true },
    { "leading double star with folder", "**/x/a.py", "y/x/a.py", true },
    { "double star in the middle takes none", "x/**/a.py", "x/a.py", true },
    { "double star in the middle takes some", "x/**/a.py", "x/p/q/a.py", true },
    { "double star in the middle keeps its ends", "x/**/a.py", "y/p/a.py", false },
    { "trailing double star takes what is inside", "x/**", "x/p/a.py", true },
    { "trailing double star leaves the folder", "x/**", "x/", false },
    { "only double star", "**", "x/a.py", true },
    { "two double stars", "**/x/**/a.py", "p/x/q/r/a.py", true },
    { "three stars are two", "x/***/a.py", "x/p/q/a.py", true },
    { "set", "a[bc].py", "ac.py", true },
    { "set does not hold it", "a[bc].py", "ad.py", false },
    { "range", "a[0-9].py", "a5.py", true },
    { "range backwards holds nothing", "a[9-0].py", "a5.py", false },
    { "not in the set", "a[!bc].py", "ad.py", true },
    { "caret negates too", "a[^bc].py", "ab.py", false },
    { "bracket first is itself", "a[]x].py", "a].py", true },
    { "minus last is itself", "a[x-].py", "a-.py", true },
    { "escaped in a set", "a[\\]].py", "a].py", true },
    { "class", "a[[:digit:]].py", "a7.py", true },
    { "class among others", "a[_[:upper:]-].py", "aQ.py", true },
    { "class does not hold it", "a[[:upper:]].py", "aq.py", false },
    { "unknown class matches nothing", "a[[:no:]].py", "an.py", false },
    { "unclosed set matches nothing", "a[bc", "ab", false },
    { "set is no slash", "x[/]y", "x/y", false },
    { "escaped star", "a\\*.py", "a*.py", true },
    { "escaped star is not any", "a\\*.py", "ab.py", false },
    { "escaped hash", "\\#a.py", "#a.py", true },
    { "escaped bang", "\\!a.py", "!a.py", true },
    { "lone backslash at the end", "a\\", "a", false },
    { "comment", "# a.py", "# a.py", false },
    { "hash later is itself", "a#.py", "a#.py", true },
    { "trailing spaces do not count", "a.py   ", "a.py", true },
    { "escaped space counts", "a.py\\ ", "a.py ", true },
    { "escaped space is wanted", "a.py\\ ", "a.py", false },
    { "tab counts", "a.py\t", "a.py", false },
    { "leading space counts", " a.py", "a.py", false },
    { "carriage return at the end", "a.py\r\nb.py\r\n", "a.py", true },
    { "byte order mark", "\xEF\xBB\xBF" "a.py", "a.py", true },
    { "blank lines", "\n\na.py\n\n", "a.py", true },
    { "kept again", "*.py\n!a.py", "a.py", false },
    { "kept and ignored again", "*.py\n!a.py\na.py", "a.py", true },
    { "order matters", "!a.py\n*.py", "a.py", true },
    { "kept, anchored", "*.py\n!/x/a.py", "x/a.py", false },
    { "kept elsewhere", "*.py\n!/x/a.py", "y/a.py", true },
    { "folder kept again", "x/*\n!x/y/", "x/y/", false },
    { "file below an ignored folder", "x/\n!x/a.py", "x/a.py", true },
    { "file below a folder ignored by star", "x/*\n!x/y/a.py", "x/y/a.py", true },
    { "everything but one folder", "/*\n!/x/", "x/a.py", false },
    { "everything but one folder: others", "/*\n!/x/", "y/a.py", true },
    { "case matters", "A.py", "a.py", false },
    { "bytes that are no UTF-8", "a\xFF.py", "a\xFF.py", true },
    { "any one byte", "a?.py", "a\xFF.py", true },
    { "only a slash", "/", "a.py", false },
    { "only a bang", "!", "a.py", false },
};

// As the walk does it: a folder that is ignored is not entered.
bool isIgnored(const IgnoreRules& rules, std::string_view path)
{
    const bool isFolder = !path.empty() && path.back() == '/';
    if (isFolder)
        path.remove_suffix(1);
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        if (rules.match(path.substr(0, slash), true).verdict == IgnoreRules::Verdict::Ignored)
            return true;
    }
    return rules.match(path, isFolder).verdict == IgnoreRules::Verdict::Ignored;
}

bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// Runs git without any configuration of the machine; the output, or a null array if it failed.
QByteArray runGit(const QString& folder, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess git;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
    environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    git.setProcessEnvironment(environment);
    git.setWorkingDirectory(folder);
    git.start(QStringLiteral("git"), arguments);
    git.write(input);
    git.closeWriteChannel();
    if (!git.waitForFinished(60'000) || git.exitCode() > 1)
        return {};
    const QByteArray output = git.readAllStandardOutput();
    return output.isNull() ? QByteArray("") : output; // empty, but not null
}

bool hasGit() { return !QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty(); }

} // namespace

class TestIgnoreRules : public QObject {
    Q_OBJECT
private slots:
    void decides_data();
    void decides();
    void gitDecidesTheSame();
    void gitDecidesTheSameOnGeneratedTrees();
    void saysWhichPatternDecided();
    void slowPatternsAreNotSlow();
};

void TestIgnoreRules::decides_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Case& row : kCases)
        QTest::newRow(row.name) << index++;
}

void TestIgnoreRules::decides()
{
    QFETCH(int, index);
    const Case& row = kCases[index];
    QCOMPARE(isIgnored(IgnoreRules::parse(row.rules), row.path), row.ignored);
}

// The entries of a case really exist, because git looks at their kind.
void TestIgnoreRules::gitDecidesTheSame()
{
    QVERIFY2(hasGit(), "git is the oracle of this test; cmake/setup.sh installs it");
    QTemporaryDir dir;
    QVERIFY(!runGit(dir.path(), { QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral(".") }).isNull());
    for (const Case& row : kCases) {
        QVERIFY(writeFile(dir.filePath(QStringLiteral(".gitignore")), row.rules));
        QByteArray path = row.path;
        const bool isFolder = path.endsWith('/');
        if (isFolder)
            path.chop(1);
        const QByteArray full = QFile::encodeName(dir.path()) + "/" + path;
        const std::string folder = isFolder ? full.toStdString() : full.left(full.lastIndexOf('/')).toStdString();
        std::filesystem::create_directories(folder);
        if (!isFolder)
            std::ofstream(full.toStdString()) << "";
        const QByteArray answer = runGit(dir.path(),
            { QStringLiteral("check-ignore"), QStringLiteral("-z"), QStringLiteral("--stdin") }, path + '\0');
        QVERIFY2(answer.isEmpty() != row.ignored, row.name);
        std::filesystem::remove_all(dir.path().toStdString() + "/" + path.split('/').first().toStdString());
    }
}

// Patterns and paths put together from the same few parts, so that many of them meet.
void TestIgnoreRules::gitDecidesTheSameOnGeneratedTrees()
{
    QVERIFY2(hasGit(), "git is the oracle of this test; cmake/setup.sh installs it");
    const std::vector<std::string> parts { "a", "b", "ab", "a.py", "b.py", "*", "a*", "*.py", "?", "[ab]", "[!a]*", "**", "?b*" };
    const std::vector<std::string> names { "a", "b", "ab", "abc" };
    std::uint32_t seed = 20'240'601;
    const auto random = [&seed](std::size_t below) {
        seed = seed * 1'664'525U + 1'013'904'223U;
        return static_cast<std::size_t>((seed >> 8U) % below);
    };
    QByteArray questions;
    std::vector<std::string> paths;
    QTemporaryDir dir;
    QVERIFY(!runGit(dir.path(), { QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral(".") }).isNull());
    for (const std::string& first : names) {
        for (const std::string& second : names) {
            std::filesystem::create_directories(dir.path().toStdString() + "/" + first + "/" + second);
            for (const char* file : { "a.py", "b.py", "abc.py" }) {
                for (const std::string& folder : { first, first + "/" + second })
                    paths.push_back(folder + "/" + file);
            }
        }
    }
    for (const std::string& path : paths) {
        QVERIFY(writeFile(dir.filePath(QString::fromStdString(path)), ""));
        questions += QByteArray::fromStdString(path) + '\0';
    }
    int ignored = 0;
    for (int round = 0; round < 150; ++round) {
        std::string rules;
        for (std::size_t line = 0, lines = 1 + random(4); line < lines; ++line) {
            rules += random(4) == 0 ? "!" : "";
            rules += random(4) == 0 ? "/" : "";
            for (std::size_t part = 0, count = 1 + random(3); part < count; ++part)
                rules += (part > 0 ? "/" : "") + parts[random(parts.size())];
            rules += random(4) == 0 ? "/\n" : "\n";
        }
        QVERIFY(writeFile(dir.filePath(QStringLiteral(".gitignore")), QByteArray::fromStdString(rules)));
        const QByteArray answer = runGit(dir.path(),
            { QStringLiteral("check-ignore"), QStringLiteral("-z"), QStringLiteral("--stdin") }, questions);
        const QList<QByteArray> saidByGit = answer.split('\0');
        const IgnoreRules compiled = IgnoreRules::parse(rules);
        for (const std::string& path : paths) {
            const bool expected = saidByGit.contains(QByteArray::fromStdString(path));
            ignored += expected ? 1 : 0;
            QVERIFY2(isIgnored(compiled, path) == expected, (path + (expected ? " is" : " is not") + " ignored by\n" + rules).c_str());
        }
    }
    QVERIFY(ignored > 500); // the generator still asks something
}

void TestIgnoreRules::saysWhichPatternDecided()
{
    const IgnoreRules rules = IgnoreRules::parse("*.py\n!keep.py\n");
    QCOMPARE(std::string(rules.match("x/a.py", false).pattern), std::string("*.py"));
    QCOMPARE(std::string(rules.match("x/keep.py", false).pattern), std::string("!keep.py"));
    QVERIFY(rules.match("readme", false).verdict == IgnoreRules::Verdict::Undecided);
}

// With plain backtracking each of these would not end within a lifetime.
void TestIgnoreRules::slowPatternsAreNotSlow()
{
    std::string stars, folders, path;
    for (int i = 0; i < 60; ++i) {
        stars += "*a";
        folders += "**/a/";
        path += "a/";
    }
    IgnoreRules rules;
    rules.add(stars + "b");
    rules.add(folders + "b");
    QVERIFY(rules.match(std::string(250, 'a'), false).verdict == IgnoreRules::Verdict::Undecided);
    QVERIFY(rules.match(path + path + path + "c", false).verdict == IgnoreRules::Verdict::Undecided);
}

QTEST_APPLESS_MAIN(TestIgnoreRules)
#include "tst_ignore_rules.moc"
