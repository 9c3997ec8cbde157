# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares facts_dump with facts_oracle.py over any folder, by any interpreter; a developer tool.

usage: compare_facts.py FACTS_DUMP PYTHON ROOT [LISTED]
  FACTS_DUMP  the program (cmake --build build/release --target facts_dump -> build/release/bin/facts_dump)
  PYTHON      the interpreter whose ast is asked: 2.7, or 3.6 and later
  LISTED      how many differences are shown (40)
"""
import collections
import os
import subprocess
import sys


def main(dump, python, root, listed=40):
    here = os.path.dirname(os.path.abspath(__file__))
    oracle = subprocess.run([python, "-B", os.path.join(here, "facts_oracle.py"), root], stdout=subprocess.PIPE,
                            check=True).stdout.decode("utf-8").splitlines()
    columns = {row.split("\t")[0]: row.split("\t") for row in oracle[:2]}
    base = root if os.path.isdir(root) else os.path.dirname(root)
    rows = [row.split("\t") for row in oracle[2:]]
    paths = [os.path.join(base, row[1]) for row in rows if row[0] == "file"]
    dumped = subprocess.run([dump], input="\n".join(paths).encode(), stdout=subprocess.PIPE, check=True).stdout.decode(
        "utf-8", "replace").splitlines()
    ours, problems = {}, collections.OrderedDict()
    for row in (each.split("\t") for each in dumped[2:]):
        path = os.path.relpath(row[1], base)
        if row[0] == "problem":
            problems.setdefault(path, []).append((row[2], row[3], row[4]))
        else:
            ours[(row[0], path) + ((row[2],) if row[0] == "function" else ())] = row
    different, by_column, seen = [], collections.Counter(), collections.Counter()
    for row in rows:
        key = (row[0], row[1]) + ((row[2],) if row[0] == "function" else ())
        if row[1] in problems:
            continue
        seen[row[0]] += 1
        if key not in ours:
            different.append("%s: not found by us" % " ".join(row[:4]))
            continue
        for at in range(2 if row[0] == "file" else 3, len(row)):
            if row[at] != "" and row[at] != ours[key][at]:
                name = columns[row[0]][at]
                by_column[row[0] + " " + name] += 1
                different.append("%s %s: %s, oracle %s" % (" ".join(row[1:2] if row[0] == "file" else row[1:4]), name, ours[key][at], row[at]))
    print("%d files and %d functions compared; %d files with problems; %d figures differ" % (
        seen["file"], seen["function"], len(problems), len(different)))
    for path, found in problems.items():
        print("  problem %s: %s error lines; lines %s" % (path, found[0][1], " ".join(each[0] for each in found)))
    for name, count in by_column.most_common():
        print("  %s differs %d times" % (name, count))
    for each in different[:listed]:
        print("  " + each)
    return 1 if different else 0


sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]) if len(sys.argv) > 4 else 40))
