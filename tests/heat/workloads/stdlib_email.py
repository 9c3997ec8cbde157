# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages parsed, changed and written under both policies."""
import email
import email.header
import email.mime.multipart
import email.mime.text
import email.policy
import email.utils

ANALYZE = "stdlib"
PACKAGES = []


def raw(i):
    parts = "".join("--xyz\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                    "Gr=C3=BC=C3=9Fe number %d and a long line of text that goes on =\r\nand on\r\n" % j for j in range(6))
    return ("From: Some One <one%d@example.org>\r\nTo: a@example.org, \"B, C\" <b@example.org>\r\n"
            "Subject: =?utf-8?q?h=C3=A9llo_w=C3=B6rld?= and plain words %d\r\nDate: Mon, 20 Nov 1995 19:12:08 -0500\r\n"
            "Content-Type: multipart/mixed; boundary=xyz\r\n\r\n" % (i, i) + parts + "--xyz--\r\n").encode()


def work():
    for i in range(25):
        modern = email.message_from_bytes(raw(i), policy=email.policy.default)
        [str(modern[name]) for name in modern.keys()]
        [part.get_content() for part in modern.walk() if not part.is_multipart()]
        modern.as_bytes()
        old = email.message_from_bytes(raw(i))
        [email.header.decode_header(old[name]) for name in old.keys()]
        old.as_string()
        made = email.mime.multipart.MIMEMultipart()
        made["Subject"] = email.header.Header("Grüße aus der Ferne " * 6, "utf-8")
        made["To"] = email.utils.formataddr(("Jürgen", "j@example.org"))
        made.attach(email.mime.text.MIMEText("text with ümlauts\n" * 20, "plain", "utf-8"))
        made.as_string()
        email.utils.parsedate_to_datetime("Mon, 20 Nov 1995 19:12:08 -0500")
