"""Routines that the tests publish, and what is published in the app of a test."""

from __future__ import annotations

import json
from typing import Any

from flask import Flask

from webapp.share import routine, store
from webapp.share.author import Key
from webapp.share.store import Saved

SECRET = "ana-has-the-key-000001"

# What a physio wrote in German for somebody who need not read it.
ANA: dict[str, Any] = {
    "format": "limber-routine",
    "version": 1,
    "title": "Rücken, Woche 2",
    "whatFor": "Für den unteren Rücken nach dem Schwimmen",
    "notes": "Langsam.\nMorgens und abends. Sticht es links, lass Schritt 3 weg.",
    "language": "de",
    "rounds": 2,
    "rest": 30,
    "conditions": ["knees"],
    "times": [{"at": "07:30", "days": [1, 3, 5]}, {"at": "19:00", "days": [1, 2, 3, 4, 5, 6, 7]}],
    "steps": [
        {
            "exercise": "cat-cow",
            "dose": {"repetitions": 8, "sides": "none", "sets": 2, "rest": 20},
            "pace": 0.75,
            "note": "Knie auf ein Kissen",
        },
        {"exercise": "bird-dog", "dose": {"repetitions": 5, "sides": "each"}},
        {"exercise": "march-on-the-spot", "dose": {"seconds": 60}},
        {"exercise": "seated-twist", "dose": {"repetitions": 3, "sides": "each"}, "pace": 0.5},
    ],
}


def publish(
    app: Flask, wanted: dict[str, Any] = ANA, secret: str = SECRET, at: int = 0, **changed: Any
) -> Saved:
    """Straight into the database of the app, `at` so many milliseconds from now."""
    engine, now = app.extensions["limber.database"], app.extensions["limber.share"].clock.now()
    body = json.dumps({**wanted, **changed})
    return store.publish(engine, secret, routine.read(body), now + at)


def change(app: Flask, saved: Saved, **changed: Any) -> Saved:
    engine, body = app.extensions["limber.database"], json.dumps({**ANA, **changed})
    key = Key(saved.code, SECRET)
    return store.change(engine, key, saved.version, routine.read(body), saved.changed + 1)


def withdraw(app: Flask, code: str) -> None:
    store.withdraw(app.extensions["limber.database"], Key(code, SECRET))
