// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged real files: one broken line leaves every other function as it was; truncated, flipped and hostile text
// is bounded, reported, and never counted as more than it can hold.
#include "core/base/file_system.h"
#include "core/facts/extract.h"
#include "core/source/decode.h"
#include "tests/oracle/fact_rows.h"
#include "tests/oracle/standard_library.h"

#include <QTest>
#include <algorithm>
#include <map>

using namespace ferroscope;

namespace {

constexpr const char* kFiles[] = { "argparse.py", "ast.py", "asyncio/base_events.py", "collections/__init__.py", "configparser.py",
    "dataclasses.py", "difflib.py", "enum.py", "inspect.py", "typing.py", "unittest/mock.py", "zipfile.py" };

constexpr const char* kBroken[] = { "x = = 1", "foo(", "foo(a, [b", "return )", "x = 'open", "if a b:", "def broken(:", "class :",
    "else else", "@@", "for in x:", "x ] = 3", "import", "1 +", "try", "with a as:", "x = {1: 2, 3", "print 'a' 'b' c d" };

// Deterministic, the same on every machine.
class Random {
public:
    std::uint32_t below(std::size_t limit)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>((m_state >> 33U) % limit);
    }

private:
    std::uint64_t m_state = 20260101;
};

std::vector<std::pair<std::string, std::string>> realFiles()
{
    std::vector<std::pair<std::string, std::string>> files;
    const std::string root = oracle::standardLibrary().toStdString();
    for (const char* name : kFiles) {
        if (Result<std::string> bytes = realFileSystem()->read(root + "/" + name, 1U << 24U))
            files.emplace_back(name, source::decode(std::move(*bytes)).text);
    }
    return files;
}

// What counts of one function without its place.
std::vector<std::uint32_t> figures(const facts::Function& function)
{
    std::vector<std::uint32_t> all;
    for (const auto& [name, value] : oracle::functionRow(function)) {
        if (name != "first" && name != "end")
            all.push_back(value);
    }
    return all;
}

bool isPlausible(const facts::FileFacts& f, std::size_t bytes)
{
    std::uint32_t statements = 0;
    for (const facts::Function& function : f.functions)
        statements += function.logicalLines;
    const std::uint32_t rows = f.lines.physical;
    const auto counted = [&](facts::Count what) { return std::size_t { f.count(what) }; };
    return f.lines.code + f.lines.doc + f.lines.comment + f.lines.blank == rows && f.errorLines <= std::max(1U, rows)
        && statements == f.lines.logical && f.lines.logical <= bytes && counted(facts::Count::Functions) * 7 <= bytes
        && counted(facts::Count::Classes) * 7 <= bytes + 7 && counted(facts::Count::Lambdas) * 7 <= bytes + 7
        && f.functions.size() == counted(facts::Count::Functions) + 1 && f.calls.size() <= bytes
        && std::all_of(f.functions.begin(), f.functions.end(), [&](const facts::Function& each) { return each.line <= each.endLine && each.endLine <= std::max(1U, rows); });
}

} // namespace

class TestDamage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneBrokenLineTouchesOneFunction();
    void truncationsAndFlips();
    void hostileText_data();
    void hostileText();
};

void TestDamage::oneBrokenLineTouchesOneFunction()
{
    const auto files = realFiles();
    QVERIFY(files.size() >= 8);
    facts::Extractor extractor;
    Random random;
    int tried = 0;
    int changed = 0;
    std::uint32_t lost = 0;
    QStringList wrong;
    for (const auto& [name, text] : files) {
        const facts::FileFacts whole = extractor.extract(text);
        QVERIFY(whole.problems.empty());
        // Statements certainly begin where these words do.
        std::vector<std::size_t> places;
        for (const char* word : { "return ", "raise ", "self." }) {
            for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
                const std::size_t row = text.rfind('\n', at) + 1;
                if (row > 1 && row < at && text.find_first_not_of(' ', row) == at && text[row - 2] == ':')
                    places.push_back(row);
            }
        }
        const auto with = [&text = text](std::size_t row, const char* broken) {
            const std::size_t indent = text.find_first_not_of(' ', row) - row;
            return text.substr(0, row) + std::string(indent, ' ') + broken + "\n" + text.substr(row);
        };
        for (const char* broken : kBroken) {
            std::size_t row = places.at(random.below(places.size()));
            while (extractor.extract(with(row, "x = = 1")).problems.empty()) // in an example of a docstring
                row = places.at(random.below(places.size()));
            const std::string damaged = with(row, broken);
            const auto line = static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + std::ptrdiff_t(row), '\n')) + 1;
            const facts::FileFacts f = extractor.extract(damaged);
            // The grammar reads on in the next line where a line cannot end, and knows more print statements than Python 2.
            const std::string_view written = broken;
            QVERIFY2(!f.problems.empty() || written == "import" || written == "1 +" || written.substr(0, 5) == "print", broken);
            QVERIFY(isPlausible(f, damaged.size()));
            std::multimap<std::string, const facts::Function*> got;
            for (const facts::Function& function : f.functions)
                got.emplace(f.text(function.qualifiedName), &function);
            lost += f.errorLines;
            for (std::size_t at = 1; at < whole.functions.size(); ++at) {
                const facts::Function& function = whole.functions[at];
                if (function.firstLine <= line && line <= function.endLine)
                    continue;
                ++tried;
                const auto [from, to] = got.equal_range(std::string(whole.text(function.qualifiedName)));
                if (std::any_of(from, to, [&](const auto& each) { return figures(*each.second) == figures(function); }))
                    continue;
                ++changed;
                wrong += QStringLiteral("%1: `%2` before line %3 changed %4").arg(QString::fromStdString(name), QString::fromLatin1(broken)).arg(line).arg(QString::fromStdString(std::string(whole.text(function.qualifiedName))));
            }
        }
    }
    qInfo("%d functions outside the damage compared, %d differ; %.1f lines reported per broken line", tried, changed,
        double(lost) / double(files.size() * std::size(kBroken)));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 20).join(QLatin1Char('\n'))));
    QVERIFY(tried > 10'000);
}

void TestDamage::truncationsAndFlips()
{
    facts::Extractor extractor;
    Random random;
    for (const auto& [name, text] : realFiles()) {
        for (int sample = 0; sample < 10; ++sample) {
            const std::string cut = text.substr(0, random.below(text.size()));
            QVERIFY2(isPlausible(extractor.extract(cut), cut.size()), name.c_str());
            std::string flipped = text;
            for (int flips = 1 << sample; flips > 0; --flips)
                flipped[random.below(flipped.size())] = static_cast<char>(random.below(256));
            const std::string readable = source::decode(flipped).text;
            QVERIFY2(isPlausible(extractor.extract(readable), readable.size()), name.c_str());
            QVERIFY2(isPlausible(extractor.extract(flipped), flipped.size()), name.c_str()); // not even UTF-8
        }
    }
}

void TestDamage::hostileText_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto deep = [](const char* level, const char* leaf, int depth) {
        QByteArray text;
        for (int at = 0; at < depth; ++at)
            text += QByteArray(at, ' ') + level + "\n";
        return text + QByteArray(depth, ' ') + leaf + "\n";
    };
    constexpr int kMany = 100'000;
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one newline") << QByteArray("\n");
    QTest::newRow("NUL bytes") << QByteArray(kMany, '\0');
    QTest::newRow("NUL bytes between statements") << QByteArray("a = 1\n\0b = 2\n", 13).repeated(1000);
    QTest::newRow("open brackets") << QByteArray(kMany, '(');
    QTest::newRow("open brackets, one a line") << QByteArray("(\n").repeated(kMany);
    QTest::newRow("nested lists") << "x = " + QByteArray(kMany, '[') + QByteArray(kMany, ']') + "\n";
    QTest::newRow("nested ifs") << deep("if a:", "b", 300);
    QTest::newRow("nested functions") << deep("def f():", "return", 300);
    QTest::newRow("nested classes") << deep("class C:", "pass", 300);
    QTest::newRow("nested lambdas") << QByteArray("lambda: ").repeated(20'000) + "0\n";
    QTest::newRow("nested f-strings") << QByteArray("f\"{").repeated(20'000);
    QTest::newRow("one long line") << "x = [" + QByteArray("1234567, ").repeated(1'200'000) + "]\n"; // 10 MB
    QTest::newRow("one long string") << "x = '" + QByteArray(10'000'000, 'a') + "'\n";
    QTest::newRow("backslashes") << QByteArray("\\\n").repeated(kMany);
    QTest::newRow("backquotes") << QByteArray(kMany, '`');
    QTest::newRow("quotes") << QByteArray("\"\n").repeated(kMany);
    QTest::newRow("triple quotes") << QByteArray("\"\"\"a\n").repeated(kMany) + "\"\"\"";
    QTest::newRow("broken lines") << QByteArray("x = = 1\n").repeated(20'000);
    QTest::newRow("keywords") << QByteArray("def class return if else for while import from\n").repeated(4'000);
    QTest::newRow("exec") << QByteArray("exec f(x)\n").repeated(20'000);
    QTest::newRow("one global of many") << "def f():\n  global " + QByteArray("a, ").repeated(kMany) + "a\n";
    QTest::newRow("carriage returns") << QByteArray(kMany, '\r');
    QTest::newRow("mixed indents") << QByteArray(" \t x\n").repeated(20'000);
}

void TestDamage::hostileText()
{
    QFETCH(QByteArray, text);
    facts::Extractor extractor;
    const std::string bytes = text.toStdString();
    const facts::FileFacts f = extractor.extract(bytes);
    QVERIFY(isPlausible(f, bytes.size()));
    QVERIFY(f.problems.size() <= facts::kMaxProblems);
    // The same extractor goes on with the next text as if nothing had been.
    const facts::FileFacts next = extractor.extract("def f(): pass\n");
    QVERIFY(next.problems.empty());
    QCOMPARE(next.count(facts::Count::Functions), 1U);
}

QTEST_APPLESS_MAIN(TestDamage)
#include "tst_damage.moc"
