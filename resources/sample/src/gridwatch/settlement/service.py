# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the settlement of a window of days against the database."""

from __future__ import annotations

import json
import logging
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from gridwatch.config import settings
from gridwatch.db import repository
from gridwatch.settlement import (
    DayConditions,
    DayInput,
    RegressionSet,
    SettlementRun,
    day_coefficients,
    settle_window,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

log = logging.getLogger(__name__)


def load_regressions() -> dict[int, RegressionSet]:
    """The profile classes, as published once a year by the market operator."""
    document: dict[str, dict[str, Any]] = json.loads(settings().profile_file.read_text("utf-8"))
    return {int(name): RegressionSet(**fields) for name, fields in document.items()}


def day_input(session: Session, day: date, regressions: dict[int, RegressionSet]) -> DayInput:
    """Collect everything a settlement day depends on."""
    market = repository.market_day(session, day)
    conditions = DayConditions(
        noon_temperatures=repository.noon_temperatures(session, day, count=3),
        sunset_minutes=market["sunset_minutes"],
        weekend=day.weekday() >= 5,
    )
    return DayInput(
        ordinal=day.toordinal(),
        meters=repository.meter_positions(session, day),
        coefficients={
            name: day_coefficients(regression, conditions)
            for name, regression in regressions.items()
        },
        loss_factors=market["loss_factors"],
        group_take=market["group_take"],
        contracts=repository.contracts(session, day),
        buy_price=market["buy_price"],
        sell_price=market["sell_price"],
    )


def run_settlement(session: Session, first: date, days: int) -> list[SettlementRun]:
    """Settle `days` days from `first` and store the result."""
    regressions = load_regressions()
    window = [day_input(session, first + timedelta(days=n), regressions) for n in range(days)]
    runs = settle_window(window)
    for run in runs:
        repository.store_settlement(session, run)
        log.info("settled %s: %.1f %% estimated, %d rounds", date.fromordinal(run.ordinal),
                 100 * run.estimated_share, run.rounds)
    return runs
