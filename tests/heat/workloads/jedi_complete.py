# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Completions, definitions and references."""
import jedi

ANALYZE = "jedi"
PACKAGES = ["python3-jedi", "python3-parso"]

TEXT = '''
class Base:
    def __init__(self, size):
        self.size = size
    def grow(self, by: int = 1) -> "Base":
        return Base(self.size + by)
class Child(Base):
    @property
    def name(self):
        return "x" * self.size
def make(kind, *args, **kwargs):
    result = [kind(a, **kwargs) for a in args]
    return result[0]
thing = make(Child, 3)
other = thing.grow(2)
value = {"a": other, "b": [1, 2]}["a"]
for item in [thing, other]:
    item.
'''


def work():
    for i in range(3):
        script = jedi.Script(TEXT + "# %d\n" % i)
        script.complete(18, 9)
        script.infer(17, 13)
        script.goto(14, 9)
        script.get_references(2, 8)
        script.get_names(all_scopes=True)
        script.get_signatures(14, 13)
        script.help(9, 10)
