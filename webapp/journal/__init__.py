"""Journal: what was done on this device, by day, week and session, and how it hurt."""

from webapp.journal.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
