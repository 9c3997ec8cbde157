// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/boundary_price.h"

#include "core/base/text.h"
#include <algorithm>
#include <set>
#include <unordered_set>

namespace ferroscope::scoring {

namespace {

// How far an estimated number of calls can be off: loops are assumed to turn 8 times.
constexpr Range kCallDoubt { 0.25, 1, 8 };
constexpr int kDeepestType = 4;

Range product(const Range& a, const Range& b) { return { a.low * b.low, a.likely * b.likely, a.high * b.high }; }
Range smallest(const Range& a, const Range& b)
{
    return { std::min(a.low, b.low), std::min(a.likely, b.likely), std::min(a.high, b.high) };
}
Range widest(const Range& a, const Range& b)
{
    return { std::min(a.low, b.low), std::max(a.likely, b.likely), std::max(a.high, b.high) };
}

EdgePrice between(EdgePrice a, const EdgePrice& b)
{
    a.cost = (a.cost + b.cost) * 0.5;
    return a;
}

// Parts of `text` separated by `separator` outside brackets.
std::vector<std::string_view> parts(std::string_view text, char separator)
{
    std::vector<std::string_view> found;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char c = at < text.size() ? text[at] : separator;
        depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
        if (c == separator && (depth == 0 || at == text.size())) {
            found.push_back(trimmed(text.substr(begin, at - begin)));
            begin = at + 1;
        }
    }
    return found;
}

} // namespace

BoundaryPrices::BoundaryPrices(const graph::Codebase& codebase, const evidence::HeatMap& heat, const knowledge::Knowledge& knowledge)
    : m_codebase(codebase)
    , m_heat(heat)
    , m_costs(knowledge.boundaryCosts())
{
}

// Per value of the annotated type. Alternatives ("A | B", Optional[A]) cost what the dearest likely costs.
BoundaryPrices::Conversion BoundaryPrices::conversionOf(std::string_view annotation, int depth) const
{
    std::string_view bare = trimmed(annotation);
    while (bare.size() >= 2 && (bare.front() == '"' || bare.front() == '\'') && bare.back() == bare.front())
        bare = trimmed(bare.substr(1, bare.size() - 2));
    if (bare.empty() || depth > kDeepestType)
        return { {}, m_costs.unknown };
    const auto any = [&](const std::vector<std::string_view>& alternatives) {
        Conversion most;
        bool first = true;
        for (const std::string_view each : alternatives) {
            const Conversion one = conversionOf(each, depth + 1);
            most = first ? one : Conversion { widest(most.elements, one.elements), widest(most.cost, one.cost) };
            first = false;
        }
        return most;
    };
    if (const auto alternatives = parts(bare, '|'); alternatives.size() > 1)
        return any(alternatives);
    const auto open = bare.find('[');
    const std::string_view name = lastComponent(trimmed(bare.substr(0, open)));
    std::vector<std::string_view> inside;
    if (open != std::string_view::npos && bare.back() == ']')
        inside = parts(bare.substr(open + 1, bare.size() - open - 2), ',');
    if (!inside.empty() && (name == "Optional" || name == "Union"))
        return any(inside);
    if (!inside.empty() && (name == "Annotated" || name == "Final" || name == "ClassVar" || name == "Awaitable" || name == "Required" || name == "NotRequired"))
        return conversionOf(inside.front(), depth + 1);
    const knowledge::Conversion* known = m_costs.find(name);
    if (known == nullptr)
        known = m_costs.find("object"); // a class: handed over by reference
    if (known == nullptr)
        return { {}, m_costs.unknown };
    Conversion made { {}, known->fixed };
    if (known->each.high <= 0)
        return made;
    // A tuple of a fixed shape holds what it lists; any other container an assumed number of elements.
    const bool fixedShape = name == "tuple" || name == "Tuple" ? !inside.empty() && inside.back() != "..." : name == "NamedTuple";
    made.elements = fixedShape ? Range::exactly(static_cast<double>(inside.size())) : depth == 0 ? m_costs.elements : m_costs.innerElements;
    made.cost += product(made.elements, known->each);
    if (inside.empty() || inside.front() == "...")
        return made;
    // The price per element holds for numbers; what an element costs beyond a number comes on top.
    const knowledge::Conversion* number = m_costs.find("float");
    Range beyond, nested;
    for (const std::string_view element : inside) {
        if (element == "...")
            continue;
        const Conversion one = conversionOf(element, depth + 1);
        const Range base = number != nullptr ? smallest(one.cost, number->fixed) : Range {};
        beyond += Range { one.cost.low - base.low, one.cost.likely - base.likely, one.cost.high - base.high };
        nested += one.elements;
    }
    const Range times = fixedShape ? Range::exactly(1) : made.elements;
    made.cost += product(times, beyond);
    made.elements += product(times, nested);
    return made;
}

BoundaryPrices::Conversion BoundaryPrices::conversionsOf(graph::FunctionId callee) const
{
    const graph::Module& module = m_codebase.modules[m_codebase.moduleOf(callee)];
    const facts::FileFacts& facts = *module.facts;
    const facts::Function& function = facts.functions[callee - module.firstFunction];
    Conversion sum;
    const auto add = [&](const Conversion& one) {
        sum.elements += one.elements;
        sum.cost += one.cost;
    };
    for (std::uint32_t at = 0; at < function.parameterCount; ++at) {
        const facts::Parameter& parameter = facts.parameters[function.firstParameter + at];
        if (at == 0 && function.is(facts::kMethod) && !function.is(facts::kStatic))
            continue; // the receiver is passed by reference
        if (parameter.annotation != 0 || !parameter.hasDefault) // an untyped option is mostly left alone
            add(conversionOf(facts.text(parameter.annotation)));
    }
    if (function.returns != 0)
        add(conversionOf(facts.text(function.returns)));
    return sum;
}

EdgePrice BoundaryPrices::call(std::uint32_t edge, bool intoRust) const
{
    const graph::CallEdge& call = m_codebase.calls[edge];
    const Conversion conversions = conversionsOf(call.to);
    const bool counted = edge < m_heat.measuredEdges.size() && m_heat.measuredEdges[edge] != 0;
    const Range calls = counted ? Range::exactly(m_heat.edgeCalls[edge]) : kCallDoubt * m_heat.edgeCalls[edge];
    EdgePrice price { call.from, call.to, intoRust ? EdgePrice::Kind::Call : EdgePrice::Kind::Callback, calls, {}, {} };
    price.elements = product(price.calls, conversions.elements);
    price.cost = product(price.calls, (intoRust ? m_costs.callIntoRust : m_costs.callIntoPython) + conversions.cost);
    return price;
}

EdgePrice BoundaryPrices::attributes(std::uint32_t edge, bool intoRust) const
{
    const graph::AttributeEdge& use = m_codebase.attributes[edge];
    const double calls = m_heat.functions[use.from].calls * static_cast<double>(use.certainty);
    const double reads = calls * static_cast<double>(use.reads), stores = calls * static_cast<double>(use.stores);
    EdgePrice price { use.from, use.home, EdgePrice::Kind::Attributes, kCallDoubt * (reads + stores), {}, {} };
    price.cost = product(kCallDoubt * reads, intoRust ? m_costs.readRust : m_costs.readPython)
        + product(kCallDoubt * stores, intoRust ? m_costs.storeRust : m_costs.storePython);
    return price;
}

EdgePrice BoundaryPrices::call(std::uint32_t edge) const
{
    return between(call(edge, true), call(edge, false));
}

EdgePrice BoundaryPrices::attributes(std::uint32_t edge) const
{
    return between(attributes(edge, true), attributes(edge, false));
}

namespace {

class WholePrice {
public:
    WholePrice(const graph::Codebase& codebase, const evidence::HeatMap& heat, const knowledge::Knowledge& knowledge,
        std::span<const graph::FunctionId> moved)
        : m_codebase(codebase)
        , m_prices(codebase, heat, knowledge)
        , m_moved(moved.begin(), moved.end())
    {
        // A class without methods is a record: it is written with the first function of its module that moves.
        for (const graph::FunctionId id : moved)
            m_modules.insert(codebase.moduleOf(id));
    }

    const std::set<graph::ModuleId>& modules() const { return m_modules; }

    void addCall(std::uint32_t at)
    {
        const graph::CallEdge& call = m_codebase.calls[at];
        if (m_moved.contains(call.from) != m_moved.contains(call.to))
            add(m_prices.call(at, m_moved.contains(call.to)));
    }

    void addAttributes(std::uint32_t at)
    {
        const graph::AttributeEdge& use = m_codebase.attributes[at];
        if (m_moved.contains(use.from) != isRust(use.home))
            add(m_prices.attributes(at, isRust(use.home)));
    }

    BoundaryPrice finish()
    {
        std::sort(m_whole.edges.begin(), m_whole.edges.end(), [](const EdgePrice& a, const EdgePrice& b) {
            if (a.cost.likely != b.cost.likely)
                return a.cost.likely > b.cost.likely;
            return std::tie(a.from, a.to, a.kind) < std::tie(b.from, b.to, b.kind);
        });
        for (const EdgePrice& price : m_whole.edges) {
            m_whole.cost += price.cost;
            m_whole.calls += price.calls.likely;
            m_whole.elements += price.elements.likely;
        }
        return std::move(m_whole);
    }

private:
    bool isRust(graph::FunctionId home) const
    {
        const graph::ModuleId module = m_codebase.moduleOf(home);
        return m_moved.contains(home) || (home == m_codebase.modules[module].firstFunction && m_modules.contains(module));
    }

    void add(EdgePrice price)
    {
        if (price.calls.high > 0 && evidence::isJudged(m_codebase.modules[m_codebase.moduleOf(price.from)].file.role))
            m_whole.edges.push_back(price);
    }

    const graph::Codebase& m_codebase;
    const BoundaryPrices m_prices;
    const std::unordered_set<graph::FunctionId> m_moved;
    std::set<graph::ModuleId> m_modules; // of what moves
    BoundaryPrice m_whole;
};

// Edges with an end in one of the modules, in order.
std::vector<std::uint32_t> edgesOf(const std::vector<std::vector<std::uint32_t>>& edges, const std::set<graph::ModuleId>& modules)
{
    std::vector<std::uint32_t> found;
    for (const graph::ModuleId module : modules)
        found.insert(found.end(), edges[module].begin(), edges[module].end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace

BoundaryPrice priceOf(const graph::Codebase& codebase, const evidence::HeatMap& heat, const knowledge::Knowledge& knowledge,
    std::span<const graph::FunctionId> moved)
{
    WholePrice whole(codebase, heat, knowledge, moved);
    for (std::uint32_t at = 0; at < codebase.calls.size(); ++at)
        whole.addCall(at);
    for (std::uint32_t at = 0; at < codebase.attributes.size(); ++at)
        whole.addAttributes(at);
    return whole.finish();
}

BoundaryPrice priceOf(const graph::Codebase& codebase, const evidence::HeatMap& heat, const knowledge::Knowledge& knowledge,
    std::span<const graph::FunctionId> moved, const EdgesAround& around)
{
    WholePrice whole(codebase, heat, knowledge, moved);
    for (const std::uint32_t at : edgesOf(around.calls, whole.modules()))
        whole.addCall(at);
    for (const std::uint32_t at : edgesOf(around.attributes, whole.modules()))
        whole.addAttributes(at);
    return whole.finish();
}

} // namespace ferroscope::scoring
