// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Attribute edges: which functions read and store attributes of objects of which class from outside it. Free in
// Python, a call each if the class lives on the other side of a boundary.
// An object counts where its class is known: an annotated parameter, or a name bound to a constructor or with
// an annotation in the same function.
#pragma once

#include "core/graph/evaluator.h"

namespace ferroscope::graph {

// Fills codebase.attributes.
void findAttributeEdges(Codebase& codebase, const Program& program, unsigned jobs, std::stop_token stop);

} // namespace ferroscope::graph
