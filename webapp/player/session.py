"""What the player's script gets: steps, tempo and words, already in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from flask_babel import gettext as _

from webapp import assets, locales, wording
from webapp.content.durations import PACES, RESTS, SWITCH_SECONDS
from webapp.content.library import Library
from webapp.content.schema import Caution, Dose, Exercise, Routine, TempoPart
from webapp.figures import served

# Between rounds that the reader adds to a routine written for one.
ROUND_REST_SECONDS = 30


def of_routine(routine: Routine, library: Library) -> dict[str, Any]:
    steps = [
        step(library.exercise_of(each), library.dose_of(each), each.note or "", each.stage)
        for each in routine.steps
    ]
    rounds = routine.rounds, routine.rest
    found = whole("routine", routine.slug, steps, routine.cautions, rounds)
    if routine.need == "before-cold":
        found["leastMoving"] = least_moving(library)
    return found


def of_exercise(exercise: Exercise) -> dict[str, Any]:
    return whole("exercise", exercise.slug, [step(exercise, exercise.dose)])


def whole(
    kind: Literal["routine", "exercise", "shared"],
    slug: str,
    steps: list[dict[str, Any]],
    cautions: tuple[Caution, ...] = (),
    rounds: tuple[int, int] = (1, 0),
) -> dict[str, Any]:
    """A session; `rounds` are how many, and the seconds between two.

    Below `leastMoving`, seconds of movement, no adjustment may go.
    """
    return {
        "kind": kind,
        "slug": slug,
        "steps": steps,
        "cautions": {**doctor_first(), **by_condition(cautions)},
        "rounds": rounds[0],
        "rest": rounds[1] if rounds[0] > 1 else ROUND_REST_SECONDS,
        "leastMoving": 0,
        **frame(),
    }


def frame() -> dict[str, Any]:
    """What every session has in common, in the reader's language."""
    return {
        "switch": SWITCH_SECONDS,
        "paces": PACES,
        "rests": RESTS,
        "locale": locales.current().intl,
        "words": dict(_words()),
        "doses": wording.dose_forms(),
    }


def least_moving(library: Library) -> int:
    """Seconds of movement before cold water."""
    return library.limits["least-warm-up"].seconds


def step(
    exercise: Exercise, dose: Dose, note: str = "", stage: int | None = None
) -> dict[str, Any]:
    return {
        **movement(exercise),
        "figure": {
            "slug": exercise.slug,
            "address": assets.address(served.name(exercise.slug)),
        },
        "stage": stage,
        "dose": dose.model_dump(exclude_none=True),
        "doseText": wording.dose(dose),
        "note": note,
        **native(exercise),
    }


def native(exercise: Exercise) -> dict[str, Any]:
    """What it is called where it comes from, if it has such a name."""
    return {"native": exercise.native.model_dump()} if exercise.native else {}


def movement(exercise: Exercise) -> dict[str, Any]:
    """What a step has of its exercise, however much of it is done."""
    return {
        "name": exercise.name,
        "ready": exercise.ready,
        "easier": exercise.easier,
        "harder": exercise.harder,
        "how": list(exercise.steps),
        "cautions": by_condition(exercise.cautions),
        "tempo": tempo(exercise),
    }


def doctor_first() -> dict[str, str]:
    """For whom `static/js/shared/conditions.js` marks so: before any exercise."""
    return {"doctor": _("See a doctor before you use exercises.")}


def by_condition(cautions: tuple[Caution, ...]) -> dict[str, str]:
    """What the player says before a step of whoever has it; of two for one condition both."""
    said: dict[str, list[str]] = {}
    for caution in cautions:
        said.setdefault(caution.condition, []).append(caution.text)
    return {condition: " ".join(texts) for condition, texts in said.items()}


def tempo(exercise: Exercise) -> list[dict[str, Any]]:
    """The parts of one repetition, for the player and for the figure on the exercise's page."""
    return [_part(each) for each in exercise.tempo]


def _part(part: TempoPart) -> dict[str, Any]:
    """With the way of its breath, unless that is free."""
    # Not dumped by the model: of a slower exercise the seconds may be parts of one.
    names = ("name", "kind", "seconds", "cue", *(("breath",) if part.breath != "free" else ()))
    return {name: getattr(part, name) for name in names}


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
        "breath": _("Breath %(n)s of %(total)s"),
        # Translators: breathe in, as one word beside a shape that grows
        "in": _("In"),
        # Translators: breathe out, as one word beside a shape that gets smaller
        "out": _("Out"),
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
