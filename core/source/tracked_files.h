// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// TrackedFiles: git never ignores a file that it tracks, whatever .gitignore says. Many repositories carry a
// ready-made .gitignore with `lib/` or `build/` in it and track folders of these names all the same.
// The index is read when the first question is asked, which most trees never do.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ferroscope::source {

class TrackedFiles {
public:
    TrackedFiles() = default; // nothing is tracked
    explicit TrackedFiles(std::string root)
        : m_root(std::move(root))
    {
    }
    // Paths are relative to the root. A folder is tracked if a file below it is.
    bool hold(const std::string& path, bool isDirectory);
    // Whether the commit of another repository is tracked in its place.
    bool isSubmodule(const std::string& path);

private:
    void read();

    std::string m_root;
    std::optional<std::vector<std::string>> m_paths; // sorted
    std::vector<std::string> m_submodules; // sorted
};

} // namespace ferroscope::source
