# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the bytes of a connection through to the readings table."""

import importlib
import logging
from collections.abc import Callable
from typing import Any

from gridwatch.config import settings
from gridwatch.db import repository
from gridwatch.ingest.framing import Frame, FrameBuffer, FrameError, decode_frame
from gridwatch.units import WH_PER_KWH

log = logging.getLogger(__name__)


def load_pipeline(reference: str) -> Callable[..., Any]:
    """The configured quality pipeline, `module:function`. Regions bring their own."""
    module_name, _, attribute = reference.partition(":")
    return getattr(importlib.import_module(module_name), attribute)


class IngestService:
    """One per process; the connections share it."""

    def __init__(self) -> None:
        self._assess = load_pipeline(settings().quality_pipeline)
        self._checks = list(settings().quality_checks)
        self._sequences: dict[int, int] = {}

    def ingest(self, buffer: FrameBuffer, chunk: bytes) -> list[Frame]:
        """Decode, check and store what one chunk completes; returns the usable frames."""
        frames: list[Frame] = []
        for raw in buffer.feed(chunk):
            try:
                frame = decode_frame(raw)
            except FrameError as error:
                buffer.statistics.reject(error)
                log.debug("rejected frame, %s: %s", error, raw.hex(" "))
                continue
            buffer.statistics.frames += 1
            if self._is_new(frame):
                frames.append(frame)
        if frames:
            self._store(frames)
        return frames

    def _is_new(self, frame: Frame) -> bool:
        """Meters repeat a frame until it is acknowledged."""
        if self._sequences.get(frame.meter_id) == frame.sequence:
            return False
        self._sequences[frame.meter_id] = frame.sequence
        return True

    def _store(self, frames: list[Frame]) -> None:
        with repository.session_scope() as session:
            for frame in frames:
                series = [value / WH_PER_KWH for value in frame.values]
                assessment = self._assess(series, self._checks)
                repository.store_readings(
                    session, frame.meter_id, assessment.values, flag=assessment.flag
                )
