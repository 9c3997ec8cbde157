# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens for the staff that runs the system."""

from typing import Any

from fastapi import FastAPI
from sqladmin import Admin, ModelView
from sqlalchemy.ext.asyncio import AsyncEngine

from gridwatch.db.models import Account, Meter, Reading


def pounds(account: Account, _: Any) -> str:
    return f"£{account.monthly_pence / 100:,.2f}"


class AccountAdmin(ModelView, model=Account):
    column_list = [Account.id, Account.name, Account.monthly_pence]
    column_searchable_list = [Account.name]
    column_formatters = {Account.monthly_pence: pounds}
    can_delete = False


class MeterAdmin(ModelView, model=Meter):
    column_list = [Meter.id, Meter.zone, Meter.profile_class, Meter.feeder]
    column_searchable_list = [Meter.zone, Meter.feeder]
    can_create = False
    can_delete = False


class ReadingAdmin(ModelView, model=Reading):
    column_list = [Reading.id, Reading.meter_id, Reading.taken_at, Reading.kwh, Reading.flag]
    column_default_sort = ("taken_at", True)
    can_create = False
    can_edit = False
    can_delete = False


def mount(app: FastAPI, engine: AsyncEngine) -> Admin:
    admin = Admin(app, engine)
    for screen in (AccountAdmin, MeterAdmin, ReadingAdmin):
        admin.add_view(screen)
    return admin
