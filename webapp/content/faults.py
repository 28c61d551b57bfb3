"""A fault in the content, written as `file: field: what to do`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to mend."""

    file: str
    field: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}: {self.field}: {self.remedy}"


class ContentError(Exception):
    """Every fault of the content at once; Limber does not start with one."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))


def from_validation(file: str, error: ValidationError) -> list[Fault]:
    return [
        Fault(file, ".".join(map(str, item["loc"])) or "(whole file)", _remedy(dict(item)))
        for item in error.errors(include_url=False)
    ]


def _remedy(item: dict[str, object]) -> str:
    message = str(item["msg"]).removeprefix("Value error, ")
    remedies = {
        "missing": "is missing; add it",
        "extra_forbidden": "is unknown; remove it or mend its spelling",
        "too_short": "needs at least one entry",
        "string_pattern_mismatch": f"{item['input']!r} has the wrong form; {message.lower()}",
    }
    return remedies.get(str(item["type"]), f"{item['input']!r} cannot stand here; {message}")
