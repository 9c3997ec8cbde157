# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents indexed and searched in memory."""
import whoosh.fields
import whoosh.filedb.filestore
import whoosh.highlight
import whoosh.qparser

ANALYZE = "whoosh"
PACKAGES = ["python3-whoosh"]


def work():
    schema = whoosh.fields.Schema(title=whoosh.fields.ID(stored=True), body=whoosh.fields.TEXT(stored=True), n=whoosh.fields.NUMERIC)
    index = whoosh.filedb.filestore.RamStorage().create_index(schema)
    writer = index.writer()
    words = "alpha beta gamma delta running houses quickly nation general formal".split()
    for i in range(120):
        writer.add_document(title="doc%d" % i, body=" ".join(words[(i * j) % 10] for j in range(30)), n=i)
    writer.commit()
    with index.searcher() as searcher:
        parser = whoosh.qparser.QueryParser("body", schema)
        for text in ("alpha AND beta", "gam* OR \"delta running\"", "NOT general", "n:[3 TO 20] formal~1", "(house nation)^2"):
            results = searcher.search(parser.parse(text), limit=10)
            [hit.highlights("body") for hit in results]
