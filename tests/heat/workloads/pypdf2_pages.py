# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF written, read, merged, and its text taken out."""
import io

from PyPDF2 import PdfMerger, PdfReader, PdfWriter, Transformation
from PyPDF2.generic import DecodedStreamObject, DictionaryObject, NameObject

ANALYZE = "PyPDF2"
PACKAGES = ["python3-pypdf2", "python3-typing-extensions"]


def work():
    writer = PdfWriter()
    for i in range(25):
        page = writer.add_blank_page(width=200, height=300)
        stream = DecodedStreamObject()
        stream.set_data(b"BT /F1 12 Tf 10 %d Td (Hello page) Tj 0 -14 Td [(Wo) 20 (rld)] TJ ET 0 0 m 10 10 l S\n" % i * 20)
        font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"), NameObject("/BaseFont"): NameObject("/Helvetica")})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
        writer.add_outline_item("Page %d" % i, i)
    writer.add_metadata({"/Title": "Title"})
    writer.encrypt("secret")
    memory = io.BytesIO()
    writer.write(memory)
    reader = PdfReader(memory)
    reader.decrypt("secret")
    for page in reader.pages:
        page.extract_text()
        page.add_transformation(Transformation().rotate(45).scale(2))
        page.compress_content_streams()
    reader.outline
    merger = PdfMerger()
    plain = PdfWriter()
    for page in reader.pages:
        plain.add_page(page)
    again = io.BytesIO()
    plain.write(again)
    merger.append(again)
    merger.write(io.BytesIO())
