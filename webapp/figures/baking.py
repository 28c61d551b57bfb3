"""Bakes every figure of the content into `webapp/figures/baked/`, in parallel, only what changed.

A figure with a fault is not baked: all faults come together, and nothing is written.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Generator, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from webapp.content import reading
from webapp.content.faults import ContentError, Fault
from webapp.content.model import Model
from webapp.content.schema import Exercise, Picture
from webapp.figures import moving, stills
from webapp.figures.checks import check
from webapp.figures.checks.likeness import Signature, signature, too_alike
from webapp.figures.movement import Beat, Movement
from webapp.figures.posing import PoseError
from webapp.figures.schema import Figure
from webapp.figures.shelf import Baked, Shelf
from webapp.figures.shot import Shot

HERE = Path(__file__).parent
BAKED = HERE / "baked"
KINDS: dict[str, type[Model]] = {"exercises": Exercise, "figures": Picture}


@dataclass(frozen=True)
class Recipe:
    """What one figure is made from."""

    slug: str
    file: str
    figure: Figure
    tempo: tuple[Beat, ...]
    alternates: bool = False

    def key(self, engine: str) -> str:
        tempo = [[beat.name, beat.seconds] for beat in self.tempo]
        told = [engine, self.figure.model_dump_json(), tempo, self.alternates]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def recipes(content: Path) -> list[Recipe]:
    """Every figure of the content; raises ContentError."""
    faults: list[Fault] = []
    found: list[Recipe] = []
    for folder, kind in KINDS.items():
        for file, item in reading.read_folder(content / folder, content, kind):
            if isinstance(item, list):
                faults.extend(item)
            elif isinstance(item, Exercise):
                found.append(_recipe(item, file))
            elif isinstance(item, Picture):
                found.append(Recipe(item.slug, file, item.figure, ()))
    if faults:
        raise ContentError(faults)
    return found


def _recipe(exercise: Exercise, file: str) -> Recipe:
    tempo = tuple(Beat(part.name, part.seconds) for part in exercise.tempo)
    alternates = exercise.dose.sides == "alternate"
    return Recipe(exercise.slug, file, exercise.figure, tempo, alternates)


def movement(recipe: Recipe) -> Movement:
    """The solved figure; a contradiction in its words becomes a ContentError."""
    try:
        return Movement(recipe.slug, recipe.figure, recipe.tempo, alternates=recipe.alternates)
    except PoseError as error:
        raise ContentError([Fault(recipe.file, f"figure.{error.key}", error.remedy)]) from None


def bake_one(recipe: Recipe) -> Baked | list[Fault]:
    """One figure in all its forms, or what is wrong with it."""
    try:
        solved = movement(recipe)
    except ContentError as error:
        return error.faults
    findings = check(solved)
    if findings:
        return [
            Fault(recipe.file, f"figure, {finding.where}", f"{finding.check}: {finding.message}")
            for finding in findings
        ]
    return Baked(recipe.slug, _drawings(Shot(solved)), signature(solved))


def _drawings(shot: Shot) -> dict[str, str]:
    return {
        "moving": moving.figure(shot),
        "still": stills.single(shot),
        "pair": stills.svg_pair(shot),
        "strip": stills.strip(shot, stills.strip_frames(shot)),
    }


def bake(content: Path, into: Path = BAKED) -> Iterator[str]:
    """Bake what changed and say so, a line each; raises ContentError with all faults at once."""
    engine, shelf = engine_digest(), Shelf(into)
    wanted = {recipe.slug: recipe for recipe in recipes(content)}
    keys = {slug: recipe.key(engine) for slug, recipe in wanted.items()}
    if shelf.is_current(keys):
        return
    baked = yield from _bake_all([wanted[slug] for slug in keys if not shelf.has(slug, keys[slug])])
    signatures = {
        slug: baked[slug].signature if slug in baked else shelf.signature(slug) for slug in wanted
    }
    _refuse_doubles(wanted, signatures)
    shelf.replace(keys, baked, signatures)


def _bake_all(fresh: list[Recipe]) -> Generator[str, None, dict[str, Baked]]:
    baked: dict[str, Baked] = {}
    faults: list[Fault] = []
    for number, result in enumerate(_in_parallel(fresh), 1):
        if isinstance(result, list):
            faults.extend(result)
        else:
            baked[result.slug] = result
            yield f"figure {number} of {len(fresh)}: {result.slug}"
    if faults:
        raise ContentError(faults)
    return baked


def _in_parallel(fresh: list[Recipe]) -> Iterator[Baked | list[Fault]]:
    """Results as they come; a single figure is not worth another process."""
    if len(fresh) < 2:
        yield from map(bake_one, fresh)
        return
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        for done in as_completed([pool.submit(bake_one, recipe) for recipe in fresh]):
            yield done.result()


def _refuse_doubles(wanted: Mapping[str, Recipe], signatures: Mapping[str, Signature]) -> None:
    variants = {slug: recipe.figure.variant_of for slug, recipe in wanted.items()}
    faults = [
        Fault(wanted[a].file, "figure", f"looks the same as {b}; change it or add variant_of: {b}")
        for a, b in too_alike(signatures, variants)
    ]
    faults += [
        Fault(wanted[slug].file, "figure.variant_of", f"{other!r} is no figure; name one")
        for slug, other in variants.items()
        if other is not None and other not in wanted
    ]
    if faults:
        raise ContentError(faults)


def engine_digest() -> str:
    """Changes with any file of the engine."""
    digest = hashlib.sha256()
    for path in sorted([*HERE.rglob("*.py"), *HERE.glob("*.yaml")]):
        digest.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
