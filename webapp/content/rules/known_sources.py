"""A claim rests on listed sources; only design choices and general knowledge may name none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content.faults import Fault
from webapp.content.parts import parts
from webapp.content.schema import Claim

if TYPE_CHECKING:
    from webapp.content.library import Library


def check(library: Library) -> Iterator[Fault]:
    for item in library.items():
        for field, claim in parts(item, Claim):
            where = library.file_of(item), f"{field}.sources"
            for source in claim.sources:
                if source not in library.sources:
                    yield Fault(*where, f"there is no source {source}; add it to sources.yaml")
            if not claim.sources and claim.grade != "D" and not claim.from_general_knowledge:
                yield Fault(
                    *where, f"grade {claim.grade} needs a source; name it or lower the grade"
                )
