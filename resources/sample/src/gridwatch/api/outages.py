# SPDX-License-Identifier: GPL-3.0-or-later
"""What the outage board shows and what operators change on it."""

from typing import Any

from fastapi import APIRouter, HTTPException

from gridwatch.api.auth import Operator
from gridwatch.notifications import push
from gridwatch.outage import state

router = APIRouter()


@router.get("/")
async def board(_: Operator) -> list[dict[str, Any]]:
    """One entry per probable cause."""
    return [
        {"root": root, "events": members, "feeder": state.OPEN_EVENTS[root].feeder}
        for root, members in state.CLUSTERS.items()
    ]


@router.post("/{event_id}/confirm")
async def confirm(event_id: int, crew: str, operator: Operator) -> None:
    event = state.OPEN_EVENTS.get(event_id)
    if event is None:
        raise HTTPException(404, "no such event")
    event.confirmed = True
    event.notes.append(f"confirmed by {operator}")
    await push(crew, f"Outage on {event.feeder}")


@router.post("/feeders/{feeder:path}/suppress")
async def suppress(feeder: str, _: Operator) -> None:
    """Planned work: ignore the meters of a feeder."""
    state.SUPPRESSED.add(feeder)
    for number in [e.id for e in state.OPEN_EVENTS.values() if e.feeder == feeder]:
        state.OPEN_EVENTS.pop(number)
        state.CLUSTERS.pop(number, None)


@router.post("/threshold")
async def threshold(value: float, _: Operator) -> None:
    state.PARAMETERS["threshold"] = value
