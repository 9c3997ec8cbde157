# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Source turned into astroid trees and inferred."""
import astroid
import textwrap

ANALYZE = "astroid"
PACKAGES = ["python3-astroid", "python3-lazy-object-proxy", "python3-wrapt", "python3-typing-extensions"]


def work():
    with open(textwrap.__file__) as file:
        text = file.read()
    module = astroid.parse(text)
    module.as_string()
    code = '''
class Base:
    def make(self, n=3):
        return [self.one(i) for i in range(n)]
    def one(self, i):
        return {"value": i * 2}
class Child(Base):
    limit = 4
    def one(self, i):
        return super().one(i) if i < self.limit else None
c = Child()
result = c.make()
text = "a" + str(result) + "%s" % c.limit
number = (lambda x: x + 1)(3) if text else 2 ** 5
'''
    for i in range(12):
        tree = astroid.parse(code + "last = %d\n" % i)
        for node in tree.nodes_of_class((astroid.nodes.Name, astroid.nodes.Call, astroid.nodes.BinOp, astroid.nodes.Attribute)):
            try:
                list(node.infer())
            except astroid.InferenceError:
                pass
        [c.mro() for c in tree.nodes_of_class(astroid.nodes.ClassDef)]
    for node in module.nodes_of_class(astroid.nodes.Call):
        try:
            next(node.infer())
        except (astroid.InferenceError, StopIteration):
            pass
