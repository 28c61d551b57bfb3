"""Whether reminders can be pushed: a contact that push services take, and the key."""

from __future__ import annotations

import stat
from collections.abc import Iterator

from webapp.config import Config
from webapp.doctor.findings import Finding, hint, mend, well
from webapp.reminders import messages, vapid


def examine(config: Config, subscribed: int) -> Iterator[Finding]:
    """`subscribed` is how many devices have subscribed to the key."""
    if messages.subject(config) is None:
        yield hint(
            "LIMBER_CONTACT: is no address that push services take, so nothing is pushed; "
            "set it to a real mailto: or https: address"
        )
    else:
        yield well("LIMBER_CONTACT: push services take it")
    if config.push_key.exists():
        yield from _key(config)
    elif subscribed:
        yield mend(
            f"LIMBER_VAPID_KEY: {config.push_key} is not there, and {subscribed} devices have "
            "subscribed to it; put it back from a backup, or each has to subscribe again"
        )
    else:
        yield well(f"LIMBER_VAPID_KEY: {config.push_key} is made when it is needed")


def _key(config: Config) -> Iterator[Finding]:
    try:
        vapid.load(config.push_key)
    except vapid.KeyFileError as fault:
        yield mend(f"LIMBER_VAPID_KEY: {fault}")
        return
    yield well(f"LIMBER_VAPID_KEY: {config.push_key} is a key")
    if config.push_key.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        # A secret that is mounted somewhere else is for its own guard to keep.
        say = hint if config.vapid_key else mend
        yield say(
            f"LIMBER_VAPID_KEY: others may read {config.push_key}; chmod 600 {config.push_key}"
        )
