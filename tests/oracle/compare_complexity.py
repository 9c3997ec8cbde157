# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares cc_radon with radon and cc_c901 with ruff, function by function; a developer tool.

usage: compare_complexity.py FACTS_DUMP ROOT...
  FACTS_DUMP  the program (cmake --build build/release --target facts_dump -> build/release/bin/facts_dump)
needs  radon: `apt-get install radon`, or a checkout of github.com/rubik/radon on PYTHONPATH (Debian's 5.1 does not
       know match statements, 6.0.1 does)
       ruff: `npm install @astral-sh/ruff-wasm-nodejs` in a folder named by RUFF_WASM (its node_modules is looked at);
       without it only radon is asked
       mccabe: `apt-get install python3-mccabe`, shown for information: its rules differ (reference/metrics.md 2.2)
Files that this Python's ast cannot parse, or that the analyzer reports as not wholly parsed, are left out.
"""
import ast
import collections
import json
import os
import subprocess
import sys
import warnings

from radon.visitors import ComplexityVisitor

RUFF = """
const {Workspace, PositionEncoding} = require(process.argv[1] + '/node_modules/@astral-sh/ruff-wasm-nodejs');
const fs = require('fs');
const made = new Workspace({lint: {select: ['C901'], mccabe: {'max-complexity': 0}}, 'line-length': 320,
    'target-version': 'py314'}, PositionEncoding.Utf8);
for (const path of fs.readFileSync(0, 'utf8').split('\\n')) {
    let found = [];
    try {
        found = made.check(fs.readFileSync(path, 'utf8').replace(/^\\s*#.*(noqa|ruff:).*$/gim, '#').replace(/# *(noqa|ruff)/gi, '#'));
    } catch (error) { continue; }
    for (const each of found)
        if (each.code === 'C901')
            console.log(JSON.stringify([path, each.start_location.row, Number(each.message.match(/\\((\\d+) >/)[1])]));
}
"""
sys.setrecursionlimit(20000)
warnings.simplefilter("ignore")


def functions(path):
    """line of `def` -> ast node"""
    with open(path, "rb") as file:
        raw = file.read()
    tree = ast.parse(raw)
    return {node.lineno: node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}


def radon(node):
    visitor = ComplexityVisitor(off=False)
    visitor.visit(node)
    return visitor.functions[0].complexity


def main(dump, roots):
    paths = [os.path.join(folder, name) for root in roots for folder, _, files in os.walk(root)
             for name in sorted(files) if name.endswith(".py")]
    ours, broken = collections.defaultdict(dict), set()
    dumped = subprocess.run([dump], input="\n".join(paths).encode(), stdout=subprocess.PIPE, check=True).stdout
    header = None
    for row in (each.split("\t") for each in dumped.decode("utf-8", "replace").split("\n")):
        if row[:2] == ["function", "path"]:
            header = row
        elif row[0] == "function":
            ours[row[1]][int(row[2])] = dict(zip(header, row))
        elif row[0] == "problem":
            broken.add(row[1])
    asked = {}
    if os.environ.get("RUFF_WASM"):
        told = subprocess.run(["node", "-e", RUFF, os.path.abspath(os.environ["RUFF_WASM"])], input="\n".join(paths).encode(),
                              stdout=subprocess.PIPE, check=True).stdout.decode()
        for path, line, value in map(json.loads, told.splitlines()):
            asked[path, line] = value
    same, total, different = collections.Counter(), collections.Counter(), []
    for path in paths:
        if path in broken:
            continue
        try:
            nodes = functions(path)
        except (SyntaxError, ValueError, RecursionError):
            continue
        for line, node in nodes.items():
            mine = ours[path].get(line)
            if mine is None:
                different.append("%s:%d %s not found by us" % (path, line, node.name))
                continue
            theirs = [("cc_radon", radon(node))]
            if asked:
                # ruff says the line of the name
                theirs.append(("cc_c901", asked.get((path, line))))
            for name, value in theirs:
                if value is None:
                    total[name + " not told by the tool"] += 1
                    continue
                total[name] += 1
                same[name] += int(mine[name]) == value
                if int(mine[name]) != value:
                    different.append("%s:%d %s %s: %s, tool %d" % (path, line, node.name, name, mine[name], value))
    for name in sorted(total):
        print("%s: %d functions, %d equal (%.4f %%)" % (name, total[name], same[name], 100.0 * same[name] / total[name]))
    for each in different:
        print("  " + each)


main(sys.argv[1], sys.argv[2:])
