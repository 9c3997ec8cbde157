# SPDX-License-Identifier: GPL-3.0-or-later
"""Statistics of a link capture: `gridwatch-replay capture.log`.

Field crews record a concentrator for days; the files have some ten million lines like

    1709251200.120 00123456 7e0300320001e240...

Imports nothing else of the package, so that it runs on their laptops as a single file.
"""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TextIO

import click

BUCKETS = 240
BUCKETS_PER_DECADE = 40
SHORTEST = 1e-3


@dataclass(slots=True)
class MeterStatistics:
    """Running figures of one meter."""

    frames: int = 0
    repeated: int = 0
    gaps: int = 0
    last_at: float = -1.0
    last_frame: bytes = b""
    mean_interval: float = 0.0
    interval_squares: float = 0.0
    changed_bits: int = 0
    compared_bits: int = 0
    intervals: list[int] = field(default_factory=lambda: [0] * BUCKETS)
    bytes_seen: list[int] = field(default_factory=lambda: [0] * 256)


def parse_line(line: str) -> tuple[float, int, bytes] | None:
    """Time, meter and frame of a line; None for what the logger garbled."""
    parts = line.split()
    if len(parts) != 3:
        return None
    try:
        return float(parts[0]), int(parts[1]), bytes.fromhex(parts[2])
    except ValueError:
        return None


def changed_bits(first: bytes, second: bytes) -> int:
    """Number of different bits in the part both frames have."""
    count = 0
    for left, right in zip(first, second):
        difference = left ^ right
        while difference:
            difference &= difference - 1
            count += 1
    return count


def bucket_of(interval: float) -> int:
    """Logarithmic bucket of an interval in seconds."""
    if interval <= SHORTEST:
        return 0
    return min(int(math.log10(interval / SHORTEST) * BUCKETS_PER_DECADE), BUCKETS - 1)


def add_frame(statistics: MeterStatistics, at: float, frame: bytes, gap: float) -> None:
    """Count one frame."""
    statistics.frames += 1
    for byte in frame:
        statistics.bytes_seen[byte] += 1
    if statistics.last_at >= 0.0:
        interval = at - statistics.last_at
        steps = statistics.frames - 1
        difference = interval - statistics.mean_interval
        statistics.mean_interval += difference / steps
        statistics.interval_squares += difference * (interval - statistics.mean_interval)
        statistics.intervals[bucket_of(interval)] += 1
        if interval > gap:
            statistics.gaps += 1
        if frame == statistics.last_frame:
            statistics.repeated += 1
        else:
            statistics.changed_bits += changed_bits(frame, statistics.last_frame)
            statistics.compared_bits += 8 * min(len(frame), len(statistics.last_frame))
    statistics.last_at = at
    statistics.last_frame = frame


def quantile(buckets: list[int], share: float) -> float:
    """Interval in seconds below which a share of the buckets' content lies."""
    wanted = share * sum(buckets)
    seen = 0
    for index, count in enumerate(buckets):
        seen += count
        if count and seen >= wanted:
            return SHORTEST * 10 ** ((index + 0.5) / BUCKETS_PER_DECADE)
    return 0.0


def entropy(counts: list[int]) -> float:
    """Bits per byte; link noise shows as values close to 8."""
    total = sum(counts)
    bits = 0.0
    for count in counts:
        if count:
            bits -= count / total * math.log2(count / total)
    return bits


def replay(lines: Iterable[str], gap: float) -> tuple[dict[int, MeterStatistics], int]:
    """Statistics per meter, and the number of unreadable lines."""
    meters: dict[int, MeterStatistics] = {}
    garbled = 0
    for line in lines:
        record = parse_line(line)
        if record is None:
            garbled += 1
            continue
        at, meter_id, frame = record
        add_frame(meters.setdefault(meter_id, MeterStatistics()), at, frame, gap)
    return meters, garbled


@click.command()
@click.argument("capture", type=click.File("r"))
@click.option("--gap", default=3600.0, show_default=True, help="Seconds that count as a gap.")
def main(capture: TextIO, gap: float) -> None:
    """Print one line of JSON per meter of CAPTURE."""
    meters, garbled = replay(capture, gap)
    for meter_id, found in sorted(meters.items()):
        deviation = math.sqrt(found.interval_squares / max(found.frames - 2, 1))
        summary = {
            "meter": meter_id,
            "frames": found.frames,
            "repeated": found.repeated,
            "gaps": found.gaps,
            "interval": {"mean": found.mean_interval, "deviation": deviation,
                         "p95": quantile(found.intervals, 0.95)},
            "entropy": entropy(found.bytes_seen),
            "flip_rate": found.changed_bits / max(found.compared_bits, 1),
        }
        click.echo(json.dumps(summary))
    click.echo(f"{garbled} lines could not be read", err=True)


if __name__ == "__main__":
    main()
