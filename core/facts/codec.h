// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FileFacts <-> bytes, for the facts cache. Little-endian, versioned by kFactsVersion, bounds-checked: any
// damaged or foreign blob gives nullopt, never a crash and never half a value.
#pragma once

#include "core/facts/file_facts.h"
#include <optional>
#include <string>

namespace ferroscope::facts {

std::string encode(const FileFacts& facts);
std::optional<FileFacts> decode(std::string_view bytes);

} // namespace ferroscope::facts
