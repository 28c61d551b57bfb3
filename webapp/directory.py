"""What a page is called in the reader's language, and where it lies, by its address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from webapp import degrees, locales
from webapp.content.library import Library
from webapp.locales import Language


def N_(message: str) -> str:  # noqa: N802 by this name messages are found that are looked up later
    """A message for the catalogs, looked up when its language is known."""
    return message


@dataclass(frozen=True)
class Place:
    """A page: its address as a path with the language, and its name."""

    address: str
    title: str


def named(address: str, content: Library, language: Language | None = None) -> Place:
    """The page at such an address as `compress/heat`; KeyError where there is none.

    `content` and `language` go together; without one it is the reader's.
    """
    folder, _slash, slug = address.rpartition("/")
    if address in FIXED:
        endpoint, title = FIXED[address]
        return Place(url_for(endpoint), (language or locales.current()).messages.gettext(title))
    endpoint, items, title_of = FOLDERS[folder]
    return Place(url_for(endpoint, slug=slug), title_of(items(content)[slug]))


def _routines(content: Library) -> Mapping[str, Any]:
    return {**content.routines, **content.water}


# By what stands before the slug: the endpoint, the items, and what one of them is called.
FOLDERS: dict[str, tuple[str, Callable[[Library], Mapping[str, Any]], Callable[[Any], str]]] = {
    "exercises": ("exercises.show", lambda content: content.exercises, lambda each: each.name),
    "routines": ("routines.show", _routines, lambda each: each.title),
    "cramp": ("cramp.show", lambda content: content.cramps, lambda each: each.title),
    "check": ("check.question", lambda content: content.questions, lambda each: each.ask),
    "check/result": ("check.result", lambda content: content.results, lambda each: each.title),
    "swim": ("swim.show", lambda content: content.bands, degrees.metric),
    "compress": ("compress.show", lambda content: content.compresses, lambda each: each.title),
    "learn": ("learn.show", lambda content: content.lessons, lambda each: each.title),
}
FIXED: dict[str, tuple[str, str]] = {
    "about": ("about.show", N_("About Limber")),
    "about/article": ("about.article", N_("The article, sentence by sentence")),
    "about/install": ("about.install", N_("Install Limber")),
    "about/privacy": ("about.privacy", N_("Privacy")),
    "about/sources": ("about.sources", N_("Sources")),
    "build": ("build.show", N_("Compose a routine")),
    "check": ("check.index", N_("Self-check")),
    "check/likeness": ("check.likeness", N_("What is it most like?")),
    "compress": ("compress.index", N_("Cold or heat on the skin")),
    "conditions": ("conditions.show", N_("What applies to me")),
    "cramp": ("cramp.index", N_("Cramp now")),
    "emergency": ("emergency.show", N_("Emergency numbers")),
    "exercises": ("exercises.index", N_("Exercises")),
    "hydration": ("hydration.index", N_("Drinks")),
    "hydration/plan": ("hydration.plan", N_("Plan a session")),
    "hydration/sweat-test": ("hydration.sweat_test", N_("Sweat test")),
    "hydration/too-much": ("hydration.too_much", N_("Drunk too much?")),
    "journal": ("journal.show", N_("Journal")),
    "learn": ("learn.index", N_("Learn")),
    "mine": ("mine.index", N_("My routines")),
    "r": ("share.index", N_("Enter a code")),
    "reminders": ("reminders.show", N_("Reminders")),
    "rewarm": ("rewarm.show", N_("Get warm again")),
    "routines": ("routines.index", N_("Routines")),
    "settings": ("settings.show", N_("Settings")),
    "swim": ("swim.index", N_("Swim day")),
}
