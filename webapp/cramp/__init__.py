"""Cramp: what to do now, on land, in a pool, in open water."""

from webapp.cramp.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
