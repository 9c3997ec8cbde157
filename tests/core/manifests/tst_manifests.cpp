// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Manifests of every flavour: what each states, and files that are not what they should be.
#include "core/manifests/readers.h"
#include "core/manifests/requirements.h"

#include <QtTest>

using namespace ferroscope;
using namespace ferroscope::manifests;

namespace {

// Everything a manifest says, in one line per kind: a table of expectations that a person can read.
QString described(const Manifest& manifest)
{
    QStringList lines;
    const auto text = [](const std::string& value) { return QString::fromStdString(value); };
    if (!manifest.projectName.empty())
        lines << QStringLiteral("name ") + text(manifest.projectName);
    if (!manifest.requiresPython.empty())
        lines << QStringLiteral("python ") + text(manifest.requiresPython);
    for (const Dependency& each : manifest.dependencies)
        lines << QStringLiteral("needs ") + text(each.name + " " + each.requirement).trimmed() + (each.development ? QStringLiteral(" (dev)") : QString());
    for (const EntryPoint& each : manifest.entryPoints)
        lines << QStringLiteral("script ") + text(each.name + " -> " + each.target);
    for (const LockedVersion& each : manifest.locked)
        lines << QStringLiteral("locks ") + text(each.name + " " + each.version);
    for (const NativeModule& each : manifest.natives) {
        QString line = QStringLiteral("builds ") + text(each.kind + " " + each.module);
        for (const std::string& source : each.sources)
            line += QStringLiteral(" < ") + text(source);
        lines << line;
    }
    for (const std::string& each : manifest.importFolders)
        lines << QStringLiteral("imports from ") + text(each);
    for (const PackageFolder& each : manifest.packageFolders)
        lines << QStringLiteral("package ") + text(each.package + " in " + each.folder);
    for (const std::string& each : manifest.requirementFiles)
        lines << QStringLiteral("takes in ") + text(each);
    for (const std::string& each : manifest.classifiers)
        lines << QStringLiteral("is ") + text(each);
    for (const WheelOption& each : manifest.wheelOptions)
        lines << QStringLiteral("wheels ") + text(each.key + " " + each.word);
    if (!manifest.problem.empty())
        lines << QStringLiteral("problem ") + text(manifest.problem);
    return lines.join(u'\n');
}

} // namespace

class TestManifests : public QObject {
    Q_OBJECT
private slots:
    void formats_data();
    void formats();
    void readers_data();
    void readers();
    void hostileFiles_data();
    void hostileFiles();
    void valuesThatMultiplyAreBounded();
};

void TestManifests::formats_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("format");
    const auto row = [](const char* path, Format format) { QTest::newRow(path) << QString::fromUtf8(path) << static_cast<int>(format); };
    row("pyproject.toml", Format::Pyproject);
    row("libs/a/setup.py", Format::SetupPy);
    row("Pipfile", Format::Pipfile);
    row("Pipfile.lock", Format::PipfileLock);
    row("poetry.lock", Format::TomlLock);
    row("pylock.toml", Format::TomlLock);
    row("pylock.dev.toml", Format::TomlLock);
    row("requirements-dev.txt", Format::Requirements);
    row("requirements/base.in", Format::Requirements);
    row("notes.txt", Format::None);
    row("environment.yml", Format::CondaEnvironment);
    row("environment-dev.yaml", Format::CondaEnvironment);
    row("environments.py", Format::None);
    row("recipe/meta.yaml", Format::CondaRecipe);
    row("rust/Cargo.toml", Format::CargoToml);
    row("CMakeLists.txt", Format::CMake);
    row("src/meson.build", Format::Meson);
    row("shop/_native_build.py", Format::CffiBuild);
    row("Cargo.lock", Format::None);
}

void TestManifests::formats()
{
    QFETCH(QString, path);
    QFETCH(int, format);
    QCOMPARE(static_cast<int>(formatOf(path.toStdString())), format);
}

void TestManifests::readers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* path, const char* text, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(path) << QByteArray(text) << QString::fromUtf8(expected);
    };
    row("Poetry 2: both tables", "pyproject.toml",
        "[project]\nname='shop'\nrequires-python='>=3.10,<4'\ndependencies=['requests>=2']\n"
        "[tool.poetry.group.test.dependencies]\npytest='^8'\n[build-system]\nrequires=['poetry-core>=2']\n",
        "name shop\npython >=3.10,<4\nneeds requests >=2\nneeds poetry-core >=2 (dev)\nneeds pytest ^8 (dev)");
    row("classifiers", "pyproject.toml", "[project]\nname='shop'\nclassifiers=['Programming Language :: Python :: 3.12', 'Operating System :: POSIX', 3]\n",
        "name shop\nis Programming Language :: Python :: 3.12\nis Operating System :: POSIX");
    row("cibuildwheel: lists and texts of several words", "pyproject.toml",
        "[tool.cibuildwheel]\nbuild='cp310-* cp311-manylinux_x86_64'\nskip=['pp*', '*-win32']\n[tool.cibuildwheel.linux]\narchs='auto,aarch64'\n[tool.cibuildwheel.windows]\narchs=1\n",
        "wheels build cp310-*\nwheels build cp311-manylinux_x86_64\nwheels skip pp*\nwheels skip *-win32\nwheels linux.archs auto\nwheels linux.archs aarch64");
    row("setup.cfg with classifiers", "setup.cfg", "[metadata]\nname = shop\nclassifiers =\n    Programming Language :: Python :: 3.9\n\n    Operating System :: OS Independent\n",
        "name shop\nis Programming Language :: Python :: 3.9\nis Operating System :: OS Independent");
    row("setup.py with classifiers", "setup.py", "from setuptools import setup\nsetup(name='shop', classifiers=['Programming Language :: Python :: 3.9', x])\n",
        "name shop\nis Programming Language :: Python :: 3.9");
    row("PEP 735 groups", "pyproject.toml", "[dependency-groups]\ntest=['pytest', {include-group='base'}]\nmain=['attrs']\n",
        "needs attrs\nneeds pytest (dev)");
    row("Hatch environments", "pyproject.toml", "[tool.hatch.envs.default]\ndependencies=['coverage[toml]>=6']\n[tool.hatch.build.targets.wheel]\npackages=['src/shop']\n",
        "needs coverage >=6 (dev)\nimports from src");
    row("dependencies of a Hatch hook", "pyproject.toml", "[tool.hatch.metadata.hooks.uv-dynamic-versioning]\ndependencies=['attrs']\n[tool.hatch.metadata.hooks.uv-dynamic-versioning.optional-dependencies]\nai=['anthropic>=1']\n",
        "needs attrs\nneeds anthropic >=1");
    row("Flit of old", "pyproject.toml", "[tool.flit.metadata]\nmodule='shop'\nrequires=['attrs']\nrequires-python='>=3.6'\n[tool.flit.metadata.requires-extra]\ntest=['pytest']\nredis=['redis']\n",
        "name shop\npython >=3.6\nneeds attrs\nneeds redis\nneeds pytest (dev)");
    row("setuptools takes requirements in", "libs/a/pyproject.toml", "[tool.setuptools.dynamic]\ndependencies={file=['requirements.txt','../../../out.txt']}\n",
        "takes in libs/a/requirements.txt");
    row("pixi", "pyproject.toml", "[tool.pixi.dependencies]\npython='>=3.11'\nnumpy='*'\n", "python >=3.11\nneeds numpy");
    row("maturin", "pyproject.toml", "[build-system]\nrequires=['maturin>=1']\nbuild-backend='maturin'\n[project]\nname='shop-core'\n[tool.maturin]\npython-source='python'\nmodule-name='shop._core'\n",
        "name shop-core\nneeds maturin >=1 (dev)\nbuilds pyo3 shop._core < Cargo.toml\nimports from python");
    row("maturin by default", "rust/pyproject.toml", "[build-system]\nbuild-backend='maturin'\n[project]\nname='shop-core'\n",
        "name shop-core\nbuilds pyo3 shop_core < rust/Cargo.toml");
    row("setuptools-rust and ext-modules", "pyproject.toml",
        "[[tool.setuptools-rust.ext-modules]]\ntarget='shop._rs'\npath='rust/Cargo.toml'\n[[tool.setuptools.ext-modules]]\nname='shop._c'\nsources=['src/c.c']\n",
        "builds pyo3 shop._rs < rust/Cargo.toml\nbuilds c-extension shop._c < src/c.c");
    row("setup.cfg with a file", "setup.cfg", "[options]\npython_requires = >=3.8\ninstall_requires = file: requirements.txt, more/base.txt\n",
        "python >=3.8\ntakes in requirements.txt\ntakes in more/base.txt");
    row("setup.py, plain", "setup.py",
        "from setuptools import setup, find_packages\nsetup(\n    name='shop', python_requires='>=3.9',\n    install_requires=['requests>=2', \"attrs\"],\n"
        "    extras_require={'dev': ['pytest'], 'redis': ['redis>=4']},\n    package_dir={'': 'src'}, packages=find_packages('src'),\n"
        "    entry_points={'console_scripts': ['shopctl = shop.cli:main']},\n)\n",
        "name shop\npython >=3.9\nneeds requests >=2\nneeds attrs\nneeds pytest (dev)\nneeds redis >=4\nscript shopctl -> shop.cli:main\n"
        "imports from src\nimports from src");
    row("setup.py, names and sums", "setup.py",
        "BASE = ['attrs']\nEXTRA = BASE + ['lxml']\nkwargs = dict(name='sh' 'op', tests_require='''pytest\nmock>=4\n''')\n"
        "setup(install_requires=EXTRA + read('requirements.txt'), version=get_version(), **kwargs)\n",
        "name shop\nneeds attrs\nneeds lxml\nneeds pytest (dev)\nneeds mock >=4 (dev)");
    row("setup.py, bound twice is unknown", "setup.py", "NEEDS = ['attrs']\nNEEDS += ['lxml']\nsetup(name='shop', install_requires=NEEDS)\n", "name shop");
    row("setup.py, computed", "setup.py", "import setuptools\nname = open('x').read()\nsetuptools.setup(name=name, install_requires=[f'a{x}', 'b' + y, 'attrs'])\n",
        "needs attrs");
    row("setup.py, Python 2", "setup.py", "print 'building'\nsetup(name='old', install_requires=['six'])\n", "name old\nneeds six");
    row("setup.py, extensions", "setup.py",
        "ext = [Extension('shop._a', ['src/a.c', 'src/b.c']), Extension(name='shop._b', sources=['shop/_b.pyx'])]\n"
        "ext.append(Pybind11Extension('shop._p', ['p.cpp']))\nif numpy:\n    ext += [numpy.distutils.core.Extension('shop._f', ['f.f90'])]\n"
        "setup(name='shop', ext_modules=cythonize(ext) + cythonize('shop/_c.pyx') + mypycify(['shop/model.py']),\n"
        "      rust_extensions=[RustExtension('shop._r', 'rust/Cargo.toml')], cffi_modules=['shop/_build.py:ffi'])\n",
        "name shop\nbuilds c-extension shop._a < src/a.c < src/b.c\nbuilds cython shop._b < shop/_b.pyx\nbuilds pybind11 shop._p < p.cpp\n"
        "builds f2py shop._f < f.f90\nbuilds cffi  < shop/_build.py\nbuilds cython  < shop/_c.pyx\nbuilds mypyc  < shop/model.py\nbuilds pyo3 shop._r < rust/Cargo.toml");
    row("cffi build script", "shop/_native_build.py", "from cffi import FFI\nffi = FFI()\nffi.set_source('shop._native', '#include <x.h>', sources=['x.c'])\n",
        "builds cffi shop._native < shop/x.c");
    row("Pipfile", "Pipfile", "[packages]\nrequests='*'\nshop={git='https://h/s.git'}\n[dev-packages]\npytest='>=8'\n[docs]\nsphinx='*'\n[requires]\npython_version='3.11'\n",
        "python ==3.11.*\nneeds pytest >=8 (dev)\nneeds sphinx (dev)\nneeds requests\nneeds shop @ https://h/s.git");
    row("Pipfile.lock", "Pipfile.lock", R"({"_meta":{"requires":{"python_version":"3.11"},"sources":[{"name":"pypi"}]},"default":{"requests":{"version":"==2.31.0","hashes":["x"]},"local":{"path":"."}},"develop":{"pytest":{"version":"==8.0"}}})",
        "python ==3.11.*\nlocks requests 2.31.0\nlocks pytest 8.0");
    row("poetry.lock", "poetry.lock", "[[package]]\nname='attrs'\nversion='23.1'\n[package.dependencies]\nx='1'\n[metadata]\npython-versions='^3.10'\n", "python ^3.10\nlocks attrs 23.1");
    row("uv.lock", "uv.lock", "version=1\nrequires-python='>=3.11'\n[[package]]\nname='attrs'\nversion='23.1'\nsource={registry='x'}\n[[package]]\nname='shop'\nsource={virtual='.'}\n",
        "python >=3.11\nlocks attrs 23.1");
    row("pdm.lock", "pdm.lock", "[metadata]\nlock_version='4'\n[[package]]\nname='attrs'\nversion='23.1'\nrequires_python='>=3.7'\n", "locks attrs 23.1");
    row("pylock.toml", "pylock.toml", "lock-version='1.0'\nrequires-python='==3.12.*'\n[[packages]]\nname='attrs'\nversion='25.1.0'\n", "python ==3.12.*\nlocks attrs 25.1.0");
    row("conda environment", "environment.yml",
        "name: shop\nchannels: [conda-forge]\ndependencies:\n  - python=3.10\n  - numpy=1.26\n  - conda-forge::scipy>=1.9,<2\n  - pandas=2.0=py310_0\n  - pip\n  - pip:\n    - requests>=2\n    - -r other.txt\n",
        "python ==3.10.*\nneeds numpy ==1.26.*\nneeds scipy >=1.9,<2\nneeds pandas ==2.0\nneeds pip\nneeds requests >=2");
    row("conda recipe with Jinja", "recipe/meta.yaml",
        "{% set name = \"shop\" %}\n{# several\nlines #}\npackage:\n  name: {{ name|lower }}\n  version: {{ version }}\nbuild:\n  entry_points:\n    - shopctl = shop.cli:main\nrequirements:\n"
        "  build:\n    - {{ compiler('c') }}\n    - cmake  # [unix]\n  host:\n    - python >=3.9\n  run:\n    - python >=3.9\n    - numpy >=1.20\n    - {{ pin_compatible('scipy') }}\n    - six 1.16\ntest:\n  requires:\n    - pytest\n",
        "python >=3.9\nneeds numpy >=1.20\nneeds six ==1.16\nneeds cmake (dev)\nneeds pytest (dev)\nscript shopctl -> shop.cli:main");
    row("Cargo.toml of an extension", "rust/Cargo.toml", "[package]\nname='shop-core'\n[lib]\nname='_core'\ncrate-type=['cdylib','rlib']\n[dependencies]\npyo3={version='0.29'}\n",
        "builds pyo3 _core < rust/src/lib.rs");
    row("Cargo.toml of something else", "rust/Cargo.toml", "[package]\nname='shop-core'\n[dependencies]\nserde='1'\n", "");
    row("CMake", "CMakeLists.txt",
        "# pybind11_add_module(no x.cpp)\nproject(shop)\npybind11_add_module(_core MODULE src/core.cpp src/more.cpp)\nnanobind_add_module (_nano STABLE_ABI nano.cpp)\n"
        "Python_add_library(_plain MODULE \"plain.c\" WITH_SOABI)\npybind11_add_module(${NAME} x.cpp)\n",
        "builds pybind11 _core < src/core.cpp < src/more.cpp\nbuilds nanobind _nano < nano.cpp\nbuilds c-extension _plain < plain.c");
    row("Meson", "shop/meson.build", "py = import('python').find_installation()\npy.extension_module('_fast', 'fast.c', ['more.c'], install: true, subdir: 'shop/inner')\npy.extension_module(name, 'x.c')\n",
        "builds c-extension shop.inner._fast < shop/fast.c < shop/more.c");
}

void TestManifests::readers()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const std::string file = path.toStdString();
    const Manifest manifest = read(formatOf(file), text.toStdString(), file);
    QCOMPARE(manifest.path, file);
    QStringList found = described(manifest).split(u'\n'), wanted = expected.split(u'\n');
    found.sort();
    wanted.sort();
    QCOMPARE(found, wanted);
    for (const Dependency& each : manifest.dependencies)
        QCOMPARE(each.declaredIn, file);
}

void TestManifests::hostileFiles_data()
{
    QTest::addColumn<QString>("path");
    for (const char* path : { "pyproject.toml", "setup.cfg", "setup.py", "requirements.txt", "Pipfile", "Pipfile.lock", "uv.lock", "environment.yml", "meta.yaml", "Cargo.toml", "CMakeLists.txt", "meson.build", "a_build.py" })
        QTest::newRow(path) << QString::fromUtf8(path);
}

// None of these may crash, hang or throw; what is no TOML, JSON or YAML is a problem.
void TestManifests::hostileFiles()
{
    QFETCH(QString, path);
    const std::string file = path.toStdString();
    const std::string deep(200'000, '['), braces(200'000, '{'), quotes(100'000, '"'), indents = [] {
        std::string text;
        for (int i = 0; i < 2'000; ++i)
            text += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
        return text;
    }();
    const std::string aliases = "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n"
                                "d: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ndependencies: [*d,*d,*d,*d,*d,*d,*d,*d]\n";
    for (const std::string& text : { std::string(), std::string("\0\0\0", 3), deep, braces, quotes, indents, aliases, std::string("\xFF\xFE\x80"),
             std::string("setup(" + deep), std::string("pybind11_add_module("), std::string("- - - - -"), std::string("{{{{{{ {% {#") }) {
        const Manifest manifest = read(formatOf(file), text, file);
        QVERIFY(manifest.dependencies.size() <= kMaxItems);
        for (const NativeModule& native : manifest.natives)
            QVERIFY(native.sources.size() <= kMaxSources);
    }
}

// Names bound to lists of names bound to lists: each doubles the one before.
void TestManifests::valuesThatMultiplyAreBounded()
{
    std::string text = "a0 = ['x>=1', 'y']\n";
    for (int i = 1; i < 20; ++i)
        text += "a" + std::to_string(i) + " = a" + std::to_string(i - 1) + " + a" + std::to_string(i - 1) + "\n";
    for (int i = 0; i < 200; ++i)
        text += "setup(name='shop', install_requires=a19)\n";
    const Manifest manifest = readSetupPy(text, "setup.py");
    QCOMPARE(manifest.projectName, std::string("shop"));
    QVERIFY(manifest.dependencies.size() <= kMaxItems);
}

QTEST_APPLESS_MAIN(TestManifests)
#include "tst_manifests.moc"
