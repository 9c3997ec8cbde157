# SPDX-License-Identifier: GPL-3.0-or-later
"""Forecasts per zone, kept in Redis until the next night."""

import json
import logging
from datetime import datetime, timedelta

import httpx
import numpy as np
import redis
from sqlalchemy.orm import Session

from gridwatch.config import settings
from gridwatch.db import repository
from gridwatch.forecast import model
from gridwatch.units import PERIODS_PER_DAY

log = logging.getLogger(__name__)

HISTORY_DAYS = 120
KEEP_SECONDS = 30 * 3600


def temperatures(zone: str, first: datetime, days: int) -> list[float]:
    """Half-hourly temperatures from the weather service, measured or forecast."""
    response = httpx.get(
        f"{settings().weather_url}/zones/{zone}",
        params={"from": first.isoformat(), "days": days, "step": 30},
        timeout=30.0,
    )
    response.raise_for_status()
    return response.json()["temperature"]


def refresh(session: Session, zone: str, today: datetime) -> None:
    """Fit the zone's model on its history and store the forecast of today."""
    since = today - timedelta(days=HISTORY_DAYS)
    rows = repository.zone_demand(session, zone, since)
    stamps = np.array([stamp for stamp, _ in rows], dtype="datetime64[m]")
    slots = ((stamps - np.datetime64(since, "m")).astype(int)) // 30
    demand = np.bincount(slots, weights=[kwh for _, kwh in rows],
                         minlength=HISTORY_DAYS * PERIODS_PER_DAY)[: HISTORY_DAYS * PERIODS_PER_DAY]
    weather = np.array(temperatures(zone, since, HISTORY_DAYS + 1))
    fitted = model.fit(demand, weather[: demand.size])
    forecast = model.predict(fitted, demand, weather[demand.size :][:PERIODS_PER_DAY])
    store = redis.Redis.from_url(settings().redis_url)
    store.set(f"forecast:{zone}", json.dumps(forecast.tolist()), ex=KEEP_SECONDS)
    log.info("zone %s: cycles of %s half hours", zone, np.round(fitted.cycles, 1))
