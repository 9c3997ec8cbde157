// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Symbols: grammar symbol and field ids -> Kind and Field, made once. Private to core/syntax.
#pragma once

#include "core/syntax/node_kind.h"
#include <array>
#include <tree_sitter/api.h>
#include <vector>

namespace ferroscope::syntax {

struct Symbols {
    const TSLanguage* language = nullptr;
    std::vector<Kind> kinds; // by TSSymbol
    std::vector<Field> fields; // by TSFieldId
    std::array<TSFieldId, static_cast<std::size_t>(Field::Size_)> fieldIds {};
};

const Symbols& symbols();

} // namespace ferroscope::syntax
