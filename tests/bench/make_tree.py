#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_tree.py DEST LINES ROOT...: a large Python tree for the benchmarks.

Copies the Python files under the ROOTs (sorted, links left out) into DEST until LINES lines are there. A folder
`dist-packages` or `site-packages` is replaced by its content, so that the default excludes do not apply.
"""
import os
import sys


def python_files(root):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f != "__pycache__" and not os.path.islink(os.path.join(folder, f)))
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith(".py") and os.path.isfile(path) and not os.path.islink(path):
                yield path


def place(path):
    for mark in ("/dist-packages/", "/site-packages/", "/lib/"):
        if mark in path:
            return path.split(mark, 1)[1]
    return path.lstrip("/")


def main():
    dest, wanted, roots = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    lines = files = 0
    for root in roots:
        for path in python_files(root):
            with open(path, "rb") as source:
                data = source.read()
            target = os.path.join(dest, place(path))
            if os.path.exists(target):
                continue
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as copy:
                copy.write(data)
            lines += data.count(b"\n")
            files += 1
            if lines >= wanted:
                break
        if lines >= wanted:
            break
    print(f"{files} files, {lines} lines in {dest}")


if __name__ == "__main__":
    main()
