# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Complexity of one function by Python's own ast: cognitive, and the rules of cc_radon and cc_c901.

Written after the text of the definitions (reference/metrics.md 2.2 and 2.3), not after the analyzer.
Imported by facts_oracle.py; whether the two rules are those of the tools themselves is what
compare_complexity.py asks.
"""
import ast

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LOOPS = (ast.For, ast.AsyncFor, ast.While)
MATCH = getattr(ast, "Match", ())
TRYSTAR = getattr(ast, "TryStar", ())
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def radon(function):
    """Decision points incl. boolean operators, comprehensions and ternaries; closures and classes apart."""
    total = 1
    stack = list(function.body)
    while stack:
        node = stack.pop()
        if isinstance(node, FUNCTIONS + (ast.ClassDef,)):
            continue
        if isinstance(node, ast.Assert):
            total += 1
            continue
        if isinstance(node, (ast.If, ast.IfExp)):
            total += 1
        elif isinstance(node, LOOPS):
            total += 1 + bool(node.orelse)
        elif isinstance(node, ast.Try):
            total += len(node.handlers) + bool(node.orelse)
        elif isinstance(node, ast.BoolOp):
            total += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            total += 1 + len(node.ifs)
        elif MATCH and isinstance(node, MATCH):
            catches = any(getattr(case.pattern, "pattern", False) is None for case in node.cases)
            total += len(node.cases) - catches
        stack.extend(ast.iter_child_nodes(node))
    return total


def irrefutable(pattern):
    if isinstance(pattern, ast.MatchAs):
        return pattern.pattern is None or irrefutable(pattern.pattern)
    return isinstance(pattern, ast.MatchOr) and any(irrefutable(each) for each in pattern.patterns)


def c901(function):
    """Statements only; closures and classes belong to the function they stand in."""
    return 1 + sum(c901_statement(each) for each in function.body)


def c901_statement(node):
    total = 0
    blocks = []
    if isinstance(node, (ast.If,) + LOOPS):
        total, blocks = 1, [node.body, node.orelse]
    elif isinstance(node, (ast.Try,) + ((TRYSTAR,) if TRYSTAR else ())):
        total = len(node.handlers) + bool(node.orelse)
        blocks = [node.body, node.orelse, node.finalbody] + [each.body for each in node.handlers]
    elif isinstance(node, (ast.With, ast.AsyncWith, ast.ClassDef)):
        blocks = [node.body]
    elif isinstance(node, FUNCTIONS):
        total, blocks = 1, [node.body]
    elif MATCH and isinstance(node, MATCH):
        last = node.cases[-1]
        total = len(node.cases) - (last.guard is None and irrefutable(last.pattern))
        blocks = [case.body for case in node.cases]
    return total + sum(c901_statement(each) for block in blocks for each in block)


class Cognitive:
    """Appendix B, each function for itself: what stands in a nested function counts there, one level deeper."""

    def __init__(self, tree, rows):
        self.rows = rows  # source lines as bytes: ast columns are bytes
        self.total = {}  # function node (or None for the module's own code) -> complexity
        self.total[None] = 0
        self.statements(tree.body, None, None, 0)

    def statements(self, body, function, owner, level):
        for each in body:
            self.visit(each, function, owner, level)

    def add(self, function, amount):
        self.total[function] += amount

    def visit(self, node, function, owner, level):
        """`owner`: the class whose body we stand in, None in a function's own code."""
        if isinstance(node, FUNCTIONS):
            for each in node.decorator_list + node.args.defaults + [d for d in node.args.kw_defaults if d]:
                self.visit(each, function, owner, level)
            inner = 0
            if function is not None and owner is None:
                others = [each for each in function.body if each is not node]
                wraps = all(isinstance(each, ast.Return) and isinstance(each.value, ast.Name) for each in others)
                inner = level if wraps else level + 1
            self.total[node] = int(self.recursive(node, owner))
            self.statements(node.body, node, None, inner)
        elif isinstance(node, ast.ClassDef):
            for each in node.decorator_list + node.bases + [k.value for k in node.keywords]:
                self.visit(each, function, owner, level)
            self.statements(node.body, function, node, 0)
        elif isinstance(node, ast.If):
            self.add(function, 1 + level)
            self.alternatives(node, function, owner, level)
        elif isinstance(node, LOOPS):
            self.add(function, 1 + level)
            for each in ([node.test] if isinstance(node, ast.While) else [node.target, node.iter]):
                self.visit(each, function, owner, level)
            self.statements(node.body, function, owner, level + 1)
            self.orelse(node.orelse, function, owner, level)
        elif isinstance(node, (ast.Try,) + ((TRYSTAR,) if TRYSTAR else ())):
            self.statements(node.body, function, owner, level)
            for handler in node.handlers:
                self.add(function, 1 + level)
                if handler.type:
                    self.visit(handler.type, function, owner, level)
                self.statements(handler.body, function, owner, level + 1)
            self.orelse(node.orelse, function, owner, level)
            self.statements(node.finalbody, function, owner, level)
        elif MATCH and isinstance(node, MATCH):
            self.add(function, 1 + level)
            self.visit(node.subject, function, owner, level)
            for case in node.cases:
                if case.guard:
                    self.visit(case.guard, function, owner, level)
                self.statements(case.body, function, owner, level + 1)
        elif isinstance(node, (ast.IfExp, ast.Lambda)):
            if isinstance(node, ast.IfExp):
                self.add(function, 1 + level)
            self.children(node, function, owner, level + 1)
        elif isinstance(node, ast.BoolOp):
            operators = []
            self.flatten(node, operators, function, owner, level)
            self.add(function, sum(at == 0 or operators[at - 1] != each for at, each in enumerate(operators)))
        elif isinstance(node, (ast.AnnAssign, ast.arg)):
            for name, value in ast.iter_fields(node):
                if name != "annotation" and isinstance(value, ast.AST):
                    self.visit(value, function, owner, level)
        else:
            self.children(node, function, owner, level)

    def children(self, node, function, owner, level):
        for each in ast.iter_child_nodes(node):
            self.visit(each, function, owner, level)

    def alternatives(self, node, function, owner, level):
        """An if after its own cost: elif and else cost 1 and no nesting."""
        self.visit(node.test, function, owner, level)
        self.statements(node.body, function, owner, level + 1)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If) and self.is_elif(node.orelse[0]):
            self.add(function, 1)
            self.alternatives(node.orelse[0], function, owner, level)
        else:
            self.orelse(node.orelse, function, owner, level)

    def orelse(self, body, function, owner, level):
        if body:
            self.add(function, 1)
            self.statements(body, function, owner, level + 1)

    def is_elif(self, node):
        return self.rows[node.lineno - 1][node.col_offset:].startswith(b"elif")

    def flatten(self, node, operators, function, owner, level):
        """The operators left to right; a parenthesis begins a sequence of its own."""
        for at, value in enumerate(node.values):
            if at > 0:
                operators.append(type(node.op))
            if isinstance(value, ast.BoolOp) and not self.parenthesized(value, node, at):
                self.flatten(value, operators, function, owner, level)
            else:
                self.visit(value, function, owner, level)

    def parenthesized(self, value, around, at):
        if isinstance(value.op, ast.Or) or isinstance(around.op, type(value.op)):
            return True  # else it would not be a node of its own
        if at == 0:
            return (value.lineno, value.col_offset) != (around.lineno, around.col_offset)
        row, column = value.lineno - 1, value.col_offset
        while True:
            before = self.rows[row][:column].rstrip(b" \t\f\\\r\n")
            comment = row != value.lineno - 1 and b"#" in before
            if before and not comment:
                return before.endswith(b"(")
            row -= 1
            column = len(self.rows[row]) if row != value.lineno - 1 else column

    @staticmethod
    def recursive(node, owner):
        """Calls itself by its own name: f() for a function, self.f() or cls.f() for a method."""
        stack = list(node.body)
        while stack:
            each = stack.pop()
            if isinstance(each, FUNCTIONS):
                stack.extend(each.decorator_list + each.args.defaults + [d for d in each.args.kw_defaults if d])
                continue
            if isinstance(each, ast.Call):
                called = each.func
                if owner is None and isinstance(called, ast.Name) and called.id == node.name:
                    return True
                if owner is not None and isinstance(called, ast.Attribute) and called.attr == node.name \
                        and isinstance(called.value, ast.Name) and called.value.id in ("self", "cls"):
                    return True
            if isinstance(each, ast.AnnAssign):
                stack.extend(x for x in (each.target, each.value) if x)
                continue
            stack.extend(ast.iter_child_nodes(each))
        return False
