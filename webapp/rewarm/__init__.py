"""Rewarm: getting warm after cold water, step by step."""

from webapp.rewarm.views import addresses, blueprint

__all__ = ["addresses", "blueprint"]
