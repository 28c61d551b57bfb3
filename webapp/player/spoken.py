"""What the voice of a session says, in words for the ear; the phone fills them in."""

from __future__ import annotations

from typing import Any

from babel import Locale
from flask_babel import gettext as _
from flask_babel import ngettext

from webapp import locales, wording
from webapp.content.schema import Exercise
from webapp.locales import Language

COUNT = wording.COUNT


def spoken() -> dict[str, Any]:
    """In the reader's language. `tag` is what a voice has to speak."""
    return {
        "tag": locales.current().tag,
        "none": none(),
        "words": _words(),
        "plurals": {
            "seconds": wording.forms(
                lambda n: ngettext("%(count)s second", "%(count)s seconds", n, count=COUNT)
            ),
            "minutes": wording.forms(
                lambda n: ngettext("%(count)s minute", "%(count)s minutes", n, count=COUNT)
            ),
            # Translators: spoken; "dose" is such as 10 times each side
            "sets": wording.forms(
                lambda n: ngettext(
                    "%(dose)s, %(count)s set",
                    "%(dose)s, %(count)s sets",
                    n,
                    dose="%(dose)s",
                    count=COUNT,
                )
            ),
        },
    }


def example(exercise: Exercise) -> dict[str, Any]:
    """The same with what is said of one exercise, for choosing a voice."""
    return {
        **spoken(),
        "doses": wording.dose_forms(),
        "example": {
            "name": exercise.name,
            "dose": exercise.dose.model_dump(exclude_none=True),
            "cue": exercise.tempo[0].cue,
        },
    }


def none() -> str:
    """Where a device has no voice of its own for the language."""
    text: str = _(
        "This device has no voice for %(language)s that works with no signal. "
        "Limber uses tones and large text.",
        language=_in_a_sentence(locales.current()),
    )
    return text


def _in_a_sentence(language: Language) -> str:
    """French is “français” there, and “Français” in a list of languages."""
    locale = Locale.parse(language.locale)
    name: str = locale.languages[locale.language]
    return name


def _words() -> dict[str, str]:
    return {
        # Translators: spoken; "dose" is such as 10 times each side
        "step": _("%(name)s. %(dose)s."),
        # Translators: spoken, before a movement; "dose" is such as 10 times each side
        "next": _("Next: %(name)s. %(dose)s."),
        # Translators: spoken; "name" is a part of a movement, "cue" one or more whole sentences
        "part": _("%(name)s. %(cue)s"),
        # Translators: spoken; "length" is such as 10 seconds
        "lengthEach": _("%(length)s on each side"),
        # Translators: spoken; such as 1 minute and 30 seconds
        "minutesAndSeconds": _("%(minutes)s and %(seconds)s"),
        # Translators: spoken when a movement begins that is done on both sides
        "firstSide": _("First side."),
        "otherSide": _("The other side."),
        "switch": _("Switch sides."),
        "restSet": _("Rest. Then set %(n)s of %(total)s."),
        "restRound": _("Rest. Then round %(n)s of %(total)s."),
        "half": _("Halfway."),
        # Translators: spoken; "text" is one or more whole sentences, “Go on” is the button
        "takeCare": _("Take care. %(text)s Tap “Go on” when you are ready."),
        # Translators: spoken; "dose" is such as 10 times, “Done” is the button
        "ownTime": _("In your own time: %(dose)s. Tap “Done” when you have done them all."),
        "end": _("The session is over."),
    }
