# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import edges by Python's own ast, and graph.imports of an assessment against them or against pyright.

usage: import_edges.py edges ROOT               -> "importer TAB imported TAB flags" per edge, sorted: what tst_import_oracle reads
       import_edges.py ast ROOT JSON            -> difference of the edges and flags of an assessment of ROOT
       import_edges.py pyright ROOT JSON [FILE] -> difference to `pyright --dependencies --verbose -p ROOT`
                                                   (FILE: its output, if it was kept)

ROOT is a folder that would be on sys.path. Shares no code with the analyzer. An edge goes from the file that
imports to the file the statement names: P.n for `from P import n` if that is a module, else P. Flags of an edge
are those that all its statements have. Packages on the way (`a` of `import a.b`) run too, and `from P import *`
may bring in submodules that P imports, but neither is an edge: pyright lists both, so they are left out of the
comparison unless a statement names them as well.
"""
import ast
import json
import os
import subprocess
import sys
import tokenize

sys.setrecursionlimit(20000)
TRIES = (ast.Try, getattr(ast, "TryStar", ast.Try))
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def find_modules(root):
    """{dotted name: path}, {path: dotted name}; code before stubs."""
    names, paths = {}, {}
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if f.isidentifier() and f != "__pycache__")
        inside = os.path.relpath(folder, root)
        parts = [] if inside == "." else inside.split(os.sep)
        for file in sorted(files):
            stem, ending = os.path.splitext(file)
            if ending not in (".py", ".pyi") or not stem.isidentifier():
                continue
            dotted = ".".join(parts if stem == "__init__" else parts + [stem])
            if not dotted:
                continue
            path = os.path.normpath(os.path.join(inside, file))
            if ending == ".py" or dotted not in names:
                names[dotted] = path
    for dotted, path in names.items():
        paths[path] = dotted
    return names, paths


def is_type_checking(test):
    return getattr(test, "id", getattr(test, "attr", "")) == "TYPE_CHECKING"


def statements(tree):
    """(kind, module, name, level, flags) of every import, kind: import, from or call."""
    pending = [(tree, frozenset())]
    while pending:
        node, flags = pending.pop()
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield "import", alias.name, None, 0, flags
            continue
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if (node.module, alias.name) == ("__future__", "*"):
                    continue  # Python refuses it
                yield "from", node.module or "", alias.name, node.level, flags | ({"star"} if alias.name == "*" else set())
            continue
        if isinstance(node, ast.Call) and node.args:
            callee = getattr(node.func, "id", getattr(node.func, "attr", ""))
            argument = node.args[0]
            if callee in ("import_module", "__import__") and isinstance(getattr(argument, "value", None), str):
                yield "call", argument.value, None, 0, flags | {"dyn"}
        if isinstance(node, ast.If):
            negated = isinstance(node.test, ast.UnaryOp) and isinstance(node.test.op, ast.Not) and is_type_checking(node.test.operand)
            checked = is_type_checking(node.test)
            pending.append((node.test, flags))
            pending += [(n, flags | ({"tc"} if checked else set() if negated else {"cond"})) for n in node.body]
            pending += [(n, flags | ({"tc"} if negated else set() if checked else {"cond"})) for n in node.orelse]
            continue
        if isinstance(node, FUNCTIONS):
            flags = flags | {"lazy"}
        elif isinstance(node, TRIES):
            flags = flags | {"cond"}
        pending += [(child, flags) for child in ast.iter_child_nodes(node)]


def targets(statement, importer, is_package, names, namespaces):
    """(path the statement names or None, paths of packages that run on the way)"""
    kind, module, name, level, _ = statement
    if kind == "call" and module.startswith("."):
        level = len(module) - len(module.lstrip("."))
        module = module.lstrip(".")
    if level:
        context = importer.split(".") if is_package else importer.split(".")[:-1]
        if level > len(context):
            return None, set()
        context = context[:len(context) - level + 1]
        module = ".".join(context + ([module] if module else []))
    wanted = module
    if kind == "from" and name != "*" and (module + "." + name in names or module + "." + name in namespaces):
        wanted = module + "." + name
    parts = wanted.split(".")
    implied = {names[p] for p in (".".join(parts[:i]) for i in range(1, len(parts))) if p in names}
    if name == "*":  # pyright adds the submodules whose names it may bring in
        implied |= {path for dotted, path in names.items() if dotted.rpartition(".")[0] == wanted}
    return names.get(wanted), implied


def parse(path):
    with tokenize.open(path) as file:
        return ast.parse(file.read(), path)


def edges_of(root):
    """{(from, to): flags}, {(from, to)} that no statement names, files that ast cannot read"""
    names, paths = find_modules(root)
    namespaces = {".".join(n.split(".")[:i]) for n in names for i in range(1, n.count(".") + 1)} - set(names)
    edges, implied, unreadable = {}, set(), []
    for path, dotted in sorted(paths.items()):
        try:
            tree = parse(os.path.join(root, path))
        except (SyntaxError, ValueError, RecursionError, UnicodeDecodeError):
            unreadable.append(path)
            continue
        package = os.path.basename(path).startswith("__init__.")
        for statement in statements(tree):
            target, ancestors = targets(statement, dotted, package, names, namespaces)
            implied |= {(path, a) for a in ancestors}
            if target is not None and target != path:
                edges[path, target] = edges.get((path, target), statement[4]) & statement[4]
    return edges, implied - set(edges), unreadable


def pyright_edges(root, output):
    """File edges within root that pyright prints."""
    edges, importer, previous = set(), None, ""
    for line in output.splitlines():
        if line.startswith(" Imports "):
            importer = os.path.relpath(previous, root) if os.path.isabs(previous) else previous
        elif line.startswith(" Imported by"):
            importer = None
        elif line.startswith("    file://"):
            path = line.strip()[7:]
            if importer and path.startswith(root + os.sep):
                edges.add((importer, os.path.relpath(path, root)))
        else:
            previous = line.strip()
    return {(a, b) for a, b in edges if a != b}


def assessed(path):
    document = json.load(open(path))
    return ({(e["from"], e["to"]): frozenset(e["flags"]) for e in document["graph"]["imports"]}, {m["path"] for m in document["modules"]})


def show(sign, rows, most=40):
    for row in sorted(rows)[:most]:
        print(" ", sign, *row)
    if len(rows) > most:
        print("   ...", len(rows) - most, "more")


def main(arguments):
    command, root = arguments[0], os.path.abspath(arguments[1])
    reference, implied, unreadable = edges_of(root)
    if command == "edges":
        for (a, b), flags in sorted(reference.items()):
            print(a, b, ",".join(sorted(flags)), sep="\t")
        return 0
    ours, seen = assessed(arguments[2])
    known = set(find_modules(root)[1]) - set(unreadable)
    if command == "ast":
        within = {e for e in ours if e[0] in known and e[1] in known}
        wanted = {e for e in reference if e[0] in seen and e[1] in seen & known}
        flagged = {(a, b, "ours " + str(sorted(ours[a, b])), "ast " + str(sorted(reference[a, b]))) for a, b in within & wanted
                   if ours[a, b] != reference[a, b]}
        print(f"{len(wanted)} edges by ast, {len(within)} in the assessment, {len(ours) - len(within)} of files that ast cannot read or name")
        show("+", within - wanted)
        show("-", wanted - within)
        show("f", flagged)
        return 0 if within == wanted and not flagged else 1
    if len(arguments) > 3:
        output = open(arguments[3]).read()
    else:
        output = subprocess.run(["pyright", "--dependencies", "--verbose", "-p", root], capture_output=True, text=True, cwd=root).stdout
    theirs = pyright_edges(root, output)
    files = {f for e in theirs for f in e} & seen & known
    wanted = {e for e in theirs - (implied - set(ours)) if e[0] in files and e[1] in files}
    within = {e for e in ours if e[0] in files and e[1] in files and not "dyn" in ours[e]}
    both = len(wanted & within)
    print(f"{len(theirs & (implied - set(ours)))} edges of pyright left out that no statement names")
    print(f"{len(wanted)} edges by pyright, {len(within)} in the assessment, {both} in both: {100 * both / max(1, len(wanted | within)):.2f} %")
    show("+", within - wanted)
    show("-", wanted - within)
    return 0 if both >= 0.99 * len(wanted | within) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
