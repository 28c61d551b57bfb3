"""Health: whether this process and its database are ready to serve."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from webapp import database

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def show() -> tuple[Response, int]:
    ready = database.is_current()
    answer = jsonify(status="ready" if ready else "database not ready")
    answer.headers["Cache-Control"] = "no-store"
    return answer, 200 if ready else 503
