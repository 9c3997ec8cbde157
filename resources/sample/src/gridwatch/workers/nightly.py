# SPDX-License-Identifier: GPL-3.0-or-later
"""The scheduled jobs: each collects its input and hands it to the part that knows the work."""

import asyncio
from datetime import date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import select

from gridwatch.accounts.statements import build_statements
from gridwatch.db import repository
from gridwatch.db.models import Meter, Reading
from gridwatch.forecast import service as forecasts
from gridwatch.ingest.backhaul import poll
from gridwatch.ingest.service import IngestService
from gridwatch.notifications import mail
from gridwatch.reports.aggregate import monthly_report
from gridwatch.settlement.service import run_settlement
from gridwatch.workers.celery_app import app

RESETTLED_DAYS = 14


@app.task(name="nightly.settle")
def settle() -> int:
    """Settle the last two weeks again: late readings replace estimates."""
    with repository.session_scope() as session:
        first = date.today() - timedelta(days=RESETTLED_DAYS)
        return len(run_settlement(session, first, RESETTLED_DAYS))


@app.task(name="nightly.statements")
def statements() -> int:
    """Statements of the previous month, announced by mail."""
    until = date.today().replace(day=1)
    first = (until - timedelta(days=1)).replace(day=1)
    with repository.session_scope() as session:
        built = build_statements(session, first, until)
    overdue = sum(1 for statement in built if statement.overdue_pence)
    mail("billing@gridwatch.example", "Statements", f"{len(built)} built, {overdue} overdue")
    return len(built)


@app.task(name="nightly.forecast")
def forecast() -> None:
    """New forecasts for all zones, and yesterday's figure for the control room."""
    from gridwatch.plots.daily import render_day  # matplotlib: only this job pays for it

    today = datetime.combine(date.today(), time())
    with repository.session_scope() as session:
        for zone in session.scalars(select(Meter.zone).distinct()):
            forecasts.refresh(session, zone, today)
            figure = render_day(zone, repository.zone_demand(session, zone, today - timedelta(1)))
            mail("control@gridwatch.example", f"Zone {zone}", "Yesterday's demand", figure)


@app.task(name="nightly.poll_concentrators")
def poll_concentrators(addresses: list[str]) -> int:
    """Started by hand, or by the rounds of the field crews."""
    return asyncio.run(poll(addresses, IngestService()))


@app.task(name="nightly.request_reconciliation")
def request_reconciliation() -> None:
    """Queue the reconciliation of every meter with corrected readings."""
    since = datetime.now() - timedelta(days=RESETTLED_DAYS)
    with repository.session_scope() as session:
        corrected = select(Reading.meter_id).where(Reading.flag == "corrected").distinct()
        for meter_id in session.scalars(corrected):
            head_end, books = repository.interval_pair(session, meter_id, since)
            app.send_task("reconcile.meter", args=[meter_id, head_end, books])


@app.task(name="nightly.regulator")
def regulator(folder: str) -> None:
    """The regulator's table of a monthly export."""
    month = Path(folder)
    factors = monthly_report(month / "readings.csv", month / "meters.csv", month / "totals.csv")
    mail("finance@gridwatch.example", f"Load factors {month.name}", factors.to_string())
