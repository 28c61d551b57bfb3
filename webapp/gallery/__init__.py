"""Gallery: every component on one page, in development only."""

from webapp.gallery.views import blueprint

__all__ = ["blueprint"]
