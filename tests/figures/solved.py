"""The figures of the content, each solved once for all tests."""

from __future__ import annotations

from functools import cache

from webapp import places
from webapp.figures import baking
from webapp.figures.baking import Recipe
from webapp.figures.movement import Movement
from webapp.figures.shot import Shot

RECIPES: dict[str, Recipe] = {recipe.slug: recipe for recipe in baking.recipes(places.CONTENT)}
ALL = sorted(RECIPES)
MOVING = [slug for slug in ALL if RECIPES[slug].tempo]


@cache
def movement(slug: str) -> Movement:
    return baking.movement(RECIPES[slug])


@cache
def shot(slug: str) -> Shot:
    return Shot(movement(slug))
