"""All that the doctor looks at, in the order in which one would mend it."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime

from webapp.doctor import built, instance, machine, network, push, settings, stored
from webapp.doctor.findings import Finding


def examine(environ: Mapping[str, str]) -> Iterator[Finding]:
    """What needs no settings is told in any case."""
    yield from machine.versions()
    yield from built.examine()
    config, said = settings.read(environ)
    yield from said
    if config is None:
        return
    yield from machine.clock(config, time.time())
    yield from instance.examine(config)
    yield from stored.examine(config)
    yield from push.examine(config, stored.subscribed(config))
    yield from built.packs(config)
    yield from network.port(config)
    yield from network.addresses(config)
    yield from network.certificate(config, datetime.now(UTC))
    yield from network.counting(config)


def exit_code(findings: Collection[Finding]) -> int:
    return int(any(finding.level == "mend" for finding in findings))
