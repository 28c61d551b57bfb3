"""What no figure may do: one check a file, each a function `check` that yields findings.

A check is found by its file; a figure excuses a warning by the check's name and a reason. Every
figure of the content must come out clean.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from webapp.figures.findings import Finding
from webapp.figures.movement import Movement

# Compares figures with each other, so it is no check of one.
BETWEEN_FIGURES = "likeness"
NAMES = sorted(module.name for module in iter_modules(__path__) if module.name != BETWEEN_FIGURES)


def check(movement: Movement) -> list[Finding]:
    """All that is wrong and not excused: errors, then warnings."""
    found = _found(movement)
    kept = [finding for finding in found if not _is_excused(movement, finding)]
    return sorted({*kept, *_idle_excuses(movement, found)})


def excused(movement: Movement) -> list[Finding]:
    """The warnings that the figure excuses."""
    return sorted({each for each in _found(movement) if _is_excused(movement, each)})


def _found(movement: Movement) -> list[Finding]:
    return [
        finding for name in NAMES for finding in import_module(f"{__name__}.{name}").check(movement)
    ]


def _is_excused(movement: Movement, finding: Finding) -> bool:
    return finding.level == "warning" and finding.check in movement.figure.excuse


def _idle_excuses(movement: Movement, found: list[Finding]) -> Iterator[Finding]:
    """An excuse that excuses nothing is a fault, so that the list of excuses shrinks."""
    for name in movement.figure.excuse:
        where = f"excuse.{name}"
        levels = {finding.level for finding in found if finding.check == name}
        if name not in NAMES:
            message = f"{name!r} is not a check; possible: {', '.join(NAMES)}"
            yield Finding("error", "excuse", where, message)
        elif "warning" not in levels:
            message = (
                "an error cannot be excused; mend it and take the excuse out"
                if levels
                else "excuses nothing; take it out"
            )
            yield Finding("error", "excuse", where, message)
