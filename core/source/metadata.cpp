// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/metadata.h"

#include "core/base/text.h"
#include "core/source/file_kinds.h"
#include "core/source/requirements.h"
#include "core/source/roles.h"
#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace ferroscope::source {

namespace {

constexpr std::uint64_t kMaxManifestBytes = 1U << 20U;
constexpr std::size_t kMaxManifests = 500;

struct Wanted {
    std::string path;
    bool development = false;
    bool isConstraint = false; // versions only: a constraint installs nothing
};

class ManifestReader {
public:
    ManifestReader(const FileSystem& files, const std::string& root, const TreeShape& shape, std::vector<Skipped>& skipped)
        : m_files(files)
        , m_root(root)
        , m_shape(shape)
        , m_skipped(skipped)
    {
    }

    std::vector<Manifest> run(const std::vector<std::string>& paths)
    {
        for (const std::string& path : paths)
            want(path);
        for (std::size_t count = 0; !m_wanted.empty(); ++count) {
            const Wanted wanted = std::move(m_wanted.front());
            m_wanted.pop_front();
            if (count == kMaxManifests) {
                m_skipped.push_back({ wanted.path, "one of more than " + counted(kMaxManifests, "packaging file") });
                break;
            }
            read(wanted);
        }
        applyConstraints();
        return std::move(m_manifests);
    }

private:
    void want(const std::string& path)
    {
        const Role role = roleOf(joinPath(std::string(folderOf(path)), "module.py"), m_shape);
        const bool isRequirements = isRequirementsFile(path);
        const bool isOwn = role != Role::Vendored && (role != Role::Test || isRequirements);
        if (isOwn && m_seen.insert(path).second)
            m_wanted.push_back({ path, role == Role::Test || role == Role::Example || (isRequirements && isForDevelopment(path)), false });
    }

    // "requirements-dev.txt", "requirements/test.txt", "docs/requirements.txt"
    static bool isForDevelopment(std::string_view path)
    {
        const std::string_view folder = fileName(folderOf(path));
        return isDevelopmentName(fileName(path)) || folder == "docs" || folder == "doc" || folder == "dev" || folder == "ci";
    }

    void include(const std::string& from, const std::string& relative, bool development, bool isConstraint)
    {
        if (relative.find("://") != std::string::npos)
            return; // no network, ever
        const auto path = resolvedBelowRoot(folderOf(from), relative);
        if (!path || path->empty()) {
            m_skipped.push_back({ from, "includes " + printablePath(relative) + ", which is not below the root" });
            return;
        }
        if (m_seen.insert(*path).second)
            m_wanted.push_back({ *path, development, isConstraint });
    }

    // A link inside the tree must not become a way to read a file outside of it.
    bool isBelowRoot(const std::string& path) const
    {
        const auto root = m_files.realPath(m_root);
        const auto real = m_files.realPath(joinPath(m_root, path));
        return root && real && (root->empty() || startsWith(*real, root->back() == '/' ? *root : *root + "/"));
    }

    void read(const Wanted& wanted)
    {
        const std::string_view name = fileName(wanted.path);
        const bool isPyproject = name == "pyproject.toml", isSetupCfg = name == "setup.cfg";
        if (!isPyproject && !isSetupCfg && (name == "setup.py" || name == "Pipfile"))
            return;
        if (!isBelowRoot(wanted.path)) {
            m_skipped.push_back({ wanted.path, "included by a requirements file, but not found below the root" });
            return;
        }
        const auto text = m_files.read(joinPath(m_root, wanted.path), kMaxManifestBytes);
        if (!text) {
            const std::string& detail = text.error().detail;
            m_skipped.push_back({ wanted.path, "unreadable" + (detail.empty() ? detail : ": " + detail) });
            return;
        }
        Manifest manifest;
        if (isPyproject)
            manifest = readPyproject(*text, wanted.path);
        else if (isSetupCfg)
            manifest = readSetupCfg(*text, wanted.path);
        else
            manifest = readRequirementsManifest(*text, wanted);
        if (wanted.development) {
            for (Dependency& dependency : manifest.dependencies)
                dependency.development = true;
            manifest.entryPoints.clear();
        }
        if (!manifest.problem.empty())
            m_skipped.push_back({ wanted.path, manifest.problem });
        m_manifests.push_back(std::move(manifest));
    }

    Manifest readRequirementsManifest(std::string_view text, const Wanted& wanted)
    {
        Manifest manifest;
        manifest.path = wanted.path;
        RequirementsFile file = readRequirements(text);
        for (const std::string& relative : file.includes)
            include(wanted.path, relative, wanted.development, wanted.isConstraint);
        for (const std::string& relative : file.constraints)
            include(wanted.path, relative, wanted.development, true);
        for (Dependency& dependency : file.dependencies) {
            if (wanted.isConstraint) {
                m_constraints.emplace(lowerAscii(dependency.name), dependency.requirement);
                continue;
            }
            dependency.declaredIn = wanted.path;
            manifest.dependencies.push_back(std::move(dependency));
        }
        return manifest;
    }

    void applyConstraints()
    {
        for (Manifest& manifest : m_manifests) {
            for (Dependency& dependency : manifest.dependencies) {
                const auto constraint = m_constraints.find(lowerAscii(dependency.name));
                if (dependency.requirement.empty() && isRequirementsFile(manifest.path) && constraint != m_constraints.end())
                    dependency.requirement = constraint->second;
            }
        }
    }

    const FileSystem& m_files;
    const std::string& m_root;
    const TreeShape& m_shape;
    std::vector<Skipped>& m_skipped;
    std::deque<Wanted> m_wanted;
    std::set<std::string> m_seen;
    std::map<std::string, std::string> m_constraints;
    std::vector<Manifest> m_manifests;
};

} // namespace

std::vector<Manifest> readManifests(const FileSystem& files, const std::string& root,
    const std::vector<std::string>& paths, const TreeShape& shape, std::vector<Skipped>& skipped)
{
    return ManifestReader(files, root, shape, skipped).run(paths);
}

bool isDevelopmentName(std::string_view name)
{
    static const std::set<std::string, std::less<>> words = { "bench", "benchmark", "benchmarks", "build", "check", "checks",
        "ci", "cov", "coverage", "dev", "devel", "develop", "development", "doc", "docs", "documentation", "format",
        "lint", "linting", "mypy", "nox", "qa", "release", "style", "test", "testing", "tests", "tox", "typecheck",
        "types", "typing" };
    std::string word;
    for (const char c : lowerAscii(name) + " ") {
        if (c >= 'a' && c <= 'z') {
            word += c;
            continue;
        }
        if (words.find(word) != words.end())
            return true;
        word.clear();
    }
    return false;
}

std::optional<std::string> resolvedBelowRoot(std::string_view folder, std::string_view relative)
{
    if (startsWith(relative, "/"))
        return std::nullopt;
    std::vector<std::string_view> parts;
    for (const std::string_view path : { folder, relative }) {
        for (const std::string_view part : split(path, '/')) {
            if (part.empty() || part == ".")
                continue;
            if (part != "..") {
                parts.push_back(part);
                continue;
            }
            if (parts.empty())
                return std::nullopt;
            parts.pop_back();
        }
    }
    std::string out;
    for (const std::string_view part : parts)
        out += (out.empty() ? "" : "/") + std::string(part);
    return out;
}

} // namespace ferroscope::source
