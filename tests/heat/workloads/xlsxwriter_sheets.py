# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook with formats, formulas and charts written."""
import io

import xlsxwriter

ANALYZE = "xlsxwriter"
PACKAGES = ["python3-xlsxwriter"]


def work():
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True})
    bold = book.add_format({"bold": True, "num_format": "0.00", "border": 1})
    for number in range(2):
        sheet = book.add_worksheet()
        sheet.set_column("A:D", 20, bold)
        sheet.freeze_panes(1, 0)
        for row in range(300):
            sheet.write(row, 0, row)
            sheet.write(row, 1, "text %d" % (row % 40), bold)
            sheet.write_formula(row, 2, "=A%d*2" % (row + 1))
            sheet.write_row(row, 3, [row * 0.5, True, "http://example.org/%d" % row, None])
        sheet.merge_range("H1:J2", "merged", bold)
        sheet.conditional_format("A1:A50", {"type": "cell", "criteria": ">", "value": 10, "format": bold})
        sheet.data_validation("B1", {"validate": "list", "source": ["a", "b"]})
        sheet.autofilter("A1:D30")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Sheet1!$A$1:$A$50", "marker": {"type": "diamond"}})
        chart.set_title({"name": "Title"})
        sheet.insert_chart("L3", chart)
    book.close()
