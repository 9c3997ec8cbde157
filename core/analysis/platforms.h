// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which wheels a project would have to build, as far as its manifests say it: the interpreters first ("CPython 3.9 to
// 3.12", "PyPy"), then the systems ("Linux x86-64", "macOS", "Windows"). Interpreters from cibuildwheel, else from
// the classifiers, else from requires-python; systems from cibuildwheel, else from the classifiers.
#pragma once

#include "core/source/source_set.h"

namespace ferroscope::analysis {

std::vector<std::string> platforms(const source::SourceSet& sources);

} // namespace ferroscope::analysis
