// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Under which name a file is imported, layout by layout.
#include "tests/core/source/support.h"

using namespace ferroscope;
using namespace ferroscope::source;

class TestImportNames : public QObject {
    Q_OBJECT
private slots:
    void flatLayout();
    void srcLayoutWithoutAnySettings();
    void srcThatIsAPackage();
    void srcBesideAPackageOfTheSameName();
    void libHoldsPackages();
    void libIsOnlyAFolder();
    void toolsNameTheirFolder_data();
    void toolsNameTheirFolder();
    void packageDirNamesAPackage();
    void settingsCannotLeaveTheRoot();
    void severalProjectsInOneRepository();
    void projectsThatTestsBringAlong();
    void aDjangoProjectBelowTheRoot();
    void theRootIsAPackage();
    void theRootIsASubpackage();
    void initBesideAManifest();
    void namespacePackages();
    void stubPackages();
    void oddNames();
};

void TestImportNames::flatLayout()
{
    const auto set = discoverIn({ { "shop/__init__.py", "" }, { "shop/core.py", "" }, { "shop/__main__.py", "" }, { "run.py", "" } });
    QCOMPARE(moduleAt(set, "shop/__init__.py"), std::string("shop"));
    QCOMPARE(moduleAt(set, "shop/core.py"), std::string("shop.core"));
    QCOMPARE(moduleAt(set, "shop/__main__.py"), std::string("shop.__main__"));
    QCOMPARE(moduleAt(set, "run.py"), std::string("run"));
    QCOMPARE(fileAt(set, "shop/__init__.py")->package, std::string("shop"));
    QCOMPARE(fileAt(set, "run.py")->package, std::string(""));
    QCOMPARE(set->importRoots, (Paths { "" }));
}

void TestImportNames::srcLayoutWithoutAnySettings()
{
    const auto set = discoverIn({ { "src/shop/__init__.py", "" }, { "src/shop/core/model.py", "" }, { "src/nsroot/part/leaf.py", "" },
        { "src/single.py", "" }, { "tests/test_shop.py", "" } });
    QCOMPARE(moduleAt(set, "src/shop/core/model.py"), std::string("shop.core.model"));
    QCOMPARE(moduleAt(set, "src/nsroot/part/leaf.py"), std::string("nsroot.part.leaf"));
    QCOMPARE(moduleAt(set, "src/single.py"), std::string("single"));
    QCOMPARE(moduleAt(set, "tests/test_shop.py"), std::string("tests.test_shop"));
    QCOMPARE(fileAt(set, "src/shop/__init__.py")->importRoot, std::string("src"));
    QCOMPARE(set->importRoots, (Paths { "", "src" }));
}

void TestImportNames::srcThatIsAPackage()
{
    const auto set = discoverIn({ { "src/__init__.py", "" }, { "src/model.py", "" }, { "src/net/__init__.py", "" } });
    QCOMPARE(moduleAt(set, "src/model.py"), std::string("src.model"));
    QCOMPARE(moduleAt(set, "src/net/__init__.py"), std::string("src.net"));
}

void TestImportNames::srcBesideAPackageOfTheSameName()
{
    const auto set = discoverIn({ { "shop/__init__.py", "" }, { "src/shop/__init__.py", "" } });
    QCOMPARE(moduleAt(set, "shop/__init__.py"), std::string("shop"));
    QCOMPARE(moduleAt(set, "src/shop/__init__.py"), std::string("src.shop"));
}

void TestImportNames::libHoldsPackages()
{
    const auto set = discoverIn({ { "setup.py", "" }, { "lib/sqlalchemy/__init__.py", "" }, { "lib/sqlalchemy/orm/query.py", "" } });
    QCOMPARE(moduleAt(set, "lib/sqlalchemy/orm/query.py"), std::string("sqlalchemy.orm.query"));
}

void TestImportNames::libIsOnlyAFolder()
{
    const auto set = discoverIn({ { "app.py", "" }, { "lib/helpers.py", "" } });
    QCOMPARE(moduleAt(set, "lib/helpers.py"), std::string("lib.helpers"));
}

void TestImportNames::toolsNameTheirFolder_data()
{
    QTest::addColumn<QByteArray>("manifest");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* manifest, const char* text) {
        QTest::newRow(name) << QByteArray(manifest) << QByteArray(text);
    };
    row("setuptools where", "pyproject.toml", "[tool.setuptools.packages.find]\nwhere = ['python']\n");
    row("setuptools package-dir", "pyproject.toml", "[tool.setuptools.package-dir]\n'' = 'python'\n");
    row("setup.cfg package_dir", "setup.cfg", "[options]\npackage_dir =\n    =python\n");
    row("setup.cfg where", "setup.cfg", "[options.packages.find]\nwhere = python\n");
    row("poetry", "pyproject.toml", "[tool.poetry]\npackages = [{include = 'shop', from = 'python'}]\n");
    row("maturin", "pyproject.toml", "[tool.maturin]\npython-source = 'python'\n");
    row("hatch", "pyproject.toml", "[tool.hatch.build.targets.wheel]\npackages = ['python/shop']\n");
    row("scikit-build", "pyproject.toml", "[tool.scikit-build]\nwheel.packages = ['python/shop']\n");
    row("pdm", "pyproject.toml", "[tool.pdm.build]\npackage-dir = './python/'\n");
    row("uv", "pyproject.toml", "[tool.uv.build-backend]\nmodule-root = 'python'\n");
    row("pytest", "pyproject.toml", "[tool.pytest.ini_options]\npythonpath = ['python', 'nowhere']\n");
}

void TestImportNames::toolsNameTheirFolder()
{
    QFETCH(QByteArray, manifest);
    QFETCH(QByteArray, text);
    const auto set = discoverIn({ { manifest.toStdString(), text.toStdString() }, { "python/shop/__init__.py", "" }, { "python/shop/core.py", "" } });
    QVERIFY(set);
    QVERIFY(set->skipped.empty());
    QCOMPARE(moduleAt(set, "python/shop/core.py"), std::string("shop.core"));
    QCOMPARE(set->importRoots, (Paths { "", "python" }));
}

void TestImportNames::packageDirNamesAPackage()
{
    const auto set = discoverIn({ { "pyproject.toml", "[tool.setuptools.package-dir]\nshop = 'code'\n" },
        { "code/__init__.py", "" }, { "code/core/model.py", "" } });
    QCOMPARE(moduleAt(set, "code/__init__.py"), std::string("shop"));
    QCOMPARE(moduleAt(set, "code/core/model.py"), std::string("shop.core.model"));
}

void TestImportNames::settingsCannotLeaveTheRoot()
{
    const auto set = discoverIn({ { "in/pyproject.toml", "[tool.setuptools.packages.find]\nwhere = ['../../out', '/etc', '..']\n" },
        { "in/a.py", "" }, { "out/b.py", "" } }, {}, "in");
    QCOMPARE(set->importRoots, (Paths { "" }));
}

void TestImportNames::severalProjectsInOneRepository()
{
    const auto set = discoverIn({ { "libs/prices/pyproject.toml", "" }, { "libs/prices/src/prices/__init__.py", "" },
        { "libs/prices/src/prices/tax.py", "" }, { "libs/prices/tests/test_tax.py", "" }, { "libs/orders/setup.py", "" },
        { "libs/orders/orders/__init__.py", "" }, { "deploy.py", "" } });
    QCOMPARE(moduleAt(set, "libs/prices/src/prices/tax.py"), std::string("prices.tax"));
    QCOMPARE(moduleAt(set, "libs/prices/tests/test_tax.py"), std::string("tests.test_tax"));
    QCOMPARE(moduleAt(set, "libs/orders/orders/__init__.py"), std::string("orders"));
    QCOMPARE(moduleAt(set, "deploy.py"), std::string("deploy"));
    QCOMPARE(set->importRoots, (Paths { "", "libs/orders", "libs/prices", "libs/prices/src" }));
    QCOMPARE(fileAt(set, "libs/prices/tests/test_tax.py")->importRoot, std::string("libs/prices"));
}

void TestImportNames::projectsThatTestsBringAlong()
{
    const auto set = discoverIn({ { "shop/__init__.py", "" }, { "tests/data/sample/pyproject.toml", "" }, { "tests/data/sample/shop/__init__.py", "" } });
    QCOMPARE(moduleAt(set, "tests/data/sample/shop/__init__.py"), std::string("tests.data.sample.shop"));
    QCOMPARE(set->importRoots, (Paths { "" }));
}

void TestImportNames::aDjangoProjectBelowTheRoot()
{
    const auto set = discoverIn({ { "backend/manage.py", "" }, { "backend/shop/__init__.py", "" }, { "backend/shop/models.py", "" } });
    QCOMPARE(moduleAt(set, "backend/shop/models.py"), std::string("shop.models"));
}

void TestImportNames::theRootIsAPackage()
{
    const auto set = discoverIn({ { "site/django/__init__.py", "" }, { "site/django/db/models/base.py", "" },
        { "site/django/shortcuts.py", "" }, { "site/django/lib/__init__.py", "" } }, {}, "site/django");
    QCOMPARE(moduleAt(set, "__init__.py"), std::string("django"));
    QCOMPARE(moduleAt(set, "db/models/base.py"), std::string("django.db.models.base"));
    QCOMPARE(moduleAt(set, "shortcuts.py"), std::string("django.shortcuts"));
    QCOMPARE(fileAt(set, "shortcuts.py")->package, std::string("django"));
    QCOMPARE(set->importRoots, (Paths { ".." }));
    QCOMPARE(set->name, std::string("django"));
}

void TestImportNames::theRootIsASubpackage()
{
    const auto set = discoverIn({ { "site/django/__init__.py", "" }, { "site/django/db/__init__.py", "" }, { "site/django/db/utils.py", "" } }, {}, "site/django/db");
    QCOMPARE(moduleAt(set, "utils.py"), std::string("django.db.utils"));
    QCOMPARE(moduleAt(set, "__init__.py"), std::string("django.db"));
    QCOMPARE(set->importRoots, (Paths { "../.." }));
}

void TestImportNames::initBesideAManifest()
{
    // Left over by a template: the repository's folder is no package, whatever its name.
    const auto set = discoverIn({ { "repo/setup.py", "" }, { "repo/__init__.py", "" }, { "repo/shop/__init__.py", "" } }, {}, "repo");
    QCOMPARE(moduleAt(set, "shop/__init__.py"), std::string("shop"));
    QCOMPARE(set->importRoots, (Paths { "" }));
}

void TestImportNames::namespacePackages()
{
    const auto set = discoverIn({ { "company/shop/prices/__init__.py", "" }, { "company/shop/helpers.py", "" } });
    QCOMPARE(moduleAt(set, "company/shop/prices/__init__.py"), std::string("company.shop.prices"));
    QCOMPARE(moduleAt(set, "company/shop/helpers.py"), std::string("company.shop.helpers"));
}

void TestImportNames::stubPackages()
{
    const auto set = discoverIn({ { "yaml-stubs/__init__.pyi", "" }, { "yaml-stubs/nodes.pyi", "" }, { "my-stubs/a.py", "" } });
    QCOMPARE(moduleAt(set, "yaml-stubs/nodes.pyi"), std::string("yaml.nodes"));
    QCOMPARE(moduleAt(set, "my-stubs/a.py"), std::string("my-stubs.a"));
}

void TestImportNames::oddNames()
{
    const auto set = discoverIn({ { "v1.2/run.now.py", "" }, { "a\nb/c\xFF.py", "" }, { "It's.py", "" } });
    QCOMPARE(moduleAt(set, "v1.2/run.now.py"), std::string("v1_2.run_now"));
    QCOMPARE(moduleAt(set, "a\nb/c\xFF.py"), std::string("a%0Ab.c%FF"));
    QCOMPARE(moduleAt(set, "It's.py"), std::string("It's"));
}

QTEST_APPLESS_MAIN(TestImportNames)
#include "tst_import_names.moc"
