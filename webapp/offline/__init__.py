"""Offline: packs of the whole app for the phone, and the worker that answers from them."""

from webapp.offline.views import SHARED, addresses, blueprint

__all__ = ["SHARED", "addresses", "blueprint"]
