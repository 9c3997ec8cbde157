# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Properties tested on generated examples."""
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

ANALYZE = "hypothesis"
PACKAGES = ["python3-hypothesis", "python3-attr", "python3-sortedcontainers"]


@settings(max_examples=80, database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate, Phase.shrink])
@given(st.lists(st.integers(-100, 100)), st.text(max_size=10), st.dictionaries(st.integers(0, 9), st.floats(allow_nan=False)))
def passes(numbers, text, table):
    assert sorted(sorted(numbers)) == sorted(numbers)


@settings(max_examples=200, database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate, Phase.shrink], print_blob=False)
@given(st.lists(st.integers().map(abs).filter(lambda n: n % 3), min_size=1), st.one_of(st.none(), st.tuples(st.booleans(), st.sampled_from("abc"))))
def fails(numbers, other):
    assert sum(numbers) < 1000


def work():
    passes()
    try:
        fails()
    except AssertionError:
        pass
