"""What one running app needs to share routines, and how codes are looked up in it."""

from __future__ import annotations

from flask import Flask, current_app
from sqlalchemy import Engine

from webapp import counters
from webapp.clock import Clock
from webapp.counters import Counters
from webapp.security import Allowance
from webapp.share import codes, readers
from webapp.share.kept import Kept
from webapp.share.readers import Found

KEY = "limber.share"
# Routines and versions that one network makes: each may hold 45 KB.
PUBLICATIONS = "120 per hour"
# Codes of which there is none, of one network: whoever has a code does not guess.
MISSES = "20 per minute"
# Bits of IPv6: whoever guesses may have a whole site's addresses, which are many networks.
SITE = 48


class Sharing:
    """The database, the time, and what a network may do."""

    def __init__(self, engine: Engine, counters: Counters) -> None:
        self.engine = engine
        self.clock = Clock()
        self.publications = Allowance(PUBLICATIONS, counters, of="publications")
        self.misses = Allowance(MISSES, counters, of="misses", prefix=SITE)
        self.kept = Kept()

    def look_up(self, typed: str) -> Found | None:
        """The routine of a code, however it is typed; WithdrawnError if it was withdrawn.

        TooManyRequests for a network that has guessed too often.
        """
        code = codes.normalize(typed)
        if code is None:
            return None
        self.misses.check()
        found = readers.find(self.engine, code, self.clock.now())
        if found is None:
            self.misses.count()
        return found


def init_app(app: Flask) -> None:
    engine, counted = app.extensions["limber.database"], app.extensions[counters.KEY]
    app.extensions[KEY] = Sharing(engine, counted)


def sharing() -> Sharing:
    found: Sharing = current_app.extensions[KEY]
    return found
