// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/syntax/symbols.h"

#include <string_view>
#include <tree_sitter/api.h>

extern "C" const TSLanguage* tree_sitter_python(void);

namespace ferroscope::syntax {

namespace {

struct KindName {
    Kind kind;
    std::string_view name;
};

constexpr KindName kNamed[] = {
    { Kind::Module, "module" }, { Kind::Block, "block" }, { Kind::Comment, "comment" },
    { Kind::LineContinuation, "line_continuation" }, { Kind::FunctionDefinition, "function_definition" },
    { Kind::ClassDefinition, "class_definition" }, { Kind::DecoratedDefinition, "decorated_definition" },
    { Kind::Decorator, "decorator" }, { Kind::Parameters, "parameters" },
    { Kind::LambdaParameters, "lambda_parameters" }, { Kind::Lambda, "lambda" },
    { Kind::DefaultParameter, "default_parameter" }, { Kind::TypedParameter, "typed_parameter" },
    { Kind::TypedDefaultParameter, "typed_default_parameter" }, { Kind::ListSplatPattern, "list_splat_pattern" },
    { Kind::DictionarySplatPattern, "dictionary_splat_pattern" }, { Kind::KeywordSeparator, "keyword_separator" },
    { Kind::PositionalSeparator, "positional_separator" }, { Kind::TuplePattern, "tuple_pattern" },
    { Kind::Type, "type" }, { Kind::TypeParameter, "type_parameter" }, { Kind::ArgumentList, "argument_list" },
    { Kind::KeywordArgument, "keyword_argument" }, { Kind::IfStatement, "if_statement" },
    { Kind::ElifClause, "elif_clause" }, { Kind::ElseClause, "else_clause" }, { Kind::ForStatement, "for_statement" },
    { Kind::WhileStatement, "while_statement" }, { Kind::TryStatement, "try_statement" },
    { Kind::ExceptClause, "except_clause" }, { Kind::FinallyClause, "finally_clause" },
    { Kind::WithStatement, "with_statement" }, { Kind::WithClause, "with_clause" }, { Kind::WithItem, "with_item" },
    { Kind::MatchStatement, "match_statement" }, { Kind::CaseClause, "case_clause" },
    { Kind::CasePattern, "case_pattern" }, { Kind::IfClause, "if_clause" },
    { Kind::ExpressionStatement, "expression_statement" }, { Kind::Assignment, "assignment" },
    { Kind::AugmentedAssignment, "augmented_assignment" }, { Kind::ReturnStatement, "return_statement" },
    { Kind::RaiseStatement, "raise_statement" }, { Kind::AssertStatement, "assert_statement" },
    { Kind::DeleteStatement, "delete_statement" }, { Kind::PassStatement, "pass_statement" },
    { Kind::BreakStatement, "break_statement" }, { Kind::ContinueStatement, "continue_statement" },
    { Kind::GlobalStatement, "global_statement" }, { Kind::NonlocalStatement, "nonlocal_statement" },
    { Kind::ImportStatement, "import_statement" }, { Kind::ImportFromStatement, "import_from_statement" },
    { Kind::FutureImportStatement, "future_import_statement" }, { Kind::PrintStatement, "print_statement" },
    { Kind::ExecStatement, "exec_statement" }, { Kind::TypeAliasStatement, "type_alias_statement" },
    { Kind::AliasedImport, "aliased_import" }, { Kind::DottedName, "dotted_name" },
    { Kind::RelativeImport, "relative_import" }, { Kind::ImportPrefix, "import_prefix" },
    { Kind::WildcardImport, "wildcard_import" }, { Kind::AsPattern, "as_pattern" },
    { Kind::AsPatternTarget, "as_pattern_target" }, { Kind::PatternList, "pattern_list" },
    { Kind::ListPattern, "list_pattern" }, { Kind::ExpressionList, "expression_list" },
    { Kind::Identifier, "identifier" }, { Kind::Attribute, "attribute" }, { Kind::Subscript, "subscript" },
    { Kind::Slice, "slice" }, { Kind::Call, "call" }, { Kind::Await, "await" }, { Kind::Yield, "yield" },
    { Kind::BinaryOperator, "binary_operator" }, { Kind::UnaryOperator, "unary_operator" },
    { Kind::BooleanOperator, "boolean_operator" }, { Kind::NotOperator, "not_operator" },
    { Kind::ComparisonOperator, "comparison_operator" }, { Kind::ConditionalExpression, "conditional_expression" },
    { Kind::NamedExpression, "named_expression" }, { Kind::ParenthesizedExpression, "parenthesized_expression" },
    { Kind::ListComprehension, "list_comprehension" }, { Kind::SetComprehension, "set_comprehension" },
    { Kind::DictionaryComprehension, "dictionary_comprehension" },
    { Kind::GeneratorExpression, "generator_expression" }, { Kind::ForInClause, "for_in_clause" },
    { Kind::List, "list" }, { Kind::Dictionary, "dictionary" }, { Kind::Set, "set" }, { Kind::Tuple, "tuple" },
    { Kind::Pair, "pair" }, { Kind::ListSplat, "list_splat" }, { Kind::DictionarySplat, "dictionary_splat" },
    { Kind::String, "string" }, { Kind::ConcatenatedString, "concatenated_string" },
    { Kind::StringStart, "string_start" }, { Kind::StringContent, "string_content" },
    { Kind::StringEnd, "string_end" }, { Kind::Interpolation, "interpolation" }, { Kind::Integer, "integer" },
    { Kind::Float, "float" }, { Kind::True, "true" }, { Kind::False, "false" }, { Kind::None, "none" },
    { Kind::Ellipsis, "ellipsis" },
};

constexpr KindName kTokens[] = {
    { Kind::Async, "async" }, { Kind::BitToken, "&" }, { Kind::BitToken, "|" }, { Kind::BitToken, "^" },
    { Kind::BitToken, "<<" }, { Kind::BitToken, ">>" }, { Kind::BitToken, "~" }, { Kind::BitToken, "&=" },
    { Kind::BitToken, "|=" }, { Kind::BitToken, "^=" }, { Kind::BitToken, "<<=" }, { Kind::BitToken, ">>=" },
    { Kind::ArithmeticToken, "-" }, { Kind::ArithmeticToken, "**" }, { Kind::ArithmeticToken, "//" },
    { Kind::ArithmeticToken, "@" }, { Kind::ArithmeticToken, "-=" }, { Kind::ArithmeticToken, "*=" },
    { Kind::ArithmeticToken, "**=" }, { Kind::ArithmeticToken, "//=" }, { Kind::ArithmeticToken, "%=" },
    { Kind::ArithmeticToken, "@=" }, { Kind::DivideToken, "/" }, { Kind::DivideToken, "/=" },
    { Kind::PlusToken, "+" }, { Kind::PercentToken, "%" }, { Kind::PlusAssignToken, "+=" }, { Kind::Star, "*" },
    { Kind::Colon, ":" },
};

constexpr std::string_view kFields[] = { "", "alias", "alternative", "argument", "arguments", "attribute", "body",
    "cause", "condition", "consequence", "definition", "function", "guard", "key", "left", "module_name", "name",
    "object", "operator", "parameters", "return_type", "right", "subject", "subscript", "superclasses", "type",
    "value" };
static_assert(std::size(kFields) == static_cast<std::size_t>(Field::Size_));

Symbols makeSymbols()
{
    Symbols symbols;
    symbols.language = tree_sitter_python();
    const std::uint32_t count = ts_language_symbol_count(symbols.language);
    symbols.kinds.assign(count, Kind::Other);
    // By name and not by ts_language_symbol_for_name: several symbols (aliases) may share a name.
    for (std::uint32_t symbol = 0; symbol < count; ++symbol) {
        const auto id = static_cast<TSSymbol>(symbol);
        const std::string_view name = ts_language_symbol_name(symbols.language, id);
        if (ts_language_symbol_type(symbols.language, id) == TSSymbolTypeRegular) {
            for (const KindName& entry : kNamed) {
                if (entry.name == name)
                    symbols.kinds[symbol] = entry.kind;
            }
            continue;
        }
        for (const KindName& entry : kTokens) {
            if (entry.name == name)
                symbols.kinds[symbol] = entry.kind;
        }
    }
    symbols.fields.assign(ts_language_field_count(symbols.language) + 1, Field::None);
    for (std::size_t at = 1; at < std::size(kFields); ++at) {
        const TSFieldId id = ts_language_field_id_for_name(
            symbols.language, kFields[at].data(), static_cast<std::uint32_t>(kFields[at].size()));
        if (id != 0)
            symbols.fields[id] = static_cast<Field>(at);
    }
    return symbols;
}

} // namespace

const Symbols& symbols()
{
    static const Symbols instance = makeSymbols();
    return instance;
}

} // namespace ferroscope::syntax
