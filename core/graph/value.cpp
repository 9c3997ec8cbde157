// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/value.h"

#include <algorithm>

namespace ferroscope::graph {

Value Value::external(std::string text, float certainty)
{
    Value value;
    value.text = std::move(text);
    value.certainty = certainty;
    return value;
}

Value Value::internal(Kind kind, std::uint32_t id, float certainty)
{
    Value value;
    value.kind = kind;
    value.id = id;
    value.certainty = certainty;
    return value;
}

Value Value::exactClass(ClassId id)
{
    Value value = internal(Kind::Class, id);
    value.exact = true;
    return value;
}

Value Value::nameSpace(std::string_view name)
{
    Value value;
    value.kind = Kind::Namespace;
    value.text = name;
    return value;
}

void weaken(Values& values, float certainty)
{
    for (Value& value : values)
        value.certainty = std::min(value.certainty, certainty);
}

void merge(Values& into, Values&& values)
{
    for (Value& value : values) {
        const auto same = [&](const Value& other) {
            return other.kind == value.kind && other.id == value.id && other.text == value.text;
        };
        const auto known = std::find_if(into.begin(), into.end(), same);
        if (known == into.end()) {
            into.push_back(std::move(value));
            continue;
        }
        known->certainty = std::max(known->certainty, value.certainty);
        known->exact = known->exact && value.exact;
        known->isOverride = known->isOverride && value.isOverride;
    }
}

} // namespace ferroscope::graph
