# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF with paragraphs and tables."""
import io

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

ANALYZE = "reportlab"
PACKAGES = ["python3-reportlab", "python3-pil"]


def work():
    styles = getSampleStyleSheet()
    story = []
    for i in range(25):
        story.append(Paragraph("Heading %d" % i, styles["Heading1"]))
        story.append(Paragraph("Some <b>bold</b> and <i>italic</i> text that is <font color='red'>long</font>. " * 15, styles["Normal"]))
        table = Table([["a", "b", Paragraph("cell", styles["Normal"])]] + [[j, j * 2, "x" * j] for j in range(12)])
        table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)), ("ALIGN", (0, 0), (0, -1), "RIGHT")])
        story += [Spacer(1, 12), table]
    story.append(PageBreak())
    SimpleDocTemplate(io.BytesIO(), pagesize=A4).build(story)
