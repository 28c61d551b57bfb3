"""Reminders: what is due when, kept on the phone, pushed by the server, put into calendars."""

from webapp.reminders.api import api, init_app
from webapp.reminders.views import addresses, blueprint

__all__ = ["addresses", "api", "blueprint", "init_app"]
