# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Old source refactored."""
import warnings

warnings.simplefilter("ignore")
import lib2to3.refactor

ANALYZE = "stdlib"
PACKAGES = ["python3-lib2to3"]


def work():
    source = '''
import urllib, StringIO
class Old:
    def method(self, (a, b), c):
        print "value", a, `b`
        for k, v in c.iteritems():
            if c.has_key(k) and v <> 3:
                raise ValueError, "no"
        try:
            exec "x = 1" in {}
        except KeyError, e:
            print >>out, unicode(e), map(lambda x: x + 1L, range(10))
        return filter(None, [x for x in 1, 2, 3])
''' * 12
    fixers = lib2to3.refactor.get_fixers_from_package("lib2to3.fixes")
    lib2to3.refactor.RefactoringTool(fixers).refactor_string(source, "old.py")
