# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text taken out of a PDF with its layout."""
import io

from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LAParams

ANALYZE = "pdfminer"
PACKAGES = ["python3-pdfminer", "python3-charset-normalizer", "python3-cryptography", "python3-cffi-backend", "python3-chardet"]


def document():
    parts = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    count = 8
    parts.append(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(count))))
    parts.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for i in range(count):
        parts.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * i))
        body = b"".join(b"BT /F1 12 Tf %d %d Td (Some words on line %d) Tj ET 10 10 m 90 %d l S 5 5 20 20 re f\n" % (50 + 250 * (j % 2), 750 - 14 * (j // 2), j, j) for j in range(60))
        parts.append(b"<< /Length %d >>\nstream\n" % len(body) + body + b"endstream")
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, start)


def work():
    data = document()
    extract_text(io.BytesIO(data))
    for page in extract_pages(io.BytesIO(data), laparams=LAParams(boxes_flow=0.3, detect_vertical=True)):
        for element in page:
            repr(element)
