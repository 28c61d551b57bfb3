"""What the player's script gets: steps, tempo and words, already in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

from webapp import assets, locales, wording
from webapp.content.durations import PACES, RESTS, SWITCH_SECONDS
from webapp.content.library import Library
from webapp.content.schema import Caution, Dose, Exercise, Routine
from webapp.figures import served
from webapp.player.ladder import shorter

# Between rounds that the reader adds to a routine written for one.
ROUND_REST_SECONDS = 30


def of_routine(routine: Routine, library: Library) -> dict[str, Any]:
    steps = [
        _step(library.exercise_of(step), library.dose_of(step), step.note or "", step.stage)
        for step in routine.steps
    ]
    least = library.limits["least-warm-up"].seconds if routine.need == "before-cold" else 0
    return {
        **_session(steps),
        "kind": "routine",
        "cautions": {**_doctor_first(), **_cautions(routine.cautions)},
        "slug": routine.slug,
        "rounds": routine.rounds,
        "rest": routine.rest if routine.rounds > 1 else ROUND_REST_SECONDS,
        "leastMoving": least,
    }


def of_exercise(exercise: Exercise) -> dict[str, Any]:
    return {
        **_session([_step(exercise, exercise.dose, "")]),
        "kind": "exercise",
        "cautions": _doctor_first(),
        "slug": exercise.slug,
        "rounds": 1,
        "rest": ROUND_REST_SECONDS,
        "leastMoving": 0,
    }


def _session(steps: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "steps": steps,
        "switch": SWITCH_SECONDS,
        "paces": PACES,
        "rests": RESTS,
        "locale": locales.current().intl,
        "words": dict(_words()),
    }


def _step(exercise: Exercise, dose: Dose, note: str, stage: int | None = None) -> dict[str, Any]:
    return {
        "name": exercise.name,
        "figure": {
            "slug": exercise.slug,
            "address": assets.address(served.name(exercise.slug)),
            "label": exercise.name,
        },
        "stage": stage,
        "ready": exercise.ready,
        **_dose(dose),
        "shorter": [_dose(each) for each in shorter(dose)],
        "note": note,
        "easier": exercise.easier,
        "harder": exercise.harder,
        "how": list(exercise.steps),
        "cautions": _cautions(exercise.cautions),
        "tempo": tempo(exercise),
    }


def _doctor_first() -> dict[str, str]:
    """For whom `static/js/shared/conditions.js` marks so: before any exercise."""
    return {"doctor": _("See a doctor before you use exercises.")}


def _cautions(cautions: tuple[Caution, ...]) -> dict[str, str]:
    """By condition what the player says before a step of whoever has it."""
    return {caution.condition: caution.text for caution in cautions}


def _dose(dose: Dose) -> dict[str, Any]:
    return {"dose": dose.model_dump(exclude_none=True), "doseText": wording.dose(dose)}


def tempo(exercise: Exercise) -> list[dict[str, Any]]:
    """The parts of one repetition, for the player and for the figure on the exercise's page."""
    return [part.model_dump(include={"name", "kind", "seconds", "cue"}) for part in exercise.tempo]


def _words() -> Mapping[str, str]:
    """The script's messages; it fills in `%(name)s` itself."""
    return {
        "ready": _("Get ready"),
        "rest": _("Rest"),
        "switch": _("Switch sides"),
        "ownTime": _("In your own time"),
        "ownTimeCue": _("Tap Done when you have done them all."),
        "easier": _("Easier: %(text)s"),
        "harder": _("Harder: %(text)s"),
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
        "takeCare": _("Take care"),
        "paused": _("Paused"),
        "goOn": _("Go on at step %(n)s of %(total)s"),
        "elsewhere": _("A session runs in another tab. End it there first."),
        "going": _("Going on"),
        "awake": _("The screen stays on."),
        "asleep": _("This phone may switch its screen off: set its auto-lock longer."),
        "half": _("Halfway"),
        "close": _("Close"),
        "end": _("End the session"),
        "figure": wording.figure_label(),
        "otherSide": wording.other_side_label(),
        "announce": _("%(phase)s: %(name)s. %(cue)s"),
        "skipped": _("Skipped: %(name)s"),
        "start": _("Start, %(length)s"),
        **wording.duration_forms(),
        **_refusals(),
        **_results(),
    }


def _refusals() -> Mapping[str, str]:
    """Why a wish about the session is not followed, and what can be done instead."""
    return {
        "moving": _(
            "Not enough time: before water below 26\u00a0°C the movement stays at ten minutes or "
            "more. With less time, do not go in."
        ),
        "stage": _("Before cold water one step of each stage has to stay."),
        "passed": _("You are past that already."),
        "unkept": _("This browser does not keep settings. They hold until you leave the page."),
        "long": _("That would take more than 90\u00a0minutes. Take fewer rounds."),
        "empty": _("One step has to stay."),
        "shortest": _("It does not get shorter than this."),
    }


def _results() -> Mapping[str, str]:
    return {
        "result": _("%(length)s, step %(n)s of %(total)s."),
        "kept": _("Kept on this device only."),
        "notKept": _("This browser did not keep it. Leave the page open and try again."),
    }
