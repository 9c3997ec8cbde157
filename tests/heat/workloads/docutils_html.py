# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A long document in reStructuredText published as HTML and as a manual page."""
import docutils.core
import pathlib

ANALYZE = "docutils"
PACKAGES = ["python3-docutils", "python3-roman"]

SECTION = '''
Section {0}
===========

Some *emphasis*, **strong text**, ``literal`` and a `link <http://example.org/{0}>`_, see note [{1}]_.

- one
- two

  1. nested
  2. list

====  =====
a     b
====  =====
1     two
====  =====

.. note:: Careful with |sub{0}| here.
.. |sub{0}| replace:: substitution

:field: value of the field

.. [{1}] The footnote.

Term
    Definition of it::

        literal block
'''


def work():
    text = "Title\n#####\n" + "".join(SECTION.format(i, i + 1) for i in range(20))
    pathlib.Path("template.txt").write_text("%(head)s%(body)s")
    settings = {"report_level": 5, "template": "template.txt", "embed_stylesheet": False, "stylesheet_path": "none.css"}
    for writer in ("html5", "manpage", "pseudoxml"):
        docutils.core.publish_string(text, writer_name=writer, settings_overrides=settings)
