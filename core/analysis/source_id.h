// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// sourceId: a hash over core/ and resources/knowledge as they were compiled (cmake/SourceId.cmake). Programs with
// the same id give the same assessment of the same repository.
#pragma once

#include <string_view>

namespace ferroscope::analysis {

std::string_view sourceId();

} // namespace ferroscope::analysis
