"""Hydration: a log of drinks, sweat tests of one's own, and a plan that never goes above them."""

from webapp.hydration.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
