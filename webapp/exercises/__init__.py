"""Exercises: the library of movements, and one of them."""

from webapp.exercises.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
