"""About: what Limber is and is not, its sources, what is stored where, and how to install it."""

from webapp.about.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
