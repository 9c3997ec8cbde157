// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/builtins.h"

#include <algorithm>
#include <array>

namespace ferroscope::graph {

namespace {

// Both sorted by bytes.
constexpr auto kBuiltins = std::to_array<std::string_view>({ "ArithmeticError", "AssertionError", "AttributeError",
    "BaseException", "BaseExceptionGroup", "BlockingIOError", "BrokenPipeError", "BufferError", "BytesWarning",
    "ChildProcessError", "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError", "ConnectionResetError",
    "DeprecationWarning", "EOFError", "Ellipsis", "EncodingWarning", "EnvironmentError", "Exception", "ExceptionGroup",
    "FileExistsError", "FileNotFoundError", "FloatingPointError", "FutureWarning", "GeneratorExit", "IOError",
    "ImportError", "ImportWarning", "IndentationError", "IndexError", "InterruptedError", "IsADirectoryError",
    "KeyError", "KeyboardInterrupt", "LookupError", "MemoryError", "ModuleNotFoundError", "NameError",
    "NotADirectoryError", "NotImplemented", "NotImplementedError", "OSError", "OverflowError",
    "PendingDeprecationWarning", "PermissionError", "ProcessLookupError", "PythonFinalizationError", "RecursionError",
    "ReferenceError", "ResourceWarning", "RuntimeError", "RuntimeWarning", "StandardError", "StopAsyncIteration",
    "StopIteration", "SyntaxError", "SyntaxWarning", "SystemError", "SystemExit", "TabError", "TimeoutError",
    "TypeError", "UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError",
    "UnicodeTranslateError", "UnicodeWarning", "UserWarning", "ValueError", "Warning", "ZeroDivisionError",
    "__build_class__", "__import__", "abs", "aiter", "all", "anext", "any", "apply", "ascii", "basestring", "bin",
    "bool", "breakpoint", "buffer", "bytearray", "bytes", "callable", "chr", "classmethod", "cmp", "coerce", "compile",
    "complex", "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec", "execfile", "exit", "file", "filter",
    "float", "format", "frozenset", "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input", "int",
    "intern", "isinstance", "issubclass", "iter", "len", "list", "locals", "long", "map", "max", "memoryview", "min",
    "next", "object", "oct", "open", "ord", "pow", "print", "property", "quit", "range", "raw_input", "reduce",
    "reload", "repr", "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super",
    "tuple", "type", "unichr", "unicode", "vars", "xrange", "zip" });

constexpr auto kMethods = std::to_array<std::string_view>({ "add", "append", "appendleft", "as_integer_ratio",
    "bit_count", "bit_length", "buffer", "capitalize", "casefold", "center", "clear", "close", "closed", "conjugate",
    "copy", "count", "decode", "denominator", "detach", "difference", "difference_update", "discard", "encode",
    "encoding", "end", "endpos", "endswith", "errors", "expand", "expandtabs", "extend", "extendleft", "fileno", "find",
    "findall", "finditer", "flags", "flush", "format", "format_map", "from_bytes", "fromhex", "fromkeys", "fullmatch",
    "get", "getbuffer", "getvalue", "group", "groupdict", "groupindex", "groups", "has_key", "hex", "imag", "index",
    "insert", "intersection", "intersection_update", "is_integer", "isalnum", "isalpha", "isascii", "isatty",
    "isdecimal", "isdigit", "isdisjoint", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "issubset",
    "issuperset", "istitle", "isupper", "items", "iteritems", "iterkeys", "itertext", "itervalues", "join", "keys",
    "lastgroup", "lastindex", "line_buffering", "ljust", "lower", "lstrip", "maketrans", "match", "maxlen", "mode",
    "move_to_end", "name", "newlines", "next", "numerator", "partition", "pattern", "peek", "pop", "popitem", "popleft",
    "pos", "raw", "re", "read", "read1", "readable", "readinto", "readinto1", "readline", "readlines", "real",
    "reconfigure", "regs", "remove", "removeprefix", "removesuffix", "replace", "reverse", "rfind", "rindex", "rjust",
    "rotate", "rpartition", "rsplit", "rstrip", "scanner", "search", "seek", "seekable", "send", "setdefault", "sort",
    "span", "split", "splitlines", "start", "startswith", "string", "strip", "sub", "subn", "swapcase",
    "symmetric_difference", "symmetric_difference_update", "tell", "throw", "title", "to_bytes", "translate",
    "truncate", "union", "update", "upper", "values", "writable", "write", "write_through", "writelines", "zfill" });

static_assert(std::is_sorted(kBuiltins.begin(), kBuiltins.end()));
static_assert(std::is_sorted(kMethods.begin(), kMethods.end()));

} // namespace

bool isBuiltin(std::string_view name)
{
    return std::binary_search(kBuiltins.begin(), kBuiltins.end(), name);
}

bool isContainerMethod(std::string_view name)
{
    return std::binary_search(kMethods.begin(), kMethods.end(), name);
}

} // namespace ferroscope::graph
