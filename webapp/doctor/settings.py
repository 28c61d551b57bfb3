"""Whether the settings can be read, every fault at once, and which have a name that is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from webapp import config as configuration
from webapp.config import Config, ConfigError
from webapp.doctor.findings import Finding, hint, mend, well

OURS = "LIMBER_"


def read(environ: Mapping[str, str]) -> tuple[Config | None, list[Finding]]:
    names = [str(field.alias) for field in Config.model_fields.values()]
    unknown = list(_unknown(environ, names))
    try:
        found = configuration.read(environ)
    except ConfigError as faults:
        return None, [*map(mend, str(faults).splitlines()), *unknown]
    given = [name for name in names if environ.get(name)]
    return found, [well(f"settings: given are {', '.join(given) or 'none'}"), *unknown]


def _unknown(environ: Mapping[str, str], names: list[str]) -> Iterator[Finding]:
    for name in sorted(set(environ) - set(names)):
        if name.startswith(OURS):
            meant = get_close_matches(name, names, n=1)
            remedy = f"{meant[0]} may be meant" if meant else "`limber settings` lists all"
            yield hint(f"{name}: is no setting of this version; {remedy}")
