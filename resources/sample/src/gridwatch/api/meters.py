# SPDX-License-Identifier: GPL-3.0-or-later
"""Meters, their readings, and what another tariff would cost."""

import json
from datetime import datetime, timedelta
from typing import Annotated, Any

import redis.asyncio as redis
from fastapi import APIRouter, Depends, HTTPException
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from gridwatch.api.auth import Operator
from gridwatch.config import settings
from gridwatch.db.models import Meter, Reading, Tariff
from gridwatch.db.repository import async_session
from gridwatch.tariff.evaluate import best_shift, compare

router = APIRouter()
Database = Annotated[AsyncSession, Depends(async_session)]


async def readings_since(database: AsyncSession, meter_id: int, days: int) -> list[Any]:
    query = select(Reading.taken_at, Reading.kwh).where(
        Reading.meter_id == meter_id, Reading.taken_at >= datetime.now() - timedelta(days=days)
    )
    return list((await database.execute(query.order_by(Reading.taken_at))).all())


@router.get("/{meter_id}")
async def show(meter_id: int, database: Database, _: Operator) -> dict[str, Any]:
    meter = await database.get(Meter, meter_id)
    if meter is None:
        raise HTTPException(404, "no such meter")
    last = await readings_since(database, meter_id, days=2)
    return {"id": meter.id, "zone": meter.zone, "feeder": meter.feeder,
            "readings": [[stamp.isoformat(), kwh] for stamp, kwh in last]}


@router.get("/{meter_id}/tariffs")
async def tariffs(meter_id: int, database: Database, _: Operator) -> dict[str, Any]:
    """Last year's readings under every tariff; slow, customers' advisers wait for it."""
    readings = await readings_since(database, meter_id, days=365)
    documents = list((await database.scalars(select(Tariff.document))).all())
    quotes = await run_in_threadpool(compare, documents, readings)
    best = next(d for d in documents if d["code"] == quotes[0]["code"])
    delay, saved = await run_in_threadpool(best_shift, best, readings)
    return {"quotes": quotes, "shift": {"periods": delay, "saved_pence": saved}}


@router.get("/zones/{zone}/forecast")
async def forecast(zone: str, _: Operator) -> list[list[float]]:
    async with redis.from_url(settings().redis_url) as store:
        stored = await store.get(f"forecast:{zone}")
    if stored is None:
        raise HTTPException(404, "no forecast for this zone")
    return json.loads(stored)
