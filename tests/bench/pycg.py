#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""pycg.py CHECKOUT FERROSCOPE_CLI [CATEGORY]: precision and recall on the PyCG micro-benchmark.

CHECKOUT is a checkout of github.com/vitsalis/PyCG; each folder of micro-benchmark/snippets/CATEGORY is analyzed on
its own and graph.calls of the JSON, all edges whatever their certainty, is compared with its callgraph.json.

Names: "a/b.py:C.m" is "a.b.C.m", "a/b.py:<module>" is "a.b", "__init__" is left out of module names. A lambda
is "a/b.py:<lambda>:LINE" here; there it is "<lambdaN>" below the function or class it stands in, N counted per such
scope in document order: the lines are looked up in the text, and of several lambdas in one line the edge is
taken to mean the one that the expectation has, if any. Expected calls of "<builtin>..." and of functions that no
file of the snippet defines (other packages) are left out: graph.calls has functions of the repository only.
With CATEGORY (or "all") the differences are listed.
"""
import ast
import collections
import json
import pathlib
import subprocess
import sys
import tempfile


def module_name(path):
    parts = list(pathlib.PurePosixPath(path).with_suffix("").parts)
    if parts[-1] == "__init__" and len(parts) > 1:
        parts.pop()
    return ".".join(parts)


def scopes(path):
    """Names that a file defines, and its lambdas by line."""
    module = module_name(path[1])
    defined, lambdas, counters = {module}, collections.defaultdict(list), collections.Counter()

    def visit(node, scope):
        inner = scope
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            inner = f"{scope}.{node.name}"
        elif isinstance(node, ast.Lambda):
            counters[scope] += 1
            inner = f"{scope}.<lambda{counters[scope]}>"
            lambdas[node.lineno].append(inner)
        defined.add(inner)
        for child in ast.iter_child_nodes(node):
            visit(child, inner)

    visit(ast.parse(path[0].read_text()), module)
    return defined, lambdas


def main():
    base = pathlib.Path(sys.argv[1]) / "micro-benchmark" / "snippets"
    if not base.is_dir():
        base = pathlib.Path(sys.argv[1]) / "snippets"
    wanted = sys.argv[3] if len(sys.argv) > 3 else ""
    total = collections.Counter()
    snippets = 0
    print(f"{'category':16} {'snippets':>8} {'right':>6} {'wrong':>6} {'missed':>6} precision recall")
    for category in sorted(p for p in base.iterdir() if p.is_dir()):
        count = collections.Counter()
        here = 0
        for folder in sorted(p for p in category.iterdir() if (p / "callgraph.json").is_file()):
            here += 1
            defined, lambdas = set(), {}
            for file in folder.rglob("*.py"):
                relative = file.relative_to(folder).as_posix()
                names, by_line = scopes((file, relative))
                defined |= names
                lambdas[relative] = by_line
            truth = json.loads((folder / "callgraph.json").read_text())
            want = {(a, b) for a, bs in truth.items() for b in bs if not b.startswith("<builtin>") and b in defined}
            left_out = {b for bs in truth.values() for b in bs} - defined
            with tempfile.NamedTemporaryFile(suffix=".json") as out:
                subprocess.run([sys.argv[2], "analyze", str(folder), "--no-cache", "--quiet", "--format", "json", "-o",
                                out.name], check=True, stdout=subprocess.DEVNULL)
                calls = json.load(open(out.name))["graph"]["calls"]

            def choices(name):
                path, rest = name.split(":", 1)
                if rest.startswith("<lambda>:"):
                    return lambdas[path][int(rest.split(":")[1])] or [name]
                return [module_name(path) if rest == "<module>" else f"{module_name(path)}.{rest}"]

            got = set()
            for edge in calls:
                pairs = [(a, b) for a in choices(edge["from"]) for b in choices(edge["to"])]
                got.add(next((pair for pair in pairs if pair in want), pairs[0]))
            count["right"] += len(got & want)
            count["wrong"] += len(got - want)
            count["missed"] += len(want - got)
            if wanted in ("all", category.name) and got != want:
                print(f"  {category.name}/{folder.name} wrong {sorted(got - want)} missed {sorted(want - got)}")
            if wanted == "outside" and left_out:
                print(f"  {category.name}/{folder.name} left out {sorted(left_out)}")
        total += count
        snippets += here
        show(category.name, here, count)
    show("all", snippets, total)


def show(name, snippets, count):
    right, wrong, missed = count["right"], count["wrong"], count["missed"]
    print(f"{name:16} {snippets:8} {right:6} {wrong:6} {missed:6} {right / max(1, right + wrong):9.3f} "
          f"{right / max(1, right + missed):6.3f}")


main()
