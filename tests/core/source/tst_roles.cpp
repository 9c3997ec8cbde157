// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of roles.h, in trees as they are found in the wild.
#include "core/source/roles.h"
#include "tests/core/source/support.h"

using namespace ferroscope;
using namespace ferroscope::source;

namespace {

std::string roleIn(const Contents& contents, const std::string& path, const std::string& root = "")
{
    const auto set = discoverIn(contents, {}, root);
    const SourceFile* file = fileAt(set, path);
    return file ? std::string(roleName(file->role)) : "not found";
}

} // namespace

class TestRoles : public QObject {
    Q_OBJECT
private slots:
    void byPathAlone_data();
    void byPathAlone();
    void testIsAlsoANameForProductCode();
    void vendorIsAlsoAWordOfTheTrade();
    void migrationsFrameworkIsSource();
    void scriptsFolderThatIsAPackage();
    void documentationInsideAPackage();
    void theRootsOwnNameNeverMatters();
    void flatStandardLibraryIsSource();
    void saysItIsGenerated_data();
    void saysItIsGenerated();
};

void TestRoles::byPathAlone_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("role");
    const auto row = [](const char* path, const char* role) { QTest::newRow(path) << QByteArray(path) << QByteArray(role); };
    row("shop/core.py", "source");
    row("core.py", "source");
    row("shop/latest.py", "source");
    row("shop/contest.py", "source");
    row("shop/testimony.py", "source");
    row("shop/_test.py", "source");
    row("shop/test_core.py", "test");
    row("shop/core_test.py", "test");
    row("shop/tests.py", "test");
    row("conftest.py", "test");
    row("tests/helpers.py", "test");
    row("tests/unit/data/sample.py", "test");
    row("shop/tests/__init__.py", "test");
    row("test/support/case.py", "test");
    row("testing/helper.py", "test");
    row("examples/quickstart.py", "example");
    row("docs/conf.py", "example");
    row("docs/test_examples.py", "test");
    row("benchmarks/bench_core.py", "example");
    row("demo/run.py", "example");
    row("shop/_vendor/six.py", "vendored");
    row("third_party/lib/tests/test_it.py", "vendored");
    row("extern/stub.pyi", "vendored");
    row("shop/core.pyi", "stub");
    row("tests/core.pyi", "stub");
    row("shop/api_pb2.py", "generated");
    row("shop/api_pb2_grpc.py", "generated");
    row("shop/parsetab.py", "generated");
    row("gen-py/shop/ttypes.py", "generated");
    row("shop/migrations/0001_initial.py", "migration");
    row("shop/migrations/__init__.py", "source"); // nothing numbered beside it
    row("migrations/versions/ae10_add_price.py", "migration");
    row("migrations/env.py", "migration");
    row("alembic/versions/2021/x.py", "migration");
    row("alembic/env.py", "migration");
    row("shop/versions/v1.py", "source");
    row("setup.py", "script");
    row("noxfile.py", "script");
    row("tasks.py", "script");
    row("shop/jobs/tasks.py", "source");
    row("manage.py", "script");
    row("scripts/release.py", "script");
    row("tools/ci/check.py", "script");
    row(".github/workflows/generate.py", "script");
    row("svc/.ci/run.py", "script");
    row("bin/run.py", "script");
    row("shop/tools/hammer.py", "source"); // no project's top level
}

void TestRoles::byPathAlone()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, role);
    QCOMPARE(roleIn({ { path.toStdString(), "" } }, path.toStdString()), role.toStdString());
}

void TestRoles::testIsAlsoANameForProductCode()
{
    // django.test and numpy.testing are used by other people's tests; they hold none.
    const Contents django { { "setup.py", "" }, { "django/__init__.py", "" }, { "django/test/__init__.py", "" },
        { "django/test/client.py", "" }, { "tests/client/tests.py", "" }, { "tests/client/views.py", "" } };
    QCOMPARE(roleIn(django, "django/test/client.py"), std::string("source"));
    QCOMPARE(roleIn(django, "tests/client/views.py"), std::string("test"));
    const Contents numpy { { "numpy/__init__.py", "" }, { "numpy/testing/__init__.py", "" },
        { "numpy/testing/tests/__init__.py", "" }, { "numpy/testing/tests/test_utils.py", "" } };
    QCOMPARE(roleIn(numpy, "numpy/testing/__init__.py"), std::string("source"));
    QCOMPARE(roleIn(numpy, "numpy/testing/tests/__init__.py"), std::string("test"));
    // The same names with tests in them.
    const Contents tkinter { { "tkinter/__init__.py", "" }, { "tkinter/test/__init__.py", "" },
        { "tkinter/test/support.py", "" }, { "tkinter/test/test_font.py", "" } };
    QCOMPARE(roleIn(tkinter, "tkinter/test/support.py"), std::string("test"));
}

void TestRoles::vendorIsAlsoAWordOfTheTrade()
{
    const Contents shop { { "shop/__init__.py", "" }, { "shop/vendor/__init__.py", "" }, { "shop/vendor/models.py", "" },
        { "shop/vendor/pricing.py", "" } };
    QCOMPARE(roleIn(shop, "shop/vendor/pricing.py"), std::string("source"));
    const Contents copied { { "shop/__init__.py", "" }, { "shop/vendor/__init__.py", "" }, { "shop/vendor/six.py", "" } };
    QCOMPARE(roleIn(copied, "shop/vendor/six.py"), std::string("vendored"));
}

void TestRoles::migrationsFrameworkIsSource()
{
    const Contents django { { "django/__init__.py", "" }, { "django/db/migrations/__init__.py", "" },
        { "django/db/migrations/autodetector.py", "" }, { "django/contrib/auth/migrations/__init__.py", "" },
        { "django/contrib/auth/migrations/0001_initial.py", "" } };
    QCOMPARE(roleIn(django, "django/db/migrations/autodetector.py"), std::string("source"));
    QCOMPARE(roleIn(django, "django/db/migrations/__init__.py"), std::string("source"));
    QCOMPARE(roleIn(django, "django/contrib/auth/migrations/__init__.py"), std::string("migration"));
}

void TestRoles::scriptsFolderThatIsAPackage()
{
    const Contents contents { { "tools/__init__.py", "" }, { "tools/hammer.py", "" }, { "svc/setup.py", "" },
        { "svc/scripts/deploy.py", "" }, { "svc/setup.cfg", "" } };
    QCOMPARE(roleIn(contents, "tools/hammer.py"), std::string("source"));
    QCOMPARE(roleIn(contents, "svc/scripts/deploy.py"), std::string("script")); // top level of a project inside
}

void TestRoles::documentationInsideAPackage()
{
    const Contents contents { { "shop/__init__.py", "" }, { "shop/docs/render.py", "" }, { "shop/examples/first.py", "" },
        { "shop/demo/x.py", "" } };
    QCOMPARE(roleIn(contents, "shop/docs/render.py"), std::string("source"));
    QCOMPARE(roleIn(contents, "shop/demo/x.py"), std::string("source"));
    QCOMPARE(roleIn(contents, "shop/examples/first.py"), std::string("example"));
}

void TestRoles::theRootsOwnNameNeverMatters()
{
    QCOMPARE(roleIn({ { "tests/vendor/examples/core.py", "" } }, "core.py", "tests/vendor/examples"), std::string("source"));
}

void TestRoles::flatStandardLibraryIsSource()
{
    const Contents lib { { "os.py", "" }, { "doctest.py", "" }, { "json/__init__.py", "" }, { "json/decoder.py", "" },
        { "test/__init__.py", "" }, { "test/support/__init__.py", "" }, { "unittest/__init__.py", "" },
        { "unittest/mock.py", "" }, { "pdb.py", "" } };
    for (const char* path : { "os.py", "doctest.py", "json/decoder.py", "unittest/mock.py", "pdb.py" })
        QCOMPARE(roleIn(lib, path), std::string("source"));
    QCOMPARE(roleIn(lib, "test/support/__init__.py"), std::string("test"));
}

void TestRoles::saysItIsGenerated_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("generated");
    const auto row = [](const char* name, const char* head, bool generated) { QTest::newRow(name) << QByteArray(head) << generated; };
    row("protoc", "# -*- coding: utf-8 -*-\n# Generated by the protocol buffer compiler.  DO NOT EDIT!\n", true);
    row("token.py", "\"\"\"Token constants.\"\"\"\n# Auto-generated by Tools/scripts/generate_token.py\n", true);
    row("keyword.py", "\"\"\"Keywords (from \"Grammar/python.gram\")\n\nThis file is automatically generated; please don't\n", true);
    row("pyuic", "# Form implementation generated from reading ui file 'x.ui'\n", true);
    row("ANTLR", "# Generated from Shop.g4 by ANTLR 4.9\n", true);
    row("marker of tools", "#!/usr/bin/env python\n# @generated\n", true);
    row("with Windows line ends", "# Generated by x\r\nimport os\r\n", true);
    row("ordinary", "\"\"\"Prices.\"\"\"\nimport os\n", false);
    row("middle of a sentence", "# This makes pickle streams\n# generated with Python 2 loadable by Python 3.\n", false);
    row("too late", "\n\n\n\n\n# Generated by x\n", false);
    row("in code", "MESSAGE = \"do not edit\"\n", false);
    row("generator, not generated", "\"\"\"Writes pages; each is marked as generated by Shop.\"\"\"\n", false);
    row("empty", "", false);
}

void TestRoles::saysItIsGenerated()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, generated);
    QCOMPARE(looksGenerated(head.toStdString()), generated);
}

QTEST_APPLESS_MAIN(TestRoles)
#include "tst_roles.moc"
