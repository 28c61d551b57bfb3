"""Compress: cold or heat on the low back, with questions first, skin checks and a hard stop."""

from webapp.compress.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
