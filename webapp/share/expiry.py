"""When a shared routine ends by itself: a year after it was last opened, by anybody."""

from __future__ import annotations

import logging

from sqlalchemy import Engine, delete, select, update
from sqlalchemy.exc import DBAPIError

from webapp.share.models import routine

log = logging.getLogger("limber.share")

DAY = 24 * 3600 * 1000
# Days without anybody opening it after which nobody needs it any more.
KEPT = 365


def is_over(opened_day: int, today: int) -> bool:
    return opened_day < today - KEPT


def note_opened(engine: Engine, code: str, today: int) -> None:
    """Only the day, so that it tells of nobody when they move."""
    its = (routine.c.code == code, routine.c.opened_day < today)
    try:
        with engine.begin() as connection:
            connection.execute(update(routine).where(*its).values(opened_day=today))
    except DBAPIError as error:
        # A database that takes nothing now can still be read; the next one to open it tries again.
        log.warning("the day a routine was opened was not written: %s", error.orig)


def forget(engine: Engine, now: int, most: int) -> int:
    """Delete routines that have ended, at most so many; how many."""
    ended = (
        select(routine.c.code)
        .where(routine.c.opened_day < now // DAY - KEPT)
        .limit(most)
        .with_for_update(skip_locked=True)
        .cte("ended")
    )
    with engine.begin() as connection:
        gone = delete(routine).where(routine.c.code.in_(select(ended.c.code)))
        return len(connection.execute(gone.returning(routine.c.code)).all())
