// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of risk the register knows (RiskEntry::kind), so that settings can name an owner for one.
#pragma once

#include <string_view>
#include <vector>

namespace ferroscope {

const std::vector<std::string_view>& riskKinds();
// Who takes care of it where nobody was named: a role, "Tech lead".
std::string_view defaultRiskOwner(std::string_view kind);

} // namespace ferroscope
