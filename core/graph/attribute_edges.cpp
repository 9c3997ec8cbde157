// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/attribute_edges.h"

#include "core/base/parallel.h"
#include "core/base/text.h"
#include <algorithm>
#include <map>
#include <set>

namespace ferroscope::graph {

namespace {

class ModuleAttributes {
public:
    ModuleAttributes(const Program& program, ModuleId module)
        : m_program(program)
        , m_module(module)
        , m_facts(*program.modules[module].facts)
        , m_evaluator(program)
    {
    }

    std::vector<AttributeEdge> run()
    {
        std::map<std::pair<facts::FunctionIndex, std::string_view>, Uses> uses;
        const auto eligible = eligibleNames();
        if (eligible.empty())
            return {};
        for (const facts::AttributeReads& reads : m_facts.attributeReads) {
            if (const std::pair key(reads.function, m_facts.text(reads.object)); eligible.contains(key))
                uses[key].reads += reads.expected;
        }
        for (const facts::Store& store : m_facts.stores) {
            const std::string_view target = m_facts.text(store.target);
            const auto dot = target.find('.');
            if (store.kind != facts::Store::Kind::Attribute || dot == std::string_view::npos || target.find('.', dot + 1) != std::string_view::npos)
                continue;
            if (const std::pair key(store.function, target.substr(0, dot)); eligible.contains(key))
                uses[key].stores += store.frequency;
        }
        for (const auto& [key, use] : uses)
            add(key.first, key.second, use);
        std::vector<AttributeEdge> edges;
        for (const auto& [ends, edge] : m_edges)
            edges.push_back(edge);
        return edges;
    }

private:
    struct Uses {
        float reads = 0, stores = 0;
    };

    std::set<std::pair<facts::FunctionIndex, std::string_view>> eligibleNames() const
    {
        std::set<std::pair<facts::FunctionIndex, std::string_view>> names;
        for (facts::FunctionIndex at = 1; at < m_facts.functions.size(); ++at) {
            const facts::Function& function = m_facts.functions[at];
            for (std::uint32_t i = 0; i < function.parameterCount; ++i) {
                const facts::Parameter& parameter = m_facts.parameters[function.firstParameter + i];
                if (parameter.annotation != 0)
                    names.emplace(at, m_facts.text(parameter.name));
            }
        }
        using BindingKind = facts::Binding::Kind;
        for (const facts::Binding& binding : m_facts.bindings) {
            if (binding.function != 0 && (binding.kind == BindingKind::Call || binding.kind == BindingKind::Annotation))
                names.emplace(binding.function, m_facts.text(binding.target));
        }
        return names;
    }

    void add(facts::FunctionIndex function, std::string_view name, const Uses& use)
    {
        const Values values = m_evaluator.evaluate(m_module, function, name);
        for (const Value& value : values) {
            if (value.kind != Value::Kind::Instance)
                continue;
            const FunctionId from = m_program.modules[m_module].firstFunction + function;
            const FunctionId home = homeOf(value.id);
            if (isMethodOf(function, value.id))
                continue; // whatever moves the class moves this function
            AttributeEdge& edge = m_edges[{ from, home }];
            edge.certainty = edge.reads + edge.stores == 0 ? value.certainty : std::min(edge.certainty, value.certainty);
            edge.from = from;
            edge.home = home;
            edge.reads += use.reads / static_cast<float>(values.size());
            edge.stores += use.stores / static_cast<float>(values.size());
        }
    }

    FunctionId homeOf(ClassId id) const
    {
        const Module& module = m_program.modules[m_program.classes.moduleOf(id)];
        const facts::ClassIndex wanted = m_program.classes.indexOf(id);
        // Methods follow their class in document order.
        for (facts::FunctionIndex at = 1; at < module.functionCount && module.facts->classes[wanted].methods > 0; ++at) {
            if (module.facts->functions[at].owner == wanted)
                return module.firstFunction + at;
        }
        return module.firstFunction;
    }

    bool isMethodOf(facts::FunctionIndex function, ClassId id) const
    {
        if (m_program.classes.moduleOf(id) != m_module)
            return false;
        const facts::FunctionIndex method = enclosingMethod(m_facts, function);
        return method != kNone && m_facts.functions[method].owner == m_program.classes.indexOf(id);
    }

    const Program& m_program;
    const ModuleId m_module;
    const facts::FileFacts& m_facts;
    Evaluator m_evaluator;
    std::map<std::pair<FunctionId, FunctionId>, AttributeEdge> m_edges;
};

} // namespace

void findAttributeEdges(Codebase& codebase, const Program& program, unsigned jobs, std::stop_token stop)
{
    std::vector<std::vector<AttributeEdge>> found(codebase.modules.size());
    parallelFor(codebase.modules.size(), jobs, stop, [&](std::size_t i, unsigned) {
        const auto module = static_cast<ModuleId>(i);
        if (!program.index.isShadowed(module))
            found[i] = ModuleAttributes(program, module).run();
    });
    for (const std::vector<AttributeEdge>& each : found)
        codebase.attributes.insert(codebase.attributes.end(), each.begin(), each.end());
}

} // namespace ferroscope::graph
