// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is, by its name alone.
#pragma once

#include <string>
#include <string_view>

namespace ferroscope::source {

enum class FileKind { Python, Stub, Notebook, Native, Other };
FileKind fileKind(std::string_view name);

// Packaging, lock and build files: manifests::formatOf() knows a format for it.
bool isManifest(std::string_view path);

// A word for people for a file that is not Python: "image", "document", "JSON file", ... "other file".
std::string_view kindWord(std::string_view name);

} // namespace ferroscope::source
