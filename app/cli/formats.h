// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Formats of a result: what the command line names, and how each becomes bytes.
#pragma once

#include "app/cli/output.h"
#include "core/assessment/assessment.h"
#include <optional>
#include <string>
#include <string_view>

namespace ferroscope::cli {

enum class Format { Summary, Json, Markdown, Pdf };

// By --format, else by the ending of `target`, else the summary. BadUsage names formats that are not there yet.
Result<Format> formatOf(const std::string& option, const std::string& target);
std::string nameInFolder(Format format); // "assessment.json", ...

// `json`: the assessment as already written, "" if it was not. BadUsage, CannotWrite, Internal.
Result<void> writeAs(Format format, const Assessment& assessment, const std::string& json, const Target& target);
// The PDF as bytes; starts Qt's font system on first use. Internal if this program was built without it.
Result<std::string> pdfBytes(const Assessment& assessment);

} // namespace ferroscope::cli
