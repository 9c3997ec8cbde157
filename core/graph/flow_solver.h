// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FlowSolver: the graph of findFlow() and its fixpoint. Private to core/graph.
//
// A node holds objects, plain edges to other nodes, and uses: what has to happen for each object that arrives
// ("its attribute x goes to term t"). The parts by file: flow_build (nodes, edges and uses of the facts), flow_names
// (what names mean), flow_solver (spreading), flow_objects (attributes, items, protocols), flow_calls (calls),
// flow_library (what native functions do with their arguments).
#pragma once

#include "core/graph/flat_map.h"
#include "core/graph/flow.h"
#include "core/graph/name_keys.h"
#include "core/graph/object_sets.h"

namespace ferroscope::graph {

class FlowSolver {
public:
    explicit FlowSolver(const Program& program);
    std::vector<FlowCalls> run(std::stop_token stop);

private:
    using Node = std::uint32_t;
    using Object = std::uint32_t; // What and an id
    using Callable = std::uint32_t; // FunctionId, or functionCount + number of a lambda
    using NameKey = NameKeys::NameKey; // a name of the whole program
    enum class What : std::uint8_t {
        Function, Bound /* method looked up on an object */, Property, Class, Instance, Module, NameSpace, External,
        List, Mapping, ValuesView /* of a mapping */, Items, Pair, Generator, Partial, Super, ContainerMethod
    };
    enum class Space : std::uint8_t {
        Variable, Field, InstanceLoad, ClassLoad, Item, FunctionField, Setter, Method, ContainerMethod, Inherited
    };
    enum class Do : std::uint8_t {
        Load /* term, name */, Store /* term, value */, Call /* site, parameters already bound */, LoadItem /* term, key */, Slice /* term, begin */,
        ItemTo /* node, key */, StoreItem /* term, value */, Element /* node, term */, Next /* node, term */,
        Enter /* term */, Raise /* term */, Catch /* term */, Operate /* term, method */, LoadSuper /* term, class */,
        Bind /* node, receiver */, Access /* term, node */, Callback /* site, argument */, Prepare /* site */,
        TypeOf /* node */, Protocol /* term, method */
    };
    struct Use {
        Do what;
        std::uint32_t a, b, next;
    };
    struct Edge {
        Node to;
        std::uint32_t next;
    };
    struct Slots { // of one node
        std::uint32_t firstEdge = kNone, firstUse = kNone;
        ObjectSets::Handle objects = 0;
        std::uint8_t count = 0, done = 0;
        bool queued = false;
    };
    struct Found { // by a term
        std::uint32_t call; // callable << 2 | how
        std::uint32_t next;
    };
    struct Argument {
        Node node;
        facts::Key key; // names as NameKey
    };
    struct Site { // a call, written or implied
        ModuleId module;
        std::uint32_t term; // of the program
        Node callee, result;
        std::uint32_t firstArgument, argumentCount;
        bool isDecoration;
    };
    struct CallableInfo {
        ModuleId module;
        std::uint32_t parameters, parameterCount; // in the facts
        Node firstParameter, returned; // what it yields: returned + 1
    };
    struct Names { // asked for often
        NameKey init, make, postInit, call, getItem, setItem, iter, next, enter, exit, asyncEnter, asyncExit,
            asyncIter, asyncNext, get, getAttribute, contains, classItem;
    };

    // flow_build.cpp
    bool number();
    void addCallable(ModuleId module, std::uint32_t firstParameter, std::uint32_t count);
    void declareDefinitions(ModuleId module);
    void declareTargets(ModuleId module);
    void seedParameters(ModuleId module);
    void seedAnnotations(ModuleId module);
    void connect(ModuleId module);
    void findStored(ModuleId module);
    void connectTerm(ModuleId module, std::uint32_t term);
    void connectDisplay(ModuleId module, std::uint32_t term);
    void connectFlow(ModuleId module, const facts::Flow& flow);
    void connectImport(ModuleId module, std::uint32_t index);
    void connectDecorations(ModuleId module);
    void addCall(ModuleId module, std::uint32_t term);
    void settleDecorations();

    // flow_names.cpp
    NameKey key(ModuleId module, facts::NameId name);
    NameKey nameOf(std::uint32_t term); // its key, a name
    bool isBuiltinName(NameKey name);
    Node variable(std::uint32_t scope, NameKey name);
    Node known(std::uint32_t scope, NameKey name) const; // kNone if not declared
    Node resolve(ModuleId module, const facts::Term& name);
    Node resolveFrom(ModuleId module, facts::FunctionIndex function, NameKey name);
    Node moduleAttribute(ModuleId module, NameKey name, int depth);
    Node builtin(NameKey name);
    void seed(Node node, const Values& values);
    std::uint32_t scopeOf(ModuleId module, facts::Term::Scope scope, std::uint32_t index) const;
    std::uint32_t classScope(ClassId id) const { return m_classScope[id]; }
    Node field(ClassId id, NameKey name);
    Callable attributeHook(ModuleId module) const;
    Node declareTarget(ModuleId module, const facts::Term& name);
    bool isNeutral(ModuleId module, std::uint32_t term) const;

    // flow_solver.cpp
    Node addNode();
    void add(Node node, Object object);
    void addEdge(Node from, Node to);
    void addUse(Node node, Do what, std::uint32_t a, std::uint32_t b = 0);
    void drain(std::stop_token stop);
    void gather(std::uint32_t edge);
    void apply(const Use& use, Object object);
    Object objectAt(Node node, std::uint8_t position) const;
    bool found(std::uint32_t term, Callable to, FlowCall::How how); // is it new?
    bool isFound(std::uint32_t term, Callable to, FlowCall::How how) const;
    void collect(ModuleId module);
    void release();
    std::vector<FlowCalls> finish();

    // flow_objects.cpp
    void load(std::uint32_t term, NameKey name, Object object);
    NameKey member(NameKey outer, NameKey name); // "outer.name"
    void store(std::uint32_t term, Node value, Object object);
    void loadItem(std::uint32_t term, facts::Key key, Object object);
    void slice(std::uint32_t term, facts::Key begin, Object object);
    void itemTo(Node to, facts::Key key, Object object);
    void storeItem(std::uint32_t term, Node value, Object object);
    void element(Node to, std::uint32_t term, Object object);
    void next(Node to, std::uint32_t term, Object object);
    void enter(std::uint32_t term, Object object);
    void bind(Object receiver, Node to, Object object);
    void access(std::uint32_t term, Node to, Object object);
    void loadSuper(std::uint32_t term, ClassId klass, Object receiver);
    void operate(std::uint32_t term, NameKey name, Object object);
    bool protocol(std::uint32_t term, Object object, NameKey method, Node result, Node argument = 0);
    Node instanceAttribute(ClassId id, NameKey name);
    Node classAttribute(ClassId id, NameKey name);
    Node item(std::uint32_t container, facts::Key key);
    Callable method(ClassId id, NameKey name);

    // flow_calls.cpp
    void call(std::uint32_t site, Object object, std::uint32_t bound);
    void enterFunction(std::uint32_t site, Callable to, std::uint32_t bound, Node result);
    void construct(std::uint32_t site, ClassId id, std::uint32_t bound);
    void prepare(std::uint32_t site, Object object);
    void passArguments(std::uint32_t site, Callable to, std::uint32_t bound, std::uint32_t skipped);
    void passSpread(Node from, std::uint32_t term, Callable to, std::uint32_t bound);
    void passSpreadNames(Node from, Callable to);
    void receive(Callable to, Object receiver);
    ClassId metaclass(ClassId id);

    // flow_library.cpp
    void callExternal(std::uint32_t site, std::string_view name);
    static bool isLibrary(std::string_view name); // known not to call what it is given
    void callContainer(std::uint32_t site, std::uint32_t method);
    void callback(std::uint32_t site, Node function, Node argument, bool isElement);
    void runCallback(std::uint32_t site, Node argument, Object object);
    Node argument(std::uint32_t site, std::uint32_t position) const; // 0 if there is none
    Node keyword(std::uint32_t site, std::string_view name);
    std::uint32_t positional(std::uint32_t site) const;

    static Object object(What what, std::uint32_t id) { return static_cast<std::uint32_t>(what) << 27U | id; }
    static What what(Object object) { return static_cast<What>(object >> 27U); }
    static std::uint32_t idOf(Object object) { return object & (kMostIds - 1); }
    static std::uint64_t at(Space space, std::uint32_t id, std::uint32_t name)
    {
        return static_cast<std::uint64_t>(space) << 60U | static_cast<std::uint64_t>(id) << 32U | name;
    }
    Node nodeOf(std::uint32_t term) const { return m_nodeOf[term]; }
    ModuleId moduleOfTerm(std::uint32_t term) const;
    const facts::Term& termAt(std::uint32_t term) const;
    const facts::FileFacts& facts(ModuleId module) const { return *m_program.modules[module].facts; }
    const facts::Function* function(Callable callable) const; // null for a lambda
    const facts::Parameter& parameterOf(Callable callable, std::uint32_t position) const;
    Node parameter(Callable callable, std::uint32_t position) const { return m_callables[callable].firstParameter + position; }
    Node returned(Callable callable) const { return m_callables[callable].returned; }
    Node yielded(Callable callable) const { return m_callables[callable].returned + 1; }
    bool isGenerator(Callable callable) const;

    static constexpr std::uint32_t kMostIds = 1U << 27U;
    static constexpr std::uint8_t kMostObjects = ObjectSets::kMost; // per node
    static constexpr std::size_t kSteps = 40; // objects arriving, per node on average
    static constexpr Node kDead = 0; // nothing arrives there and nothing leaves
    static constexpr std::uint32_t kBlock = 128; // terms

    const Program& m_program;
    Evaluator m_evaluator;
    Names m_names {};
    std::uint32_t m_functionCount = 0, m_termCount = 0;
    std::vector<std::uint32_t> m_firstTerm, m_firstScope, m_firstLambda; // by module
    std::vector<ModuleId> m_moduleOfBlock; // of the first of kBlock terms
    std::vector<std::uint32_t> m_classScope; // by ClassId
    std::vector<Node> m_nodeOf; // by term of the program
    std::vector<std::uint32_t> m_firstFound; // by term of the program
    std::vector<CallableInfo> m_callables;
    std::vector<std::vector<NameKey>> m_keys; // by module and NameId; 0: not asked for yet
    NameKeys m_texts;
    std::vector<std::uint8_t> m_isBuiltin; // by NameKey: 0 not asked for yet, 1 no, 2 yes
    Paged<Slots> m_nodes;
    ObjectSets m_sets;
    Paged<Edge> m_edges;
    Paged<Use> m_uses;
    Paged<Found> m_founds;
    Paged<Argument> m_arguments;
    Paged<Site> m_sites;
    std::vector<std::uint32_t> m_decorationSites;
    std::vector<Node> m_queue;
    std::vector<Node> m_targets; // of the edges of the node at hand
    std::vector<bool> m_onlyStored; // terms of the module being connected that are stored into and never read
    FlatMap m_variables; // by Space: variables, fields, items, methods
    FlatMap m_stored; // names that some attribute store uses
    FlatMap m_outer; // (function, name) declared global (0) or nonlocal (1)
    FlatMap m_entered;
    std::vector<std::pair<std::uint32_t, NameKey>> m_containerMethods; // container, method
    std::vector<std::pair<ClassId, Callable>> m_supers; // class, method in which super() stands
    std::vector<ClassId> m_metaclass; // kNone: has none; not asked for yet: kNone - 1
    std::size_t m_steps = 0;
    std::size_t m_termsWithoutNode = 0;
    std::vector<FlowCalls> m_result;
};

} // namespace ferroscope::graph
