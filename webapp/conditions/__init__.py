"""Conditions: what applies to a person, said once and kept on their device."""

from webapp.conditions.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
