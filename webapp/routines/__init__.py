"""Routines: the library of guided sessions, and one of them."""

from webapp.routines.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
