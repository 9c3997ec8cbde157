# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Triples parsed, queried and serialized."""
import rdflib

ANALYZE = "rdflib"
PACKAGES = ["python3-rdflib", "python3-isodate", "python3-pyparsing", "python3-six"]


def work():
    graph = rdflib.Graph()
    text = "@prefix ex: <http://example.org/> .\n" + "".join(
        'ex:item%d a ex:Item ; ex:name "name %d"@en ; ex:size %d ; ex:next ex:item%d, [ ex:blank true ] .\n' % (i, i, i, i + 1)
        for i in range(150))
    graph.parse(data=text, format="turtle")
    ex = rdflib.Namespace("http://example.org/")
    for i in range(100):
        list(graph.triples((ex["item%d" % i], None, None)))
        graph.value(ex["item%d" % i], ex.name)
    list(graph.query('PREFIX ex: <http://example.org/> SELECT ?a ?n WHERE { ?a ex:name ?n ; ex:size ?s . FILTER(?s > 140) } ORDER BY ?n'))
    list(graph.query('PREFIX ex: <http://example.org/> SELECT ?b WHERE { ex:item3 ex:next+ ?b . OPTIONAL { ?b ex:size ?s } } LIMIT 5'))
    for kind in ("turtle", "xml", "nt"):
        out = graph.serialize(format=kind)
    rdflib.Graph().parse(data=out, format="nt")
    len(graph & graph)
