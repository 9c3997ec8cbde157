# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""An expression grammar and a configuration grammar."""
import pyparsing as pp

ANALYZE = "pyparsing"
PACKAGES = ["python3-pyparsing"]


def work():
    number = pp.pyparsing_common.number()
    name = pp.Word(pp.alphas, pp.alphanums + "_")
    expression = pp.Forward()
    call = pp.Group(name("name") + pp.Suppress("(") + pp.Optional(pp.delimitedList(expression)) + pp.Suppress(")"))
    operand = call | number | name | pp.QuotedString('"')
    expression <<= pp.infixNotation(operand, [("-", 1, pp.opAssoc.RIGHT), (pp.oneOf("* /"), 2, pp.opAssoc.LEFT),
                                             (pp.oneOf("+ -"), 2, pp.opAssoc.LEFT), (pp.oneOf("< > =="), 2, pp.opAssoc.LEFT)])
    statement = pp.Group(name + pp.Suppress("=") + expression + pp.Suppress(";")).setParseAction(lambda t: t[0])
    program = pp.OneOrMore(statement).ignore(pp.pythonStyleComment)
    program.parseString("a = f(1, g(x), -2.5) * (3 + b) < 4; # comment\nb = \"text\" + a / 3;\n" * 4, parseAll=True)
    section = pp.Suppress("[") + pp.Word(pp.alphas)("section") + pp.Suppress("]")
    entry = pp.Dict(pp.ZeroOrMore(pp.Group(pp.Word(pp.alphas) + pp.Suppress("=") + pp.restOfLine)))
    for i in range(40):
        (section + entry).parseString("[main]\nname = value\nother = 3\n" + "key = x\n" * 10).asDict()
    list(number.scanString("1 and 2 and 3.5 and 4e3 " * 40))
