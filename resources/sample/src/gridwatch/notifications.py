# SPDX-License-Identifier: GPL-3.0-or-later
"""Mails to staff and messages to the crews' telephones."""

import smtplib
from email.message import EmailMessage

import httpx

from gridwatch.config import settings

PUSH_URL = "https://push.example/v1/messages"


def mail(to: str, subject: str, text: str, figure: bytes | None = None) -> None:
    """Send a mail, with a PNG if there is one."""
    message = EmailMessage()
    message["From"] = "gridwatch@gridwatch.example"
    message["To"] = to
    message["Subject"] = subject
    message.set_content(text)
    if figure is not None:
        message.add_attachment(figure, maintype="image", subtype="png", filename="figure.png")
    with smtplib.SMTP(settings().mail_host) as server:
        server.send_message(message)


async def push(crew: str, text: str) -> None:
    """Message to everybody who is on call in a crew."""
    async with httpx.AsyncClient(timeout=10.0) as client:
        response = await client.post(PUSH_URL, json={"topic": crew, "text": text})
        response.raise_for_status()
