# SPDX-License-Identifier: GPL-3.0-or-later
"""Mapped tables."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Tariff(Base):
    __tablename__ = "tariff"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(24), unique=True)
    document: Mapped[dict[str, Any]] = mapped_column(JSON)


class Account(Base):
    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254))
    active: Mapped[bool] = mapped_column(default=True)
    monthly_pence: Mapped[int] = mapped_column(default=0)
    meters: Mapped[list[Meter]] = relationship(back_populates="account")


class Meter(Base):
    __tablename__ = "meter"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    tariff_id: Mapped[int] = mapped_column(ForeignKey("tariff.id"))
    supplier: Mapped[int]
    zone: Mapped[str] = mapped_column(String(12), index=True)
    profile_class: Mapped[int]
    loss_class: Mapped[int]
    annual_kwh: Mapped[float]
    fuse_ampere: Mapped[int]
    feeder: Mapped[str] = mapped_column(String(40))
    easting: Mapped[float]
    northing: Mapped[float]
    account: Mapped[Account] = relationship(back_populates="meters")


class Reading(Base):
    __tablename__ = "reading"
    __table_args__ = (UniqueConstraint("meter_id", "taken_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meter_id: Mapped[int] = mapped_column(ForeignKey("meter.id"), index=True)
    taken_at: Mapped[datetime] = mapped_column(index=True)
    kwh: Mapped[float]
    flag: Mapped[str] = mapped_column(String(12), default="")


class BookInterval(Base):
    """What the billing system of the finance department has booked."""

    __tablename__ = "book_interval"

    meter_id: Mapped[int] = mapped_column(ForeignKey("meter.id"), primary_key=True)
    start: Mapped[datetime] = mapped_column(primary_key=True)
    minutes: Mapped[int]
    kwh: Mapped[float]


class MarketDay(Base):
    __tablename__ = "market_day"

    day: Mapped[date] = mapped_column(primary_key=True)
    noon_temperature: Mapped[float]
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    contracts: Mapped[dict[str, list[float]]] = mapped_column(JSON)


class Settlement(Base):
    __tablename__ = "settlement"

    day: Mapped[date] = mapped_column(primary_key=True)
    supplier: Mapped[int] = mapped_column(primary_key=True)
    volumes: Mapped[list[float]] = mapped_column(JSON)
    charge_pence: Mapped[float]


class Invoice(Base):
    __tablename__ = "invoice"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    issued_on: Mapped[date]
    due_on: Mapped[date]
    amount_pence: Mapped[int]


class Payment(Base):
    __tablename__ = "payment"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    received_on: Mapped[date]
    amount_pence: Mapped[int]
