"""What the script of rewarming says and how long it waits."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _

from webapp import locales
from webapp.content.water import Rewarming


def guide(rewarming: Rewarming) -> dict[str, Any]:
    return {
        "locale": locales.current().intl,
        "seconds": rewarming.wait.seconds,
        "words": {
            "awake": _("The screen stays on."),
            "asleep": _("This phone may switch its screen off: set its auto-lock longer."),
            "ask": _("How are you now?"),
        },
    }
