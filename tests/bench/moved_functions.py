#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Of modules that were moved to native code in part: do the moved functions rank above the others of their module?

    moved_functions.py CLI CASES FOLDERS

CASES: JSON as of the ranking cases: [{"id", "migrated": [{"module", "motive", "functions": [name] or "whole-module"}]}].
FOLDERS: a folder with a folder per case id that holds its source. A class that moved counts as all its methods.
Prints the AUC per case by each figure of a function, and the mean over cases (each case counts once).
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

FIGURES = {
    "estimated heat": lambda f: f["heat"]["interpreted"]["likely"],
    "lines": lambda f: f["end_line"] - f["line"],
    "cc_radon": lambda f: f["cc_radon"],
    "cognitive": lambda f: f["cognitive"],
    "loop depth": lambda f: f["loop_depth"],
}


def auc(high, low):
    return sum((a > b) + 0.5 * (a == b) for a in high for b in low) / (len(high) * len(low))


def main():
    cli, cases, folders = sys.argv[1], json.loads(Path(sys.argv[2]).read_text()), Path(sys.argv[3])
    sums = {name: [] for name in FIGURES}
    print(f"{'case':14}{'modules':>8}{'moved':>7}{'stayed':>7}  " + "  ".join(FIGURES))
    for case in cases:
        found = [each for each in (folders / case["id"]).iterdir() if each.is_dir()] if (folders / case["id"]).is_dir() else []
        if not found:
            continue
        with tempfile.TemporaryDirectory() as tmp:
            out = Path(tmp) / "a.json"
            subprocess.run([cli, "analyze", found[0], "--format", "json", "-o", out, "--no-cache", "--quiet"], check=True)
            modules = {m["path"]: m for m in json.loads(out.read_text())["modules"]}
        aucs = {name: [] for name in FIGURES}
        moved_count = stayed_count = 0
        for entry in case["migrated"]:
            if not entry["motive"].startswith("cpu") or entry["functions"] == "whole-module" or entry["module"] not in modules:
                continue
            names = entry["functions"]
            functions = [f for f in modules[entry["module"]]["functions"] if f["kind"] != "class"]
            moved = [f for f in functions if any(f["name"] == n or f["name"].startswith(n + ".") for n in names)]
            stayed = [f for f in functions if f not in moved]
            if not moved or not stayed:
                continue
            moved_count += len(moved)
            stayed_count += len(stayed)
            for name, figure in FIGURES.items():
                aucs[name].append(auc([figure(f) for f in moved], [figure(f) for f in stayed]))
        if not aucs["lines"]:
            continue
        means = {name: sum(v) / len(v) for name, v in aucs.items()}
        for name in FIGURES:
            sums[name].append(means[name])
        print(f"{case['id']:14}{len(aucs['lines']):8}{moved_count:7}{stayed_count:7}  " + "  ".join(f"{means[n]:.3f}" for n in FIGURES))
    print("mean  " + "  ".join(f"{n}: {sum(v) / len(v):.3f}" for n, v in sums.items()))


if __name__ == "__main__":
    main()
