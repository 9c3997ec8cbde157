#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""prediction.py FERROSCOPE_CLI [--runs N] [PAIR...]: predicted against measured run times of real native twins.

The standard library has modules twice, in Python and in C. For each pair a workload runs three ways: with the Python
version, unprofiled (best of N) and under cProfile, and with the C version, unprofiled. The Python version and the
workload are analyzed with that profile; the units of the Python version are put on the Rust side by hand (that is the
boundary of the twin), the workload is kept in Python. The prediction is the unprofiled time of the Python version less
the likely gain; it is compared with the time of the twin. The factor is how far they are apart, whichever is larger.

C is a stand-in for Rust here: both are machine code behind the same kind of boundary.

Speed-ups were calibrated with pairs marked `calibration` only; the others are never used for that. A moved share of
50 to 95 % of the time, with the builtins that it calls, is what makes a prediction worth checking; others are marked.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

# name: (C modules to block, files of the Python version, marked how, workload)
PAIRS = {
    "heapq": (["_heapq"], ["heapq.py"], "calibration", """
import heapq

def numbers(count):
    state, made = 12345, []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        made.append(state % 1000003)
    return made

def main():
    total = 0
    for _ in range(3):
        data = numbers(60000)
        heap = []
        for value in data:
            heapq.heappush(heap, value)
        while heap:
            total += heapq.heappop(heap)
        heapq.heapify(data)
        total += data[0]
    return total
"""),
    "bisect": (["_bisect"], ["bisect.py"], "calibration", """
import bisect

def main():
    points = list(range(0, 400000, 7))
    state, total = 1, 0
    for _ in range(400000):
        state = (state * 1103515245 + 12345) % 2147483648
        total += bisect.bisect_left(points, state % 400000)
    return total
"""),
    "json-decode": (["_json"], ["json"], "calibration", """
import json

def main():
    row = {"id": 17, "name": "a name of some length", "tags": ["one", "two", "three"], "price": 12.75, "ok": True,
           "nested": {"x": 1, "y": [1, 2, 3, 4], "z": None}}
    text = "[" + ", ".join(['{"id": %d, "name": "n%d of some length", "tags": ["one", "two"], "price": %d.25, "ok": true,'
                            ' "nested": {"x": 1, "y": [1, 2, 3], "z": null}}' % (at, at, at) for at in range(6000)]) + "]"
    total = 0
    for _ in range(3):
        for record in json.loads(text):
            for char in record["name"]:
                total = (total * 31 + ord(char)) % 1000003
            total += record["id"] + len(record["tags"]) + record["nested"]["x"]
    return total
"""),
    "json-encode": (["_json"], ["json"], "calibration", """
import json

def main():
    rows = [{"id": at, "name": "n%d of some length" % at, "tags": ["one", "two"], "price": at + 0.25, "ok": True,
             "nested": {"x": 1, "y": [1, 2, 3], "z": None}} for at in range(12000)]
    total = 0
    for _ in range(3):
        for char in json.dumps(rows)[:300000]:
            total = (total * 31 + ord(char)) % 1000003
    return total
"""),
    "pickle": (["_pickle"], ["pickle.py"], "calibration", """
import pickle

def main():
    rows = [{"id": at, "name": "n%d" % at, "values": [at, at + 1.5, None], "pair": (at, str(at))} for at in range(9000)]
    total = 0
    for _ in range(2):
        data = pickle.dumps(rows)
        total += len(data)
        for row in pickle.loads(data):
            for power in range(12):
                total = (total * 31 + row["id"] * power) % 1000003
    return total
"""),
    "datetime": (["_datetime"], ["datetime.py"], "held out", """
import datetime

def main():
    start = datetime.datetime(2020, 1, 1, 8, 30)
    step = datetime.timedelta(hours=7, minutes=13)
    total = 0
    for at in range(60000):
        now = start + step * (at % 5000)
        total += now.toordinal() + (now - start).days + now.weekday()
        for char in now.isoformat():
            total = (total * 31 + ord(char)) % 1000003
    return total
"""),
    "quopri": (["binascii"], ["quopri.py"], "held out", """
import quopri

def main():
    line = b"Gr\\xfc\\xdfe aus M\\xfcnchen = caf\\xe9, and a rest of plain text that needs nothing"
    total = 0
    for at in range(6000):
        coded = quopri.encodestring(line + str(at).encode())
        for byte in quopri.decodestring(coded):
            total = (total * 31 + byte) % 1000003
        total += len(coded)
    return total
"""),
    "zoneinfo": (["_zoneinfo"], ["zoneinfo"], "held out", """
import datetime
import zoneinfo

def main():
    zone = zoneinfo.ZoneInfo("Europe/Berlin")
    start = datetime.datetime(1990, 1, 1, tzinfo=datetime.timezone.utc)
    step = datetime.timedelta(hours=31)
    total = 0
    for at in range(120000):
        local = (start + step * (at % 9000)).astimezone(zone)
        total += local.hour + len(local.tzname())
    return total
"""),
}

RUNNER = """
import sys
sys.path[:0] = [{folder!r}]
for name in {blocked!r}:
    sys.modules[name] = None
for name in {files!r}: # imported before the block
    sys.modules.pop(name, None)
import workload, time
if {profile!r}:
    import cProfile
    profiler = cProfile.Profile()
    profiler.runcall(workload.main)
    profiler.dump_stats({profile!r})
else:
    begun = time.process_time()
    workload.main()
    print(time.process_time() - begun)
"""


def run(folder, blocked, files, profile=""):
    code = RUNNER.format(folder=folder, blocked=blocked, files=[name.removesuffix(".py") for name in files], profile=profile)
    made = subprocess.run([sys.executable, "-E", "-s", "-c", code], capture_output=True, text=True)
    if made.returncode != 0:
        sys.exit(made.stderr)
    return float(made.stdout) if not profile else None


def library_file(name):
    return os.path.join(os.path.dirname(os.__file__), name)


def make_project(folder, files, workload):
    for name in files:
        source = library_file(name)
        if os.path.isdir(source):
            shutil.copytree(source, os.path.join(folder, name), ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    with open(os.path.join(folder, "workload.py"), "w", encoding="utf-8") as out:
        out.write(workload)


def analyze(cli, folder, profile, config):
    out = os.path.join(folder, "out.json")
    command = [cli, "analyze", folder, "--no-cache", "--quiet", "--profile", profile, "--config", config, "-o", out]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode != 0:
        sys.exit(made.stderr)
    with open(out, encoding="utf-8") as file:
        answer = json.load(file)
    os.remove(out)
    return answer


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# The workload stays; every function of the Python version goes to the other side.
def settings(units):
    text = '[[overrides]]\nmodule = "workload.py"\nverdict = "keep-python"\nreason = "it is the measurement"\n'
    for unit in units:
        text += f'[[plan.sides]]\nunit = {quoted(unit)}\nside = "rust"\n'
    return text


def measure(name, cli, runs):
    blocked, files, kind, workload = PAIRS[name]
    with tempfile.TemporaryDirectory() as root:
        twin, pure = os.path.join(root, "twin"), os.path.join(root, "pure")
        os.mkdir(twin), os.mkdir(pure)
        make_project(twin, [], workload)
        make_project(pure, files, workload)
        before = min(run(pure, blocked, files) for _ in range(runs))
        after = min(run(twin, [], []) for _ in range(runs))
        profile = os.path.join(root, "profile.pstats")
        run(pure, blocked, files, profile)
        config = os.path.join(root, "settings.toml")
        with open(config, "w", encoding="utf-8") as out:
            out.write(settings([]))
        first = analyze(cli, pure, profile, config)
        units, share = [], 0
        for module in first["modules"]:
            if module["path"] == "workload.py":
                continue
            if module["heat"]["source"] == "measured":
                share += module["heat"]["interpreted"]["likely"] + module["heat"]["native"]["likely"]
            tops = {}
            for function in module["functions"]:
                tops.setdefault(function["name"].split(".")[0], function["name"])
            units += [module["path"] + ":" + function for function in tops.values()]
        with open(config, "w", encoding="utf-8") as out:
            out.write(settings(units))
        plan = analyze(cli, pure, profile, config)
        gain = {end: sum(candidate["gain"][end] for candidate in plan["candidates"]) for end in ("low", "likely", "high")}
    predicted = {end: before * (1 - min(gain[end], 1)) for end in gain}
    factor = max(predicted["likely"] / after, after / max(predicted["likely"], 1e-9))
    mark = "" if 0.5 <= share <= 0.95 else f" (share {share:.0%} is outside 50-95 %)"
    print(f"{name:12} {kind:11} {before:8.3f} {share:7.0%} {predicted['likely']:10.3f} "
          f"[{predicted['high']:.3f}, {predicted['low']:.3f}] {after:8.3f} {factor:7.2f}{mark}", flush=True)
    return kind, factor, 0.5 <= share <= 0.95


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("pairs", nargs="*", default=[])
    given = parser.parse_args()
    print(f"{'pair':12} {'':11} {'python s':>8} {'moved':>7} {'predicted s [range]':>27} {'twin s':>8} {'factor':>7}")
    figures = [measure(name, given.cli, given.runs) for name in given.pairs or PAIRS]
    for kind in ("calibration", "held out"):
        worst = max((factor for one, factor, fits in figures if one == kind and fits), default=None)
        if worst is not None:
            print(f"worst factor of pairs {kind}, moved share 50-95 %: {worst:.2f}")


if __name__ == "__main__":
    main()
