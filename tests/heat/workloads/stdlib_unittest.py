# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A test suite with subtests, mocks and failures, and logging."""
import io
import logging
import unittest
import unittest.mock

ANALYZE = "stdlib"
PACKAGES = []


class Sample(unittest.TestCase):
    def setUp(self):
        self.data = list(range(10))

    def test_lists(self):
        self.assertEqual(self.data, list(range(10)))
        self.assertListEqual([1, 2], [1, 2])
        self.assertDictEqual({1: 2}, {1: 2})
        with self.assertRaises(KeyError):
            {}["x"]

    def test_subtests(self):
        for i in range(10):
            with self.subTest(i=i):
                self.assertLess(i, 9)

    def test_mocks(self):
        mock = unittest.mock.MagicMock()
        mock.thing.call(3, key=4)
        mock.thing.call.assert_called_with(3, key=4)
        len(mock)
        with unittest.mock.patch("io.StringIO") as patched:
            patched.return_value.read.return_value = "x"
            self.assertEqual(io.StringIO().read(), "x")

    def test_failure(self):
        self.assertEqual({"a": [1, 2, 3]}, {"a": [1, 2, 4]})


def work():
    logger = logging.getLogger("a.b.c")
    logger.setLevel(logging.DEBUG)
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    for i in range(500):
        logger.debug("message %d of %s", i, "some")
    logger.error("bad", exc_info=ValueError("x"))
    for _ in range(25):
        suite = unittest.defaultTestLoader.loadTestsFromTestCase(Sample)
        unittest.TextTestRunner(stream=io.StringIO(), verbosity=2).run(suite)
