# SPDX-License-Identifier: GPL-3.0-or-later
"""Tariffs and readings; the other tables came over from the old system.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "tariff",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", sa.String(24), nullable=False, unique=True),
        sa.Column("document", sa.JSON, nullable=False),
    )
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("meter_id", sa.Integer, nullable=False, index=True),
        sa.Column("taken_at", sa.DateTime, nullable=False, index=True),
        sa.Column("kwh", sa.Float, nullable=False),
        sa.Column("flag", sa.String(12), nullable=False, server_default=""),
        sa.UniqueConstraint("meter_id", "taken_at"),
    )


def downgrade() -> None:
    op.drop_table("reading")
    op.drop_table("tariff")
