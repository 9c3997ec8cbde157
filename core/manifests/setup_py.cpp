// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// setup.py, read and never run: literals in the call of setup(), and extension modules wherever they are made.
#include "core/manifests/readers.h"

#include "core/base/text.h"
#include "core/manifests/literals.h"
#include <algorithm>

namespace ferroscope::manifests {

namespace {

using syntax::Kind;
using syntax::Node;

class SetupReader {
public:
    SetupReader(const syntax::Tree& tree, std::string_view source, Manifest& manifest)
        : m_literals(tree, source)
        , m_manifest(manifest)
        , m_folder(folderOf(manifest.path))
    {
        eachCall(tree, [this](Node call) { take(call); });
    }

private:
    // Document order, without recursion.
    template <class Action> static void eachCall(const syntax::Tree& tree, Action action)
    {
        syntax::Cursor cursor(tree);
        for (bool isDown = true;;) {
            if (isDown && cursor.node().kind() == Kind::Call)
                action(cursor.node());
            if (isDown && cursor.toFirstChild())
                continue;
            isDown = cursor.toNextSibling();
            if (!isDown && !cursor.toParent())
                return;
        }
    }

    void take(Node call)
    {
        const std::string callee = m_literals.calleeOf(call);
        if (callee == "setup" || callee == "run_setup")
            takeSetup(m_literals.argumentsOf(call));
        else if (callee == "find_packages" || callee == "find_namespace_packages")
            takeWhere(m_literals.argumentsOf(call));
        else if (callee == "set_source" || callee == "set_source_pkgconfig")
            takeNative(m_literals.argumentsOf(call), "cffi");
        else if (callee == "RustExtension")
            takeRust(m_literals.argumentsOf(call));
        else if (callee == "Pybind11Extension")
            takeNative(m_literals.argumentsOf(call), "pybind11");
        else if (callee == "cythonize" || callee == "mypycify")
            takeFiles(m_literals.argumentsOf(call), callee == "cythonize" ? "cython" : "mypyc");
        else if (callee == "Extension" || (endsWith(callee, "Extension") && callee.size() > 9))
            takeNative(m_literals.argumentsOf(call), "c-extension");
    }

    static std::string textAt(const Literal& arguments, std::string_view name)
    {
        const Literal* value = arguments.member(name);
        return value && value->kind == Literal::Kind::Text ? value->text : std::string();
    }

    void addRequirements(const Literal* list, bool development)
    {
        if (!list)
            return;
        for (const std::string& text : list->texts()) {
            for (const std::string_view line : split(text, '\n')) // setuptools takes one text of several lines too
                addRequirement(m_manifest, line, development);
        }
    }

    void takeSetup(const Literal& arguments)
    {
        if (m_manifest.projectName.empty())
            m_manifest.projectName = textAt(arguments, "name");
        if (m_manifest.requiresPython.empty())
            m_manifest.requiresPython = textAt(arguments, "python_requires");
        if (const Literal* classifiers = arguments.member("classifiers")) {
            for (const std::string& text : classifiers->texts()) {
                for (const std::string_view line : split(text, '\n')) {
                    if (!trimmed(line).empty() && m_manifest.classifiers.size() < kMaxClassifiers)
                        m_manifest.classifiers.emplace_back(trimmed(line));
                }
            }
        }
        addRequirements(arguments.member("install_requires"), false);
        addRequirements(arguments.member("requires"), false);
        addRequirements(arguments.member("tests_require"), true);
        addRequirements(arguments.member("setup_requires"), true);
        if (const Literal* extras = arguments.member("extras_require")) {
            for (const auto& [name, list] : extras->members)
                addRequirements(&list, isDevelopmentName(name));
        }
        if (const Literal* folders = arguments.member("package_dir")) {
            for (const auto& [package, folder] : folders->members) {
                const auto resolved = folder.kind == Literal::Kind::Text ? resolvedBelowRoot(m_folder, folder.text) : std::nullopt;
                if (resolved && package.empty())
                    m_manifest.importFolders.push_back(*resolved);
                else if (resolved)
                    m_manifest.packageFolders.push_back({ package, *resolved });
            }
        }
        takeEntryPoints(arguments.member("entry_points"));
        if (const Literal* builders = arguments.member("cffi_modules")) { // "shop/_build.py:ffibuilder"
            for (const std::string& builder : builders->texts())
                addNative(m_manifest, "cffi", "", { builder.substr(0, builder.rfind(':')) });
        }
    }

    void takeEntryPoints(const Literal* entryPoints)
    {
        if (!entryPoints)
            return;
        for (const char* kind : { "console_scripts", "gui_scripts" }) {
            const Literal* list = entryPoints->member(kind);
            if (!list)
                continue;
            for (const std::string& text : list->texts()) {
                const std::size_t equals = text.find('=');
                if (equals != std::string::npos)
                    m_manifest.entryPoints.push_back({ std::string(trimmed(std::string_view(text).substr(0, equals))),
                        std::string(trimmed(std::string_view(text).substr(equals + 1))) });
            }
        }
    }

    void takeWhere(const Literal& arguments)
    {
        std::string where = textAt(arguments, "where");
        where = where.empty() ? textAt(arguments, "0") : where;
        if (auto resolved = where.empty() ? std::nullopt : resolvedBelowRoot(m_folder, where))
            m_manifest.importFolders.push_back(*std::move(resolved));
    }

    void takeNative(const Literal& arguments, const std::string& kind)
    {
        std::string name = textAt(arguments, "name");
        name = name.empty() ? textAt(arguments, "module_name") : name;
        name = name.empty() ? textAt(arguments, "0") : name;
        const Literal* listed = arguments.member("sources");
        if (!listed)
            listed = arguments.member("1");
        const std::vector<std::string> sources = listed && listed->kind == Literal::Kind::List ? listed->texts() : std::vector<std::string>();
        if (name.find('*') == std::string::npos && (!name.empty() || !sources.empty()))
            addNative(m_manifest, kind == "cffi" ? kind : kindBySources(sources, kind), name, sources);
    }

    void takeRust(const Literal& arguments)
    {
        std::string name = textAt(arguments, "target");
        name = name.empty() ? textAt(arguments, "0") : name;
        std::string crate = textAt(arguments, "path");
        crate = crate.empty() ? textAt(arguments, "1") : crate;
        const std::string binding = "pyo3"; // setuptools-rust's default
        if (!name.empty())
            addNative(m_manifest, binding, name, { crate.empty() ? "Cargo.toml" : crate });
    }

    // cythonize("shop/fast.pyx"), mypycify(["shop/model.py"]): the files are the modules; patterns say none.
    void takeFiles(const Literal& arguments, const std::string& kind)
    {
        const Literal* files = arguments.member("0");
        if (!files)
            files = arguments.member("module_list");
        if (!files)
            return;
        for (const std::string& file : files->texts()) {
            if (file.find('*') == std::string::npos && file.find('.') != std::string::npos)
                addNative(m_manifest, kind, "", { file });
        }
    }

    Literals m_literals;
    Manifest& m_manifest;
    std::string m_folder;
};

} // namespace

Manifest readSetupPy(std::string_view text, const std::string& path)
{
    Manifest manifest;
    manifest.path = path;
    syntax::Parser parser;
    if (const auto tree = parser.parse(text))
        SetupReader(*tree, text, manifest);
    else
        manifest.problem = "too broken to be parsed";
    return manifest;
}

} // namespace ferroscope::manifests
