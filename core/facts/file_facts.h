// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FileFacts: everything the parser counted in one file; immutable once made, a value without pointers.
//
// One walk over the syntax tree fills it (extract.h). Later stages never see the tree again, so whatever
// the graphs, the heat estimate and the rules need is recorded here: scopes, call sites with their
// expected frequency, the operation mix of every function, loops, stores, imports.
//
// Positions are 1-based lines of the file. `FunctionIndex` 0 is the module's own code ("<module>"),
// including class bodies; lambdas belong to the function they stand in and are listed beside the functions.
// Frequencies are expected executions per call of the function they stand in, after Wu and Larus, "Static
// branch frequency and program profile analysis" (MICRO-27, 1994): a loop body 8.33 turns, branches 0.5,
// guards that raise or return early less.
#pragma once

#include "core/facts/name_table.h"
#include "core/facts/op_mix.h"
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace ferroscope::facts {

using FunctionIndex = std::uint32_t;
using ClassIndex = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;

// Physical lines, each in exactly one class: code > doc > comment > blank. logical = statements.
struct LineCounts {
    std::uint32_t physical = 0, code = 0, doc = 0, comment = 0, blank = 0, logical = 0;
};

// Type-hint slots by grade; missing = slotCount - any - loose - exact. No slots: not applicable, never 100 %.
struct HintCounts {
    std::uint32_t slotCount = 0, any = 0, loose = 0, exact = 0;
    std::uint32_t annotated() const { return any + loose + exact; }
};

// What is counted per file; equal to Python's `ast` on every file that `ast` can parse.
enum class Count : std::uint8_t {
    Functions, AsyncFunctions, Methods, Classes, Lambdas, Decorators, Imports, ForLoops, WhileLoops,
    Comprehensions, Tries, Withs, Matches, Returns, Yields, Raises, Asserts, Awaits, Globals, Nonlocals, FStrings, Size_
};
using Counts = std::array<std::uint32_t, static_cast<std::size_t>(Count::Size_)>;

enum class ParameterKind : std::uint8_t { Positional, PositionalOnly, KeywordOnly, VarArgs, VarKeywords };

struct Parameter {
    NameId name = 0;
    NameId annotation = 0; // text of the annotation or type comment, 0 = none
    ParameterKind kind = ParameterKind::Positional;
    bool hasDefault = false;
    bool mutableDefault = false; // [], {}, set() ...
};

enum FunctionFlag : std::uint32_t {
    kAsync = 1, kGenerator = 2, kMethod = 4, kStatic = 8, kClassMethod = 16, kProperty = 32, kOverload = 64,
    kNested = 128, kAbstract = 256, kHasStarArgs = 512, kRecursive = 1024 /* calls its own name */,
    kDunder = 2048, kPrivate = 4096
};

struct Function {
    NameId name = 0; // "area"; "<module>" for index 0
    NameId qualifiedName = 0; // "Shape.area", "outer.inner" (without "<locals>")
    FunctionIndex parent = kNone; // enclosing function, kNone for index 0
    ClassIndex owner = kNone; // class whose body holds it directly
    std::uint32_t line = 0; // of `def`
    std::uint32_t firstLine = 0; // of the first decorator (co_firstlineno), else line
    std::uint32_t endLine = 0; // of its last statement; comments after it are not part of it
    std::uint32_t flags = 0;
    std::uint32_t logicalLines = 0;
    // reference/metrics 2.2 and 2.3; saturate at 65535. Cognitive: its own code; a nested function counts for itself.
    std::uint16_t ccRadon = 1, ccC901 = 1, cognitive = 0;
    std::uint8_t loopDepth = 0; // deepest nesting of loops, comprehensions included
    std::uint32_t awaits = 0;
    std::uint32_t firstParameter = 0, parameterCount = 0; // in FileFacts::parameters, self/cls included
    NameId returns = 0; // text of the return annotation or type comment, 0 = none
    HintCounts hints;
    OpMix ops;
    std::vector<NameId> decorators; // dotted text without arguments
    std::vector<NameId> reads; // distinct names loaded that are not bound in the function itself, sorted
    bool is(FunctionFlag flag) const { return (flags & flag) != 0; }
};

struct Class {
    NameId name = 0;
    NameId qualifiedName = 0;
    FunctionIndex parent = 0; // function it stands in (0: module level)
    ClassIndex owner = kNone; // enclosing class
    std::uint32_t line = 0, endLine = 0;
    std::uint32_t methods = 0;
    NameId metaclass = 0; // text of metaclass=..., 0 = none
    std::vector<NameId> bases; // dotted text, positional arguments only
    std::vector<NameId> decorators;
};

enum ImportFlag : std::uint8_t { kTypeChecking = 1, kLazy = 2, kConditional = 4, kStar = 8, kDynamic = 16 };

// One row per alias: `import a.b as c` -> {module a.b, alias c}; `from ..p import n as m` -> {module p, name n,
// alias m, level 2}; a dynamic import has flag kDynamic and module 0 when the argument is not a literal.
struct Import {
    NameId module = 0;
    NameId name = 0; // 0: plain `import`; "*" with kStar
    NameId alias = 0; // bound name; 0 when not renamed
    FunctionIndex function = 0; // where it stands
    std::uint32_t line = 0;
    std::uint8_t level = 0;
    std::uint8_t flags = 0;
    bool isFrom = false;
};

enum class LoopKind : std::uint8_t { For, While, Comprehension };

struct Loop {
    FunctionIndex function = 0;
    std::uint32_t parent = kNone; // enclosing loop of the same function, index in FileFacts::loops
    std::uint32_t line = 0, endLine = 0;
    LoopKind kind = LoopKind::For;
    NameId target = 0; // "x" of `for x in`; 0 if it is a pattern
    NameId iterable = 0; // dotted callee or name iterated: "range", "self.rows", "session.query"
    float frequency = 1; // expected entries per call of the function
    float turns = 1; // expected turns per entry; of a comprehension: of all its for clauses together
    bool isAsync = false; // async for: it waits for each element
    bool constantTrips = false; // over a literal or range(<literal>) of at most 16
    bool infinite = false; // while True / while 1
};

enum class Receiver : std::uint8_t { None /* f() */, Name /* a.b.f() */, Self, Super, Call /* g().f() */, Subscript, String, Bytes, Container, Other };
enum CallFlag : std::uint16_t {
    kAwaited = 1, kInWith = 2, kStarArguments = 4, kFirstArgumentLiteral = 8, kPerElement = 16 /* an argument or the receiver is a loop target */,
    kFormattedArgument = 32 /* first argument is an f-string, % or + of strings */, kDecorator = 64, kAsArgument = 128 /* not a call: a function passed by name */,
    kGeneratorArgument = 256
};

// What stands where an argument is passed, as far as the text says it.
enum class ArgumentShape : std::uint8_t {
    None /* no such argument */, Name, Self, Attribute, Subscript, Number, String, Bytes, Constant /* None, True, False, ... */, Container,
    Comprehension, Call, Lambda, Operation, Star /* *args, **kwargs */, Other
};
inline constexpr unsigned kMostShapes = 8; // arguments of a call whose shapes are kept

struct CallSite {
    FunctionIndex function = 0; // caller
    std::uint32_t line = 0;
    NameId callee = 0; // dotted text as written ("np.dot", "self.rows.append"); 0 if the receiver is no dotted name
    NameId method = 0; // last component, also when callee is 0
    NameId literal = 0; // first argument if it is a short string literal
    std::uint32_t loop = kNone; // innermost loop of the same function
    float frequency = 1; // expected executions per call of the caller
    std::uint8_t loopDepth = 0;
    std::uint8_t arguments = 0; // positional and keyword, saturates at 255
    std::uint8_t keywords = 0; // those of them passed by keyword, ** left out
    std::uint32_t shapes = 0; // of the first kMostShapes arguments, four bits each, the first lowest: see shape()
    Receiver receiver = Receiver::None;
    std::uint16_t flags = 0;
    std::uint32_t term = kNone; // its Term of Kind::Call; kNone for kAsArgument
    bool is(CallFlag flag) const { return (flags & flag) != 0; }
    ArgumentShape shape(unsigned argument) const { return argument < kMostShapes ? static_cast<ArgumentShape>((shapes >> (4 * argument)) & 15U) : ArgumentShape::None; }
};

// An exception raised or caught: one row per type, so `except (A, B)` makes two.
struct Exception {
    FunctionIndex function = 0;
    NameId type = 0; // dotted text: "ValueError", of a call what is called; 0: bare, raised again, or no dotted name
    std::uint32_t line = 0;
    std::uint32_t loop = kNone; // innermost loop of the same function
    float frequency = 1; // expected executions of the raise; of a handler, of its body
    enum class Kind : std::uint8_t { Raised, RaisedAgain /* raise alone */, Caught } kind = Kind::Raised;
};

// One `with context as target`; the context manager's own call is a CallSite too (kInWith).
struct WithItem {
    FunctionIndex function = 0;
    NameId context = 0; // dotted text of the manager or of what is called to make it, 0 if it is neither
    NameId target = 0; // dotted text of what it is bound to, 0: none, or a pattern
    std::uint32_t line = 0;
    std::uint32_t loop = kNone;
    float frequency = 1;
    bool isCall = false;
    bool isAsync = false;
};

// Not counted as a function: what it does is counted with the function it stands in.
struct Lambda {
    FunctionIndex function = 0; // it stands in
    std::uint32_t outer = kNone; // lambda it stands in
    std::uint32_t line = 0;
    std::uint32_t firstParameter = 0, parameterCount = 0; // in FileFacts::parameters
    float frequency = 1; // how often it is made per call of the function
};

// The flow of values, for name resolution: an expression that may stand for a function, a class or an object,
// or for a container of such. Literals and what is computed of them are left out.
struct Term {
    enum class Kind : std::uint8_t {
        Name, // key
        Attribute, // of `operand`: key
        Call, // of `operand`; arguments from `detail` on in FileFacts::operands, `key` of them
        Lambda, // operand: index in FileFacts::lambdas
        Item, // operand[key]
        Slice, // operand[key:], key being a position if it is known
        Display, // list, set, tuple, comprehension: elements as the arguments of a Call
        Mapping, // dict: values by key
        Either, // one of the operands, as the arguments of a Call
        Element, // what iterating over `operand` gives
        Entered, // what `with operand as` binds
        Raised, // `raise operand`: a class is called
        Caught, // `except operand as`: an instance of a class
        Operation, // operator method `key` ("__add__") of `operand`
        Returned, Yielded, // of the function or lambda that is the scope
    };
    enum class Scope : std::uint8_t { Function, Lambda, Class };
    std::uint32_t place = 0; // kind, scope and its index in one number
    std::uint32_t key = 0; // a Key, or how many operands
    std::uint32_t operand = kNone; // a term, unless said otherwise
    std::uint32_t detail = 0; // line where it first stands, or first of the operands

    Kind kind() const { return static_cast<Kind>(place & 15U); }
    Scope scope() const { return static_cast<Scope>((place >> 4U) & 3U); }
    std::uint32_t scopeIndex() const { return place >> 6U; }
    bool hasOperands() const
    {
        return kind() == Kind::Call || kind() == Kind::Display || kind() == Kind::Mapping || kind() == Kind::Either;
    }
    static std::uint32_t placeOf(Kind kind, Scope scope, std::uint32_t index)
    {
        return static_cast<std::uint32_t>(kind) | static_cast<std::uint32_t>(scope) << 4U | index << 6U;
    }
};
inline constexpr std::uint32_t kMostScopes = 1U << 26U; // scopes beyond have no terms

// What an element or argument goes by: a NameId (keyword, attribute, literal string), a position or literal
// integer with kPosition set, 0 for anything else.
using Key = std::uint32_t;
inline constexpr Key kPosition = 0x80000000U;
inline constexpr Key kStarred = 0xFFFFFFFFU; // *operand
inline constexpr Key kDoubleStarred = 0xFFFFFFFEU; // **operand

struct Operand {
    std::uint32_t term = kNone;
    Key key = 0;
};

// The value may be found where the target is read. Targets are names, attributes, items, Returned and Yielded.
struct Flow {
    std::uint32_t target = kNone, value = kNone; // terms
};

// `@term` above a definition; of one definition the first written comes first.
struct Decoration {
    std::uint32_t definition = 0; // in FileFacts::functions or classes
    bool isClass = false;
    std::uint32_t term = kNone; // kNone: nothing that can be followed
};

// `target = value` where the value may tell what target is: a call ("x = Engine()"), a dotted name ("f = g",
// "self.run = run") or, for kAnnotation, the annotation ("x: Engine"). For name resolution.
struct Binding {
    FunctionIndex function = 0;
    ClassIndex owner = kNone; // set when it stands directly in a class body
    NameId target = 0; // "x" or "self.x"
    NameId value = 0; // dotted text
    std::uint32_t line = 0;
    enum class Kind : std::uint8_t { Call, Name, Annotation, Container, Literal, Other } kind = Kind::Other;
};

// Attributes read through a plain name ("engine.speed", not "engine.run()"), summed per function and name. Names
// that are certainly something else (self, cls) are left out.
struct AttributeReads {
    FunctionIndex function = 0;
    NameId object = 0; // "engine"
    float expected = 0; // reads per call of the function
};

// A pair of a module-level dict of strings, in a module with a lazy `__getattr__`: {"Name": "module"} gives
// (Name, module), {"module": ["Name"]} gives (module, Name). Which side is the module is for the linker to say.
struct LazyName {
    NameId key = 0, value = 0;
};

// A store through an attribute or subscript, or to a name declared global/nonlocal.
struct Store {
    FunctionIndex function = 0;
    NameId target = 0; // dotted text of what is stored into: "self.x", "module.CACHE", "CACHE" (subscript), "counter" (global)
    std::uint32_t line = 0;
    float frequency = 1;
    enum class Kind : std::uint8_t { Attribute, Subscript, Global, Nonlocal } kind = Kind::Attribute; // `del` too
    bool augmented = false; // by += and the like
    bool inLoop = false;
};

// Rare places that a rule looks at one by one.
enum class SiteKind : std::uint8_t { BareExcept, BroadExcept, GlobalStatement, MutableDefault, StringAppendInLoop, ExecStatement, PrintStatement, StarImport, MainGuard, NestedFunctionInLoop, TryInLoop };

struct Site {
    SiteKind kind = SiteKind::BareExcept;
    FunctionIndex function = 0;
    std::uint32_t line = 0;
    std::uint8_t loopDepth = 0;
    NameId name = 0; // what it is about, if anything
};

// A limit of what could be read in this file; data, not an error.
struct Problem {
    enum class Kind : std::uint8_t { SyntaxError, Encoding, TooDeep, TooLarge, Gave_up } kind = Kind::SyntaxError;
    std::uint32_t line = 0;
    std::string detail;
};

// Of a notebook, whose code cells are one text: where each cell's lines begin.
struct Cell {
    std::uint32_t firstLine = 1; // of the concatenated text
    std::uint32_t number = 1; // position among all cells of the notebook, from 1
};

struct FileFacts {
    NameTable names;
    LineCounts lines;
    HintCounts hints; // sum over functions
    Counts counts {};
    std::vector<Function> functions; // [0] is the module's own code; document order of `def`
    std::vector<Class> classes;
    std::vector<Parameter> parameters;
    std::vector<Import> imports;
    std::vector<Loop> loops;
    std::vector<CallSite> calls;
    std::vector<Binding> bindings;
    std::vector<Lambda> lambdas; // in document order
    std::vector<Term> terms;
    std::vector<Operand> operands;
    std::vector<Flow> flows;
    std::vector<Decoration> decorations;
    std::vector<Store> stores;
    std::vector<AttributeReads> attributeReads; // sorted by (function, object)
    std::vector<LazyName> lazyNames;
    std::vector<Site> sites;
    std::vector<Exception> exceptions;
    std::vector<WithItem> withItems;
    std::vector<NameId> exports; // __all__ as far as it is literal
    bool hasExports = false; // an __all__ exists
    std::vector<Problem> problems; // at most kMaxProblems, the first ones
    std::uint32_t errorLines = 0; // physical lines touched by syntax errors
    std::string contentHash; // of the bytes on disk
    std::vector<std::uint32_t> speedComments; // lines of comments that speak of speed, at most kMostSpeedComments
    std::uint32_t waitingSubjects = 0; // that comments and docstrings speak of, a bit each: see vocabulary.h
    std::vector<Cell> cells; // by firstLine; empty for anything but a notebook

    std::string_view text(NameId id) const { return names.text(id); }
    // "line 7", of a notebook "cell 3, line 2".
    std::string place(std::uint32_t line) const;
    std::uint32_t count(Count what) const { return counts[static_cast<std::size_t>(what)]; }
};

inline constexpr std::size_t kMaxProblems = 20;

} // namespace ferroscope::facts
