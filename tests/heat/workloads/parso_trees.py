# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Python parsed with recovery, changed and checked."""
import parso
import textwrap

ANALYZE = "parso"
PACKAGES = ["python3-parso"]


def walk(node, seen):
    seen.append(node.start_pos)
    for child in getattr(node, "children", ()):
        walk(child, seen)


def work():
    with open(textwrap.__file__) as file:
        text = file.read()
    grammar = parso.load_grammar(version="3.9")
    tree = grammar.parse(text)
    walk(tree, [])
    tree.get_code()
    tree.get_used_names()
    broken = text.replace("):", ")", 5)
    list(grammar.iter_errors(grammar.parse(broken)))
    for name in ("x", "y"):
        grammar.parse(text + "\n%s = 1\n" % name, diff_cache=True, cache=True, path="/nowhere.py")
    leaf = tree.get_first_leaf()
    while leaf is not None:
        leaf = leaf.get_next_leaf()
    for scope in tree.iter_funcdefs():
        (list(scope.iter_return_stmts()), scope.get_params())
