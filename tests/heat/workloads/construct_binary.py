# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Binary formats parsed and built."""
import construct as c

ANALYZE = "construct"
PACKAGES = ["python3-construct"]


def work():
    entry = c.Struct(
        "kind" / c.Enum(c.Byte, one=1, two=2), "size" / c.Int16ul, "flags" / c.FlagsEnum(c.Byte, a=1, b=2),
        "name" / c.PascalString(c.VarInt, "utf8"), "body" / c.Switch(lambda t: int(t.kind), {1: c.Int32ub, 2: c.Float64l}, default=c.Pass),
        "rest" / c.If(c.this.size > 10, c.Array(3, c.Int8ub)), c.Padding(2), "bits" / c.BitStruct("x" / c.BitsInteger(5), "y" / c.BitsInteger(3)))
    table = c.Struct("magic" / c.Const(b"TAB1"), "count" / c.Rebuild(c.Int32ub, c.len_(c.this.entries)), "entries" / c.Array(c.this.count, entry),
                     "end" / c.Tell, "tail" / c.Optional(c.CString("ascii")), "sum" / c.Computed(lambda t: t.count * 2))
    data = {"entries": [{"kind": 1 + i % 2, "size": i, "flags": {"a": True, "b": False}, "name": "n%d" % i, "body": i, "rest": [1, 2, 3],
                         "bits": {"x": i % 32, "y": i % 8}} for i in range(120)], "tail": "text"}
    for _ in range(4):
        raw = table.build(data)
        parsed = table.parse(raw)
        (str(parsed.entries[0]), parsed == table.parse(raw), dict(parsed.entries[1]))
    lazy = c.LazyStruct("a" / c.Int8ub, "b" / c.Prefixed(c.Int8ub, c.GreedyBytes))
    lazy.parse(b"\x01\x03abc").b
    c.GreedyRange(c.Select(c.Const(b"ab"), c.Const(b"c"))).parse(b"abcabc" * 30)
    c.Struct("p" / c.Pointer(4, c.Int8ub), "r" / c.RepeatUntil(lambda x, l, t: x == 0, c.Byte)).parse(b"\x01\x02\x03\x00\x05")
