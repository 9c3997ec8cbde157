// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Lambdas are callers and callees beside the functions: they have numbers of their own, which no list of
// functions holds, so that nothing else has to tell them apart.
#pragma once

#include "core/graph/codebase.h"

namespace ferroscope::graph {

inline constexpr FunctionId kLambdaBit = 0x80000000U;

constexpr bool isLambda(FunctionId id)
{
    return (id & kLambdaBit) != 0;
}

} // namespace ferroscope::graph
