"""Check: warning signs, one page at a time, which can send to help and never say all is well."""

from webapp.check.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
