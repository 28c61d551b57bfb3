"""The words of the panel that tells what is on the device; its script puts the values in."""

from __future__ import annotations

from flask_babel import gettext


def words() -> dict[str, str]:
    return {
        # Translators: "size" is an amount such as 1.7 MB, "when" a date and time
        "stored": gettext("%(size)s on this device. Checked %(when)s."),
        # Translators: "download" is an amount such as 0.2 MB
        "download": gettext("At most %(download)s to transfer."),
    }
