// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// readProfile(): bytes of a profile -> Profile, by what is in them, never by the name of the file.
#pragma once

#include "core/base/result.h"
#include "core/evidence/profiles/profile.h"
#include <optional>

namespace ferroscope::evidence {

// By the first bytes (and, for JSON, the keys of the outermost object, which readProfile looks at).
// BadInput with a clause that completes "<file> cannot be used: ": no known format, a limit, a damaged place.
Result<Profile> readProfile(std::string_view bytes);

// One sentence for people: format, exact or sampled, how much was seen.
std::string describe(const Profile& profile);

} // namespace ferroscope::evidence
