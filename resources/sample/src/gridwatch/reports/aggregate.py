# SPDX-License-Identifier: GPL-3.0-or-later
"""Regulator's tables from the monthly export of all readings (one CSV of several gigabytes)."""

import csv
from collections import defaultdict
from datetime import date, datetime
from pathlib import Path

import pandas as pd

PEAK_HOURS = range(16, 20)
COLUMNS = ["zone", "class", "day", "kwh", "peak_kwh", "cost", "estimated_share", "meters", "unusual"]


def read_meters(path: Path) -> dict[str, dict[str, str]]:
    """The register of meters by number."""
    with path.open(newline="", encoding="utf-8") as handle:
        return {row["meter_id"]: row for row in csv.DictReader(handle)}


def daily_totals(
    readings: Path, meters: dict[str, dict[str, str]]
) -> dict[tuple[str, str, str], dict[str, float]]:
    """Energy, peak energy and cost per zone, profile class and day."""
    groups: dict[tuple[str, str, str], dict[str, float]] = defaultdict(
        lambda: {"kwh": 0.0, "peak_kwh": 0.0, "cost": 0.0, "estimated": 0.0, "rows": 0.0}
    )
    members: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    with readings.open(newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            meter = meters.get(row["meter_id"])
            if meter is None:
                continue
            stamp = datetime.fromisoformat(row["taken_at"])
            kwh = float(row["kwh"])
            key = (meter["zone"], meter["profile_class"], stamp.date().isoformat())
            group = groups[key]
            group["kwh"] += kwh
            group["rows"] += 1
            group["cost"] += kwh * float(meter["pence_per_kwh"])
            if stamp.hour in PEAK_HOURS and stamp.weekday() < 5:
                group["peak_kwh"] += kwh
            if row["flag"] == "estimated":
                group["estimated"] += 1
            members[key].add(row["meter_id"])
    for key, group in groups.items():
        group["meters"] = float(len(members[key]))
        group["estimated_share"] = group["estimated"] / group["rows"]
    return dict(groups)


def unusual_days(
    totals: dict[tuple[str, str, str], dict[str, float]],
) -> dict[tuple[str, int], float]:
    """Energy of each day against the same weekday in the four weeks to both sides."""
    zones: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for (zone, _, day), group in sorted(totals.items()):
        zones[zone].append((date.fromisoformat(day).toordinal(), group["kwh"]))
    ratios: dict[tuple[str, int], float] = {}
    for zone, days in zones.items():
        for ordinal, kwh in days:
            total = weights = 0.0
            for other, energy in days:
                apart = abs(other - ordinal)
                if apart % 7 == 0 and 0 < apart <= 28:
                    weight = 1.0 - apart / 35.0
                    total += energy * weight
                    weights += weight
            if total > 0.0:
                ratios[zone, ordinal] = kwh * weights / total - 1.0
    return ratios


def write_totals(totals: dict[tuple[str, str, str], dict[str, float]], path: Path) -> None:
    """The table in the regulator's column order."""
    with path.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, COLUMNS, extrasaction="ignore")
        writer.writeheader()
        for (zone, profile_class, day), group in sorted(totals.items()):
            writer.writerow({"zone": zone, "class": profile_class, "day": day, **group})


def load_factors(totals: Path) -> pd.DataFrame:
    """Mean over highest day, per zone and month: the figure of the cover page."""
    frame = pd.read_csv(totals, parse_dates=["day"])
    days: dict[tuple[str, str, pd.Timestamp], float] = {}
    for _, row in frame.iterrows():
        key = (row["zone"], row["day"].strftime("%Y-%m"), row["day"])
        days[key] = days.get(key, 0.0) + row["kwh"]
    months: dict[tuple[str, str], list[float]] = {}
    for (zone, month, _), kwh in days.items():
        months.setdefault((zone, month), []).append(kwh)
    return pd.DataFrame(
        [
            {"zone": zone, "month": month, "load_factor": sum(v) / len(v) / max(v)}
            for (zone, month), v in sorted(months.items())
        ]
    )


def monthly_report(readings: Path, register: Path, target: Path) -> pd.DataFrame:
    """Write the table of a month and return its load factors."""
    totals = daily_totals(readings, read_meters(register))
    for group in totals.values():
        group["unusual"] = 0.0
    for (zone, ordinal), ratio in unusual_days(totals).items():
        for key in totals:
            if key[0] == zone and date.fromisoformat(key[2]).toordinal() == ordinal:
                totals[key]["unusual"] = ratio
    write_totals(totals, target)
    return load_factors(target)
