"""Mine: one's own routines, kept and played on the device alone."""

from webapp.mine.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
