# SPDX-License-Identifier: GPL-3.0-or-later
"""The figure of the daily mail."""

import io
from collections import defaultdict
from datetime import datetime

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt  # noqa: E402
from matplotlib.dates import DateFormatter  # noqa: E402


def render_day(zone: str, demand: list[tuple[datetime, float]]) -> bytes:
    """Demand curve of a zone as PNG."""
    totals: dict[datetime, float] = defaultdict(float)
    for stamp, kwh in demand:
        totals[stamp] += kwh
    figure, axes = plt.subplots(figsize=(9, 4), layout="constrained")
    axes.step(list(totals), [2 * kwh / 1000 for kwh in totals.values()], where="post")
    axes.set_title(f"Zone {zone}")
    axes.set_ylabel("MW")
    axes.set_ylim(bottom=0)
    axes.xaxis.set_major_formatter(DateFormatter("%H:%M"))
    axes.grid(alpha=0.3)
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=140)
    plt.close(figure)
    return stream.getvalue()
