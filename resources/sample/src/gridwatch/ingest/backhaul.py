# SPDX-License-Identifier: GPL-3.0-or-later
"""Polls the data concentrators that have no permanent link."""

import asyncio
import logging
import time

import httpx

from gridwatch.ingest.framing import FrameBuffer
from gridwatch.ingest.service import IngestService

log = logging.getLogger(__name__)

ATTEMPTS = 4
FIRST_DELAY = 2.0


async def fetch_capture(address: str) -> bytes:
    """The stored frames of one concentrator. The old firmware often drops the first request."""
    delay = FIRST_DELAY
    for attempt in range(ATTEMPTS):
        try:
            response = httpx.get(f"http://{address}/capture", timeout=20.0)
            response.raise_for_status()
            return response.content
        except httpx.HTTPError as error:
            log.warning("%s, attempt %d: %s", address, attempt + 1, error)
            time.sleep(delay)
            delay *= 2
    return b""


async def poll(addresses: list[str], service: IngestService) -> int:
    """Collect all concentrators; returns the number of frames stored."""
    captures = await asyncio.gather(*(fetch_capture(address) for address in addresses))
    stored = 0
    for address, capture in zip(addresses, captures):
        buffer = FrameBuffer()
        frames = await asyncio.to_thread(service.ingest, buffer, capture)
        stored += len(frames)
        log.info("%s: %s", address, buffer.statistics.summary())
    return stored
