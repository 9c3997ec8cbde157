# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP interface of the operator portal."""
