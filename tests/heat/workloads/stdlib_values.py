# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values pickled, copied, printed and written as JSON, all in pure Python."""
import sys

sys.modules["_json"] = None
sys.modules["_pickle"] = None
import collections
import copy
import dataclasses
import enum
import ipaddress
import json
import pickle
import plistlib
import pprint

ANALYZE = "stdlib"
PACKAGES = []


class Colour(enum.Flag):
    RED = 1
    BLUE = 2


@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: float
    tags: list = dataclasses.field(default_factory=list)


def work():
    points = [Point(i, i * 0.5, ["t%d" % i, (i, None, True)]) for i in range(150)]
    pickle.loads(pickle.dumps(points, 2))
    pickle.loads(pickle.dumps({"colour": Colour.RED | Colour.BLUE, "chain": collections.ChainMap({1: 2}, {3: 4})}))
    again = copy.deepcopy(points)
    plain = [dataclasses.asdict(p) for p in again]
    pprint.pformat(plain[:60])
    text = json.dumps(plain, indent=1)
    json.loads(text)
    json.dumps({"é\n\"": plain})
    plistlib.loads(plistlib.dumps({"points": [{"x": p.x, "y": p.y} for p in points]}))
    plistlib.loads(plistlib.dumps({"points": [{"x": p.x, "y": p.y} for p in points]}, fmt=plistlib.FMT_BINARY))
    (sorted(points), points[0] == points[1], repr(points))
    collections.Counter("abracadabra" * 50).most_common(3)
    ordered = collections.OrderedDict((i, i) for i in range(300))
    for i in range(300):
        ordered.move_to_end(i)
        (Colour(i % 3), Colour.RED in Colour(3))
    for network in ipaddress.ip_network("10.0.0.0/20").subnets(new_prefix=26):
        (str(network), network.broadcast_address, list(network.hosts())[:5], network.is_private)
    ipaddress.ip_address("2001:db8::1").exploded
    list(ipaddress.summarize_address_range(ipaddress.ip_address("10.0.0.1"), ipaddress.ip_address("10.0.3.77")))
