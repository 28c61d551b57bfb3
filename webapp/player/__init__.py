"""Player: leads through a routine or a single exercise; the plan is made on the phone."""

from webapp.player.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
