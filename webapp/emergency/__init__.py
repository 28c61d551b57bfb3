"""Emergency: the numbers to call, by region, and where one is."""

from webapp.emergency.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
