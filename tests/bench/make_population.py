# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes resources/knowledge/population.toml: percentiles of every signal over a reference population.

usage: signals ROOT... | python3 make_population.py "what the population is" > population.toml
"""
import csv
import sys

rows = list(csv.DictReader(sys.stdin, delimiter="\t"))
names = [n for n in rows[0] if n not in ("root", "path")]
print("# SPDX-FileCopyrightText: The Ferroscope developers")
print("# SPDX-License-Identifier: GPL-3.0-or-later")
print("# Percentiles 0..100 of every signal over a fixed reference population, so that a module's answers never")
print("# depend on its neighbours. Made by tests/bench/make_population.py from the output of tests/bench/signals.")
print(f"origin = {sys.argv[1] + f'; {len(rows)} modules'!r}".replace("'", '"'))
print("\n[signals]")
for name in names:
    values = sorted(float(r[name]) for r in rows)
    points = [values[min(len(values) - 1, round(i * (len(values) - 1) / 100))] for i in range(101)]
    print(f'"{name}" = [' + ", ".join(f"{v:.4g}" for v in points) + "]")
