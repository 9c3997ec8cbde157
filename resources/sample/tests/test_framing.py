# SPDX-License-Identifier: GPL-3.0-or-later
import pytest

from gridwatch.ingest.framing import (
    FLAG_DELTA,
    FrameBuffer,
    FrameError,
    crc16,
    decode_frame,
    encode_frame,
    unpack_registers,
)


def test_checksum_has_its_published_check_value():
    assert crc16(b"123456789") == 0x906E


@pytest.mark.parametrize("width", [1, 7, 12, 32])
def test_registers_survive_the_link(width):
    values = [n % (1 << width) for n in range(48)]
    assert decode_frame(encode_frame(1234, 7, values, width)).values == values


def test_deltas_are_signed_and_summed():
    payload = bytes([0x05, 0xFE, 0x03])
    assert unpack_registers(payload, 8, 3, signed=True, delta=True) == [5, 3, 6]


def test_large_meters_count_in_tens():
    assert decode_frame(encode_frame(600_000, 1, [3, 4], 8, FLAG_DELTA)).values == [30, 70]


def test_damage_is_noticed():
    raw = bytearray(encode_frame(1234, 7, [1, 2, 3], 16))
    raw[12] ^= 0x10
    with pytest.raises(FrameError, match="checksum"):
        decode_frame(bytes(raw))


def test_buffer_joins_chunks_and_skips_noise():
    first, second = encode_frame(1, 1, [1], 16), encode_frame(2, 1, [2], 16)
    buffer = FrameBuffer()
    assert buffer.feed(b"\x00\x01" + first + second[:4]) == [first]
    assert buffer.feed(second[4:]) == [second]
    assert buffer.statistics.skipped_bytes == 2
