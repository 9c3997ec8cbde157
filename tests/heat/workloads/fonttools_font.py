# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A font built, compiled, read and drawn."""
import io

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.bezierTools import splitCubicAtT
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ANALYZE = "fontTools"
PACKAGES = ["python3-fonttools"]


def glyph(i):
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for j in range(12):
        pen.lineTo((100 + i * j % 57, j * 30))
    pen.qCurveTo((50 + i, 300), (10, 200 + i % 40))
    pen.closePath()
    return pen.glyph()


def work():
    names = [".notdef"] + ["g%d" % i for i in range(150)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({65 + i: name for i, name in enumerate(names[1:])})
    builder.setupGlyf({name: glyph(i) for i, name in enumerate(names)})
    builder.setupHorizontalMetrics({name: (500 + i % 9, 10) for i, name in enumerate(names)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Test", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    memory = io.BytesIO()
    builder.save(memory)
    memory.seek(0)
    font = TTFont(memory)
    glyphs = font.getGlyphSet()
    for name in names:
        for pen in (BoundsPen(glyphs), AreaPen(glyphs), SVGPathPen(glyphs)):
            glyphs[name].draw(pen)
    font.saveXML(io.StringIO())
    subsetter = Subsetter(Options())
    subsetter.populate(unicodes=range(65, 100))
    subsetter.subset(font)
    font.save(io.BytesIO())
    for i in range(200):
        splitCubicAtT((0, 0), (10, 20 + i), (30, 20), (40, 0), 0.3, 0.7)
