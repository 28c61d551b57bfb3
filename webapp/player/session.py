"""What the player's script gets: steps, tempo and words, already in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

from webapp import assets, locales, wording
from webapp.content.durations import SWITCH_SECONDS
from webapp.content.library import Library
from webapp.content.schema import Dose, Exercise, Routine
from webapp.figures import served


def of_routine(routine: Routine, library: Library) -> dict[str, Any]:
    steps = [
        _step(library.exercise_of(step), library.dose_of(step), step.note or "")
        for step in routine.steps
    ]
    return _session(steps, routine.rounds, routine.rest)


def of_exercise(exercise: Exercise) -> dict[str, Any]:
    return _session([_step(exercise, exercise.dose, "")], rounds=1, rest=0)


def _session(steps: list[dict[str, Any]], rounds: int, rest: int) -> dict[str, Any]:
    return {
        "steps": steps,
        "rounds": rounds,
        "rest": rest,
        "switch": SWITCH_SECONDS,
        "locale": locales.current().intl,
        "words": dict(_words()),
    }


def _step(exercise: Exercise, dose: Dose, note: str) -> dict[str, Any]:
    return {
        "name": exercise.name,
        "figure": {
            "slug": exercise.slug,
            "address": assets.address(served.name(exercise.slug)),
            "label": exercise.name,
        },
        "ready": exercise.ready,
        "dose": dose.model_dump(exclude_none=True),
        "doseText": wording.dose(dose),
        "note": note,
        "how": list(exercise.steps),
        "tempo": tempo(exercise),
    }


def tempo(exercise: Exercise) -> list[dict[str, Any]]:
    """The parts of one repetition, for the player and for the figure on the exercise's page."""
    return [part.model_dump(include={"name", "kind", "seconds", "cue"}) for part in exercise.tempo]


def _words() -> Mapping[str, str]:
    """The script's messages; it fills in `%(name)s` itself."""
    return {
        "ready": _("Get ready"),
        "rest": _("Rest"),
        "switch": _("Switch sides"),
        "restCue": _("Breathe easily. The next part starts by itself."),
        "switchCue": _("The same once more with the other side."),
        "step": _("Step %(n)s of %(total)s"),
        "left": _("%(time)s left"),
        "repetition": _("Repetition %(n)s of %(total)s"),
        "set": _("Set %(n)s of %(total)s"),
        "round": _("Round %(n)s of %(total)s"),
        "side": _("Side %(n)s of %(total)s"),
        "next": _("Next: %(name)s, %(dose)s"),
        "last": _("This is the last step."),
        "pause": _("Pause"),
        "resume": _("Go on"),
        "paused": _("Paused"),
        "goOn": _("Go on at step %(n)s of %(total)s"),
        "elsewhere": _("A session runs in another tab. End it there first."),
        "going": _("Going on"),
        "awake": _("The screen stays on."),
        "asleep": _("This phone may switch its screen off: set its auto-lock longer."),
        "figure": wording.figure_label(),
        "otherSide": wording.other_side_label(),
        "announce": _("%(phase)s: %(name)s. %(cue)s"),
    }
