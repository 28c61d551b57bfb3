"""Build: composes a routine and publishes it; the form is the draft and the device keeps it."""

from webapp.build.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
