# SPDX-License-Identifier: GPL-3.0-or-later
"""The web process: portal, screens, and the listener of the meter link."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from sqlalchemy import select

from gridwatch.admin import views
from gridwatch.api import meters, outages
from gridwatch.config import settings
from gridwatch.db.models import Meter
from gridwatch.db.repository import screens_engine, session_scope
from gridwatch.ingest.listener import Listener
from gridwatch.ingest.service import IngestService
from gridwatch.logging_setup import configure
from gridwatch.outage import state


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    configure("web")
    with session_scope() as session:
        for meter in session.scalars(select(Meter)):
            state.LOCATIONS[meter.id] = (meter.easting, meter.northing, meter.feeder)
    link = asyncio.create_task(Listener(IngestService()).serve(settings().listen_port))
    yield
    link.cancel()


app = FastAPI(title="gridwatch", lifespan=lifespan)
app.include_router(meters.router, prefix="/meters")
app.include_router(outages.router, prefix="/outages")
views.mount(app, screens_engine())
