# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of current outages, in the memory of the process."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from gridwatch.outage import correlate

#: Written here, by the correlation, by the listener and by the operator screens.
OPEN_EVENTS: dict[int, OutageEvent] = {}
LAST_GASPS: dict[int, float] = {}
LOCATIONS: dict[int, tuple[float, float, str]] = {}
SCORES: dict[tuple[int, int], float] = {}
CLUSTERS: dict[int, list[int]] = {}
SUPPRESSED: set[str] = set()
PARAMETERS: dict[str, float] = {"seconds": 90.0, "metres": 600.0, "threshold": 0.55}

_next_id = 1


@dataclass
class OutageEvent:
    """A meter that reported a loss of supply, or a call of a customer."""

    id: int
    meter_id: int
    at: float
    easting: float
    northing: float
    feeder: str
    confirmed: bool = False
    cluster: int | None = None
    notes: list[str] = field(default_factory=list)


def register_gasp(meter_id: int) -> OutageEvent | None:
    """Open an event for a dying meter and group it with the others."""
    global _next_id
    easting, northing, feeder = LOCATIONS.get(meter_id, (0.0, 0.0, ""))
    if feeder in SUPPRESSED:
        return None
    event = OutageEvent(_next_id, meter_id, LAST_GASPS.get(meter_id, time.time()),
                        easting, northing, feeder)
    _next_id += 1
    OPEN_EVENTS[event.id] = event
    correlate.recorrelate()
    return event


def restore(meter_id: int) -> None:
    """Supply is back: close the events of the meter."""
    for number in [e.id for e in OPEN_EVENTS.values() if e.meter_id == meter_id]:
        del OPEN_EVENTS[number]
    LAST_GASPS.pop(meter_id, None)
    correlate.recorrelate()
