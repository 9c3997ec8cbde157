# SPDX-License-Identifier: GPL-3.0-or-later
"""Matches the intervals of the head end with those in the billing books.

The two systems cut time differently after an outage, a clock correction or a meter exchange, so
intervals are aligned like two sequences: matched at a price for what differs, or left over at a
fixed price. Messages are plain JSON; an interval is [start minute, minutes, kWh].
"""

from typing import Any

from gridwatch.workers.celery_app import app

UNMATCHED_COST = 1.0
MINUTE_COST = 0.02
ENERGY_COST = 2.5
BAND = 60
LARGEST_DRIFT = 45

MATCH, SKIP_LEFT, SKIP_RIGHT = 0, 1, 2


def match_cost(left: list[float], right: list[float], drift: float) -> float:
    """Price of calling two intervals the same."""
    minutes = abs(left[0] + drift - right[0]) + abs(left[1] - right[1])
    largest = max(abs(left[2]), abs(right[2]), 0.05)
    return MINUTE_COST * minutes + ENERGY_COST * abs(left[2] - right[2]) / largest


def estimate_drift(left: list[list[float]], right: list[list[float]]) -> int:
    """The clock shift, in minutes, under which most energy falls on the same minutes."""
    best_score = -1.0
    best = 0
    for drift in sorted(range(-LARGEST_DRIFT, LARGEST_DRIFT + 1), key=abs):
        score = 0.0
        j = 0
        for start, minutes, energy in left:
            begin = start + drift
            end = begin + minutes
            while j < len(right) and right[j][0] + right[j][1] <= begin:
                j += 1
            k = j
            while k < len(right) and right[k][0] < end:
                common = min(end, right[k][0] + right[k][1]) - max(begin, right[k][0])
                score += (energy / minutes) * (right[k][2] / right[k][1]) * common
                k += 1
        if score > best_score * (1.0 + 1e-9):
            best_score = score
            best = drift
    return best


def align(
    left: list[list[float]], right: list[list[float]], drift: float
) -> tuple[float, list[tuple[int, int]]]:
    """Cheapest alignment within a band; pairs of indices, -1 for left over."""
    rows, columns = len(left), len(right)
    band = max(BAND, abs(rows - columns) + 1)
    infinite = float("inf")
    previous = [j * UNMATCHED_COST for j in range(columns + 1)]
    steps: list[bytearray] = [bytearray([SKIP_RIGHT]) * (columns + 1)]
    for i in range(1, rows + 1):
        current = [infinite] * (columns + 1)
        step = bytearray(columns + 1)
        if i <= band:
            current[0] = i * UNMATCHED_COST
            step[0] = SKIP_LEFT
        for j in range(max(1, i - band), min(columns, i + band) + 1):
            cost = previous[j - 1] + match_cost(left[i - 1], right[j - 1], drift)
            choice = MATCH
            if previous[j] + UNMATCHED_COST < cost:
                cost = previous[j] + UNMATCHED_COST
                choice = SKIP_LEFT
            if current[j - 1] + UNMATCHED_COST < cost:
                cost = current[j - 1] + UNMATCHED_COST
                choice = SKIP_RIGHT
            current[j] = cost
            step[j] = choice
        previous = current
        steps.append(step)

    pairs: list[tuple[int, int]] = []
    i, j = rows, columns
    while i > 0 or j > 0:
        choice = steps[i][j]
        if choice == MATCH:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif choice == SKIP_LEFT:
            i -= 1
            pairs.append((i, -1))
        else:
            j -= 1
            pairs.append((-1, j))
    pairs.reverse()
    return previous[columns], pairs


@app.task(name="reconcile.meter")
def reconcile_meter(
    meter_id: int, head_end: list[list[float]], books: list[list[float]]
) -> dict[str, Any]:
    """Reconcile one meter; lists what is missing on either side and what differs."""
    left = sorted(head_end)
    right = sorted(books)
    drift = estimate_drift(left, right)
    cost, pairs = align(left, right, drift)
    missing: list[list[float]] = []
    surplus: list[list[float]] = []
    difference = 0.0
    for i, j in pairs:
        if j < 0:
            missing.append(left[i])
        elif i < 0:
            surplus.append(right[j])
        else:
            difference += left[i][2] - right[j][2]
    return {
        "meter_id": meter_id,
        "drift_minutes": drift,
        "cost": cost,
        "missing_in_books": missing,
        "only_in_books": surplus,
        "difference_kwh": difference,
    }
