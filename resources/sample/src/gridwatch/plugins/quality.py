# SPDX-License-Identifier: GPL-3.0-or-later
"""Quality pipeline of a series of half hours, and the checks that come with the product.

Which checks run, how often and with which limits is configured per region. A check may repair the
series and ask for others to look at it again.
"""

from collections import deque
from dataclasses import dataclass, field

from gridwatch.plugins import registry

MOST_PENALTY = 10.0


@dataclass
class Outcome:
    """What a check found: a penalty, perhaps a repaired series, perhaps follow-up checks."""

    penalty: float = 0.0
    repaired: list[float] | None = None
    recheck: list[str] = field(default_factory=list)


@dataclass
class Assessment:
    values: list[float]
    penalty: float
    flag: str


def assess(series: list[float], checks: list[str]) -> Assessment:
    """Run the checks until none is left or the series is beyond repair."""
    values = series
    penalty = 0.0
    pending = deque(checks)
    while pending and penalty < MOST_PENALTY:
        outcome: Outcome = registry.resolve(pending.popleft())(values)
        penalty += outcome.penalty
        if outcome.repaired is not None:
            values = outcome.repaired
            pending.extend(outcome.recheck)
    flag = "rejected" if penalty >= MOST_PENALTY else "corrected" if values is not series else ""
    return Assessment(values, penalty, flag)


@registry.register("stuck")
def stuck(values: list[float]) -> Outcome:
    """A register that stopped counting repeats itself above standby level."""
    longest = 0
    start = 0
    while start < len(values):
        end = start
        while end < len(values) and abs(values[end] - values[start]) < 1e-6:
            end += 1
        if values[start] > 0.2:
            longest = max(longest, end - start)
        start = end
    return Outcome(penalty=max(0, longest - 6) * 0.5)


@registry.register("hampel")
def hampel(values: list[float]) -> Outcome:
    """Replace spikes by the median around them, until there are none."""
    repaired = list(values)
    penalty = 0.0
    changed = True
    while changed and penalty < MOST_PENALTY:
        changed = False
        for centre in range(len(repaired)):
            around = sorted(repaired[max(0, centre - 4) : centre + 5])
            median = around[len(around) // 2]
            spread = sorted(abs(value - median) for value in around)[len(around) // 2]
            if abs(repaired[centre] - median) > max(6.0 * spread, 1.0):
                repaired[centre] = median
                penalty += 0.25
                changed = True
    if penalty == 0.0:
        return Outcome()
    return Outcome(penalty, repaired, ["stuck"])


@registry.register("drift")
def drift(values: list[float]) -> Outcome:
    """Two-sided cumulative sum against the slowly following mean."""
    mean = values[0] if values else 0.0
    upper = lower = 0.0
    alarms = 0
    for value in values:
        upper = max(0.0, upper + value - mean - 0.25)
        lower = max(0.0, lower - value + mean - 0.25)
        if upper > 8.0 or lower > 8.0:
            alarms += 1
            upper = lower = 0.0
        mean += 0.02 * (value - mean)
    return Outcome(penalty=0.75 * alarms)
