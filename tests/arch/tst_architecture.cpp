// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The second lock on the architecture (the first is the link graph of core/CMakeLists.txt): who may include
// what, one includer per foreign library, a README per folder, licence lines, files one can read in one sitting.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <map>
#include <set>

namespace {

const QString kRoot = QStringLiteral(FERROSCOPE_SOURCE_DIR);

// Folder -> folders it may include besides itself. Kept beside architecture in core/CMakeLists.txt.
const std::map<QString, std::set<QString>>& allowed()
{
    const auto s = [](std::initializer_list<const char*> names) {
        std::set<QString> out;
        for (const char* name : names)
            out.insert(QString::fromLatin1(name));
        return out;
    };
    static const std::map<QString, std::set<QString>> table {
        { QStringLiteral("core/base"), {} },
        { QStringLiteral("core/assessment"), s({ "core/base" }) },
        { QStringLiteral("core/settings"), s({ "core/base", "core/assessment" }) },
        { QStringLiteral("core/manifests"), s({ "core/base", "core/syntax" }) },
        { QStringLiteral("core/source"), s({ "core/base", "core/manifests" }) },
        { QStringLiteral("core/syntax"), s({ "core/base" }) },
        { QStringLiteral("core/facts"), s({ "core/base", "core/syntax" }) },
        { QStringLiteral("core/knowledge"), s({ "core/base" }) },
        { QStringLiteral("core/graph"), s({ "core/base", "core/source", "core/facts", "core/knowledge" }) },
        { QStringLiteral("core/evidence"), s({ "core/base", "core/source", "core/facts", "core/graph", "core/knowledge" }) },
        { QStringLiteral("core/rules"), s({ "core/base", "core/source", "core/facts", "core/graph", "core/evidence", "core/knowledge" }) },
        { QStringLiteral("core/scoring"), s({ "core/base", "core/source", "core/facts", "core/graph", "core/evidence", "core/knowledge", "core/rules", "core/assessment" }) },
        { QStringLiteral("core/roadmap"), s({ "core/base", "core/assessment" }) },
        { QStringLiteral("core/store"), s({ "core/base", "core/facts", "core/assessment" }) },
        { QStringLiteral("core/report"), s({ "core/base", "core/assessment" }) },
        { QStringLiteral("core/analysis"), s({ "core/base", "core/source", "core/facts", "core/graph", "core/evidence", "core/knowledge", "core/rules", "core/scoring", "core/roadmap", "core/store", "core/report", "core/assessment", "core/settings" }) },
        { QStringLiteral("ui/render"), s({ "core/base", "core/assessment", "core/report" }) },
        { QStringLiteral("ui/models"), s({ "core/base", "core/assessment", "core/settings", "core/analysis", "core/roadmap", "ui/render" }) },
        { QStringLiteral("ui/widgets"), s({ "core/base", "core/assessment", "core/report", "core/settings", "core/source", "core/syntax", "ui/render", "ui/models" }) },
        { QStringLiteral("ui/pages"), s({ "core/base", "core/assessment", "core/report", "core/settings", "core/roadmap", "core/source", "ui/render", "ui/models", "ui/widgets" }) },
        { QStringLiteral("ui/shell"), s({ "core/base", "core/assessment", "core/report", "core/rules", "core/analysis", "core/settings", "core/store", "core/source", "ui/render", "ui/models", "ui/widgets", "ui/pages" }) },
    };
    return table;
}

QStringList sources(const QString& folder)
{
    QStringList files;
    QDirIterator walk(kRoot + QLatin1Char('/') + folder, { QStringLiteral("*.h"), QStringLiteral("*.cpp") }, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        files += walk.next().mid(kRoot.size() + 1);
    files.sort();
    return files;
}

QString folderOf(const QString& path) { return path.section(QLatin1Char('/'), 0, 1); }

QStringList linesOf(const QString& path)
{
    QFile file(kRoot + QLatin1Char('/') + path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
}

} // namespace

class TestArchitecture : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFolderIsKnown()
    {
        for (const QString& top : { QStringLiteral("core"), QStringLiteral("ui") }) {
            for (const QString& name : QDir(kRoot + QLatin1Char('/') + top).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                const QString folder = top + QLatin1Char('/') + name;
                QVERIFY2(allowed().contains(folder), qPrintable(folder + QStringLiteral(" has no line in this test")));
                QVERIFY2(QFile::exists(kRoot + QLatin1Char('/') + folder + QStringLiteral("/README.md")), qPrintable(folder));
            }
        }
    }

    void includesFollowTheTable()
    {
        static const QRegularExpression ours(QStringLiteral("^\\s*#include \"((core|ui|app)/[a-z]+)"));
        QStringList wrong;
        for (const QString& path : sources(QStringLiteral("core")) + sources(QStringLiteral("ui"))) {
            const QString folder = folderOf(path);
            const std::set<QString>& may = allowed().at(folder);
            for (const QString& line : linesOf(path)) {
                const QRegularExpressionMatch match = ours.match(line);
                if (match.hasMatch() && match.captured(1) != folder && !may.contains(match.captured(1)))
                    wrong += path + QStringLiteral(": ") + line.trimmed();
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void foreignLibrariesHaveOneHome()
    {
        const std::map<QString, QString> homes { { QStringLiteral("tree_sitter/"), QStringLiteral("core/syntax/") },
            { QStringLiteral("sqlite3.h"), QStringLiteral("core/store/") }, { QStringLiteral("zstd.h"), QStringLiteral("core/store/pack.cpp") }, { QStringLiteral("expat.h"), QStringLiteral("core/evidence/coverage/") }, { QStringLiteral("git2.h"), QStringLiteral("core/source/") },
            { QStringLiteral("yaml-cpp/"), QStringLiteral("core/manifests/") },
            { QStringLiteral("igraph.h"), QStringLiteral("core/graph/igraph_adapter.cpp") },
            { QStringLiteral("igraph/"), QStringLiteral("core/graph/igraph_adapter.cpp") },
            { QStringLiteral("qpdf/"), QStringLiteral("ui/render/") } };
        static const QRegularExpression anyInclude(QStringLiteral("^\\s*#include [<\"]([^>\"]+)"));
        static const QRegularExpression qt(QStringLiteral("^Q[A-Z]"));
        QStringList wrong;
        for (const QString& path : sources(QStringLiteral("core")) + sources(QStringLiteral("ui")) + sources(QStringLiteral("app"))) {
            for (const QString& line : linesOf(path)) {
                const QRegularExpressionMatch match = anyInclude.match(line);
                if (!match.hasMatch())
                    continue;
                const QString included = match.captured(1);
                if (path.startsWith(QStringLiteral("core/")) && qt.match(included).hasMatch())
                    wrong += path + QStringLiteral(" includes Qt: ") + included;
                for (const auto& [library, home] : homes) {
                    if (included.startsWith(library) && !path.startsWith(home))
                        wrong += path + QStringLiteral(" includes ") + included;
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void filesAreReadableAndLicensed()
    {
        QStringList wrong;
        for (const QString& path : sources(QStringLiteral("core")) + sources(QStringLiteral("ui")) + sources(QStringLiteral("app")) + sources(QStringLiteral("tests"))) {
            if (path.startsWith(QStringLiteral("tests/fixtures/")))
                continue;
            const QStringList lines = linesOf(path);
            const QString head = lines.mid(0, 2).join(QLatin1Char('\n'));
            if (!head.contains(QStringLiteral("SPDX-FileCopyrightText")) || !head.contains(QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later")))
                wrong += path + QStringLiteral(": no SPDX lines");
            if (lines.size() > 501) // the last one is what follows the final newline
                wrong += path + QStringLiteral(": %1 lines").arg(lines.size());
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};

QTEST_APPLESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
