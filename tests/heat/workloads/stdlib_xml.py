# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""XML in pure Python: minidom, ElementTree, SAX."""
import sys

sys.modules["_elementtree"] = None
import io
import xml.dom.minidom
import xml.dom.pulldom
import xml.etree.ElementTree as ET
import xml.sax.handler
import xml.sax.saxutils
import xmlrpc.client

ANALYZE = "stdlib"
PACKAGES = []


def work():
    text = "<list xmlns:p='urn:p'>" + "".join(
        "<p:item id='%d' kind='a &amp; b'><name>name %d</name><empty/></p:item>" % (i, i) for i in range(500)) + "</list>"
    document = xml.dom.minidom.parseString(text)
    for node in document.getElementsByTagName("name"):
        node.setAttribute("seen", "1")
        node.parentNode.appendChild(document.createTextNode("more"))
    document.toprettyxml()
    tree = ET.fromstring(text)
    for element in tree.iter():
        element.set("x", "y")
    (tree.findall(".//name"), tree.findall("{urn:p}item/name"), list(tree.itertext()))
    ET.indent(tree)
    ET.tostring(tree)
    generator = xml.sax.saxutils.XMLGenerator(io.StringIO())
    xml.sax.parseString(text.encode(), generator)
    for event, node in xml.dom.pulldom.parseString(text):
        if event == xml.dom.pulldom.START_ELEMENT and node.tagName == "name":
            break
    packed = xmlrpc.client.dumps(([{"a": i, "b": [i, str(i), float(i), None]} for i in range(100)],), allow_none=True)
    xmlrpc.client.loads(packed)
