// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Symbols: grammar symbol and field ids -> Kind and Field, made once. For core/syntax and its test.
#pragma once

#include "core/syntax/node_kind.h"
#include <tree_sitter/api.h>
#include <vector>

namespace ferroscope::syntax {

struct Symbols {
    const TSLanguage* language = nullptr;
    std::vector<Kind> kinds; // by TSSymbol
    std::vector<Field> fields; // by TSFieldId
};

const Symbols& symbols();

} // namespace ferroscope::syntax
