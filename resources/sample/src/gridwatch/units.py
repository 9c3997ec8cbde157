# SPDX-License-Identifier: GPL-3.0-or-later
"""Units and calendar constants shared by billing and reporting."""

import math
from datetime import datetime

__all__ = [
    "MINUTES_PER_PERIOD",
    "PERIODS_PER_DAY",
    "WH_PER_KWH",
    "kw_to_kwh",
    "period_index",
    "round_money",
]

MINUTES_PER_PERIOD = 30
PERIODS_PER_DAY = 24 * 60 // MINUTES_PER_PERIOD
WH_PER_KWH = 1000


def period_index(stamp: datetime) -> int:
    """Settlement period of a time stamp, counted from 0 at midnight."""
    return (stamp.hour * 60 + stamp.minute) // MINUTES_PER_PERIOD


def round_money(pence: float) -> int:
    """Commercial rounding to whole pence (halves away from zero)."""
    return int(math.copysign(math.floor(abs(pence) + 0.5), pence))


def kw_to_kwh(kilowatt: float, minutes: float = MINUTES_PER_PERIOD) -> float:
    """Energy of a constant power over a span of minutes."""
    return kilowatt * minutes / 60.0


def therms_to_kwh(therms: float) -> float:
    """Kept for the dual-fuel statements of before 2019."""
    return therms * 29.3071
