# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""YAML loaded and dumped in pure Python."""
import yaml

ANALYZE = "yaml"
PACKAGES = ["python3-yaml"]


def work():
    data = [{"name": "item %d" % i, "values": [i, i * 0.5, None, True], "text": "two\nlines\n", "nested": {"a": {"b": ["c"]}},
             "quoted": "needs: 'quotes' #", "date": "2020-01-01"} for i in range(40)]
    shared = data[0]
    data.append(shared)
    text = yaml.dump(data)
    assert yaml.safe_load(text)[3] == data[3]
    yaml.safe_dump(data, default_flow_style=True, width=40)
    block = "- &anchor {a: 1, b: [x, 'y', \"z\\n\"]}\n- *anchor\n- |\n  literal\n  text\n- >-\n  folded\n  text\n- !!str 12\n- ? key\n  : 0x1F\n- 2020-01-02T03:04:05Z\n- <<: {q: 1}\n"
    for _ in range(15):
        yaml.safe_load(block)
        list(yaml.scan(block))
