// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// pyproject.toml: PEP 621 and PEP 735, and the tables of the build tools in use.
#include "core/manifests/readers.h"

#include "core/base/text.h"
#include "core/manifests/toml_file.h"
#include <algorithm>

namespace ferroscope::manifests {

namespace {

class Reader {
public:
    Reader(const toml::table& document, Manifest& manifest)
        : m_document(document)
        , m_manifest(manifest)
        , m_folder(folderOf(manifest.path))
    {
    }

    void read()
    {
        readProject();
        readPoetry();
        readOtherTools();
        readImportFolders();
        readNatives();
        readWheels();
    }

private:
    using Node = TomlNode;

    Node at(std::string_view path) const { return m_document.at_path(path); }
    std::string text(std::string_view path) const { return at(path).value_or(std::string()); }

    void addRequirements(Node list, bool development)
    {
        eachString(list, [&](const std::string& line) { addRequirement(m_manifest, line, development); });
    }

    void addGroups(std::string_view path, bool groupsAreDevelopment)
    {
        const toml::table* groups = at(path).as_table();
        if (!groups)
            return;
        for (const auto& [name, list] : *groups)
            addRequirements(Node(list), groupsAreDevelopment ? !isRunTimeGroup(name.str()) : isDevelopmentName(name.str()));
    }

    void addEntryPoints(std::string_view path)
    {
        const toml::table* scripts = at(path).as_table();
        if (!scripts)
            return;
        for (const auto& [name, target] : *scripts) {
            if (const auto* value = target.as_string())
                m_manifest.entryPoints.push_back({ std::string(name.str()), value->get() });
            else if (const auto* reference = Node(target)["reference"].as_string()) // Poetry
                m_manifest.entryPoints.push_back({ std::string(name.str()), reference->get() });
        }
    }

    void addImportFolder(std::string_view relative)
    {
        if (auto folder = resolvedBelowRoot(m_folder, relative))
            m_manifest.importFolders.push_back(*std::move(folder));
    }

    void readProject()
    {
        m_manifest.projectName = text("project.name");
        m_manifest.requiresPython = text("project.requires-python");
        addRequirements(at("project.dependencies"), false);
        addGroups("project.optional-dependencies", false);
        addGroups("dependency-groups", true);
        addRequirements(at("build-system.requires"), true);
        addEntryPoints("project.scripts");
        addEntryPoints("project.gui-scripts");
    }

    void readPoetry()
    {
        if (m_manifest.projectName.empty())
            m_manifest.projectName = text("tool.poetry.name");
        addRequirementTable(m_manifest, at("tool.poetry.dependencies").as_table(), false);
        addRequirementTable(m_manifest, at("tool.poetry.dev-dependencies").as_table(), true);
        if (const toml::table* groups = at("tool.poetry.group").as_table()) {
            for (const auto& [name, group] : *groups)
                addRequirementTable(m_manifest, Node(group)["dependencies"].as_table(), !isRunTimeGroup(name.str()));
        }
        addEntryPoints("tool.poetry.scripts");
        if (const toml::array* packages = at("tool.poetry.packages").as_array()) {
            for (const toml::node& package : *packages) {
                if (const auto* from = Node(package)["from"].as_string())
                    addImportFolder(from->get());
            }
        }
    }

    void readOtherTools()
    {
        if (m_manifest.projectName.empty())
            m_manifest.projectName = text("tool.flit.metadata.dist-name");
        if (m_manifest.projectName.empty())
            m_manifest.projectName = text("tool.flit.metadata.module");
        addRequirements(at("tool.flit.metadata.requires"), false);
        addEntryPoints("tool.flit.scripts");
        addGroups("tool.pdm.dev-dependencies", true);
        addRequirements(at("tool.uv.dev-dependencies"), true);
        addRequirementTable(m_manifest, at("tool.pixi.dependencies").as_table(), false);
        addRequirementTable(m_manifest, at("tool.pixi.pypi-dependencies").as_table(), false);
        if (m_manifest.requiresPython.empty())
            m_manifest.requiresPython = text("tool.flit.metadata.requires-python");
        if (const toml::table* extras = at("tool.flit.metadata.requires-extra").as_table()) {
            for (const auto& [name, list] : *extras)
                addRequirements(Node(list), isDevelopmentName(name.str()));
        }
        addRequirements(at("tool.hatch.metadata.hooks.uv-dynamic-versioning.dependencies"), false);
        addGroups("tool.hatch.metadata.hooks.uv-dynamic-versioning.optional-dependencies", false);
        // Environments of Hatch are for developing, whatever they are called.
        if (const toml::table* environments = at("tool.hatch.envs").as_table()) {
            for (const auto& [name, environment] : *environments) {
                addRequirements(Node(environment)["dependencies"], true);
                addRequirements(Node(environment)["extra-dependencies"], true);
            }
        }
        for (const char* path : { "tool.setuptools.dynamic.dependencies.file", "tool.hatch.metadata.hooks.requirements_txt.files" }) {
            eachString(at(path), [&](const std::string& file) {
                if (auto resolved = resolvedBelowRoot(m_folder, file))
                    m_manifest.requirementFiles.push_back(*std::move(resolved));
            });
        }
    }

    void readWheels()
    {
        for (const char* path : { "project.classifiers", "tool.poetry.classifiers", "tool.flit.metadata.classifiers" }) {
            eachString(at(path), [&](const std::string& classifier) {
                if (m_manifest.classifiers.size() < kMaxClassifiers)
                    m_manifest.classifiers.push_back(classifier);
            });
        }
        for (const std::string key : { "build", "skip", "archs", "linux.archs", "macos.archs", "windows.archs" }) {
            eachString(at("tool.cibuildwheel." + key), [&](std::string words) { // of several words, too
                std::replace_if(words.begin(), words.end(), [](char c) { return c == ',' || c == '\n' || c == '\t'; }, ' ');
                for (const std::string_view word : split(words, ' ')) {
                    if (!word.empty() && m_manifest.wheelOptions.size() < kMaxClassifiers)
                        m_manifest.wheelOptions.push_back({ key, std::string(word) });
                }
            });
        }
    }

    // What the build tools state of native modules; the sources are the build file's business.
    void readNatives()
    {
        const bool isMaturin = text("build-system.build-backend") == "maturin";
        if (isMaturin || at("tool.maturin").is_table()) {
            std::string name = text("tool.maturin.module-name");
            if (name.empty()) {
                name = m_manifest.projectName;
                std::replace(name.begin(), name.end(), '-', '_');
            }
            const std::string crate = text("tool.maturin.manifest-path");
            addNative(m_manifest, text("tool.maturin.bindings") == "cffi" ? "cffi" : "pyo3", name, { crate.empty() ? "Cargo.toml" : crate });
        }
        const auto eachTable = [&](std::string_view path, auto action) {
            if (const toml::array* tables = at(path).as_array()) {
                for (const toml::node& table : *tables)
                    action(Node(table));
            }
        };
        eachTable("tool.setuptools-rust.ext-modules", [&](Node table) {
            const std::string crate = textAt(table["path"]);
            addNative(m_manifest, "pyo3", textAt(table["target"]), { crate.empty() ? "Cargo.toml" : crate });
        });
        eachTable("tool.setuptools.ext-modules", [&](Node table) {
            std::vector<std::string> sources;
            eachString(table["sources"], [&](const std::string& source) { sources.push_back(source); });
            addNative(m_manifest, kindBySources(sources, "c-extension"), textAt(table["name"]), sources);
        });
    }

    void readImportFolders()
    {
        for (const char* path : { "tool.setuptools.packages.find.where", "tool.maturin.python-source",
                 "tool.pdm.build.package-dir", "tool.pdm.package-dir", "tool.uv.build-backend.module-root",
                 "tool.hatch.build.sources", "tool.hatch.build.dev-mode-dirs", "tool.hatch.build.targets.wheel.sources",
                 "tool.pytest.ini_options.pythonpath" })
            eachString(at(path), [&](const std::string& folder) { addImportFolder(folder); });
        // These name the packages themselves, so that the folder to import from is the one above.
        for (const char* path : { "tool.hatch.build.targets.wheel.packages", "tool.hatch.build.packages",
                 "tool.scikit-build.wheel.packages" }) {
            eachString(at(path), [&](const std::string& package) {
                const std::string_view folder = endsWith(package, "/") ? std::string_view(package).substr(0, package.size() - 1) : package;
                addImportFolder(folderOf(folder));
            });
        }
        const toml::table* folders = at("tool.setuptools.package-dir").as_table();
        if (!folders)
            return;
        for (const auto& [package, folder] : *folders) {
            const auto* value = folder.as_string();
            if (!value)
                continue;
            if (package.str().empty())
                addImportFolder(value->get());
            else if (auto resolved = resolvedBelowRoot(m_folder, value->get()))
                m_manifest.packageFolders.push_back({ std::string(package.str()), *std::move(resolved) });
        }
    }

    const toml::table& m_document;
    Manifest& m_manifest;
    std::string m_folder;
};

} // namespace

Manifest readPyproject(std::string_view text, const std::string& path)
{
    Manifest manifest;
    manifest.path = path;
    withToml(text, manifest, [&](const toml::table& document) { Reader(document, manifest).read(); });
    return manifest;
}

} // namespace ferroscope::manifests
