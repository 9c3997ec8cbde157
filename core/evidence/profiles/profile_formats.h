// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One reader per format; only read_profile.cpp calls them. Each fills everything but `hash`, and refuses with
// BadInput. Bytes are hostile: every length, count and index is checked before it is used.
#pragma once

#include "core/base/result.h"
#include "core/evidence/profiles/json_tree.h"
#include "core/evidence/profiles/profile.h"

namespace ferroscope::evidence {

bool looksLikePstats(std::string_view bytes);
Result<Profile> readPstats(std::string_view bytes);

bool looksLikeMojo(std::string_view bytes);
Result<Profile> readMojo(std::string_view bytes); // versions 1 to 3

bool looksLikeAustinText(std::string_view bytes);
Result<Profile> readAustinText(std::string_view bytes);

bool looksLikePerfScript(std::string_view bytes);
Result<Profile> readPerfScript(std::string_view bytes);

bool looksLikeCollapsed(std::string_view bytes);
Result<Profile> readCollapsed(std::string_view bytes);

bool looksLikeSpeedscope(const JsonTree& tree);
Result<Profile> readSpeedscope(const JsonTree& tree);
bool looksLikeScalene(const JsonTree& tree);
Result<Profile> readScalene(const JsonTree& tree);
bool looksLikePyinstrument(const JsonTree& tree); // both of its formats
Result<Profile> readPyinstrument(const JsonTree& tree);

} // namespace ferroscope::evidence
