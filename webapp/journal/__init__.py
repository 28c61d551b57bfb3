"""Journal: what was done on this device, and what of it there is; all of it stays on the device."""

from webapp.journal.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
