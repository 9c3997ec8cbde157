// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Kind and Field: the node kinds and field names of tree-sitter-python that Ferroscope looks at. Any other
// symbol of the grammar is Kind::Other. The tables that map grammar symbols to them are in node_kind.cpp.
#pragma once

#include <cstdint>

namespace ferroscope::syntax {

enum class Kind : std::uint8_t {
    Other, Error, Module, Block, Comment, LineContinuation,
    // definitions
    FunctionDefinition, ClassDefinition, DecoratedDefinition, Decorator, Parameters, LambdaParameters, Lambda,
    DefaultParameter, TypedParameter, TypedDefaultParameter, ListSplatPattern, DictionarySplatPattern,
    KeywordSeparator, PositionalSeparator, TuplePattern, Type, TypeParameter, ArgumentList, KeywordArgument,
    // compound statements
    IfStatement, ElifClause, ElseClause, ForStatement, WhileStatement, TryStatement, ExceptClause, FinallyClause,
    WithStatement, WithClause, WithItem, MatchStatement, CaseClause, CasePattern, IfClause,
    // simple statements
    ExpressionStatement, Assignment, AugmentedAssignment, ReturnStatement, RaiseStatement, AssertStatement,
    DeleteStatement, PassStatement, BreakStatement, ContinueStatement, GlobalStatement, NonlocalStatement,
    ImportStatement, ImportFromStatement, FutureImportStatement, PrintStatement, ExecStatement, TypeAliasStatement,
    // parts of imports and patterns
    AliasedImport, DottedName, RelativeImport, ImportPrefix, WildcardImport, AsPattern, AsPatternTarget, PatternList,
    ListPattern, ExpressionList,
    // expressions
    Identifier, Attribute, Subscript, Slice, Call, Await, Yield, BinaryOperator, UnaryOperator, BooleanOperator,
    NotOperator, ComparisonOperator, ConditionalExpression, NamedExpression, ParenthesizedExpression,
    ListComprehension, SetComprehension, DictionaryComprehension, GeneratorExpression, ForInClause, List, Dictionary,
    Set, Tuple, Pair, ListSplat, DictionarySplat, String, ConcatenatedString, StringStart, StringContent, StringEnd,
    Interpolation, Integer, Float, True, False, None, Ellipsis,
    // anonymous tokens that decide something
    Async, BitToken, ArithmeticToken, DivideToken, PlusToken, PercentToken, PlusAssignToken, Star, Colon
};

enum class Field : std::uint8_t {
    None, Alias, Alternative, Argument, Arguments, Attribute, Body, Cause, Condition, Consequence, Definition,
    Function, Guard, Key, Left, ModuleName, Name, Object, Operator, Parameters, ReturnType, Right, Subject, Subscript,
    Superclasses, Type, Value, Size_
};

} // namespace ferroscope::syntax
