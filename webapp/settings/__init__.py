"""Settings: what a person chooses of screen, figures and units; kept on their device."""

from webapp.settings.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
