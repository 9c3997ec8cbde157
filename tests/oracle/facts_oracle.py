# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts of Python files by Python's own ast and tokenize: the reference of tst_oracle.cpp.

usage: facts_oracle.py ROOT   -> one tab-separated line per file that ast can parse:
path, then the columns named in COLUMNS. Shares no code with the analyzer.
"""
import ast
import io
import os
import re
import sys
import tokenize

COLUMNS = ("functions async_functions methods classes lambdas decorators imports for_loops while_loops "
           "comprehensions tries withs matches returns yields raises asserts awaits globals nonlocals "
           "physical code doc comment blank logical slots annotated").split()

sys.setrecursionlimit(100000)
TRY = (ast.Try, getattr(ast, "TryStar", ast.Try))


def read(path):
    raw = open(path, "rb").read()
    encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
    text = raw.decode(encoding)
    if text.startswith("\ufeff"):
        text = text[1:]
    return re.sub(r"\r\n?", "\n", text)


def lines(text, tree):
    rows = text.split("\n")
    if rows and rows[-1] == "":
        rows.pop()
    doc, strings = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
                doc.update(range(first.lineno, first.end_lineno + 1))
                strings.add((first.value.lineno, first.value.end_lineno))
    code, comment = set(), set()
    layout = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER, tokenize.ENCODING}
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            comment.add(token.start[0])
        elif token.type in layout:
            continue
        elif token.type == tokenize.STRING and token.start[0] in doc and any(
                a <= token.start[0] and token.end[0] <= b for a, b in strings):
            continue
        else:
            code.update(range(token.start[0], token.end[0] + 1))
    kinds = ["code" if i in code else "doc" if i in doc else "comment" if i in comment
             else "blank" if not rows[i - 1].strip() else "code" for i in range(1, len(rows) + 1)]
    return [len(rows)] + [kinds.count(k) for k in ("code", "doc", "comment", "blank")]


def hints(tree):
    slots = annotated = 0

    def decorators(node):
        for d in node.decorator_list:
            while isinstance(d, ast.Call):
                d = d.func
            yield d.attr if isinstance(d, ast.Attribute) else getattr(d, "id", "?")

    stack = [(tree, False)]
    while stack:
        node, in_class = stack.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                a = child.args
                positional = a.posonlyargs + a.args
                skip = in_class and positional and "staticmethod" not in decorators(child)
                params = positional[1 if skip else 0:] + a.kwonlyargs + [x for x in (a.vararg, a.kwarg) if x]
                slots += len(params)
                annotated += sum(p.annotation is not None for p in params)
                if not (child.name == "__init__" and in_class):
                    slots += 1
                    annotated += child.returns is not None
                stack.append((child, False))
            elif isinstance(child, ast.ClassDef):
                stack.append((child, True))
            else:
                stack.append((child, in_class))
    return slots, annotated


def counts(text, tree):
    c = dict.fromkeys(COLUMNS, 0)
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(tree):
        c["functions"] += isinstance(node, functions)
        c["async_functions"] += isinstance(node, ast.AsyncFunctionDef)
        c["classes"] += isinstance(node, ast.ClassDef)
        c["lambdas"] += isinstance(node, ast.Lambda)
        c["decorators"] += len(getattr(node, "decorator_list", ()))
        c["imports"] += isinstance(node, (ast.Import, ast.ImportFrom))
        c["for_loops"] += isinstance(node, (ast.For, ast.AsyncFor))
        c["while_loops"] += isinstance(node, ast.While)
        c["comprehensions"] += isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp))
        c["tries"] += isinstance(node, TRY)
        c["withs"] += isinstance(node, (ast.With, ast.AsyncWith))
        c["matches"] += isinstance(node, getattr(ast, "Match", ()))
        c["returns"] += isinstance(node, ast.Return)
        c["yields"] += isinstance(node, (ast.Yield, ast.YieldFrom))
        c["raises"] += isinstance(node, ast.Raise)
        c["asserts"] += isinstance(node, ast.Assert)
        c["awaits"] += isinstance(node, ast.Await)
        c["globals"] += isinstance(node, ast.Global)
        c["nonlocals"] += isinstance(node, ast.Nonlocal)
        c["logical"] += isinstance(node, ast.stmt)
    c["physical"], c["code"], c["doc"], c["comment"], c["blank"] = lines(text, tree)
    c["slots"], c["annotated"] = hints(tree)
    stack = [(tree, False)]
    while stack:  # methods: functions whose nearest enclosing definition is a class
        node, in_class = stack.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, functions):
                c["methods"] += in_class
                stack.append((child, False))
            else:
                stack.append((child, in_class or isinstance(child, ast.ClassDef)) if not isinstance(child, ast.ClassDef)
                             else (child, True))
    return c


def main(root):
    print("path\t" + "\t".join(COLUMNS))
    for folder, names, files in os.walk(root):
        names[:] = sorted(n for n in names if n not in ("__pycache__", "site-packages", "dist-packages"))
        for name in sorted(files):
            if not name.endswith(".py"):
                continue
            path = os.path.join(folder, name)
            try:
                text = read(path)
                tree = ast.parse(text)
                row = counts(text, tree)
            except (SyntaxError, ValueError, UnicodeError, tokenize.TokenError, LookupError, RecursionError):
                continue
            print(os.path.relpath(path, root) + "\t" + "\t".join(str(row[c]) for c in COLUMNS))


main(sys.argv[1])
