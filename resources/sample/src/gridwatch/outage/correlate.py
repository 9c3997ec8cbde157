# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups outage events that probably have one cause."""

from __future__ import annotations

import math

from gridwatch.outage import state

RUNS = 0
SECTION_SEPARATOR = "/"


def shared_sections(first: str, second: str) -> float:
    """How much of the way from the substation two feeder paths have in common, 0 to 1."""
    left = first.split(SECTION_SEPARATOR)
    right = second.split(SECTION_SEPARATOR)
    common = 0
    while common < min(len(left), len(right)) and left[common] == right[common]:
        common += 1
    return common / max(len(left), len(right))


def similarity(first: state.OutageEvent, second: state.OutageEvent) -> float:
    """Probability-like score that two events belong together."""
    apart = abs(first.at - second.at) / state.PARAMETERS["seconds"]
    if apart > 8.0:
        return 0.0
    east = first.easting - second.easting
    north = first.northing - second.northing
    distance = math.sqrt(east * east + north * north) / state.PARAMETERS["metres"]
    electrical = shared_sections(first.feeder, second.feeder)
    return math.exp(-apart) * (0.4 * math.exp(-distance) + 0.6 * electrical)


def score_pairs() -> None:
    """Score every pair of open events that is not scored yet."""
    events = list(state.OPEN_EVENTS.values())
    for index, first in enumerate(events):
        for second in events[index + 1 :]:
            pair = (first.id, second.id)
            if pair not in state.SCORES:
                state.SCORES[pair] = similarity(first, second)


def centrality() -> dict[int, float]:
    """Weight of every event: how strongly the others point at it (power iteration)."""
    weights = {number: 1.0 for number in state.OPEN_EVENTS}
    for _ in range(20):
        gathered = {number: 0.05 for number in weights}
        for (first, second), score in state.SCORES.items():
            if first in weights and second in weights:
                gathered[first] += score * weights[second]
                gathered[second] += score * weights[first]
        largest = max(gathered.values(), default=1.0)
        weights = {number: value / largest for number, value in gathered.items()}
    return weights


def merge_clusters() -> None:
    """Average-linkage grouping of the open events, down to the threshold."""
    groups = [[number] for number in state.OPEN_EVENTS]
    while len(groups) > 1:
        best = state.PARAMETERS["threshold"]
        chosen = None
        for i in range(len(groups)):
            for j in range(i + 1, len(groups)):
                total = 0.0
                for a in groups[i]:
                    for b in groups[j]:
                        total += state.SCORES.get((min(a, b), max(a, b)), 0.0)
                mean = total / (len(groups[i]) * len(groups[j]))
                if mean > best:
                    best = mean
                    chosen = (i, j)
        if chosen is None:
            break
        i, j = chosen
        groups[i] += groups.pop(j)
    weights = centrality()
    state.CLUSTERS.clear()
    for group in groups:
        root = max(group, key=lambda number: weights[number])
        state.CLUSTERS[root] = group
        for number in group:
            state.OPEN_EVENTS[number].cluster = root


def recorrelate() -> int:
    """Bring scores and clusters up to date; returns the number of clusters."""
    global RUNS
    RUNS += 1
    for pair in [p for p in state.SCORES if not set(p) <= state.OPEN_EVENTS.keys()]:
        del state.SCORES[pair]
    score_pairs()
    merge_clusters()
    if len(state.OPEN_EVENTS) > 500:
        # A storm: be quicker to see one cause, or the board fills up with single events.
        state.PARAMETERS["threshold"] = 0.4
    return len(state.CLUSTERS)
