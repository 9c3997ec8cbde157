# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Coverage data combined and reported."""
import pathlib
import textwrap

import coverage
import coverage.parser
import coverage.python

ANALYZE = "coverage"
PACKAGES = ["python3-coverage"]


def work():
    text = pathlib.Path(textwrap.__file__).read_text()
    for number in range(6):
        pathlib.Path("m%d.py" % number).write_text(text + "\n# %d\n" % number)
    for number in range(6):
        data = coverage.CoverageData(basename=".coverage", suffix="p%d" % number)
        data.add_lines({str(pathlib.Path("m%d.py" % n).resolve()): range(20 + number, 300, 3) for n in range(6)})
        data.write()
    run = coverage.Coverage(data_file=".coverage", config_file=False)
    run.combine()
    run.report(file=open("out.txt", "w"), show_missing=True)
    run.xml_report(outfile="out.xml")
    run.json_report(outfile="out.json")
    run.lcov_report(outfile="out.lcov")
    for number in range(6):
        parser = coverage.parser.PythonParser(filename="m%d.py" % number)
        parser.parse_source()
        (parser.arcs(), parser.exit_counts())
        list(coverage.phystokens.source_token_lines(text))
