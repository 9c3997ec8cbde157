// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Migrations: numbered steps that bring a store of any older version to the current one. A step that was
// released is never edited; a change is a new step. PRAGMA user_version holds the number of the last one
// applied, PRAGMA application_id says that the file is ours.
#pragma once

#include "core/store/database.h"
#include <span>

namespace ferroscope::store {

inline constexpr int kApplicationId = 0x46727363; // "Frsc"

struct Migration {
    int version = 0; // 1, 2, ... without a gap
    const char* sql = nullptr;
};

std::span<const Migration> migrations(); // the last one is kSchemaVersion

// Each step in a transaction of its own. StoreTooNew: user_version is above the last step; StoreDamaged: a
// SQLite file of another program (nothing is changed in it).
Result<void> migrate(Database& database, std::span<const Migration> steps);

} // namespace ferroscope::store
