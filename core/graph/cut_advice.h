// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What it would take to cut an import edge, from how the imported names are used: in annotations only, inside
// functions only, as a facade, as a base class, or while the module loads. The hardest name decides.
// Uses are looked up by the bound name, so a local variable that happens to have the same name counts as a use
// only where it is not bound; `getattr` and names in strings (except annotations) are not seen.
#pragma once

#include "core/graph/import_graph.h"
#include <unordered_map>

namespace ferroscope::graph {

struct CutAdvice {
    CutKind kind = CutKind::Move;
    std::vector<std::string> names; // as Cut::names
    std::string use;
    std::uint32_t users = 0;
    std::uint32_t cost = 2; // > 0; sums over all names of the edge: comparable between edges, no unit
};

// Which modules import a name from a module, whoever defines it. Refers to the codebase.
class Importers {
public:
    explicit Importers(const Codebase& codebase);
    std::uint32_t count(ModuleId via, std::string_view name, ModuleId except) const; // distinct modules

private:
    struct Row {
        ModuleId via;
        std::string_view name;
        ModuleId from;
    };
    std::vector<Row> m_rows; // sorted, distinct
};

// Answers for edges of one importer; looks at its uses once. Refers to the codebase and targets.
class CutAdvisor {
public:
    CutAdvisor(const Codebase& codebase, const ImportTargets& targets, const Importers& importers, ModuleId from);
    CutAdvice advise(const ImportEdge& edge) const;

private:
    struct Uses {
        bool load = false, base = false, decorator = false, annotation = false;
        std::uint32_t functions = 0; // that read it
        std::uint32_t checks = 0; // of those: only in isinstance and issubclass
    };
    struct NameAdvice {
        CutKind kind;
        std::string use;
        std::uint32_t users;
    };
    void readUses();
    void readAnnotation(std::string_view annotation);
    std::uint32_t checksOf(facts::FunctionIndex function, std::string_view name) const;
    NameAdvice adviseName(const ImportEdge& edge, std::string_view bound, std::string_view name) const;
    bool handsOn(std::string_view name) const;

    const Codebase& m_codebase;
    const std::vector<ImportTarget>& m_targets;
    const Importers& m_importers;
    const ModuleId m_from;
    const facts::FileFacts& m_facts;
    std::unordered_map<std::string_view, Uses> m_uses; // by bound name
};

} // namespace ferroscope::graph
