"""Share: routines that physios publish, read by a code and without an account."""

from webapp.share.api import api
from webapp.share.opening import blueprint as entrance
from webapp.share.state import init_app
from webapp.share.views import addresses, blueprint

__all__ = ["addresses", "api", "blueprint", "entrance", "init_app"]
