#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Store a file of the handheld readers: import_round.py FILE."""

import sys

from gridwatch.db.repository import session_scope, store_readings
from gridwatch.ingest.legacy import read_round


def main() -> None:
    last = {}
    with session_scope() as session:
        for serial, stamp, counter in read_round(sys.argv[1]):
            if serial in last:
                kwh = counter - last[serial]
                store_readings(session, serial, [kwh], flag="handheld", until=stamp)
            last[serial] = counter
    print(f"{len(last)} meters")


if __name__ == "__main__":
    main()
