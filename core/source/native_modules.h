// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Native modules: what the repository builds besides Python. From the build files, and every .pyx beside Python,
// which becomes a module of its own name. Evidence for the boundary only; no score looks at it.
#pragma once

#include "core/source/import_names.h"

namespace ferroscope::source {

// Sorted by (module, kind, declaredIn); one per module and kind where both are known. A native module without a
// stated name gets that of its source (shop/_fast.pyx -> shop._fast, for Cython and mypyc).
std::vector<manifests::NativeModule> nativeModules(const std::vector<Manifest>& manifests,
    const std::vector<std::string>& nativeSources, const ImportLayout& layout, const TreeShape& shape);

} // namespace ferroscope::source
