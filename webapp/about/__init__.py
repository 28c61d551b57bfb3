"""About: what Limber is and is not, its sources, and what is stored where."""

from webapp.about.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
