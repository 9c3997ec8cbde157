// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walk: the one pass over a syntax tree that fills a FileFacts. Private to core/facts.
//
// The tree is walked with a cursor and an explicit stack, so nesting of any depth is safe. enter() is called
// for every node before its children; whatever it changes in m_now (the context: function, frequency, loop ...)
// is undone when the node is left. The cases are split by topic: walk.cpp (walk, statements), walk_definitions
// .cpp (functions, classes, imports), walk_expressions.cpp (operators, stores, names), walk_loops.cpp, walk_calls.cpp.
#pragma once

#include "core/facts/file_facts.h"
#include "core/facts/lines.h"
#include "core/syntax/tree.h"
#include <string>
#include <vector>

namespace ferroscope::facts {

class Walk {
public:
    Walk(FileFacts& facts, std::string_view text);
    void run(const syntax::Tree& tree);

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
    };
    struct Context {
        FunctionIndex function = 0;
        ClassIndex owner = kNone; // class whose body we stand in directly
        float frequency = 1;
        std::uint32_t loop = kNone;
        std::uint8_t loopDepth = 0;
        std::uint8_t importFlags = 0;
        std::uint16_t nesting = 0; // cognitive complexity
        std::size_t firstLoopTarget = 0; // targets of this function's loops begin here in m_loopTargets
        bool storing = false; // inside an assignment target
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
        std::vector<NameId> bound, loaded, globals;
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
    void enterCase(Node node);
    void enterLoopBody();
    float branchProbability(Node block) const;
    bool isDocstring(Node statement) const;
    void problem(Node node);

    // walk_definitions.cpp
    void enterFunction(Node node);
    void enterClass(Node node);
    NameId qualifiedName(std::string_view called);
    void enterDecorated(Node node);
    void readParameters(Node parameters, FunctionIndex function);
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

    // walk_expressions.cpp
    void enterExpression(Node node, Kind kind, Field field);
    void enterAssignment(Node node, Kind kind);
    void enterBinary(Node node);
    void enterIdentifier(Node node, Field field);
    void enterString(Node node);
    void readAttribute(Node object);
    void bindReturn(Node value);
    void bindTarget(Node left, Node right, Node type);
    bool isStringish(Node node) const;

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
    std::vector<NameId> m_loopTargets; // of the loops around, innermost last
    std::vector<NameId> m_pendingDecorators; // of the definition that follows
    std::uint32_t m_pendingFirstLine = 0;
    std::string m_scratch;
    std::vector<LazyName> m_lazyNames; // kept if the module turns out to be lazy
    bool m_maybeLazy; // its text holds a word of lazy loading: spares the names of all other dicts
    bool m_isLazy = false; // calls what makes it so, or defines `__getattr__`
    bool m_descend = true; // cleared by enter() to skip the children
};

} // namespace ferroscope::facts
