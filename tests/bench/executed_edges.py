#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""executed_edges.py PROFILE ASSESSMENT ROOT [missed]: calls that ran against graph.calls.

PROFILE is what cProfile.Profile(builtins=False).dump_stats wrote while tests ran, ASSESSMENT the JSON of the
analysis of ROOT, ROOT the folder as the profile names it. An executed edge is a caller/callee pair of the profile
with both ends in files of the assessment; frames of comprehensions and class bodies are taken as the function they
stand in, module-level code is never a callee, and calls that the tests make count only if the tests are analyzed too.
A function is found by file, name and first line (of its first decorator), a lambda by its line.

Prints recall, and by certainty how many of the edges between two executed functions were executed themselves: not
quite a precision, since a test suite does not take every path. With "missed" the edges missed are listed.
"""
import bisect
import collections
import json
import os
import pstats
import sys

INNER = ("<listcomp>", "<genexpr>", "<dictcomp>", "<setcomp>")


class Module:
    def __init__(self, module):
        self.path = module["path"]
        self.by_name = collections.defaultdict(list)
        self.ranges = []
        for function in module["functions"]:
            self.by_name[function["name"].split(".")[-1]].append((function["line"], function["name"]))
            self.ranges.append((function["line"], function["end_line"], function["name"]))
        for entries in self.by_name.values():
            entries.sort()

    def around(self, line):
        best = None
        for first, last, name in self.ranges:
            if first <= line <= last and (best is None or first >= best[0]):
                best = (first, name)
        return f"{self.path}:{best[1] if best else '<module>'}"

    def find(self, line, name):
        if name == "<module>":
            return f"{self.path}:<module>"
        if name == "<lambda>":
            return f"{self.path}:<lambda>:{line}"
        if name in INNER:
            return self.around(line)
        entries = self.by_name.get(name, [])
        at = bisect.bisect_left(entries, (line, ""))
        if at < len(entries) and entries[at][0] - line < 40:
            return f"{self.path}:{entries[at][1]}"
        return self.around(line)  # a class body


def main():
    profile, assessment, root = sys.argv[1:4]
    data = json.load(open(assessment))
    modules = {module["path"]: Module(module) for module in data["modules"]}
    edges = {(edge["from"], edge["to"]): edge["certainty"] for edge in data["graph"]["calls"]}
    executed, functions = set(), set()
    root = os.path.realpath(root) + os.sep

    def place(key):
        path = os.path.realpath(key[0])
        if not path.startswith(root):
            return None
        module = modules.get(path[len(root):])
        return module.find(key[1], key[2]) if module else None

    for callee, (_, _, _, _, callers) in pstats.Stats(profile).stats.items():
        to = place(callee)
        if to is None or to.endswith(":<module>"):
            continue
        functions.add(to)
        for caller in callers:
            source = place(caller)
            if source is None or (source == to and (callee[2] in INNER or caller[2] in INNER)):
                continue
            if callee[2] in INNER:
                continue  # a generator run by someone else is no function of its own
            executed.add((source, to))
            functions.add(source)
    found = executed & set(edges)
    print(f"executed {len(executed)} found {len(found)} recall {len(found) / max(1, len(executed)):.3f}")
    bands = [(0.0, 0.3), (0.3, 0.5), (0.5, 0.51), (0.51, 0.75), (0.75, 0.85), (0.85, 0.97), (0.97, 1.01)]
    for low, high in bands:
        emitted = [e for e, sure in edges.items() if low <= sure < high and e[0] in functions and e[1] in functions]
        ran = sum(1 for e in emitted if e in executed)
        print(f"  certainty {low:.2f}-{high:.2f}: between executed functions {len(emitted):6}, executed {ran:6} "
              f"{ran / max(1, len(emitted)):.2f}")
    if "missed" in sys.argv[4:]:
        for source, to in sorted(executed - set(edges)):
            print("  missed", source, to)


main()
