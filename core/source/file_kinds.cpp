// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/file_kinds.h"

#include "core/base/text.h"
#include "core/manifests/readers.h"
#include <algorithm>

namespace ferroscope::source {

namespace {

std::string extensionOf(std::string_view name)
{
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string() : lowerAscii(name.substr(dot + 1));
}

// Without allocation: asked for every entry of a tree.
bool isOneOf(std::string_view word, std::string_view spaceSeparated)
{
    while (!spaceSeparated.empty()) {
        const std::size_t end = std::min(spaceSeparated.find(' '), spaceSeparated.size());
        if (spaceSeparated.substr(0, end) == word)
            return true;
        spaceSeparated.remove_prefix(std::min(end + 1, spaceSeparated.size()));
    }
    return false;
}

struct Kind {
    std::string_view word;
    std::string_view extensions;
};

constexpr Kind kKinds[] = {
    { "image", "png jpg jpeg gif svg webp bmp ico tif tiff heic psd xcf" },
    { "document", "pdf doc docx odt rtf tex epub" },
    { "text file", "txt md rst adoc org log" },
    { "spreadsheet or data file", "csv tsv xls xlsx ods parquet feather h5 hdf5 npy npz pkl pickle sqlite db" },
    { "JSON or YAML file", "json jsonl yaml yml" },
    { "settings file", "toml ini cfg conf env" },
    { "web file", "html htm css scss less js jsx ts tsx vue map" },
    { "C or C++ file", "c h cc hh cpp hpp cxx hxx" },
    { "Rust file", "rs" },
    { "Java or Kotlin file", "java kt kts" },
    { "Go file", "go" },
    { "shell script", "sh bash zsh fish bat cmd ps1" },
    { "archive", "zip gz tar tgz bz2 xz zst 7z rar whl jar egg" },
    { "audio or video file", "mp3 wav flac ogg mp4 mkv avi mov webm" },
    { "compiled file", "so dll dylib pyd o a pyc pyo exe class wasm" },
};

} // namespace

FileKind fileKind(std::string_view name)
{
    const std::string extension = extensionOf(name);
    if (extension == "py" || extension == "pyw")
        return FileKind::Python;
    if (extension == "pyi")
        return FileKind::Stub;
    if (extension == "ipynb")
        return FileKind::Notebook;
    if (isOneOf(extension, "pyx pxd pxi c cc cpp cxx rs") || name == "Cargo.toml")
        return FileKind::Native;
    return FileKind::Other;
}

bool isManifest(std::string_view path) { return manifests::formatOf(path) != manifests::Format::None; }

std::string_view kindWord(std::string_view name)
{
    const std::string extension = extensionOf(name);
    for (const Kind& kind : kKinds) {
        if (!extension.empty() && isOneOf(extension, kind.extensions))
            return kind.word;
    }
    return "other file";
}

} // namespace ferroscope::source
