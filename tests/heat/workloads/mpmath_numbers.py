# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Arbitrary-precision functions, quadrature, matrices."""
import mpmath

ANALYZE = "mpmath"
PACKAGES = ["python3-mpmath"]


def work():
    mpmath.mp.dps = 40
    for i in range(1, 40):
        x = mpmath.mpf(i) / 7
        (mpmath.sin(x), mpmath.exp(x), mpmath.log(x), mpmath.gamma(x), mpmath.sqrt(x), mpmath.atan(x), mpmath.cosh(x))
        (str(x), mpmath.mpc(x, 1) ** 2, mpmath.floor(x), x < 3, hash(x))
    mpmath.quad(lambda t: mpmath.exp(-t * t), [0, 2])
    mpmath.findroot(lambda t: mpmath.cos(t) - t, 1)
    mpmath.zeta(3)
    mpmath.besselj(2, 3.5)
    mpmath.hyp2f1(1, 2, 3, 0.3)
    matrix = mpmath.matrix(6, 6)
    for i in range(6):
        for j in range(6):
            matrix[i, j] = mpmath.mpf(1) / (i + j + 1)
    mpmath.lu_solve(matrix, mpmath.matrix([1] * 6))
    mpmath.det(matrix)
    mpmath.eigsy(matrix)
    mpmath.diff(mpmath.sin, 1, 3)
    mpmath.taylor(mpmath.exp, 0, 8)
    mpmath.nsum(lambda n: 1 / n ** 2, [1, mpmath.inf])
    mpmath.polyroots([1, -6, 11, -6])
    mpmath.iv.mpf([1, 2]) * mpmath.iv.mpf([3, 4])
