"""Learn: causes, what is done about a sore back and by whom, what is known of it."""

from webapp.learn.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
