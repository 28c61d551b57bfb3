"""Health: whether this process and its database are ready, and how reminders stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, make_response
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from webapp import database
from webapp.clock import Clock
from webapp.offline import baked
from webapp.reminders import counts
from webapp.reminders.counts import Stats

blueprint = Blueprint("health", __name__)

# Seconds without a sign of life after which a worker is not believed in.
SILENT = 60


@blueprint.get("/healthz")
def show() -> tuple[Response, int]:
    """Neither late reminders make a page unready, nor packs that are still being made.

    Whoever reads this for a proxy goes by the status.
    """
    ready = database.is_current()
    status = "ready" if ready else "database not ready"
    packs = "ready" if baked.is_made(current_app.extensions["limber.config"]) else "being made"
    answer = jsonify(status=status, packs=packs, **({"reminders": _reminders()} if ready else {}))
    answer.headers["Cache-Control"] = "no-store"
    return answer, 200 if ready else 503


def _reminders() -> dict[str, Any]:
    try:
        found = counts.standing(_engine(), Clock().now())
    except SQLAlchemyError:
        return {"worker": "unknown"}
    return {"worker": _state(found.worker_age), **asdict(found)}


def _state(age: float | None) -> str:
    if age is None:
        return "none"
    return "working" if age <= SILENT else "silent"


def _engine() -> Engine:
    engine: Engine = current_app.extensions["limber.database"]
    return engine


@blueprint.get("/metrics")
def metrics() -> Response:
    """Prometheus text, where the operator has switched it on: it tells how many people remind."""
    if not current_app.extensions["limber.config"].metrics:
        abort(404)
    found = counts.stats(_engine(), Clock().now())
    answer = make_response("".join(f"{line}\n" for line in _lines(found)))
    answer.headers["Content-Type"] = "text/plain; version=0.0.4; charset=utf-8"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _lines(found: Stats) -> Iterator[str]:
    gauges = {
        "devices": ("Devices that want reminders.", found.devices),
        "subscribed": ("Devices that take pushes.", found.subscribed),
        "stored": ("Reminders of all devices.", found.reminders),
        "aside": ("Reminders that are set aside.", found.set_aside),
        "backlog": ("Reminders that are due and not taken.", found.backlog),
        "late_seconds": ("Of the one that has been due the longest.", found.late_seconds),
    }
    if found.worker_age is not None:
        gauges["worker_age_seconds"] = ("Since a worker was last heard of.", found.worker_age)
    for name, (told, value) in gauges.items():
        yield from _metric(f"limber_reminders_{name}", "gauge", told, value)
    for name, told in counts.TOTALS.items():
        value = found.totals[name]
        yield from _metric(f"limber_reminders_{name}_total", "counter", told, value)


def _metric(name: str, kind: str, told: str, value: float) -> Iterator[str]:
    yield f"# HELP {name} {told}"
    yield f"# TYPE {name} {kind}"
    yield f"{name} {value}"
