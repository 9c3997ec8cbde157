# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""TOML read, changed in place and written."""
import tomlkit

ANALYZE = "tomlkit"
PACKAGES = ["python3-tomlkit"]


def work():
    text = "# comment\ntitle = \"x\"\n" + "".join(
        "[section%d]\nname = 'n%d' # note\nvalues = [1, 2, 3,\n  4]\nwhen = 2020-01-02T03:04:05Z\nnumber = 1_000.5\ninline = {a = 1, b = \"c\"}\ndotted.key.here = true\ntext = \"\"\"multi\nline\\u00e9\"\"\"\n\n[[section%d.items]]\nq = 0x1F\n\n" % (i, i, i)
        for i in range(25))
    document = tomlkit.parse(text)
    for name in list(document):
        table = document[name]
        if isinstance(table, dict):
            table["name"] = "changed"
            table["values"].append(5)
            table.add("new", tomlkit.array([1, 2]))
            table.remove("number")
            table.unwrap()
    tomlkit.dumps(document)
    made = tomlkit.document()
    for i in range(40):
        made.add("t%d" % i, tomlkit.table().add("a", i).add(tomlkit.comment("c")))
    made.as_string()
