# SPDX-License-Identifier: GPL-3.0-or-later
from datetime import datetime
from os import PathLike

SEPARATOR: str
STAMP: str

def parse_line(line: str) -> tuple[int, datetime, float]: ...
def read_round(path: str | PathLike[str]) -> list[tuple[int, datetime, float]]: ...
