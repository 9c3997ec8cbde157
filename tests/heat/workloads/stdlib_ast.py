# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Source parsed, walked, written again, tokenized."""
import ast
import io
import symtable
import textwrap
import tokenize

ANALYZE = "stdlib"
PACKAGES = []


class Doubler(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node) if isinstance(node.value, int) else node


def work():
    with open(textwrap.__file__) as file:
        text = file.read()
    with open(tokenize.__file__) as file:
        more = file.read()
    for source in (text, more):
        tree = ast.fix_missing_locations(Doubler().visit(ast.parse(source)))
        again = ast.unparse(tree)
        ast.dump(tree, indent=1)
        list(ast.walk(tree))
        tokens = list(tokenize.generate_tokens(io.StringIO(again).readline))
        tokenize.untokenize(tokens)
        table = symtable.symtable(source, "x", "exec")
        for child in table.get_children():
            [(s.get_name(), s.is_local()) for s in child.get_symbols()]
