# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts of Python files by Python's own ast and tokenize: the reference of tst_oracle.cpp.

usage: facts_oracle.py ROOT   -> tab-separated rows for every file below ROOT (or the one file ROOT) that
this interpreter's ast can parse:
  file      path, then the columns named in COLUMNS
  function  path, line of `def`, qualified name, then the columns named in FUNCTION_COLUMNS (Python 3.8 and later)
The first two rows name the columns. Shares no code with the analyzer. Runs under Python 2.7 and 3.6 and
later, since only an interpreter of a version knows what that version's files mean.
"""
from __future__ import print_function

import ast
import io
import os
import re
import sys
import tokenize

COLUMNS = ("functions async_functions methods classes lambdas decorators imports for_loops while_loops "
           "comprehensions tries withs matches returns yields raises asserts awaits globals nonlocals fstrings "
           "physical code doc comment blank logical").split()
HINTS = "slots any loose exact".split()
FUNCTION_COLUMNS = "first end logical awaits parameters generator".split() + HINTS + "cc_radon cc_c901 cognitive".split()

sys.setrecursionlimit(100000)
MODERN = sys.version_info >= (3, 8)  # positions of ends and of `def`; type comments
if MODERN:
    import complexity_oracle


def kinds(*names):
    return tuple(getattr(ast, name) for name in names if hasattr(ast, name))


FUNCTIONS = kinds("FunctionDef", "AsyncFunctionDef")
CLASSES = (ast.ClassDef,)
TEXTS = (type(u""), type(""))  # the second differs in Python 2
COUNTED = {
    "functions": FUNCTIONS, "async_functions": kinds("AsyncFunctionDef"), "classes": CLASSES, "lambdas": (ast.Lambda,),
    "imports": (ast.Import, ast.ImportFrom), "for_loops": kinds("For", "AsyncFor"), "while_loops": (ast.While,),
    "comprehensions": (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    "tries": kinds("Try", "TryStar", "TryExcept", "TryFinally"), "withs": kinds("With", "AsyncWith"),
    "matches": kinds("Match"), "returns": (ast.Return,), "yields": kinds("Yield", "YieldFrom"), "raises": (ast.Raise,),
    "asserts": (ast.Assert,), "awaits": kinds("Await"), "globals": (ast.Global,), "nonlocals": kinds("Nonlocal"),
    "fstrings": kinds("JoinedStr"),
}
KIND_OF = {}
for column, types in COUNTED.items():
    for each_type in types:
        KIND_OF.setdefault(each_type, []).append(column)


def read(path):
    with open(path, "rb") as file:
        raw = file.read()
    if sys.version_info[0] == 2:
        declared = re.match(br"^(?:\xef\xbb\xbf)?(?:[ \t\f]*(?:#[^\n]*)?\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)", raw)
        text = raw.decode(declared.group(1).decode() if declared else "utf-8")
    else:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
        text = raw.decode(encoding)
    if text.startswith(u"\ufeff"):
        text = text[1:]
    return raw, re.sub(u"\r\n?", u"\n", text)


def docstring_of(node):
    """The statement that is the node's docstring, or None."""
    if not isinstance(node, (ast.Module,) + CLASSES + FUNCTIONS) or not node.body:
        return None
    first = node.body[0]
    if not isinstance(first, ast.Expr):
        return None
    value = first.value
    if MODERN:
        return first if isinstance(value, ast.Constant) and isinstance(value.value, str) else None
    return first if isinstance(value, ast.Str) and isinstance(value.s, TEXTS) else None


def lines(text, tree):
    rows = text.split(u"\n")
    if rows and rows[-1] == u"":
        rows.pop()
    layout = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    if hasattr(tokenize, "ENCODING"):
        layout.add(tokenize.ENCODING)
    docstrings = [each for each in map(docstring_of, ast.walk(tree)) if each is not None]
    # Statements that are only strings, as (first line, last line); older Pythons tell a string's last line only.
    bare, current = [], []
    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    for token in tokens:
        if token[1] in (u";", u":"):
            current = []
        elif token[0] == tokenize.NEWLINE:
            if current and all(each[0] == tokenize.STRING for each in current):
                bare.append((current[0][2][0], current[-1][3][0], current[0][3][0]))
            current = []
        elif token[0] not in layout and token[0] != tokenize.COMMENT:
            current.append(token)
    doc, strings = set(), set()
    for each in docstrings:
        if MODERN:
            doc.update(range(each.lineno, each.end_lineno + 1))
            strings.add((each.value.lineno, each.value.end_lineno))
        else:
            for first, last, first_ends in bare:
                if each.value.lineno in (first, first_ends, last):
                    doc.update(range(first, last + 1))
                    strings.add((first, last))
    code, comment = set(), set()
    for token in tokens:
        if token[0] == tokenize.COMMENT:
            comment.add(token[2][0])
        elif token[0] in layout:
            continue
        elif token[0] == tokenize.STRING and token[2][0] in doc and any(
                a <= token[2][0] and token[3][0] <= b for a, b in strings):
            continue
        else:
            code.update(range(token[2][0], token[3][0] + 1))
    found = ["code" if i in code else "doc" if i in doc else "comment" if i in comment
             else "blank" if not rows[i - 1].strip() else "code" for i in range(1, len(rows) + 1)]
    return [len(rows)] + [found.count(k) for k in ("code", "doc", "comment", "blank")]


def is_part_of_parent(node, parent):
    """Python 2 writes one statement as two nodes: try-except-finally, and `with a, b`."""
    if parent is None or getattr(parent, "body", None) != [node]:
        return False
    name = type(node).__name__
    if name == "TryExcept" and type(parent).__name__ == "TryFinally":
        return node.lineno == parent.lineno
    if name != "With" or hasattr(node, "items") or type(parent).__name__ != "With":
        return False
    item = node.context_expr  # a statement of its own begins before its item
    return (node.lineno, node.col_offset) == (item.lineno, item.col_offset)


def counts(text, tree):
    c = dict.fromkeys(COLUMNS, 0)
    # (node, in a class body directly, parent)
    stack = [(tree, False, None)]
    while stack:
        node, in_class, parent = stack.pop()
        part = is_part_of_parent(node, parent)
        if not part:
            for name in KIND_OF.get(type(node), ()):
                c[name] += 1
        if isinstance(node, FUNCTIONS):
            c["methods"] += in_class
        c["decorators"] += len(getattr(node, "decorator_list", ()))
        c["logical"] += isinstance(node, ast.stmt) and not part
        inside = isinstance(node, CLASSES) or (in_class and not isinstance(node, FUNCTIONS))
        for name, value in ast.iter_fields(node):
            for child in value if isinstance(value, list) else [value]:
                if name == "format_spec" and child is not None:
                    # the part after the colon of an f-string's field is a JoinedStr of ast's own making
                    stack.extend((each, inside, child) for each in ast.iter_child_nodes(child))
                elif isinstance(child, ast.AST):
                    stack.append((child, inside, node))
    c["physical"], c["code"], c["doc"], c["comment"], c["blank"] = lines(text, tree)
    return c


# ---- type hints (reference/metrics.md 1.3)
TYPING = ("typing", "typing_extensions")
GENERICS = {"builtins": "list dict tuple set frozenset type",
            "typing": "List Dict Tuple Set FrozenSet Type Callable Sequence Iterable Iterator Mapping MutableMapping "
                      "Collection Generator DefaultDict Deque",
            "collections": "defaultdict deque",
            "collections.abc": "Callable Sequence Iterable Iterator Mapping MutableMapping Collection Generator"}
GENERICS["typing_extensions"] = GENERICS["typing"]
LOOSE = {module + "." + name for module, names in GENERICS.items() for name in names.split()}


class Hints(object):
    def __init__(self, tree):
        self.origins = {}
        self.own = {node.name for node in ast.walk(tree) if isinstance(node, CLASSES)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    bound = alias.asname or alias.name.split(".")[0]
                    self.origins.setdefault(bound, set()).add(alias.name if alias.asname else bound)
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    self.origins.setdefault(alias.asname or alias.name, set()).add(
                        "." * node.level + (node.module or "") + "." + alias.name)

    def resolved(self, node):
        """The dotted names that a Name or Attribute chain may stand for."""
        rest = []
        while isinstance(node, ast.Attribute):
            rest.insert(0, node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return set()
        if node.id in self.origins:
            return {".".join([origin] + rest) for origin in self.origins[node.id]}
        if node.id in self.own:
            return set()
        if rest:
            return {".".join([node.id] + rest)}
        return {"builtins." + node.id, "typing." + node.id}  # what a star import brings is taken for typing's

    def is_any(self, node):
        return any(name in ("typing.Any", "typing_extensions.Any") for name in self.resolved(node))

    def grade(self, annotation):
        node = annotation
        while isinstance(node, ast.Constant) and isinstance(node.value, str):
            node = self.parsed(node.value)
        if node is None:
            return "exact"
        if self.is_any(node):
            return "any"
        return "loose" if self.is_loose(node) else "exact"

    @staticmethod
    def parsed(text):
        try:
            return ast.parse(text.strip(), mode="eval").body
        except (SyntaxError, ValueError):
            return None

    def is_loose(self, node):
        if node is None:
            return False
        if isinstance(node, ast.Constant):
            return isinstance(node.value, str) and self.is_loose(self.parsed(node.value))
        if isinstance(node, (ast.Name, ast.Attribute)):
            return self.is_any(node) or bool(self.resolved(node) & LOOSE)
        if isinstance(node, ast.Subscript):
            named = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if named == "Literal":
                return False
            of_a_name = isinstance(node.value, (ast.Name, ast.Attribute))
            return self.is_loose(node.slice) or (not of_a_name and self.is_loose(node.value))
        return any(self.is_loose(each) for each in ast.iter_child_nodes(node))


def signature_comment(comment):
    """`(int, str) -> bool` as ([texts], text)."""
    close, depth, quote, parts, begin = 0, 0, "", [], 1
    for at, char in enumerate(comment):
        if quote:
            quote = "" if char == quote else quote
        elif char in "'\"":
            quote = char
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
            if depth == 0:
                parts.append(comment[begin:at])
                close = at
                break
        elif char == "," and depth == 1:
            parts.append(comment[begin:at])
            begin = at + 1
    parts = [each.strip() for each in parts if each.strip()]
    after = comment[close + 1:].strip()
    return parts, after[2:].strip() if after.startswith("->") else ""


def slots_of(node, in_class, hints, overloaded):
    a = node.args
    positional = a.posonlyargs + a.args
    static = "staticmethod" in [last_name(each) for each in node.decorator_list]
    skip = in_class and positional and not static
    if not overloaded or "overload" in [last_name(each) for each in node.decorator_list]:
        ordered = positional + ([a.vararg] if a.vararg else []) + a.kwonlyargs + ([a.kwarg] if a.kwarg else [])
        typed = [hints.grade(p.annotation) if p.annotation is not None else comment_grade(p.type_comment, hints)
                 for p in ordered]
        returned = hints.grade(node.returns) if node.returns is not None else None
        if node.type_comment and node.type_comment.startswith("("):
            parts, after = signature_comment(node.type_comment)
            parts = [each.lstrip("*") for each in parts]
            if len(parts) == len(ordered) - 1 and in_class and not static:
                parts.insert(0, "")
            for at in range(len(typed)):
                if typed[at] is None:
                    typed[at] = comment_grade(parts[at], hints) if at < len(parts) and parts != ["..."] else "loose"
            if returned is None:
                returned = comment_grade(after, hints) or "loose"
        typed = typed[1:] if skip else typed
        if not (node.name == "__init__" and in_class):
            typed.append(returned)
        return [len(typed)] + [typed.count(grade) for grade in ("any", "loose", "exact")]
    return [0, 0, 0, 0]


def comment_grade(text, hints):
    if not text:
        return None
    return hints.grade(hints.parsed(text))


def last_name(node):
    while isinstance(node, ast.Call):
        node = node.func
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "?")


# ---- functions
def own_nodes(function):
    """Nodes of its own body; of nested functions only what is evaluated here."""
    stack = list(function.body)
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, FUNCTIONS):
            stack.extend(node.decorator_list + node.args.defaults + [d for d in node.args.kw_defaults if d])
            continue
        stack.extend(ast.iter_child_nodes(node))


def function_rows(raw, text, tree):
    hints = Hints(tree)
    cognitive = complexity_oracle.Cognitive(tree, [each.encode() for each in text.split("\n")])
    overloads = {}  # scope -> names
    found = []

    def visit(node, scope, in_class, prefix):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, FUNCTIONS):
                found.append((child, scope, in_class, prefix + child.name))
                if "overload" in [last_name(each) for each in child.decorator_list]:
                    overloads.setdefault(scope, set()).add(child.name)
                visit(child, child, False, prefix + child.name + ".")
            elif isinstance(child, CLASSES):
                visit(child, child, True, prefix + child.name + ".")
            else:
                visit(child, scope, in_class, prefix)

    visit(tree, tree, False, "")
    for node, scope, in_class, name in found:
        own = list(own_nodes(node))
        first = min([each.lineno for each in node.decorator_list] + [node.lineno])
        a = node.args
        parameters = len(a.posonlyargs + a.args + a.kwonlyargs) + bool(a.vararg) + bool(a.kwarg)
        hinted = slots_of(node, in_class, hints, node.name in overloads.get(scope, ()))
        yield (node.lineno, name, [first, node.end_lineno, sum(isinstance(each, ast.stmt) for each in own),
               sum(isinstance(each, ast.Await) for each in own), parameters,
               int(any(isinstance(each, (ast.Yield, ast.YieldFrom)) for each in own))] + hinted +
               [complexity_oracle.radon(node), complexity_oracle.c901(node), cognitive.total[node]])


def parse(raw, text):
    if sys.version_info[0] == 2:
        return ast.parse(raw)  # it reads the declared encoding itself
    if MODERN:
        try:
            return ast.parse(text, type_comments=True)
        except SyntaxError:
            pass
    return ast.parse(text)


def report(path, shown):
    try:
        raw, text = read(path)
        tree = parse(raw, text)
        row = counts(text, tree)
        functions = list(function_rows(raw, text, tree)) if MODERN else []
    except (SyntaxError, ValueError, UnicodeError, tokenize.TokenError, LookupError, RuntimeError):
        return
    sums = [sum(values[6 + at] for _, _, values in functions) for at in range(4)] if MODERN else ["", "", "", ""]
    out = ["file", shown] + [str(row[c]) for c in COLUMNS] + [str(each) for each in sums]
    lines_out = ["\t".join(out)]
    for line, name, values in functions:
        lines_out.append("\t".join(["function", shown, str(line), name] + [str(int(each)) for each in values]))
    getattr(sys.stdout, "buffer", sys.stdout).write(("\n".join(lines_out) + "\n").encode("utf-8", "replace"))


def main(root):
    print("file\tpath\t" + "\t".join(COLUMNS + HINTS))
    print("function\tpath\tline\tname\t" + "\t".join(FUNCTION_COLUMNS))
    sys.stdout.flush()
    if os.path.isfile(root):
        report(root, os.path.basename(root))
        return
    for folder, names, files in os.walk(root):
        names[:] = sorted(n for n in names if n not in ("__pycache__", "site-packages", "dist-packages"))
        for name in sorted(files):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                report(path, os.path.relpath(path, root))


if __name__ == "__main__":
    main(sys.argv[1])
