// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule against its fixture tests/fixtures/rules/<ID>.py: what it finds must be exactly the lines that say
// "# expect: <ID>" or that follow "# expect next: <ID>". Lines that say "# ok: why" look alike and must not be found;
// each fixture has both.
// "# --- file: name.py" begins another file of the same small repository.
#include "core/base/text.h"
#include "core/knowledge/knowledge.h"
#include "core/rules/rule.h"
#include "tests/support/codebase_builder.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <set>

using namespace ferroscope;

namespace {

struct Fixture {
    std::map<std::string, std::string> files; // lines keep their numbers: what belongs to other files is blank
    std::set<std::pair<std::string, std::uint32_t>> expected; // path, line
    int negatives = 0;
};

Fixture readFixture(const QString& id)
{
    Fixture fixture;
    QFile file(QStringLiteral(FERROSCOPE_SOURCE_DIR "/tests/fixtures/rules/") + id + QStringLiteral(".py"));
    if (!file.open(QIODevice::ReadOnly))
        return fixture;
    static const QRegularExpression section(QStringLiteral("^# --- file: (\\S+)$"));
    static const QRegularExpression expectation(QStringLiteral("# expect( next)?: (\\w+)"));
    static const QRegularExpression negative(QStringLiteral("# ok: \\S"));
    const std::string folder = id.toLower().toStdString() + "/";
    std::string path = folder + "main.py", blank;
    std::uint32_t line = 0;
    for (const QString& text : QString::fromUtf8(file.readAll()).split(u'\n')) {
        ++line;
        blank += '\n';
        if (const auto match = section.match(text); match.hasMatch()) {
            path = folder + match.captured(1).toStdString();
            fixture.files[path] = blank;
            continue;
        }
        fixture.files[path] += text.toStdString() + '\n';
        if (const auto match = expectation.match(text); match.hasMatch() && match.captured(2) == id)
            fixture.expected.emplace(path, line + (match.captured(1).isEmpty() ? 0U : 1U));
        fixture.negatives += negative.match(text).hasMatch() ? 1 : 0;
    }
    return fixture;
}

std::vector<rules::Finding> findingsOf(const graph::Codebase& codebase, unsigned jobs = 1)
{
    const evidence::HeatMap heat = evidence::estimateHeat(codebase, knowledge::knowledge(), {});
    return rules::detect(codebase, heat, knowledge::knowledge(), jobs, {});
}

QStringList listed(const std::set<std::pair<std::string, std::uint32_t>>& places)
{
    QStringList list;
    for (const auto& [path, line] : places)
        list << QStringLiteral("%1:%2").arg(QString::fromStdString(path)).arg(line);
    return list;
}

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

class TestRules : public QObject {
    Q_OBJECT
private slots:
    void fixtures_data();
    void fixtures();
    void everyRuleIsDocumented_data();
    void everyRuleIsDocumented();
    void registryIsSorted();
    void findingsAreWellFormed();
    void theNumberOfJobsChangesNothing();
    void onlyJudgedModulesAreLookedAt();
};

void TestRules::fixtures_data()
{
    QTest::addColumn<QString>("id");
    for (const rules::Rule& rule : rules::registry())
        QTest::newRow(std::string(rule.info.id).c_str()) << qt(rule.info.id);
}

void TestRules::fixtures()
{
    QFETCH(QString, id);
    const Fixture fixture = readFixture(id);
    QVERIFY2(!fixture.files.empty(), "no fixture");
    QVERIFY2(!fixture.expected.empty(), "no positive case");
    QVERIFY2(fixture.negatives > 0, "no negative case");
    const auto codebase = testing::buildCodebase(fixture.files);
    QVERIFY(codebase.has_value());
    std::set<std::pair<std::string, std::uint32_t>> found;
    for (const rules::Finding& finding : findingsOf(*codebase)) {
        if (qt(finding.rule) == id)
            found.emplace(codebase->modules[finding.module].file.path, finding.line);
    }
    QCOMPARE(listed(found), listed(fixture.expected));
}

void TestRules::everyRuleIsDocumented_data()
{
    fixtures_data();
}

void TestRules::everyRuleIsDocumented()
{
    QFETCH(QString, id);
    const rules::RuleInfo* info = rules::ruleInfo(id.toStdString());
    QVERIFY(info != nullptr);
    static const QRegularExpression pattern(QStringLiteral("^[A-Z]{2,4}[0-9]{3}$"));
    QVERIFY(pattern.match(id).hasMatch());
    for (const std::string_view field : { info->family, info->title, info->whatItSees, info->whyItMatters,
             info->example, info->instead, info->reference }) {
        QVERIFY(!field.empty());
        QVERIFY(isValidUtf8(field));
    }
    QVERIFY(info->sign == 1 || info->sign == -1);
    static const QSet<QString> families { QStringLiteral("cpu"), QStringLiteral("io"), QStringLiteral("async"),
        QStringLiteral("ffi"), QStringLiteral("dynamic"), QStringLiteral("ownership"), QStringLiteral("typing"),
        QStringLiteral("errors"), QStringLiteral("keep"), QStringLiteral("native") };
    QVERIFY(families.contains(qt(info->family)));
}

void TestRules::registryIsSorted()
{
    const auto all = rules::registry();
    QVERIFY(all.size() >= 60);
    for (std::size_t at = 1; at < all.size(); ++at)
        QVERIFY(all[at - 1].info.id < all[at].info.id);
    QVERIFY(rules::ruleInfo("CPU001")
        == &all[static_cast<std::size_t>(std::find_if(all.begin(), all.end(),
                                             [](const rules::Rule& rule) { return rule.info.id == "CPU001"; })
                    - all.begin())]
                .info);
    QVERIFY(rules::ruleInfo("NONE") == nullptr);
}

namespace {

graph::Codebase everything()
{
    std::map<std::string, std::string> files;
    for (const rules::Rule& rule : rules::registry())
        files.merge(readFixture(qt(rule.info.id)).files);
    // Names that are no UTF-8, control characters and names without end must come out printable.
    files["odd.py"] = "import re\ndef f\x80(rows, s=[]):\n    for a in rows:\n        s\xff += 'x'\n    s.append(a)\n"
        + std::string("def ") + std::string(5000, 'n') + "(x={}):\n    eval(x)\n";
    return testing::buildCodebase(files).value();
}

} // namespace

void TestRules::findingsAreWellFormed()
{
    const graph::Codebase codebase = everything();
    const std::vector<rules::Finding> findings = findingsOf(codebase);
    QVERIFY(findings.size() > 60);
    for (std::size_t at = 0; at < findings.size(); ++at) {
        const rules::Finding& finding = findings[at];
        const graph::Module& module = codebase.modules[finding.module];
        QVERIFY2(!finding.message.empty() && finding.message.size() < 400, finding.message.c_str());
        QVERIFY(std::none_of(finding.message.begin(), finding.message.end(),
            [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
        QVERIFY(isValidUtf8(finding.message));
        QVERIFY(finding.weight > 0 && finding.weight <= 3);
        QVERIFY(finding.line >= 1 && finding.line <= finding.endLine
            && finding.endLine <= module.facts->lines.physical + 1);
        QVERIFY(
            finding.function >= module.firstFunction && finding.function < module.firstFunction + module.functionCount);
        if (at > 0 && findings[at - 1].module == finding.module)
            QVERIFY(findings[at - 1].line < finding.line
                || (findings[at - 1].line == finding.line && findings[at - 1].rule <= finding.rule));
    }
}

void TestRules::theNumberOfJobsChangesNothing()
{
    const graph::Codebase codebase = everything();
    const std::vector<rules::Finding> one = findingsOf(codebase, 1), two = findingsOf(codebase, 2);
    QCOMPARE(one.size(), two.size());
    for (std::size_t at = 0; at < one.size(); ++at) {
        QCOMPARE(qt(one[at].rule), qt(two[at].rule));
        QCOMPARE(one[at].module, two[at].module);
        QCOMPARE(one[at].line, two[at].line);
        QCOMPARE(QString::fromStdString(one[at].message), QString::fromStdString(two[at].message));
        QCOMPARE(one[at].weight, two[at].weight);
    }
}

void TestRules::onlyJudgedModulesAreLookedAt()
{
    const std::string text = "def f(rows=[]):\n    eval(rows)\n";
    const auto codebase
        = testing::buildCodebase({ { "tests/test_a.py", text }, { "b.py", text }, { "c.py", "<unreadable>" } });
    QVERIFY(codebase.has_value());
    for (const rules::Finding& finding : findingsOf(*codebase))
        QCOMPARE(QString::fromStdString(codebase->modules[finding.module].file.path), QStringLiteral("b.py"));
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
