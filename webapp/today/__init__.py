"""Today: the first screen, and `/`, which leads to it in the visitor's language."""

from webapp.today.views import addresses, blueprint, entrance

__all__ = ["addresses", "blueprint", "entrance"]
