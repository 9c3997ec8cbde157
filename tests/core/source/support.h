// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of core/source share.
#pragma once

#include "core/source/source_set.h"
#include <QtTest>

namespace QTest {
// So that a failed QCOMPARE shows the strings.
template <> inline char* toString(const std::string& text) { return qstrdup(text.c_str()); }
template <> inline char* toString(const std::vector<std::string>& list)
{
    std::string out;
    for (const std::string& text : list)
        out += (out.empty() ? "" : " | ") + text;
    return qstrdup(out.c_str());
}
} // namespace QTest

namespace ferroscope::source {

using Paths = std::vector<std::string>;
using Contents = std::map<std::string, std::string>;

inline Result<SourceSet> discoverIn(const Contents& contents, const DiscoverOptions& options = {}, const std::string& root = "")
{
    return discover(MemoryFileSystem(contents), root, options, {}, {});
}

inline Paths pathsOf(const Result<SourceSet>& set)
{
    if (!set)
        return { "error: " + set.error().detail };
    Paths paths;
    for (const SourceFile& file : set->files)
        paths.push_back(file.path);
    return paths;
}

// "" if the path is not listed.
inline std::string reasonFor(const std::vector<Skipped>& list, const std::string& path)
{
    for (const Skipped& entry : list) {
        if (entry.path == path)
            return entry.reason;
    }
    return {};
}

inline const SourceFile* fileAt(const Result<SourceSet>& set, const std::string& path)
{
    if (!set)
        return nullptr;
    for (const SourceFile& file : set->files) {
        if (file.path == path)
            return &file;
    }
    return nullptr;
}

inline std::string moduleAt(const Result<SourceSet>& set, const std::string& path)
{
    const SourceFile* file = fileAt(set, path);
    return file ? file->module : "not found: " + path;
}

} // namespace ferroscope::source
