// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walk: the one pass over a syntax tree that fills a FileFacts. Private to core/facts.
//
// The tree is walked with a cursor and an explicit stack, so nesting of any depth is safe. enter() is called
// for every node before its children; whatever it changes in m_now (the context: function, frequency, loop ...)
// is undone when the node is left. The cases are split by topic: walk.cpp (walk, statements), walk_definitions
// .cpp (functions, classes, imports), walk_expressions.cpp (operators, stores, names), walk_loops.cpp, walk_calls.cpp,
// walk_exceptions.cpp (raise, except, with), walk_complexity.cpp, walk_flow.cpp, walk_dead_stores.cpp and walk_terms.cpp
// (values that flow: they are put together when a node is left, from its children).
#pragma once

#include "core/facts/file_facts.h"
#include "core/facts/lines.h"
#include "core/syntax/repair.h"
#include <string>
#include <vector>

namespace ferroscope::facts {

class Walk {
public:
    // `text` gives the lines; `read`, as long, the names (they differ where a broken line was replaced).
    Walk(FileFacts& facts, std::string_view text, std::string_view read);
    void run(const syntax::Tree& tree);
    // Backquoted expressions were met, which the grammar takes for strings.
    bool sawBackquotes() const { return m_sawBackquotes; }
    std::vector<syntax::Rows> takeErrors() { return std::move(m_errors); } // rows of what the grammar could not read

private:
    using Kind = syntax::Kind;
    using Field = syntax::Field;
    using Node = syntax::Node;

    // One ancestor of the current node, the node itself last.
    struct Step {
        Kind kind = Kind::Other;
        Field field = Field::None;
        std::uint32_t data = kNone; // loop index, function index, class index, import flags: by kind
        std::uint32_t namedSeen = 0; // named children entered so far
        float remaining = 1; // if statements: probability that no branch before was taken
        std::uint8_t loopsBefore = 0; // comprehensions: for clauses entered so far
        bool named = false;
        std::uint32_t parts = 0; // m_parts of its children begin here
    };
    // What a child that was left tells its parent.
    struct Part {
        Kind kind = Kind::Other;
        Field field = Field::None;
        std::uint32_t term = kNone;
        Key key = 0; // name or literal of it
    };
    struct Context {
        FunctionIndex function = 0;
        ClassIndex owner = kNone; // class whose body we stand in directly
        float frequency = 1;
        std::uint32_t loop = kNone;
        std::uint32_t lambda = kNone; // whose body we stand in
        std::uint8_t loopDepth = 0;
        std::uint8_t importFlags = 0;
        std::uint16_t nesting = 0; // cognitive complexity
        std::size_t firstLoopTarget = 0; // targets of this function's loops begin here in m_loopTargets
        bool storing = false; // inside an assignment target
        bool augmented = false; // ... of += and the like
        bool wraps = false; // the function's body is one nested function and `return <name>`s
        bool quiet = false; // radon does not look here (assert, defaults, decorators)
    };
    struct Saved {
        std::size_t depth;
        Context context;
        bool endsFunction;
        std::size_t loopTargets;
    };
    // Names of the function being walked.
    struct Frame {
        std::vector<NameId> bound, loaded, globals, nonlocals;
        std::vector<CallSite> functionArguments; // kept if the name turns out not to be local
        std::vector<std::pair<NameId, float>> attributeReads;
    };

    void enter(Node node, Field field);
    void save(bool endsFunction = false);
    void restore(std::size_t depth);
    void endFunction();

    // walk.cpp
    void enterStatement(Node node, Kind kind);
    void enterBlock(Node node);
    void enterIf(Node node);
    void enterAlternative(Node node, Kind kind);
    void enterBranch(Node node);
    void enterLoopBody();
    float branchProbability(Node block) const;
    bool isDocstring(Node statement) const;

    // walk_definitions.cpp
    void enterFunction(Node node);
    void enterClass(Node node);
    NameId qualifiedName(std::string_view called);
    void enterDecorated(Node node);
    void readParameters(Node parameters, FunctionIndex function);
    void appendParameters(Node parameters, FunctionIndex function);
    void readTypeComment(Node definition, FunctionIndex function);
    void enterImport(Node node);
    void enterImportFrom(Node node, Kind kind);
    void readExports(Node right);

    // walk_lazy.cpp
    void readLazyNames(Node value);
    void addLazyNames(Node key, Node value);
    NameId plainString(Node node);
    void endLazyNames();

    // walk_loops.cpp
    void enterLoop(Node node, Kind kind);
    void enterComprehension(Node node);
    void enterForInClause(Node node);
    int constantTurns(Node iterable) const;

    // walk_calls.cpp
    void enterCall(Node node);
    void readArguments(Node call, CallSite& site);

    ArgumentShape shapeOf(Node argument) const;

    // walk_exceptions.cpp
    void enterRaise(Node node);
    void enterExcept(Node node);
    void enterWithItem(Node node);
    void addException(Exception::Kind kind, Node type, std::uint32_t line);

    // walk_expressions.cpp
    void enterExpression(Node node, Kind kind, Field field);
    void enterAssignment(Node node, Kind kind);
    void enterBinary(Node node);
    void enterIdentifier(Node node, Field field);
    void enterString(Node node);
    void readAttribute(Node object);
    void countInType(Node type);
    void store(NameId target, Node node, Store::Kind kind);
    void bindReturn(Node value);
    void bindTarget(Node left, Node right, Node type);
    bool isStringish(Node node) const;

    // walk_flow.cpp
    void leave(Node node);
    void leaveValue(Node node, Step& here);
    void leaveStatement(Node node, Step& here);
    void leaveCall(Step& here);
    void leaveDecorated(const Step& here);
    void leaveParameter(Node node, const Step& here);
    void leaveOperation(Node node, const Step& here, std::uint32_t line);
    void beginLambda(Node node);
    void assign(std::uint32_t target, std::uint32_t value, std::uint32_t line, int depth = 0);
    void replaceParts(const Step& here, std::uint32_t term, Key key = 0);

    // walk_dead_stores.cpp
    void dropDeadStore(std::uint32_t target);
    void noteStore(std::uint32_t target, std::uint32_t flow);
    void noteRead(NameId name);
    void noteEffect() { m_effect = ++m_clock; }

    // walk_terms.cpp
    std::uint32_t term(Term::Kind kind, Key key, std::uint32_t operand, std::uint32_t detail);
    std::uint32_t termOf(std::uint32_t place, Key key, std::uint32_t operand, std::uint32_t detail);
    std::uint32_t compound(Term::Kind kind, std::uint32_t operand, const Step& here, std::size_t from);
    std::uint32_t placeOf(Term::Kind kind) const;
    void growTerms();

    // walk_complexity.cpp
    void enterMatch(Node node);
    void enterCase(Node node);
    void enterBoolean(Node node);
    bool isWrapper(Node body) const;
    std::string_view onlyPattern(Node clause) const;

    // helpers
    const Step& parent(std::size_t up = 1) const { return m_path[m_path.size() - 1 - up]; }
    bool hasParent(std::size_t up = 1) const { return m_path.size() > up; }
    std::string_view text(Node node) const { return node.text(m_text); }
    NameId name(std::string_view text) { return m_facts.names.add(text); }
    NameId name(Node node) { return name(text(node)); }
    bool dotted(Node node, std::string& out, int depth = 0) const; // "a.b.c"; false if it is no such chain
    NameId dottedName(Node node);
    NameId annotationName(Node type);
    Function& function() { return m_facts.functions[m_now.function]; }
    Frame& frame() { return m_frames.back(); }
    void op(Op op, float factor = 1, std::uint32_t places = 1);
    void count(Count what) { ++m_facts.counts[static_cast<std::size_t>(what)]; }
    void site(SiteKind kind, Node node, NameId about = 0);
    void decision(int radon, int c901, int cognitive);
    static bool isStatement(Kind kind);

    FileFacts& m_facts;
    std::string_view m_text;
    LineClasses m_lines;
    Context m_now;
    std::vector<Step> m_path;
    std::vector<Saved> m_saved;
    std::vector<Frame> m_frames;
    std::vector<OpSums> m_ops; // by function
    std::vector<NameId> m_loopTargets; // of the loops around, innermost last
    std::vector<NameId> m_pendingDecorators; // of the definition that follows
    std::uint32_t m_pendingFirstLine = 0;
    std::vector<Part> m_parts;
    std::vector<std::uint32_t> m_termSlots; // hash table of terms; kNone is free
    std::size_t m_termsFiled = 0;
    std::uint32_t m_lastCodeRow = 0; // of the last token that is no comment
    struct LastStore { // of a name
        std::uint32_t target = kNone, flow = kNone;
        NameId name = 0;
        std::uint32_t at = 0, reads = 0; // when, and how often it was read since
    };
    std::vector<LastStore> m_lastStores; // since the last effect
    std::uint32_t m_clock = 0, m_effect = 0;
    std::string m_scratch;
    std::vector<LazyName> m_lazyNames; // kept if the module turns out to be lazy
    bool m_maybeLazy; // its text holds a word of lazy loading: spares the names of all other dicts
    bool m_isLazy = false; // calls what makes it so, or defines `__getattr__`
    std::vector<syntax::Rows> m_errors;
    bool m_sawBackquotes = false;
    bool m_descend = true; // cleared by enter() to skip the children
};

} // namespace ferroscope::facts
