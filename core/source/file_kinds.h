// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is, by its name alone.
#pragma once

#include <string>
#include <string_view>

namespace ferroscope::source {

enum class FileKind { Python, Stub, Notebook, Native, Other };
FileKind fileKind(std::string_view name);

// pyproject.toml, setup.cfg, setup.py, Pipfile, requirements*.txt and *.txt / *.in in a folder "requirements".
bool isManifest(std::string_view path);
bool isRequirementsFile(std::string_view path);

// A word for people for a file that is not Python: "image", "document", "JSON file", ... "other file".
std::string_view kindWord(std::string_view name);

std::string_view fileName(std::string_view path); // "a/b.py" -> "b.py"
std::string_view folderOf(std::string_view path); // "a/b.py" -> "a"; "b.py" -> ""

} // namespace ferroscope::source
