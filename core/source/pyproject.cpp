// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// pyproject.toml: PEP 621 and PEP 735, and the tables of the build tools in use.
#include "core/source/metadata.h"

#include "core/base/text.h"
#include "core/source/file_kinds.h"
#include "core/source/requirements.h"
#include <toml++/toml.h>

namespace ferroscope::source {

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
    }

private:
    using Node = toml::node_view<const toml::node>;

    Node at(std::string_view path) const { return m_document.at_path(path); }
    std::string text(std::string_view path) const { return at(path).value_or(std::string()); }

    // Calls back for a string or for every string of an array.
    template <class Action> static void eachString(Node node, Action action)
    {
        if (const auto* one = node.as_string())
            action(one->get());
        if (const toml::array* many = node.as_array()) {
            for (const toml::node& element : *many) {
                if (const auto* value = element.as_string())
                    action(value->get());
            }
        }
    }

    void addRequirements(Node list, bool development)
    {
        eachString(list, [&](const std::string& line) {
            if (auto dependency = parseRequirement(line)) {
                dependency->declaredIn = m_manifest.path;
                dependency->development = development;
                m_manifest.dependencies.push_back(*std::move(dependency));
            }
        });
    }

    void addGroups(std::string_view path, bool groupsAreDevelopment)
    {
        const toml::table* groups = at(path).as_table();
        if (!groups)
            return;
        for (const auto& [name, list] : *groups)
            addRequirements(Node(list), groupsAreDevelopment ? !isRunTimeGroup(name.str()) : isDevelopmentName(name.str()));
    }

    // Groups of PEP 735 are not published with the package; an application may still keep its own there.
    static bool isRunTimeGroup(std::string_view name)
    {
        return name == "main" || name == "prod" || name == "production" || name == "runtime" || name == "deploy";
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

    void addPoetryTable(const toml::table* table, bool development)
    {
        if (!table)
            return;
        for (const auto& [name, value] : *table) {
            const Node node(value.is_array() && !value.as_array()->empty() ? value.as_array()->front() : value);
            std::string requirement = node.value_or(node["version"].value_or(std::string()));
            for (const char* place : { "git", "url", "path" }) {
                if (const auto* location = node[place].as_string())
                    requirement = "@ " + location->get();
            }
            if (requirement == "*")
                requirement.clear();
            if (name.str() == "python") {
                if (m_manifest.requiresPython.empty())
                    m_manifest.requiresPython = requirement;
                continue;
            }
            m_manifest.dependencies.push_back({ std::string(name.str()), requirement, m_manifest.path, development });
        }
    }

    void readPoetry()
    {
        if (m_manifest.projectName.empty())
            m_manifest.projectName = text("tool.poetry.name");
        addPoetryTable(at("tool.poetry.dependencies").as_table(), false);
        addPoetryTable(at("tool.poetry.dev-dependencies").as_table(), true);
        if (const toml::table* groups = at("tool.poetry.group").as_table()) {
            for (const auto& [name, group] : *groups)
                addPoetryTable(Node(group)["dependencies"].as_table(), !isRunTimeGroup(name.str()));
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
    try {
        const toml::table document = toml::parse(text);
        Reader(document, manifest).read();
    } catch (const toml::parse_error& error) {
        manifest.problem = "not valid TOML in line " + std::to_string(error.source().begin.line) + ": "
            + std::string(error.description());
    } catch (const std::exception& error) {
        manifest.problem = std::string("not readable as TOML: ") + error.what();
    }
    return manifest;
}

} // namespace ferroscope::source
