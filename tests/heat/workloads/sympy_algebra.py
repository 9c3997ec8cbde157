# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Symbolic algebra: expansion, differentiation, factors, equations."""
import sympy

ANALYZE = "sympy"
PACKAGES = ["python3-sympy", "python3-mpmath"]


def work():
    x, y, z = sympy.symbols("x y z")
    sympy.expand((x + y + z) ** 7)
    sympy.factor(x ** 6 - y ** 6)
    sympy.simplify(sympy.sin(x) ** 2 + sympy.cos(x) ** 2 + (x ** 2 - 1) / (x - 1))
    sympy.diff(sympy.exp(x * y) * sympy.sin(x) ** 3, x, 2)
    sympy.integrate(x ** 3 * sympy.exp(x), x)
    sympy.solve([x + y - 3, x * y - 2], [x, y])
    sympy.series(sympy.cos(x) * sympy.exp(x), x, 0, 6)
    matrix = sympy.Matrix(4, 4, lambda i, j: x ** i + j)
    matrix.det()
    str(sympy.sqrt(2).evalf(50))
    sympy.latex(sympy.Sum(1 / x ** 2, (x, 1, 10)).doit())
