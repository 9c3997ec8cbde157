#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles the workloads: which functions of a real package take the time of a real job.

    run.py [--cache DIR] [NAME...]

Each file of workloads/ drives one package: ANALYZE is the package (a folder of dist-packages, or "stdlib"),
PACKAGES the Debian packages that provide it and what it needs, work() the job. Missing packages are downloaded
with `apt-get download` and unpacked, not installed. work() runs under cProfile in a fresh interpreter; imports made
before it are not part of it. Written to DIR/profiles/NAME.json:
    {"package": folder of the package, "rows": [[path below it, first line, code name, calls, self seconds], ...]}
Self time is cProfile's tottime: calls into C are not in it. Nothing in DIR is ever committed.
"""
import argparse
import cProfile
import importlib.util
import json
import os
import pathlib
import pstats
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
INTERPRETER = "/usr/bin/python3"
STDLIB = "/usr/lib/python3.11"
SITE = "usr/lib/python3/dist-packages"
REPEATS = 5  # runs, each in a fresh interpreter; the middle self time of each function counts


def names():
    return sorted(path.stem for path in (HERE / "workloads").glob("*.py"))


def constants(name):
    """ANALYZE and PACKAGES, read without running the workload."""
    import ast
    tree = ast.parse((HERE / "workloads" / (name + ".py")).read_text())
    wanted = ("ANALYZE", "PACKAGES")
    return {node.targets[0].id: ast.literal_eval(node.value) for node in tree.body
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in wanted}


def unpack(name, cache):
    """A root of its own for each workload: its packages, and no others."""
    home = cache / "roots" / name
    debs = cache / "debs"
    for package in constants(name)["PACKAGES"]:
        if (home / "unpacked" / package).exists():
            continue
        archive = debs / (package + ".deb")
        if not archive.exists():
            debs.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory() as scratch:
                subprocess.run(["apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root", package], cwd=scratch, check=True)
                shutil.move(next(pathlib.Path(scratch).glob("*.deb")), archive)
        (home / "unpacked").mkdir(parents=True, exist_ok=True)
        subprocess.run(["dpkg", "-x", archive, home], check=True)
        (home / "unpacked" / package).touch()
    return home


def package_root(name, cache):
    """Folder of the analyzed package."""
    analyzed = constants(name)["ANALYZE"]
    return pathlib.Path(STDLIB) if analyzed == "stdlib" else unpack(name, cache) / SITE / analyzed


def profile_here(name, root, out):
    """Runs in the fresh interpreter."""
    spec = importlib.util.spec_from_file_location(name, HERE / "workloads" / (name + ".py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    profile = cProfile.Profile()
    profile.enable()
    module.work()
    profile.disable()
    prefix = root.rstrip("/") + "/"
    rows = [[file[len(prefix):], line, code, calls, own]
            for (file, line, code), (_, calls, own, _, _) in pstats.Stats(profile).stats.items() if file.startswith(prefix)]
    pathlib.Path(out).write_text(json.dumps({"package": root, "rows": sorted(rows)}))


def run(name, cache):
    root = package_root(name, cache)
    out = cache / "profiles" / (name + ".json")
    out.parent.mkdir(parents=True, exist_ok=True)
    environment = {"PATH": os.environ["PATH"], "PYTHONHASHSEED": "0", "PYTHONPATH": str(unpack(name, cache) / SITE), "PYTHONDONTWRITEBYTECODE": "1"}
    runs = []
    for _ in range(REPEATS):
        with tempfile.TemporaryDirectory() as scratch:
            done = subprocess.run([INTERPRETER, "-S", "-s", str(HERE / "run.py"), "--child", str(root), str(out), name], cwd=scratch,
                                  env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            print(f"{name}: failed\n{done.stderr[-1500:]}", flush=True)
            return
        runs.append({tuple(row[:3]): row[3:] for row in json.loads(out.read_text())["rows"]})
    rows = [[*key, runs[0][key][0], statistics.median(each[key][1] for each in runs if key in each)] for key in sorted(runs[0])]
    out.write_text(json.dumps({"package": str(root), "rows": rows}))
    print(f"{name:24}{len(rows):6} code objects {sum(row[4] for row in rows):8.2f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "ferroscope-heat")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    if given.child:
        profile_here(given.names[0], *given.child)
        return
    for name in given.names or names():
        run(name, given.cache)


if __name__ == "__main__":
    main()
