# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A drawing made, measured, written and read."""
import io

import ezdxf
import ezdxf.math
from ezdxf.math import Matrix44, Vec3

ANALYZE = "ezdxf"
PACKAGES = ["python3-ezdxf", "python3-pyparsing", "python3-typing-extensions"]


def work():
    drawing = ezdxf.new("R2010", setup=True)
    space = drawing.modelspace()
    block = drawing.blocks.new("B")
    block.add_circle((0, 0), 2)
    for i in range(60):
        space.add_line((i, 0), (i, 10), dxfattribs={"layer": "L%d" % (i % 4)})
        space.add_lwpolyline([(j, (i * j) % 7, 0, 0, 0.1) for j in range(10)], close=True)
        space.add_text("text %d" % i, dxfattribs={"height": 2})
        space.add_blockref("B", (i, i), dxfattribs={"xscale": 2})
        space.add_spline([(0, 0), (1, i), (3, 2), (4, 0)])
        space.add_hatch(color=2).paths.add_polyline_path([(0, 0), (i + 1, 0), (1, 1)], is_closed=True)
    out = io.StringIO()
    drawing.write(out)
    out.seek(0)
    again = ezdxf.read(out)
    len(again.modelspace().query("LINE[layer=='L1']"))
    again.audit()
    spline = ezdxf.math.BSpline([(0, 0), (1, 3), (3, 2), (4, 0), (6, 3)])
    list(spline.approximate(60))
    bezier = ezdxf.math.Bezier4P([(0, 0), (1, 3), (3, 2), (4, 0)])
    list(bezier.flattening(0.001))
    move = Matrix44.chain(Matrix44.translate(1, 2, 3), Matrix44.z_rotate(0.3), Matrix44.scale(2))
    for i in range(300):
        vector = Vec3(i, 2, 3)
        (vector.normalize(), vector.cross(Vec3(1, 0, 0)), move.transform(vector), vector.lerp((0, 0, 0), 0.3), vector.angle_deg)
    ezdxf.math.convex_hull_2d([(i * 7 % 13, i * 5 % 11) for i in range(60)])
    for entity in list(space)[:100]:
        entity.copy().transform(move) if hasattr(entity, "transform") else None
