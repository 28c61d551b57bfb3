"""What building makes: catalogs, bundles, icons, figures; the content; packs of this version."""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Iterator
from pathlib import Path

from babel.messages.mofile import read_mo

from webapp import assets, locales, places
from webapp.config import Config
from webapp.content import library
from webapp.content.faults import ContentError
from webapp.content.library import Library
from webapp.doctor.findings import Finding, hint, mend, well
from webapp.figures import served
from webapp.offline import baked

REMEDY = "run `make build` in a checkout, or install Limber again"
# What templates ask for by name.
ASKED = {
    "asset": re.compile(r"""\basset\(["']([^"']+)["']\)"""),
    "icon": re.compile(r"""\bicon\(["']([a-z0-9-]+)["']"""),
}
FORMS = ("moving", "still", "pair", "strip")


def examine() -> Iterator[Finding]:
    yield from _catalogs()
    yield from _static()
    yield from _content()


def _catalogs() -> Iterator[Finding]:
    try:
        locales.check_catalogs()
    except locales.MissingCatalogError as missing:
        yield from map(mend, str(missing).splitlines())
        return
    faults = [fault for domain in locales.DOMAINS for fault in _of_domain(domain)]
    yield from map(mend, faults)
    if not faults:
        yield well(f"catalogs: whole in {len(locales.LANGUAGES) - 1} languages beside English")


def _of_domain(domain: str) -> Iterator[str]:
    """Every language must have what any has."""
    texts: dict[Path, set[str]] = {}
    for path in sorted(places.TRANSLATIONS.glob(f"*/LC_MESSAGES/{domain}.mo")):
        try:
            with path.open("rb") as file:
                texts[path] = {str(message.id) for message in read_mo(file)}
        except (OSError, struct.error, UnicodeError):
            yield f"translations/{path.relative_to(places.TRANSLATIONS)}: is damaged; {REMEDY}"
    everything = set().union(*texts.values())
    for path, found in texts.items():
        if missing := len(everything - found):
            name = path.relative_to(places.TRANSLATIONS)
            yield f"translations/{name}: lacks {missing} texts; {REMEDY}"


def _static() -> Iterator[Finding]:
    try:
        assets.check()
    except assets.MissingAssetError as faults:
        yield from map(mend, str(faults).splitlines())
        return
    missing = sorted(_missing())
    yield from (mend(f"{name}: is missing; {REMEDY}") for name in missing)
    if not missing:
        yield well(f"static files: {len(assets.files())}, all that pages ask for")


def _missing() -> set[str]:
    templates = "\n".join(path.read_text("utf-8") for path in places.TEMPLATES.rglob("*.html"))
    wanted = set(ASKED["asset"].findall(templates)) - set(assets.files())
    icons = set(ASKED["icon"].findall(templates)) - {path.stem for path in assets.ICONS.glob("*")}
    worker = set() if assets.worker().is_file() else {assets.WORKER}
    return wanted | worker | {f"static/vendor icon {name}" for name in icons}


def _content() -> Iterator[Finding]:
    try:
        found = library.english()
    except ContentError as faults:
        yield from map(mend, str(faults).splitlines())
        return
    yield well(f"content: {len(found.exercises)} exercises, {len(found.routines)} routines")
    yield from _figures(found)


def _figures(found: Library) -> Iterator[Finding]:
    wanted = {f"{slug}.{form}.svg" for slug in found.exercises for form in FORMS}
    missing = sorted(name for name in wanted if not (served.BAKED / name).is_file())
    if missing:
        yield mend(f"figures: {missing[0]} is missing, one of {len(missing)}; {REMEDY}")
    else:
        yield well(f"figures: {len(found.exercises)}, each in {len(FORMS)} forms")


def packs(config: Config) -> Iterator[Finding]:
    folder = config.packs_folder
    if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
        yield mend(f"LIMBER_PACKS: {folder} is not this user's to write; give it with chown")
    elif baked.is_made(config):
        yield well(f"packs: made for this version, in {baked.folder(config)}")
    else:
        yield hint(
            "packs: not made for this version yet; `limber serve` makes them while it serves, "
            "`limber bake` before"
        )
