// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// link(): files with their facts -> Codebase. Deterministic: bounds count, never a clock; community
// detection runs per connected component, so an unrelated module changes no other context.
#pragma once

#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "core/graph/codebase.h"
#include <stop_token>

namespace ferroscope::graph {

// What only the flow of values needs is a good part of the facts: terms, operands, flows, decorations. Dropped: facts
// that nobody else holds lose them as soon as calls are resolved; such facts must not have been made as const objects.
enum class FlowFacts : std::uint8_t { Kept, Dropped };

// On `jobs` threads, which never change the result. `facts` parallels `sources.files`; an entry may be null (file could not be read): it is then left out.
Result<Codebase> link(source::SourceSet sources, std::vector<std::shared_ptr<const facts::FileFacts>> facts,
    std::stop_token stop, const ProgressSink& sink, unsigned jobs = defaultJobs(),
    FlowFacts flow = FlowFacts::Kept);

} // namespace ferroscope::graph
