# SPDX-License-Identifier: GPL-3.0-or-later
"""Frames of the meter link: flag, header, packed register values, checksum.

    7E | version 1 | length 2 | meter 4 | sequence 2 | flags 1 | width 1 | count 2 | payload | crc 2

All numbers are big endian. `length` counts everything between itself and the checksum. The payload
holds `count` values of `width` bits each without any padding between them.
"""

import struct
from dataclasses import dataclass, field

START = 0x7E
SUPPORTED_VERSIONS = (2, 3)
PREFIX = struct.Struct(">BBH")
HEADER = struct.Struct(">IHBBH")
TRAILER = struct.Struct(">H")
MOST_BYTES = 4096

FLAG_SIGNED = 0x01
FLAG_DELTA = 0x02
FLAG_LAST_GASP = 0x80

#: Serial ranges of the vendors; the second of them counts in tens of watt hours.
VENDOR_SCALES = {range(0, 500_000): 1, range(500_000, 900_000): 10}


class FrameError(ValueError):
    """A frame that cannot be used, with a reason that ends up in the link statistics."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


@dataclass(frozen=True)
class Frame:
    """A decoded frame; the values are watt hours per half hour."""

    meter_id: int
    sequence: int
    flags: int
    values: list[int]

    @property
    def last_gasp(self) -> bool:
        return bool(self.flags & FLAG_LAST_GASP)

    @property
    def suspicious(self) -> list[int]:
        return spikes(self.values)

    @property
    def serial(self) -> str:
        """The number as it is printed on the meter."""
        return f"{self.meter_id:08d}-{check_digit(self.meter_id)}"


@dataclass
class LinkStatistics:
    """Counters of one connection, logged when it closes."""

    frames: int = 0
    skipped_bytes: int = 0
    rejected: dict[str, int] = field(default_factory=dict)

    def reject(self, error: FrameError) -> None:
        self.rejected[error.reason] = self.rejected.get(error.reason, 0) + 1

    def summary(self) -> str:
        reasons = ", ".join(f"{count} x {name}" for name, count in sorted(self.rejected.items()))
        return f"{self.frames} frames, {self.skipped_bytes} bytes skipped, rejected: {reasons or 0}"


def crc16(data: bytes) -> int:
    """Checksum of the link (CRC-16/X-25)."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            if crc & 1:
                crc = (crc >> 1) ^ 0x8408
            else:
                crc >>= 1
    return crc ^ 0xFFFF


def check_digit(meter_id: int) -> int:
    """Last digit of a printed serial number, by Luhn's rule."""
    total = 0
    doubled = True
    while meter_id:
        digit = meter_id % 10
        if doubled:
            digit = digit * 2 - 9 * (digit > 4)
        total += digit
        doubled = not doubled
        meter_id //= 10
    return -total % 10


def spikes(values: list[int]) -> list[int]:
    """Half hours that stick out from both of their neighbours by more than these hold together."""
    found: list[int] = []
    for at in range(1, len(values) - 1):
        before, here, after = values[at - 1], values[at], values[at + 1]
        if abs(2 * here - before - after) > 2 * (before + after):
            found.append(at)
    return found


def unpack_registers(
    payload: bytes, width: int, count: int, signed: bool = False, delta: bool = False
) -> list[int]:
    """Read `count` values of `width` bits; deltas are summed up."""
    values: list[int] = []
    window = 0
    available = 0
    position = 0
    mask = (1 << width) - 1
    sign = 1 << (width - 1)
    running = 0
    while len(values) < count:
        while available < width:
            window = (window << 8) | payload[position]
            position += 1
            available += 8
        available -= width
        value = (window >> available) & mask
        window &= (1 << available) - 1
        if signed and value & sign:
            value -= 1 << width
        if delta:
            running += value
            value = running
        values.append(value)
    return values


def vendor_scale(meter_id: int) -> int:
    """Watt hours per count of this meter."""
    for serials, scale in VENDOR_SCALES.items():
        if meter_id in serials:
            return scale
    return 1


def decode_frame(raw: bytes) -> Frame:
    """Check and decode one complete frame."""
    start, version, length = PREFIX.unpack_from(raw)
    if start != START or len(raw) != PREFIX.size + length + TRAILER.size:
        raise FrameError("length", f"{len(raw)} bytes, {length} announced")
    if version not in SUPPORTED_VERSIONS:
        raise FrameError("version", str(version))
    (expected,) = TRAILER.unpack_from(raw, len(raw) - TRAILER.size)
    if crc16(raw[1 : -TRAILER.size]) != expected:
        raise FrameError("checksum")
    meter_id, sequence, flags, width, count = HEADER.unpack_from(raw, PREFIX.size)
    payload = raw[PREFIX.size + HEADER.size : -TRAILER.size]
    if not 1 <= width <= 32 or (width * count + 7) // 8 != len(payload):
        raise FrameError("payload", f"{count} values of {width} bits in {len(payload)} bytes")
    values = unpack_registers(
        payload, width, count, bool(flags & FLAG_SIGNED), bool(flags & FLAG_DELTA)
    )
    scale = vendor_scale(meter_id)
    if scale != 1:
        values = [value * scale for value in values]
    return Frame(meter_id, sequence, flags, values)


def encode_frame(
    meter_id: int, sequence: int, values: list[int], width: int, flags: int = 0
) -> bytes:
    """Build a frame, for the simulator and for the tests."""
    body = HEADER.pack(meter_id, sequence, flags, width, len(values))
    bits = 0
    for value in values:
        bits = (bits << width) | (value & ((1 << width) - 1))
    padding = -len(values) * width % 8
    body += (bits << padding).to_bytes((len(values) * width + padding) // 8, "big")
    raw = PREFIX.pack(START, SUPPORTED_VERSIONS[-1], len(body)) + body
    return raw + TRAILER.pack(crc16(raw[1:]))


class FrameBuffer:
    """Cuts the byte stream of one connection into frames."""

    def __init__(self) -> None:
        self.statistics = LinkStatistics()
        self._pending = bytearray()

    def feed(self, chunk: bytes) -> list[bytes]:
        """Add what was received; return the frames that are complete now."""
        self._pending += chunk
        complete: list[bytes] = []
        while True:
            start = self._pending.find(START)
            if start < 0:
                start = len(self._pending)
            if start:
                self.statistics.skipped_bytes += start
                del self._pending[:start]
            if len(self._pending) < PREFIX.size:
                return complete
            _, _, length = PREFIX.unpack_from(self._pending)
            size = PREFIX.size + length + TRAILER.size
            if size > MOST_BYTES:
                self.statistics.skipped_bytes += 1
                del self._pending[:1]
                continue
            if len(self._pending) < size:
                return complete
            complete.append(bytes(self._pending[:size]))
            del self._pending[:size]
