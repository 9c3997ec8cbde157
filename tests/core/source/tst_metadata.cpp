// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Packaging metadata: every flavour, and files that are not what they should be.
#include "core/source/metadata.h"
#include "core/manifests/readers.h"
#include "core/manifests/requirements.h"
#include "tests/core/source/support.h"

using namespace ferroscope;
using namespace ferroscope::source;
using namespace ferroscope::manifests;

namespace {

// "name requirement", "name requirement (dev)" in order.
Paths described(const std::vector<Dependency>& dependencies)
{
    Paths out;
    for (const Dependency& d : dependencies)
        out.push_back(d.name + (d.requirement.empty() ? "" : " " + d.requirement) + (d.development ? " (dev)" : ""));
    return out;
}

std::string requirement(const char* text)
{
    const auto dependency = parseRequirement(text);
    return dependency ? dependency->name + "|" + dependency->requirement : "none";
}

} // namespace

class TestMetadata : public QObject {
    Q_OBJECT
private slots:
    void oneRequirement_data();
    void oneRequirement();
    void projectTable();
    void poetryTables();
    void groupsAndOtherTools();
    void setupCfg();
    void requirementsFiles();
    void includesStayBelowTheRoot();
    void includesThatGoInCircles();
    void constraintsInstallNothing();
    void oneDependencyPerNameAndFile();
    void developmentByFileName();
    void fixturesOfTestsAreNotTheProject();
    void malformedFilesAreReported();
    void theRootsManifestNamesTheProject();
    void foldersAreResolvedBelowTheRoot();
};

void TestMetadata::oneRequirement_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << QByteArray(text) << QByteArray(expected); };
    row("numpy", "numpy|");
    row("PyYAML >= 6, < 7", "PyYAML|>=6,<7");
    row("requests[socks, security]~=2.31 ; python_version < '3.9'", "requests|~=2.31");
    row("zope.interface (>=5.0)", "zope.interface|>=5.0");
    row("pip @ https://host/pip-1.0.zip ; os_name == 'nt'", "pip|@ https://host/pip-1.0.zip");
    row("git+https://host/shop.git@v1#egg=shop&subdirectory=x", "shop|@ git+https://host/shop.git@v1");
    row("https://host/dir/shop-1.0-py3-none-any.whl", "shop|@ https://host/dir/shop-1.0-py3-none-any.whl");
    row("./local/package", "none");
    row("/absolute/path", "none");
    row("C:\\package", "none");
    row("", "none");
    row("see the manual", "none");
    row("broken[extra", "none");
    row("===", "none");
    row("a-b_c.d==1.*", "a-b_c.d|==1.*");
}

void TestMetadata::oneRequirement()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(requirement(text.constData()), expected.toStdString());
}

void TestMetadata::projectTable()
{
    const Manifest manifest = readPyproject(R"(
[build-system]
requires = ["maturin>=1.4"]
[project]
name = "shop"
requires-python = ">=3.10"
dependencies = ["numpy>=1.26", "click", 7]
optional-dependencies.plot = ["matplotlib"]
optional-dependencies.dev = ["pytest"]
[project.scripts]
shopctl = "shop.cli:main"
[project.gui-scripts]
shopwin = "shop.gui:run"
)", "pyproject.toml");
    QCOMPARE(manifest.problem, std::string());
    QCOMPARE(manifest.projectName, std::string("shop"));
    QCOMPARE(manifest.requiresPython, std::string(">=3.10"));
    QCOMPARE(described(manifest.dependencies), (Paths { "numpy >=1.26", "click", "pytest (dev)", "matplotlib", "maturin >=1.4 (dev)" }));
    QCOMPARE(manifest.entryPoints.size(), std::size_t { 2 });
    QCOMPARE(manifest.entryPoints[0].name, std::string("shopctl"));
    QCOMPARE(manifest.entryPoints[0].target, std::string("shop.cli:main"));
}

void TestMetadata::poetryTables()
{
    const Manifest manifest = readPyproject(R"(
[tool.poetry]
name = "shop"
[tool.poetry.dependencies]
python = "^3.9"
numpy = "^1.20"
anything = "*"
extra = {version = "^2", optional = true}
own = {git = "https://host/own.git"}
many = [{version = "1.0", python = "<3.8"}, {version = "2.0"}]
[tool.poetry.dev-dependencies]
black = "22"
[tool.poetry.group.lint.dependencies]
ruff = "*"
[tool.poetry.scripts]
shop = "shop:main"
old = {reference = "bin/old", type = "file"}
)", "pyproject.toml");
    QCOMPARE(manifest.requiresPython, std::string("^3.9"));
    QCOMPARE(described(manifest.dependencies), (Paths { "anything", "extra ^2", "many 1.0", "numpy ^1.20", "own @ https://host/own.git",
        "black 22 (dev)", "ruff (dev)" }));
    QCOMPARE(manifest.entryPoints.size(), std::size_t { 2 });
}

void TestMetadata::groupsAndOtherTools()
{
    const Manifest manifest = readPyproject(R"(
[dependency-groups]
test = ["pytest", {include-group = "lint"}]
lint = ["ruff"]
prod = ["gunicorn"]
[tool.pdm.dev-dependencies]
docs = ["sphinx"]
[tool.uv]
dev-dependencies = ["mypy>=1"]
[tool.flit.metadata]
module = "shop"
requires = ["attrs"]
)", "sub/pyproject.toml");
    QCOMPARE(manifest.projectName, std::string("shop"));
    QCOMPARE(described(manifest.dependencies), (Paths { "ruff (dev)", "gunicorn", "pytest (dev)", "attrs", "sphinx (dev)", "mypy >=1 (dev)" }));
    QCOMPARE(manifest.dependencies.front().declaredIn, std::string("sub/pyproject.toml"));
}

void TestMetadata::setupCfg()
{
    const Manifest manifest = readSetupCfg("# comment\r\n[metadata]\r\nname = shop\r\n[options]\r\npython_requires = >=3.7\r\n"
                                           "install_requires =\r\n    numpy>=1\r\n    # not this\r\n    attrs ; python_version < '3.8'\r\n"
                                           "    file: other.txt\r\n[options.extras_require]\r\ntest = pytest\r\nfast: cython\r\n"
                                           "[options.entry_points]\r\nconsole_scripts =\r\n  shop = shop.cli:main\r\n  bad line\r\n", "setup.cfg");
    QCOMPARE(manifest.problem, std::string());
    QCOMPARE(manifest.projectName, std::string("shop"));
    QCOMPARE(manifest.requiresPython, std::string(">=3.7"));
    QCOMPARE(described(manifest.dependencies), (Paths { "numpy >=1", "attrs", "cython", "pytest (dev)" }));
    QCOMPARE(manifest.entryPoints.size(), std::size_t { 1 });
    QCOMPARE(manifest.entryPoints[0].target, std::string("shop.cli:main"));
}

void TestMetadata::requirementsFiles()
{
    const RequirementsFile file = readRequirements("# all\nnumpy==1.26 # why\nrequests==2.31 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
                                                   "-r base.txt\n--requirement=more.txt\n-c constraints.txt\n-e git+https://h/x.git#egg=own\n"
                                                   "-e .\n--index-url https://h/simple\n\nPyYAML;os_name=='nt'\n");
    QCOMPARE(described(file.dependencies), (Paths { "numpy ==1.26", "requests ==2.31", "own @ git+https://h/x.git", "PyYAML" }));
    QCOMPARE(file.includes, (Paths { "base.txt", "more.txt" }));
    QCOMPARE(file.constraints, (Paths { "constraints.txt" }));
}

void TestMetadata::includesStayBelowTheRoot()
{
    const auto set = discoverIn({ { "in/a.py", "" }, { "in/requirements.txt", "-r deps/base.lst\n-r ../secret.txt\n-r /etc/passwd\n-r missing.txt\n" },
        { "in/deps/base.lst", "numpy\n-r more.lst\n" }, { "in/deps/more.lst", "attrs\n" }, { "secret.txt", "stolen\n" } }, {}, "in");
    QVERIFY(set);
    QCOMPARE(described(set->dependencies), (Paths { "attrs", "numpy" }));
    QCOMPARE(set->dependencies[0].declaredIn, std::string("deps/more.lst"));
    QVERIFY(reasonFor(set->skipped, "requirements.txt").find("is not below the root") != std::string::npos);
    QVERIFY(!reasonFor(set->skipped, "missing.txt").empty());
}

void TestMetadata::includesThatGoInCircles()
{
    const auto set = discoverIn({ { "a.py", "" }, { "requirements.txt", "-r requirements.txt\n-r x.txt\none\n" }, { "x.txt", "-r requirements.txt\ntwo\n" } });
    QCOMPARE(described(set->dependencies), (Paths { "one", "two" }));
}

void TestMetadata::constraintsInstallNothing()
{
    const auto set = discoverIn({ { "a.py", "" }, { "requirements.txt", "-c pins.txt\nnumpy\nattrs>=1\n" }, { "pins.txt", "numpy==1.26\nattrs==2\nunused==3\n" } });
    QCOMPARE(described(set->dependencies), (Paths { "attrs >=1", "numpy ==1.26" }));
}

void TestMetadata::oneDependencyPerNameAndFile()
{
    const auto set = discoverIn({ { "a.py", "" }, { "pyproject.toml", "[project]\ndependencies = ['Numpy>=1']\noptional-dependencies.test = ['numpy>=2']\n" },
        { "requirements.txt", "numpy==1.26\nzlib\nAttrs\n" } });
    QCOMPARE(described(set->dependencies), (Paths { "Attrs", "Numpy >=1", "numpy ==1.26", "zlib" }));
}

void TestMetadata::developmentByFileName()
{
    const auto set = discoverIn({ { "a.py", "" }, { "requirements.txt", "one\n" }, { "requirements-dev.txt", "two\n" },
        { "requirements/test.txt", "three\n" }, { "requirements/base.txt", "four\n" }, { "docs/requirements.txt", "five\n" } });
    QCOMPARE(described(set->dependencies), (Paths { "five (dev)", "four", "one", "three (dev)", "two (dev)" }));
}

void TestMetadata::fixturesOfTestsAreNotTheProject()
{
    const auto set = discoverIn({ { "a.py", "" }, { "tests/data/pyproject.toml", "[project]\nname = 'fake'\ndependencies = ['fake']\nbroken" },
        { "tests/requirements.txt", "pytest\n" }, { "vendor/x/requirements.txt", "old\n" },
        { "examples/web/pyproject.toml", "[project]\ndependencies = ['flask']\n[project.scripts]\nweb = 'web:run'\n" } });
    QCOMPARE(described(set->dependencies), (Paths { "flask (dev)", "pytest (dev)" }));
    QVERIFY(set->entryPoints.empty());
    QVERIFY(set->skipped.empty());
}

void TestMetadata::malformedFilesAreReported()
{
    const auto set = discoverIn({ { "a.py", "" }, { "pyproject.toml", "[project]\nname = 'x'\ndependencies = [\n" }, { "setup.cfg", "what is this\n[metadata]\nname = shop\n" },
        { "Pipfile", "\xFF\0" }, { "requirements.txt", std::string("\0\xFF\n[[[\n-r\n--\n-e\n\\", 17) } });
    QVERIFY(set);
    QVERIFY2(reasonFor(set->skipped, "pyproject.toml").find("not valid TOML in line") == 0, reasonFor(set->skipped, "pyproject.toml").c_str());
    QVERIFY(reasonFor(set->skipped, "setup.cfg").find("line 1") == 0);
    QCOMPARE(set->name, std::string("shop")); // what could be read counts
    const Manifest deep = readPyproject("x = " + std::string(100'000, '['), "pyproject.toml");
    QVERIFY(!deep.problem.empty());
    QVERIFY(!readPyproject("name = '\xFF'", "pyproject.toml").problem.empty());
    QVERIFY(readPyproject("project = 7\ntool = []\n", "pyproject.toml").problem.empty());
    QVERIFY(readPyproject("[project]\nname = 7\ndependencies = 'x'\nscripts = 3\n[tool]\npoetry = 'x'\n", "pyproject.toml").projectName.empty());
}

void TestMetadata::theRootsManifestNamesTheProject()
{
    const auto set = discoverIn({ { "repo/libs/a/pyproject.toml", "[project]\nname = 'a'\nrequires-python = '>=3.8'\n" }, { "repo/libs/a/a.py", "" } }, {}, "repo");
    QCOMPARE(set->name, std::string("repo"));
    QCOMPARE(set->requiresPython, std::string(">=3.8"));
}

void TestMetadata::foldersAreResolvedBelowTheRoot()
{
    QCOMPARE(resolvedBelowRoot("a/b", "../c/./d//e").value_or("none"), std::string("a/c/d/e"));
    QCOMPARE(resolvedBelowRoot("", "./src/").value_or("none"), std::string("src"));
    QCOMPARE(resolvedBelowRoot("a", "..").value_or("none"), std::string(""));
    QCOMPARE(resolvedBelowRoot("a", "../..").value_or("none"), std::string("none"));
    QCOMPARE(resolvedBelowRoot("a", "/etc").value_or("none"), std::string("none"));
}

QTEST_APPLESS_MAIN(TestMetadata)
#include "tst_metadata.moc"
