// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/native_modules.h"

#include "core/base/text.h"
#include "core/source/roles.h"
#include <algorithm>
#include <tuple>

namespace ferroscope::source {

namespace {

using manifests::NativeModule;

std::string dottedName(const std::string& path, const ImportLayout& layout)
{
    SourceFile file;
    file.path = path;
    nameModule(file, layout);
    return file.module;
}

bool isForeign(const std::string& path, const TreeShape& shape)
{
    const Role role = roleOf(joinPath(std::string(folderOf(path)), "module.py"), shape);
    return role == Role::Vendored || role == Role::Test || role == Role::Example;
}

} // namespace

std::vector<NativeModule> nativeModules(const std::vector<Manifest>& manifests, const std::vector<std::string>& nativeSources,
    const ImportLayout& layout, const TreeShape& shape)
{
    std::vector<NativeModule> found;
    for (const Manifest& manifest : manifests) {
        for (NativeModule native : manifest.natives) {
            if (native.module.empty() && native.kind == "cffi")
                continue; // its build script, read on its own, knows the name
            if (native.module.empty() && !native.sources.empty())
                native.module = dottedName(native.sources.front(), layout);
            found.push_back(std::move(native));
        }
    }
    for (const std::string& path : nativeSources) {
        if (endsWith(path, ".pyx") && !isForeign(path, shape))
            found.push_back({ "cython", dottedName(path, layout), path, { path } });
    }
    const auto key = [](const NativeModule& n) { return std::tie(n.module, n.kind, n.declaredIn); };
    std::stable_sort(found.begin(), found.end(), [&](const NativeModule& a, const NativeModule& b) { return key(a) < key(b); });
    // One that several files state keeps the first of them and the sources of all.
    std::vector<NativeModule> merged;
    for (NativeModule& native : found) {
        if (merged.empty() || native.module.empty() || merged.back().module != native.module || merged.back().kind != native.kind) {
            merged.push_back(std::move(native));
            continue;
        }
        std::vector<std::string>& sources = merged.back().sources;
        sources.insert(sources.end(), native.sources.begin(), native.sources.end());
        std::sort(sources.begin(), sources.end());
        sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
        sources.resize(std::min(sources.size(), manifests::kMaxSources));
    }
    return merged;
}

} // namespace ferroscope::source
