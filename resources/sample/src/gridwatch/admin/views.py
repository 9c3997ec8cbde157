# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain tables for the staff that runs the system."""

from html import escape
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from gridwatch.api.auth import Operator
from gridwatch.db.models import Account, Reading
from gridwatch.db.repository import async_session

router = APIRouter(default_response_class=HTMLResponse)
Database = Annotated[AsyncSession, Depends(async_session)]


def table(title: str, header: list[str], rows: list[Any]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in header)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<h1>{escape(title)}</h1><table><tr>{head}</tr>{body}</table>"


@router.get("/accounts")
async def accounts(database: Database, _: Operator, page: int = 0) -> str:
    query = select(Account.id, Account.name, Account.monthly_pence).order_by(Account.name)
    rows = (await database.execute(query.limit(50).offset(50 * page))).all()
    return table("Accounts", ["Number", "Name", "Debit"], list(rows))


@router.get("/flags")
async def flags(database: Database, _: Operator) -> str:
    query = select(Reading.flag, func.count()).group_by(Reading.flag)
    return table("Readings", ["Flag", "Count"], list((await database.execute(query)).all()))
