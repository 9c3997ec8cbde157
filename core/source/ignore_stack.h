// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// IgnoreStack: which rules speak about an entry, and who wins. First the person's exclude list (a pattern
// with '!' there keeps what everybody else would leave out), then the default list, then the .gitignore
// files from the entry's folder upwards to the top of the work tree, then .git/info/exclude.
// A rule file of the machine (core.excludesFile) is not read: the same tree gives the same answer anywhere.
#pragma once

#include "core/base/file_system.h"
#include "core/source/ignore_rules.h"
#include <memory>
#include <string>
#include <vector>

namespace ferroscope::source {

class IgnoreStack {
public:
    // The rules of one folder and, through `above`, of all folders over it.
    struct Level {
        IgnoreRules rules;
        std::size_t below = 0; // bytes to take off a path to make it relative to the folder of the rules
        std::string prefix; // or, for a folder above the root, what to put before it
        std::string origin; // for people: "src/.gitignore"
        std::shared_ptr<const Level> above;
    };
    using LevelPtr = std::shared_ptr<const Level>;

    // `usesGits` false: rules of git's do not take part (a commit holds only what is tracked).
    IgnoreStack(const FileSystem& files, std::string root, const std::vector<std::string>& userPatterns, bool usesGits = true);

    LevelPtr aboveRoot() const; // null: nothing there speaks about the root's entries
    // `level` with the .gitignore of `folder` on top.
    Result<LevelPtr> withFolder(const std::string& folder, LevelPtr level) const;
    struct Decision {
        std::string reason; // to exclude: "exclude list: legacy/", "src/.gitignore: *.gen.py"; "" to keep
        bool isGits = false; // a rule of git's, which do not hold for tracked files
        bool isPersons = false; // the exclude list has decided, either way
    };
    Decision decide(const std::string& path, bool isDirectory, const Level* level) const;

private:
    LevelPtr infoExclude(const std::string& repository, const std::string& prefix) const;

    const FileSystem& m_files;
    std::string m_root;
    bool m_usesGits;
    IgnoreRules m_user, m_defaults;
};

} // namespace ferroscope::source
