"""Limber: guided movement for a back that cramps, in cold water and out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from webapp.config import Config


def create_app(config: Config | None = None) -> Flask:
    """The Flask app: infrastructure first, then the features.

    All imports are late: the build bakes figures with this package where there is no Flask.
    """
    from flask import Flask

    from webapp import config as configuration
    from webapp import places

    config = config or configuration.read()
    app = Flask("webapp", template_folder=str(places.TEMPLATES), static_folder=None)
    app.extensions["limber.config"] = config
    _set_up(app, config)
    _add_features(app, config)
    return app


def _set_up(app: Flask, config: Config) -> None:
    from webapp import (
        assets,
        counters,
        database,
        errors,
        htmx,
        locales,
        logs,
        pages,
        reminders,
        security,
        share,
        wording,
    )
    from webapp.figures import served

    locales.init_app(app)
    database.init_app(app, config)
    counters.init_app(app, config)
    security.init_app(app, config)
    assets.init_app(app)
    served.init_app(app)
    wording.init_app(app)
    pages.init_app(app)
    errors.init_app(app)
    logs.init_app(app)
    htmx.init_app(app)
    reminders.init_app(app, config)
    share.init_app(app)


def _add_features(app: Flask, config: Config) -> None:
    from webapp import addresses, crawlers, gallery, health, offline, reminders, share, today
    from webapp.journal import schema

    app.register_blueprint(health.blueprint)
    app.register_blueprint(today.entrance)
    app.register_blueprint(offline.blueprint)
    app.register_blueprint(crawlers.blueprint)
    app.register_blueprint(reminders.api)
    app.register_blueprint(schema.blueprint)
    app.register_blueprint(share.api)
    app.register_blueprint(share.entrance)
    for feature in addresses.FEATURES:
        app.register_blueprint(feature.blueprint, url_prefix="/<language:language>")
    if config.development:
        app.register_blueprint(gallery.blueprint, url_prefix="/<language:language>")
