"""Welcome: the first minute: what Limber is and is not, the language, how to install it."""

from webapp.welcome.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
