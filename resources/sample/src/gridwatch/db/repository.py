# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions, and the queries that more than one part of the system needs."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import create_engine, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session, sessionmaker

from gridwatch.config import settings
from gridwatch.db.models import BookInterval, MarketDay, Meter, Reading, Settlement
from gridwatch.settlement.engine import MISSING, MeterPosition, SettlementRun
from gridwatch.units import MINUTES_PER_PERIOD, PERIODS_PER_DAY, kw_to_kwh, period_index

VOLTS = 230.0


@lru_cache(maxsize=1)
def _sessions() -> sessionmaker[Session]:
    return sessionmaker(create_engine(settings().database_url, pool_pre_ping=True))


@lru_cache(maxsize=1)
def _async_sessions() -> async_sessionmaker[AsyncSession]:
    return async_sessionmaker(create_async_engine(settings().async_database_url))


def screens_engine() -> AsyncEngine:
    return create_async_engine(settings().async_database_url, pool_size=2)


@contextmanager
def session_scope() -> Iterator[Session]:
    """A session that commits on success; for workers and scripts."""
    with _sessions().begin() as session:
        yield session


async def async_session() -> AsyncIterator[AsyncSession]:
    """Dependency of the API handlers."""
    async with _async_sessions()() as session:
        yield session


def store_readings(
    session: Session,
    meter_id: int,
    values: list[float],
    flag: str = "",
    until: datetime | None = None,
) -> None:
    """Store consecutive half hours of which the last ends at `until` (default: now)."""
    end = until or datetime.now()
    end -= timedelta(minutes=end.minute % MINUTES_PER_PERIOD, seconds=end.second,
                     microseconds=end.microsecond)
    first = end - timedelta(minutes=MINUTES_PER_PERIOD * len(values))
    step = timedelta(minutes=MINUTES_PER_PERIOD)
    session.add_all(
        Reading(meter_id=meter_id, taken_at=first + number * step, kwh=kwh, flag=flag)
        for number, kwh in enumerate(values)
    )


def meter_positions(session: Session, day: date) -> list[MeterPosition]:
    """All meters with their half hours of one day, in two queries."""
    start = datetime.combine(day, time())
    half_hours: dict[int, list[float]] = {}
    rows = session.execute(
        select(Reading.meter_id, Reading.taken_at, Reading.kwh).where(
            Reading.taken_at >= start, Reading.taken_at < start + timedelta(days=1)
        )
    )
    for meter_id, taken_at, kwh in rows:
        row = half_hours.setdefault(meter_id, [MISSING] * PERIODS_PER_DAY)
        row[period_index(taken_at)] = kwh
    return [
        MeterPosition(
            meter_id=meter.id,
            supplier=meter.supplier,
            profile_class=meter.profile_class,
            loss_class=meter.loss_class,
            annual_kwh=meter.annual_kwh,
            capacity_kwh=kw_to_kwh(meter.fuse_ampere * VOLTS / 1000),
            half_hours=half_hours.get(meter.id, [MISSING] * PERIODS_PER_DAY),
        )
        for meter in session.scalars(select(Meter).order_by(Meter.id))
    ]


def market_day(session: Session, day: date) -> dict[str, Any]:
    """Prices, losses and group take of a day."""
    return session.get_one(MarketDay, day).document


def contracts(session: Session, day: date) -> dict[int, list[float]]:
    """Contracted volumes by supplier."""
    stored = session.get_one(MarketDay, day).contracts
    return {int(supplier): volumes for supplier, volumes in stored.items()}


def noon_temperatures(session: Session, day: date, count: int) -> list[float]:
    """Noon temperatures of a day and the days before it, latest first."""
    query = select(MarketDay.noon_temperature).where(MarketDay.day <= day)
    return list(session.scalars(query.order_by(MarketDay.day.desc()).limit(count)))


def zone_demand(session: Session, zone: str, since: datetime) -> list[tuple[datetime, float]]:
    """Half-hourly readings of a zone, oldest first."""
    query = (
        select(Reading.taken_at, Reading.kwh)
        .join(Meter, Meter.id == Reading.meter_id)
        .where(Meter.zone == zone, Reading.taken_at >= since)
        .order_by(Reading.taken_at)
    )
    return [(taken_at, kwh) for taken_at, kwh in session.execute(query)]


def interval_pair(
    session: Session, meter_id: int, since: datetime
) -> tuple[list[list[float]], list[list[float]]]:
    """Readings and booked intervals of a meter as [minute since `since`, minutes, kWh]."""
    readings = select(Reading.taken_at, Reading.kwh).where(
        Reading.meter_id == meter_id, Reading.taken_at >= since
    )
    booked = select(BookInterval.start, BookInterval.minutes, BookInterval.kwh).where(
        BookInterval.meter_id == meter_id, BookInterval.start >= since
    )
    head_end = [
        [(at - since).total_seconds() / 60, float(MINUTES_PER_PERIOD), kwh]
        for at, kwh in session.execute(readings)
    ]
    books = [
        [(start - since).total_seconds() / 60, float(minutes), kwh]
        for start, minutes, kwh in session.execute(booked)
    ]
    return head_end, books


def store_settlement(session: Session, run: SettlementRun) -> None:
    """Store or replace the result of one day."""
    for supplier, volumes in run.volumes.items():
        session.merge(
            Settlement(
                day=date.fromordinal(run.ordinal),
                supplier=supplier,
                volumes=volumes,
                charge_pence=run.charges[supplier],
            )
        )
