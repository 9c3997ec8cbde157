// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From what the store knows to what the start page shows.
#pragma once

#include "core/store/store.h"
#include "ui/pages/start_page.h"

namespace ferroscope::ui {

std::vector<RecentProject> recentProjects(const std::vector<store::SnapshotInfo>& snapshots);

} // namespace ferroscope::ui
