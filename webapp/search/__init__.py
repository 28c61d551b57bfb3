"""Search: over everything, on the phone, also without a signal."""

from webapp.search.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
