// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifests/manifest.h"

#include "core/base/text.h"
#include "core/manifests/requirements.h"
#include <algorithm>
#include <set>

namespace ferroscope::manifests {

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

bool isRunTimeGroup(std::string_view name)
{
    return name == "main" || name == "prod" || name == "production" || name == "runtime" || name == "deploy";
}

void addRequirement(Manifest& manifest, std::string_view text, bool development)
{
    if (manifest.dependencies.size() >= kMaxItems)
        return;
    if (auto dependency = parseRequirement(text)) {
        dependency->declaredIn = manifest.path;
        dependency->development = development;
        manifest.dependencies.push_back(*std::move(dependency));
    }
}

void addNative(Manifest& manifest, std::string kind, std::string module, const std::vector<std::string>& sources)
{
    if (manifest.natives.size() >= kMaxItems)
        return;
    NativeModule native { std::move(kind), std::move(module), manifest.path, {} };
    for (const std::string& source : sources) {
        auto path = resolvedBelowRoot(folderOf(manifest.path), source);
        if (path && !path->empty() && native.sources.size() < kMaxSources)
            native.sources.push_back(*std::move(path));
    }
    std::sort(native.sources.begin(), native.sources.end());
    native.sources.erase(std::unique(native.sources.begin(), native.sources.end()), native.sources.end());
    manifest.natives.push_back(std::move(native));
}

std::string kindBySources(const std::vector<std::string>& sources, std::string otherwise)
{
    for (const std::string& source : sources) {
        if (endsWith(source, ".pyx"))
            return "cython";
        if (endsWith(source, ".rs"))
            return "rust";
        if (endsWith(source, ".pyf") || endsWith(source, ".f") || endsWith(source, ".f90"))
            return "f2py";
    }
    return otherwise;
}

} // namespace ferroscope::manifests
