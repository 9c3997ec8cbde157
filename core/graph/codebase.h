// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Codebase: all files linked. Import graph, call graph, cycles, cuts, contexts. Immutable once built.
//
// Ids: a ModuleId is an index into Codebase::modules (order of paths, so ids are deterministic). A
// FunctionId is module.firstFunction + FunctionIndex of its FileFacts; index 0 of a module is its own
// module-level code.
#pragma once

#include "core/facts/file_facts.h"
#include "core/source/source_set.h"
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace ferroscope::graph {

using ModuleId = std::uint32_t;
using FunctionId = std::uint32_t;
inline constexpr std::uint32_t kNone = facts::kNone;

struct Module {
    source::SourceFile file;
    std::shared_ptr<const facts::FileFacts> facts;
    FunctionId firstFunction = 0;
    std::uint32_t functionCount = 0;
    std::uint32_t firstLambda = 0; // number of its first lambda, see lambdas.h
    std::uint32_t fanIn = 0, fanOut = 0; // distinct internal modules importing it / imported, TYPE_CHECKING left out
    std::uint32_t context = kNone; // index in Codebase::contexts; source modules only
    std::uint32_t cycle = kNone; // index in Codebase::cycles
    std::vector<ModuleId> tests; // test modules that import it, directly or by one hop, sorted
    ModuleId stub = kNone; // .pyi beside it; the stub is no module of its own in counts of hints
};

struct ImportEdge {
    ModuleId from = 0, to = 0;
    std::uint32_t line = 0; // of the first statement that makes the edge
    std::uint8_t flags = 0; // facts::ImportFlag; set only if all statements of the edge have it
    std::uint32_t names = 0; // how many names are imported over it
};

// A name imported from a module of the repository, and the module that really defines it. The edge goes to
// `via`, which is what Python executes; a facade that re-exports the name is no place to change it.
struct ImportedName {
    ModuleId from = 0; // importer
    ModuleId via = 0; // module the statement names
    ModuleId definedIn = kNone; // through re-exports, star imports and lazy tables; kNone if nothing tells
    std::string_view name; // "*": all of them; lives as long as the facts of `from`
    std::uint32_t line = 0;
    std::uint8_t flags = 0; // facts::ImportFlag
};

// Attributes of objects of a class that a function outside the class reads and stores.
struct AttributeEdge {
    FunctionId from = 0;
    FunctionId home = 0; // first method of the class, or the module-level code of its module if it has none
    float reads = 0, stores = 0; // expected per call of `from`
    float certainty = 1; // 0..1: that the object is of this class
};

// A name at the level of a module that other modules change: "settings.DEBUG = x", "registry.CACHE[key] = x".
struct SharedState {
    ModuleId owner = 0;
    std::string_view name; // lives as long as the facts
    std::vector<ModuleId> writers; // others than the owner, sorted
};

// A name imported from outside the repository, resolved: "numpy", "os.path", ...
struct ExternalImport {
    ModuleId module = 0;
    std::string target; // dotted, as far as the import statement says: "numpy.linalg.norm"
    std::uint32_t line = 0;
    std::uint8_t flags = 0;
};

// An import of a native module that the repository builds itself.
struct NativeImport {
    ModuleId module = 0;
    std::uint32_t native = 0; // index in sources.nativeModules
    std::uint32_t line = 0;
    std::uint8_t flags = 0;
    std::uint32_t statement = 0; // index in the module's FileFacts::imports
};

struct CallEdge {
    FunctionId from = 0, to = 0;
    std::uint32_t line = 0; // of the first call site
    float weight = 0; // expected calls per run of the caller, summed over its call sites
    float certainty = 1; // 0..1: 1 direct name, less for attributes resolved by assumption
    std::uint32_t arguments = 0; // most arguments of a site
    bool inLambda = false; // all its sites stand in lambdas of the caller
};

// A call that leaves the repository: to the standard library, a package or a builtin.
struct ExternalCall {
    FunctionId from = 0;
    std::uint32_t site = 0; // index in the module's FileFacts::calls
    std::string_view target; // in Codebase::targets; resolved: "numpy.dot", "builtins.len", "time.sleep"; "?.append" when only the method is known
};

struct Cycle {
    std::vector<ModuleId> modules; // a strongly connected component of size > 1, sorted
};

// What it takes to cut an import edge, the least first; decided by the name that is hardest to do without.
enum class CutKind : std::uint8_t {
    Remove, // nothing of it is used
    TypeChecking, // all uses are annotations
    Lazy, // all uses are inside functions
    Facade, // only handed on: importers can name the defining module
    Protocol, // needed as a base class or in isinstance checks
    Move, // used while the module loads
};

struct Cut {
    ModuleId from = 0, to = 0; // removing these edges (per cycle the cheapest set found) leaves no cycle
    std::uint32_t cycle = 0;
    std::uint32_t line = 0; // of the first statement that makes the edge
    CutKind kind = CutKind::Move;
    std::vector<std::string> names; // that decide the kind, sorted; "*" for a star import
    std::string use; // how they are used: "as a base class", "in 3 functions"; "" for Remove
    std::uint32_t users = 0; // Lazy: functions that use them; Facade, Protocol, Move: modules that import them
    bool exact = false; // no cheaper set of edges opens this cycle; else the best one found
};

struct Context {
    std::string name; // common package or dominant module, e.g. "routing"
    std::vector<ModuleId> modules; // sorted
    double cohesion = 0; // weight inside / (inside + across), 0..1
    std::uint32_t in = 0, out = 0; // import edges from and to other contexts
};

// Why a call could not be resolved; counted, never hidden.
enum class Unresolved : std::uint8_t { UnknownReceiver, UnknownName, ComputedCallee, Size_ };

struct Codebase {
    source::SourceSet sources;
    std::vector<Module> modules;
    std::vector<ImportEdge> imports; // sorted by (from, to), no self edges
    std::vector<ExternalImport> externalImports; // sorted by (module, line, target)
    std::vector<std::pair<ModuleId, std::uint32_t>> unresolvedImports; // first-party prefix, missing leaf; (module, line)
    std::vector<NativeImport> nativeImports; // sorted by (module, line, native)
    std::size_t dynamicImports = 0; // with an argument that is no literal
    std::vector<CallEdge> calls; // sorted by (from, to), self edges (recursion) kept
    // Calls by and of lambdas (lambdas.h), sorted by (from, to). What lambdas call is in `calls` too, under the
    // function they stand in: to everything but the list of edges they are a part of it.
    std::vector<CallEdge> lambdaCalls;
    std::vector<ExternalCall> externalCalls; // sorted by (from, site)
    std::unordered_set<std::string> targets; // of externalCalls, each once
    std::array<std::size_t, static_cast<std::size_t>(Unresolved::Size_)> unresolvedCalls {};
    std::size_t callsTotal = 0, callsResolved = 0; // sites; resolved = to a function, class or known external target
    std::vector<ImportedName> importedNames; // sorted by (from, via, line, name)
    std::vector<AttributeEdge> attributes; // sorted by (from, home)
    std::vector<SharedState> sharedState; // sorted by (owner, name)
    std::vector<Cycle> cycles; // of run-time imports (no TYPE_CHECKING, no lazy)
    std::vector<Cut> cuts;
    std::vector<Context> contexts; // sorted by name
    std::size_t functionCount = 0;

    ModuleId moduleOf(FunctionId function) const; // binary search over firstFunction
    const facts::Function& function(FunctionId function) const;
    std::optional<ModuleId> find(std::string_view path) const;
    std::string functionName(FunctionId function) const; // "path:qualified.name", "path:<module>" or "path:<lambda>:line", printable path
};

} // namespace ferroscope::graph
