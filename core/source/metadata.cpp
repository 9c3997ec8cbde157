// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/metadata.h"

#include "core/base/text.h"
#include "core/manifests/readers.h"
#include "core/manifests/requirements.h"
#include "core/source/roles.h"
#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace ferroscope::source {

namespace {

constexpr std::uint64_t kMaxManifestBytes = 1U << 20U;
constexpr std::uint64_t kMaxLockBytes = 16U << 20U; // locks of large projects list every file of every package
constexpr std::size_t kMaxManifests = 5'000;

using manifests::Format;
using manifests::isDevelopmentName;
using manifests::resolvedBelowRoot;

struct Wanted {
    std::string path;
    Format format = Format::Requirements;
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
        const Format format = manifests::formatOf(path);
        const Role role = roleOf(joinPath(std::string(folderOf(path)), "module.py"), m_shape);
        const bool isEnvironment = format == Format::Requirements || format == Format::CondaEnvironment;
        const bool isOwn = role != Role::Vendored && (role != Role::Test || isEnvironment);
        const bool isForeignBuild = manifests::isBuildFile(format) && (role == Role::Test || role == Role::Example);
        if (isOwn && !isForeignBuild && m_seen.insert(path).second)
            m_wanted.push_back({ path, format, role == Role::Test || role == Role::Example || (isEnvironment && isForDevelopment(path)), false });
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
            m_wanted.push_back({ *path, Format::Requirements, development, isConstraint });
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
        if (!isBelowRoot(wanted.path)) {
            m_skipped.push_back({ wanted.path, "included by a requirements file, but not found below the root" });
            return;
        }
        const auto text = m_files.read(joinPath(m_root, wanted.path), manifests::isLock(wanted.format) ? kMaxLockBytes : kMaxManifestBytes);
        if (!text) {
            const std::string& detail = text.error().detail;
            m_skipped.push_back({ wanted.path, "unreadable" + (detail.empty() ? detail : ": " + detail) });
            return;
        }
        if (wanted.format == Format::CffiBuild && text->find("set_source") == std::string::npos)
            return; // some other build script
        Manifest manifest = wanted.format == Format::Requirements ? readRequirementsManifest(*text, wanted)
                                                                  : manifests::read(wanted.format, *text, wanted.path);
        if (wanted.development) {
            for (Dependency& dependency : manifest.dependencies)
                dependency.development = true;
            manifest.entryPoints.clear();
        }
        if (!manifest.problem.empty())
            m_skipped.push_back({ wanted.path, manifest.problem });
        for (const std::string& file : manifest.requirementFiles)
            take(file, Format::Requirements, wanted.development);
        for (const manifests::NativeModule& native : manifest.natives) {
            if (native.kind == "cffi" && native.module.empty() && !native.sources.empty())
                take(native.sources.front(), Format::CffiBuild, wanted.development);
        }
        m_manifests.push_back(std::move(manifest));
    }

    // A file that a manifest names.
    void take(const std::string& path, Format format, bool development)
    {
        if (isBelowRoot(path) && m_seen.insert(path).second)
            m_wanted.push_back({ path, format, development, false });
    }

    Manifest readRequirementsManifest(std::string_view text, const Wanted& wanted)
    {
        Manifest manifest;
        manifest.path = wanted.path;
        manifests::RequirementsFile file = manifests::readRequirements(text);
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
                if (dependency.requirement.empty() && manifests::isRequirementsFile(manifest.path) && constraint != m_constraints.end())
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

} // namespace ferroscope::source
