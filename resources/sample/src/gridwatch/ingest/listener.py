# SPDX-License-Identifier: GPL-3.0-or-later
"""TCP server of the meter link; runs inside the web process, which shows the outages."""

import asyncio
import logging
import time

from gridwatch.ingest.framing import FrameBuffer
from gridwatch.ingest.service import IngestService
from gridwatch.outage import state

log = logging.getLogger(__name__)

ACKNOWLEDGE = b"\x06"
IDLE_SECONDS = 900


class Listener:
    """Accepts connections; each is served by one coroutine until it goes quiet."""

    def __init__(self, service: IngestService) -> None:
        self._service = service

    async def serve(self, port: int) -> None:
        server = await asyncio.start_server(self._connection, port=port)
        async with server:
            await server.serve_forever()

    async def _connection(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        buffer = FrameBuffer()
        try:
            while chunk := await asyncio.wait_for(reader.read(8192), IDLE_SECONDS):
                frames = await asyncio.to_thread(self._service.ingest, buffer, chunk)
                for frame in frames:
                    if frame.last_gasp:
                        state.LAST_GASPS[frame.meter_id] = time.time()
                        state.register_gasp(frame.meter_id)
                    elif frame.meter_id in state.LAST_GASPS:
                        state.restore(frame.meter_id)
                writer.write(ACKNOWLEDGE * len(frames))
                await writer.drain()
        except (asyncio.TimeoutError, ConnectionError) as error:
            log.info("connection lost: %r", error)
        finally:
            log.info("link closed: %s", buffer.statistics.summary())
            writer.close()
