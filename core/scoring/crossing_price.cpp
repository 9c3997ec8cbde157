// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/crossing_price.h"
#include "core/base/text.h"

#include <algorithm>

namespace ferroscope::scoring {

namespace {

constexpr double kPerCall = 33; // ns
constexpr double kPerElement = 8; // ns, list of numbers
constexpr double kPerEntry = 60; // ns, dict entry or object
constexpr double kExpectedElements = 64; // of a container whose length nobody knows

enum class Shape { Scalar, Buffer, Sequence, Mapping, Unknown };

Shape shapeOf(std::string_view annotation)
{
    const std::string_view bare = trimmed(annotation);
    if (bare.empty())
        return Shape::Unknown;
    const auto has = [&](std::string_view word) { return bare.find(word) != std::string_view::npos; };
    if (has("bytes") || has("ndarray") || has("memoryview") || has("bytearray") || has("array"))
        return Shape::Buffer;
    if (has("dict") || has("Dict") || has("Mapping") || has("set[") || has("Set["))
        return Shape::Mapping;
    if (has("list") || has("List") || has("Sequence") || has("Iterable") || has("tuple[") || has("Tuple["))
        return Shape::Sequence;
    return Shape::Scalar;
}

} // namespace

CrossingPrice crossingPrice(const graph::Codebase& codebase, const evidence::HeatMap& heat, std::uint32_t edge)
{
    CrossingPrice price;
    const graph::CallEdge& call = codebase.calls[edge];
    price.calls = heat.edgeCalls[edge];
    const graph::Module& module = codebase.modules[codebase.moduleOf(call.to)];
    const facts::FileFacts& facts = *module.facts;
    const facts::Function& callee = facts.functions[call.to - module.firstFunction];
    double perCall = kPerCall;
    const auto charge = [&](Shape shape) {
        if (shape == Shape::Sequence) {
            perCall += kExpectedElements * kPerElement;
            price.elements += kExpectedElements * price.calls;
        } else if (shape == Shape::Mapping) {
            perCall += kExpectedElements * kPerEntry;
            price.elements += kExpectedElements * price.calls;
        } else if (shape == Shape::Unknown) {
            // Half of what a sequence costs: an untyped argument may be anything.
            perCall += kExpectedElements * kPerElement / 8;
            price.elements += kExpectedElements / 8 * price.calls;
        }
    };
    for (std::uint32_t at = 0; at < callee.parameterCount; ++at) {
        const facts::Parameter& parameter = facts.parameters[callee.firstParameter + at];
        if (at == 0 && callee.is(facts::kMethod) && !callee.is(facts::kStatic))
            continue; // the receiver is passed by reference
        if (!parameter.hasDefault || parameter.annotation != 0)
            charge(shapeOf(facts.text(parameter.annotation)));
    }
    if (callee.returns != 0)
        charge(shapeOf(facts.text(callee.returns)));
    price.cost = price.calls * perCall;
    return price;
}

} // namespace ferroscope::scoring
