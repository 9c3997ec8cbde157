# SPDX-License-Identifier: GPL-3.0-or-later
"""Monthly statements: energy cost, open invoices, interest, and the next direct debit."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from gridwatch.db.models import Account, Invoice, Meter, Payment, Reading, Tariff
from gridwatch.tariff.evaluate import evaluate
from gridwatch.units import round_money

DAILY_INTEREST = 0.04 / 365
MONTH_WEIGHTS = [1.5, 1.4, 1.2, 0.9, 0.75, 0.65, 0.6, 0.6, 0.75, 0.95, 1.25, 1.45]


@dataclass(frozen=True)
class OpenItem:
    """An invoice, or what is left of it."""

    due_on: date
    pence: int


@dataclass(frozen=True)
class Statement:
    account_id: int
    energy_pence: int
    interest_pence: int
    overdue_pence: int
    usual_daily_kwh: float
    direct_debit_pence: int


def allocate(items: list[OpenItem], payments: list[int]) -> list[OpenItem]:
    """Set payments against the oldest items first; returns what stays open."""
    remaining = sorted(items, key=lambda item: item.due_on)
    for payment in payments:
        left = payment
        still_open: list[OpenItem] = []
        for item in remaining:
            covered = min(left, item.pence)
            left -= covered
            if covered < item.pence:
                still_open.append(OpenItem(item.due_on, item.pence - covered))
        remaining = still_open
    return remaining


def interest(items: list[OpenItem], on: date) -> int:
    """Interest on what is overdue, compounded daily."""
    total = 0.0
    for item in items:
        balance = float(item.pence)
        for _ in range((on - item.due_on).days):
            balance += balance * DAILY_INTEREST
        total += balance - item.pence
    return round_money(total)


def next_direct_debit(month: int, month_pence: int, balance: int, current: int) -> int:
    """The smallest even monthly amount that keeps the account above zero for a year.

    `balance` is what the customer owes now.
    """
    base = month_pence / MONTH_WEIGHTS[month - 1]
    needed = 0.0
    owed = float(balance)
    for step in range(1, 13):
        owed += base * MONTH_WEIGHTS[(month - 1 + step) % 12]
        needed = max(needed, owed / step)
    if abs(needed - current) < 0.05 * current:
        return current
    return round_money(needed / 100) * 100


def build_statements(session: Session, first: date, until: date) -> list[Statement]:
    """Statements of all active accounts for the days from `first` up to `until`."""
    start, end = datetime.combine(first, time()), datetime.combine(until, time())
    statements: list[Statement] = []
    for account in session.scalars(select(Account).where(Account.active)).all():
        energy = 0
        daily_kwh = 0.0
        meters = session.scalars(select(Meter).where(Meter.account_id == account.id)).all()
        for meter in meters:
            tariff = session.get(Tariff, meter.tariff_id)
            readings = session.execute(
                select(Reading.taken_at, Reading.kwh)
                .where(
                    Reading.meter_id == meter.id,
                    Reading.taken_at >= start,
                    Reading.taken_at < end,
                )
                .order_by(Reading.taken_at)
            ).all()
            if tariff is not None and readings:
                energy += evaluate(tariff.document, readings)["total"]
            per_day: dict[date, float] = {}
            for taken_at, kwh in readings:
                per_day[taken_at.date()] = per_day.get(taken_at.date(), 0.0) + kwh
            daily_kwh += sum(per_day.values()) / max(len(per_day), 1)

        invoices = session.scalars(select(Invoice).where(Invoice.account_id == account.id)).all()
        paid = session.scalar(
            select(func.sum(Payment.amount_pence)).where(Payment.account_id == account.id)
        )
        items = [OpenItem(invoice.due_on, invoice.amount_pence) for invoice in invoices]
        remaining = allocate(items, [paid or 0])
        overdue = [item for item in remaining if item.due_on < until]
        owed = energy + sum(item.pence for item in remaining)
        statements.append(
            Statement(
                account_id=account.id,
                energy_pence=energy,
                interest_pence=interest(overdue, until),
                overdue_pence=sum(item.pence for item in overdue),
                usual_daily_kwh=daily_kwh,
                direct_debit_pence=next_direct_debit(
                    first.month, energy, owed, account.monthly_pence
                ),
            )
        )
    return statements
