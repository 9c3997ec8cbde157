# SPDX-License-Identifier: GPL-3.0-or-later
"""Customer accounts and their statements."""
