// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/coverage/read_coverage.h"
#include "core/base/text.h"
#include "core/evidence/coverage/coverage_formats.h"

namespace ferroscope::evidence {

Result<LineCoverage> readCoverage(std::string_view bytes)
{
    if (bytes.size() > kLargestCoverageFile)
        return failure(ErrorCode::BadInput, {}, "it is larger than 512 MiB");
    if (startsWith(bytes, "\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    const std::string_view start = trimmed(bytes.substr(0, 256));
    if (startsWith(start, "SQLite format 3"))
        return failure(ErrorCode::BadInput, {}, "it is the database of coverage.py; `coverage xml` or `coverage json` makes a report of it");
    if (startsWith(start, "{"))
        return readCoverageJson(bytes);
    if (startsWith(start, "<"))
        return readCobertura(bytes);
    return failure(ErrorCode::BadInput, {}, "it is neither a coverage.xml nor the JSON of coverage.py");
}

} // namespace ferroscope::evidence
