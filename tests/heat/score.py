#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well does the estimated heat find the functions that really take the time?

    score.py CLI [--cache DIR] [--half development|held-out|both]

CLI is the path of ferroscope-cli. Of every workload that run.py has profiled, the whole package is analyzed and
its executed functions are ranked by estimated interpreted time. The figure: the self time inside the top 10 % of
that ranking, as a share of what the best possible 10 % hold. Beside it the same for rankings by length in lines
and by the number of operations in the text. Comprehensions, lambdas and class bodies count for the function they
stand in, unless the analyzer reports them on their own.

Halves: of the workloads in order of their names every second one, beginning with the second, is held out.
"""
import argparse
import ast
import json
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile

from run import names

SKIP = {"site-packages", "dist-packages", "__pycache__", "idlelib", "turtledemo", "pydoc_data"}
TEST = re.compile(r"(^|/)(tests?|testing|_tests?)(/|$)|(^|/)(test_[^/]*|conftest|setup)\.py$")
LEAST_FUNCTIONS = 50
OPERATIONS = (ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.Call, ast.Attribute, ast.Subscript, ast.AugAssign, ast.Assign,
              ast.For, ast.While, ast.If, ast.IfExp, ast.comprehension, ast.JoinedStr, ast.List, ast.Dict, ast.Tuple, ast.Set)
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def analyze(cli, package, cache):
    """Modules by path, of the whole package without its tests."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch) / ("lib" if package.name.startswith("python3") else package.name)
        for file in package.rglob("*.py"):
            below = file.relative_to(package)
            if SKIP.isdisjoint(below.parts) and not TEST.search(below.as_posix()):
                (copy / below).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, copy / below)
        out = pathlib.Path(scratch) / "assessment.json"
        subprocess.run([cli, "analyze", copy, "--format", "json", "-o", out, "--no-cache"], check=True, capture_output=True)
        return {module["path"]: module for module in json.loads(out.read_text())["modules"]}


def own_operations(function):
    """Operations in the text of a function, those of functions inside it left out."""
    count, todo = 0, list(function.body)
    while todo:
        node = todo.pop()
        if isinstance(node, DEFINITIONS):
            continue
        count += isinstance(node, OPERATIONS)
        todo.extend(ast.iter_child_nodes(node))
    return count


class Places:
    """The functions of one file as the analyzer reports them, found by the lines of code objects."""

    def __init__(self, text, module):
        self.functions = {(f["line"], f["name"].rsplit(".")[-1]): f for f in module["functions"] if f["kind"] != "class"}
        self.spans = []  # (first line with decorators, line of def, last line, name, operations)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, DEFINITIONS):
                first = min([node.lineno] + [d.lineno for d in node.decorator_list])
                self.spans.append((first, node.lineno, node.end_lineno, node.name, own_operations(node)))

    def find(self, line, code):
        """(key, length, operations) of the function a code object belongs to; None for module-level code."""
        if code == "<lambda>" and (line, code) in self.functions:
            return (line, code), 1, 1
        if code.startswith("<"):
            inside = [span for span in self.spans if span[1] <= line <= span[2]]
            best = max(inside, key=lambda span: span[1], default=None)
        else:
            best = next((span for span in self.spans if span[0] == line and span[3] == code), None)
        return best and ((best[1], best[3]), best[2] - best[1] + 1, best[4])


def joined(profile, modules):
    """Executed functions: {(path, line, name): [self seconds, estimate, length, operations, calls]}."""
    package, places, found = pathlib.Path(profile["package"]), {}, {}
    for path, line, code, calls, own in profile["rows"]:
        if code == "<module>" or path not in modules:
            continue
        if path not in places:
            places[path] = Places((package / path).read_bytes(), modules[path])
        place = places[path].find(line, code)
        if place is None or place[0] not in places[path].functions:
            continue
        key, length, operations = place
        heat = places[path].functions[key]["heat"]
        row = found.setdefault((path, *key), [0.0, heat["interpreted"]["likely"] or 0.0, length, operations, 0])
        row[0] += own
        row[4] = max(row[4], calls)
    return found


def share(rows, column):
    """Self time in the top 10 % by a column, as a share of the best possible."""
    top = max(1, len(rows) // 10)
    ranked = sorted(rows.items(), key=lambda item: (-item[1][column], item[0]))
    best = sorted((row[0] for row in rows.values()), reverse=True)
    return sum(row[0] for _, row in ranked[:top]) / sum(best[:top])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli")
    parser.add_argument("--cache", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "ferroscope-heat")
    parser.add_argument("--half", choices=("development", "held-out", "both"), default="both")
    given = parser.parse_args()
    analyzed, scores = {}, {"development": [], "held-out": []}
    print(f"{'workload':24}{'half':>12}{'functions':>10}{'estimate':>10}{'length':>8}{'operations':>11}")
    for number, name in enumerate(names()):
        half = "held-out" if number % 2 else "development"
        file = given.cache / "profiles" / (name + ".json")
        if given.half not in (half, "both") or not file.exists():
            continue
        profile = json.loads(file.read_text())
        package = profile["package"]
        if package not in analyzed:
            analyzed[package] = analyze(given.cli, pathlib.Path(package), given.cache)
        rows = joined(profile, analyzed[package])
        if len(rows) < LEAST_FUNCTIONS:
            print(f"{name:24}{half:>12}{len(rows):10}   too few functions executed")
            continue
        shares = [share(rows, column) for column in (1, 2, 3)]
        scores[half].append(shares)
        print(f"{name:24}{half:>12}{len(rows):10}{shares[0]:10.2f}{shares[1]:8.2f}{shares[2]:11.2f}", flush=True)
    scores["both"] = scores["development"] + scores["held-out"]
    for half, rows in scores.items():
        if rows:
            means = [statistics.mean(row[column] for row in rows) for column in range(3)]
            print(f"mean of {len(rows):3} {half:24}{'':10}{means[0]:10.3f}{means[1]:8.3f}{means[2]:11.3f}")


if __name__ == "__main__":
    main()
