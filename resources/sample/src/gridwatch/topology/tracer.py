# SPDX-License-Identifier: GPL-3.0-or-later
"""Network calculations for the control room, an application of its own.

The planning tool posts a section of the medium voltage network; the answer is a load flow, the
extent of a fault, or the switching sequences that restore most customers. A request carries
everything it needs: there is no state between requests, no database and no login beyond the
reverse proxy's.
"""

from itertools import combinations

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

MOST_SWEEPS = 60
CONVERGED = 1e-7

app = FastAPI(title="gridwatch tracer")


class Branch(BaseModel):
    start: int
    end: int
    resistance: float = Field(ge=0, description="ohm")
    reactance: float = Field(ge=0, description="ohm")
    rating: float = Field(gt=0, description="ampere")
    closed: bool = True


class Network(BaseModel):
    """Buses are numbered from 0; bus 0 is the primary substation."""

    nominal_volts: float = Field(default=11_000.0, gt=0)
    active_watts: list[float]
    reactive_watts: list[float]
    customers: list[int]
    branches: list[Branch]


class Flow(BaseModel):
    converged: bool
    sweeps: int
    volts: list[float | None]
    ampere: list[float]
    overloaded: list[int]
    losses_watts: float


class Restoration(BaseModel):
    closed: list[int]
    restored_customers: int
    lowest_volts: float
    losses_watts: float


def adjacency(network: Network, closed: list[bool]) -> list[list[tuple[int, int]]]:
    """Per bus the (neighbour, branch) pairs over closed branches."""
    neighbours: list[list[tuple[int, int]]] = [[] for _ in network.active_watts]
    for number, branch in enumerate(network.branches):
        if closed[number]:
            neighbours[branch.start].append((branch.end, number))
            neighbours[branch.end].append((branch.start, number))
    return neighbours


def radial_order(
    neighbours: list[list[tuple[int, int]]], root: int = 0
) -> list[tuple[int, int, int]]:
    """(bus, parent, branch) from the root outwards; raises if there is a loop."""
    order = [(root, -1, -1)]
    seen = {root}
    for bus, _, via in order:
        for neighbour, branch in neighbours[bus]:
            if branch == via:
                continue
            if neighbour in seen:
                raise ValueError(f"loop through branch {branch}")
            seen.add(neighbour)
            order.append((neighbour, bus, branch))
    return order


def load_flow(network: Network, closed: list[bool]) -> Flow:
    """Backward/forward sweep over a radial network with constant power loads."""
    order = radial_order(adjacency(network, closed))
    impedances = [complex(b.resistance, b.reactance) for b in network.branches]
    powers = [complex(p, q) for p, q in zip(network.active_watts, network.reactive_watts)]
    # Line to line volts and total power of the three phases.
    volts = [complex(network.nominal_volts)] * len(powers)
    currents = [0j] * len(impedances)
    sweeps = 0
    change = network.nominal_volts
    while change > CONVERGED * network.nominal_volts and sweeps < MOST_SWEEPS:
        sweeps += 1
        injected = [0j] * len(powers)
        for bus, parent, branch in reversed(order):
            if abs(volts[bus]) < 0.2 * network.nominal_volts:
                raise ValueError(f"voltage collapse at bus {bus}")
            injected[bus] += (powers[bus] / volts[bus]).conjugate()
            if parent >= 0:
                currents[branch] = injected[bus]
                injected[parent] += injected[bus]
        change = 0.0
        for bus, parent, branch in order[1:]:
            updated = volts[parent] - impedances[branch] * currents[branch]
            change = max(change, abs(updated - volts[bus]))
            volts[bus] = updated
    supplied = {bus for bus, _, _ in order}
    ampere = [abs(current) / 3**0.5 for current in currents]
    losses = 0.0
    for current, branch in zip(ampere, network.branches):
        losses += 3.0 * current * current * branch.resistance
    return Flow(
        converged=change <= CONVERGED * network.nominal_volts,
        sweeps=sweeps,
        volts=[abs(v) if bus in supplied else None for bus, v in enumerate(volts)],
        ampere=ampere,
        overloaded=[n for n, b in enumerate(network.branches) if ampere[n] > b.rating],
        losses_watts=losses,
    )


def interrupted(network: Network, faulted: int) -> list[int]:
    """Buses without supply when the faulted branch is isolated."""
    closed = [b.closed and number != faulted for number, b in enumerate(network.branches)]
    supplied = {bus for bus, _, _ in radial_order(adjacency(network, closed))}
    return [bus for bus in range(len(network.active_watts)) if bus not in supplied]


def restorations(network: Network, faulted: int, most_switches: int) -> list[Restoration]:
    """Every set of open ties that restores customers without overload, best first."""
    without = interrupted(network, faulted)
    base = [b.closed and number != faulted for number, b in enumerate(network.branches)]
    ties = [n for n, b in enumerate(network.branches) if not b.closed and n != faulted]
    found: list[Restoration] = []
    for size in range(1, most_switches + 1):
        for chosen in combinations(ties, size):
            closed = list(base)
            for tie in chosen:
                closed[tie] = True
            try:
                flow = load_flow(network, closed)
            except ValueError:
                continue
            if not flow.converged or flow.overloaded:
                continue
            restored = 0
            for bus in without:
                if flow.volts[bus] is not None:
                    restored += network.customers[bus]
            lowest = min(v for v in flow.volts if v is not None)
            if restored and lowest > 0.94 * network.nominal_volts:
                found.append(
                    Restoration(
                        closed=list(chosen),
                        restored_customers=restored,
                        lowest_volts=lowest,
                        losses_watts=flow.losses_watts,
                    )
                )
    found.sort(key=lambda r: (-r.restored_customers, len(r.closed), r.losses_watts))
    return found


@app.exception_handler(ValueError)
def unsolvable(_: Request, error: ValueError) -> JSONResponse:
    """A loop in the posted section, or a load that it cannot carry."""
    return JSONResponse({"detail": str(error)}, status_code=422)


@app.post("/trace/flow")
def trace_flow(network: Network) -> Flow:
    """Load flow with the switches as they are."""
    return load_flow(network, [branch.closed for branch in network.branches])


@app.post("/trace/fault/{branch}")
def trace_fault(branch: int, network: Network) -> list[int]:
    """Buses that a fault on a branch interrupts."""
    return interrupted(network, branch)


@app.post("/trace/restore/{branch}")
def trace_restore(branch: int, network: Network, most_switches: int = 2) -> list[Restoration]:
    """Ways to restore supply around a faulted branch."""
    return restorations(network, branch, min(most_switches, 3))[:20]
