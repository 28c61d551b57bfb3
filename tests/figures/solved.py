"""The figures of the content, each solved once for all tests."""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cache

import pytest

from webapp import places
from webapp.figures import baking
from webapp.figures.baking import Recipe
from webapp.figures.movement import Movement
from webapp.figures.shot import Shot

RECIPES: dict[str, Recipe] = {recipe.slug: recipe for recipe in baking.recipes(places.CONTENT)}
ALL = sorted(RECIPES)
MOVING = [slug for slug in ALL if RECIPES[slug].tempo]

# One of each kind: every base, moving and still, with a prop, from near, to the other side in turn,
# as a flow, a variant, the shortest and the longest. `make test-all` takes all of them.
SAMPLE = {
    *("bird-dog", "cloud-hands", "cold-pack-prone", "dead-bug", "figure-four", "float-signal"),
    *("heat-pack-side", "hold-edge", "leg-swings", "march-on-the-spot", "open-book"),
    *("pelvic-tilt", "prone-prop", "seated-twist", "wade-in"),
}


def each_figure(slugs: Iterable[str], seen: Container[str] = SAMPLE) -> pytest.MarkDecorator:
    """A test for each figure; `make test` takes a sample."""
    marks = {True: [], False: [pytest.mark.sweep]}
    return pytest.mark.parametrize(
        "slug", [pytest.param(slug, marks=marks[slug in seen]) for slug in slugs]
    )


@cache
def movement(slug: str) -> Movement:
    return baking.movement(RECIPES[slug])


@cache
def shot(slug: str) -> Shot:
    return Shot(movement(slug))
