"""Limber: guided movement for a back that cramps, in cold water and out of it."""

from __future__ import annotations

from flask import Flask

from webapp import config as settings
from webapp import places


def create_app(config: settings.Config | None = None) -> Flask:
    """The Flask app: infrastructure first, then the features."""
    from webapp import (
        about,
        assets,
        database,
        errors,
        exercises,
        health,
        locales,
        pages,
        player,
        routines,
        security,
        today,
        wording,
    )

    config = config or settings.read()
    app = Flask("webapp", template_folder=str(places.TEMPLATES), static_folder=None)
    app.extensions["limber.config"] = config
    locales.init_app(app)
    database.init_app(app, config)
    security.init_app(app, config)
    assets.init_app(app)
    wording.init_app(app)
    pages.init_app(app)
    errors.init_app(app)

    app.register_blueprint(health.blueprint)
    app.register_blueprint(today.entrance)
    for feature in (today, routines, exercises, player, about):
        app.register_blueprint(feature.blueprint, url_prefix="/<language:language>")
    return app
