"""Swim: what to do at which water temperature, and who knows when one will be out."""

from webapp.swim.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
