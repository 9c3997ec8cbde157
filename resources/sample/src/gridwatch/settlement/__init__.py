# SPDX-License-Identifier: GPL-3.0-or-later
"""Half-hourly settlement."""

from gridwatch.settlement.engine import DayInput, MeterPosition, SettlementRun, settle_window
from gridwatch.settlement.profiles import DayConditions, RegressionSet, day_coefficients

__all__ = [
    "DayConditions",
    "DayInput",
    "MeterPosition",
    "RegressionSet",
    "SettlementRun",
    "day_coefficients",
    "settle_window",
]
