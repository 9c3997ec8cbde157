// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule, declared once; each is defined in the file of its name. Private to core/rules: others use
// registry() of rule.h.
#pragma once

#include "core/rules/rule.h"

namespace ferroscope::rules {

extern const Rule cpuStringAppendInLoop;
extern const Rule ioQueryInLoop;

} // namespace ferroscope::rules
