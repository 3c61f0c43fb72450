"""Case numbers leased in blocks of one court, type and year to one device, and never leased again."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.clock import Clock
from app.errors import NeedsCorrection
from app.journal.entry import Entry
from sync.messages import Block, Lease
from sync.server.store import number_blocks

MOST = 500
"""More numbers than a laptop could use on a year's circuits; a larger wish is a slip of the finger."""
OUTSIDE = "court"
"""Stands as holder of numbers that the court gave out without us."""


def lease(connection: Connection, court: str, device: str, wish: Lease, clock: Clock) -> tuple[Block, bool]:
    """A block behind all earlier ones, and whether it is new: the same request asked again gets the same block."""
    if not 1 <= wish.count <= MOST or not 2000 <= wish.year <= 2100 or not wish.type or len(wish.type) > 20:
        raise NeedsCorrection("number_block_unreasonable")
    given = connection.execute(
        sa.select(number_blocks).where(
            number_blocks.c.court == court,
            number_blocks.c.device == device,
            number_blocks.c.request == wish.request,
        )
    ).first()
    if given is not None:
        return Block(given.type, given.year, given.first, given.last, device), False
    first = _highest(connection, court, wish.type, wish.year) + 1
    block = Block(wish.type, wish.year, first, first + wish.count - 1, device)
    _insert(connection, court, block, wish.request, clock)
    return block, True


def given_out_elsewhere(connection: Connection, court: str, type: str, year: int, upto: int, clock: Clock) -> None:
    """Numbers up to `upto` are the court's own; blocks begin behind them."""
    highest = _highest(connection, court, type, year)
    if upto > highest:
        block = Block(type, year, highest + 1, upto, OUTSIDE)
        _insert(connection, court, block, f"{type}-{year}-{upto}", clock)


def take_back(connection: Connection, court: str, entry: Entry, clock: Clock) -> None:
    """A lease that the court made and forgot (it was restored from an older backup) stands again."""
    if entry.act != "number.leased":
        return
    told = entry.fields
    block = Block(told["type"], told["year"], told["first"], told["last"], told["device"])
    blocks = number_blocks.c
    same = connection.execute(
        sa.select(blocks.device).where(
            blocks.court == court, blocks.type == block.type, blocks.year == block.year, blocks.first == block.first
        )
    ).first()
    if same is None:
        _insert(connection, court, block, f"restored-{entry.name}", clock)


def _highest(connection: Connection, court: str, type: str, year: int) -> int:
    blocks = number_blocks.c
    found = connection.execute(
        sa.select(sa.func.max(blocks.last)).where(blocks.court == court, blocks.type == type, blocks.year == year)
    ).scalar()
    return int(found or 0)


def _insert(connection: Connection, court: str, block: Block, request: str, clock: Clock) -> None:
    connection.execute(
        number_blocks.insert().values(
            court=court,
            type=block.type,
            year=block.year,
            first=block.first,
            last=block.last,
            device=block.device,
            request=request,
            leased_at=clock.now().isoformat(timespec="seconds"),
        )
    )
