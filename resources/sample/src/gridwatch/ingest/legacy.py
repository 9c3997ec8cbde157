# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of the handheld readers, which a few rural rounds still use once a quarter."""

from datetime import datetime

SEPARATOR = ";"
STAMP = "%d.%m.%y %H:%M"


def parse_line(line):
    serial, stamp, counter = line.rstrip("\r\n").split(SEPARATOR)[:3]
    return int(serial), datetime.strptime(stamp, STAMP), float(counter.replace(",", "."))


def read_round(path):
    with open(path, encoding="cp1252") as handle:
        return [parse_line(line) for line in handle if line[:1].isdigit()]
