# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook written and read again."""
import io

import openpyxl
import openpyxl.chart
from openpyxl.formatting.rule import CellIsRule
from openpyxl.formula import Tokenizer
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

ANALYZE = "openpyxl"
PACKAGES = ["python3-openpyxl", "python3-et-xmlfile"]


def work():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in range(1, 150):
        sheet.append([row, "text %d" % row, row * 0.5, "=A%d*2" % row, row % 2 == 0])
    for row in sheet.iter_rows(min_row=1, max_row=40):
        for cell in row:
            cell.font = Font(bold=True, size=10 + cell.row % 3)
            cell.fill = PatternFill("solid", fgColor="FFEE%02d" % (cell.row % 90))
            cell.border = Border(left=Side("thin"))
            cell.alignment = Alignment(wrap_text=True)
    sheet.merge_cells("G1:H3")
    sheet.conditional_formatting.add("A1:A50", CellIsRule(operator="greaterThan", formula=["10"], fill=PatternFill(bgColor="FF0000")))
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(sheet, min_col=1, min_row=1, max_row=20))
    sheet.add_chart(chart, "J2")
    for i in range(40):
        Tokenizer("=SUM(A1:B%d)*IF(C1>3,\"x\",D$4)/2" % i).items
    memory = io.BytesIO()
    book.save(memory)
    memory.seek(0)
    again = openpyxl.load_workbook(memory)
    [[cell.value for cell in row] for row in again.active.rows]
    again.active.insert_rows(3, 2)
    again.active.delete_cols(2)
