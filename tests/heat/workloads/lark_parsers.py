# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Grammars compiled and used by two kinds of parsers."""
import lark

ANALYZE = "lark"
PACKAGES = ["python3-lark"]

GRAMMAR = r'''
start: statement+
statement: NAME "=" sum ";" -> assign
?sum: product | sum "+" product -> add | sum "-" product -> sub
?product: atom | product "*" atom -> mul
?atom: NUMBER -> number | "-" atom -> neg | NAME -> var | "(" sum ")" | "[" [sum ("," sum)*] "]" -> list
COMMENT: "#" /[^\n]/*
%import common.CNAME -> NAME
%import common.NUMBER
%import common.WS
%ignore WS
%ignore COMMENT
'''


class Calculate(lark.Transformer):
    def number(self, items):
        return float(items[0])

    def add(self, items):
        return ("add", *items)


def work():
    text = "a = 1 + 2 * (b - -3); # comment\nlist = [1, x, 2 * y];\n"
    fast = lark.Lark(GRAMMAR, parser="lalr", propagate_positions=True)
    tree = fast.parse(text * 60)
    Calculate().transform(tree)
    tree.pretty()
    list(tree.find_data("add"))
    for lexer in ("basic", "dynamic"):
        lark.Lark(GRAMMAR, parser="earley", lexer=lexer).parse(text * 3)
    lark.Lark(GRAMMAR.replace("%ignore COMMENT", ""), parser="cyk").parse("a = 1 + 2 * b;")
