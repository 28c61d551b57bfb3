"""From wishes to a body: root, trunk, legs, arms."""

from __future__ import annotations

from dataclasses import replace

from webapp.figures.arms import add_arms
from webapp.figures.body import Body
from webapp.figures.geometry import nearest_root
from webapp.figures.legs import add_legs
from webapp.figures.roots import ON_THE_SIDE, Root, find_root
from webapp.figures.spine import trunk
from webapp.figures.wishes import Wishes


def solve(wishes: Wishes) -> Body:
    """The body that fulfils the wishes as far as a body can; `misses` tells where it cannot."""
    root = find_root(wishes)
    if wishes.solve == "lie" and wishes.head_rests and abs(wishes.pelvis.roll) < ON_THE_SIDE:
        wishes = _rest_head(wishes, root)
    body = trunk(wishes, root.place, root.lean)
    add_legs(body, wishes)
    add_arms(body, wishes)
    body.angles.update(_trunk_angles(wishes, root))
    return body


def _trunk_angles(wishes: Wishes, root: Root) -> dict[str, float]:
    """What the limbs' angles do not tell: how the pelvis lies and the spine is curved."""
    pelvis = wishes.pelvis
    regions = ("lumbar", "thoracic", "neck")
    return {
        "pelvis.lean": root.lean,
        "pelvis.turn": pelvis.turn,
        "pelvis.roll": pelvis.roll,
        "pelvis.tilt": pelvis.tilt,
        **{
            f"{region}.{way}": angle
            for region in regions
            for way, angle in vars(wishes.curve(region)).items()
        },
    }


def _rest_head(wishes: Wishes, root: Root) -> Wishes:
    """The neck bends until the head lies on the floor or the pillow."""

    def bent(flex: float) -> Wishes:
        return replace(wishes, neck=replace(wishes.neck, flex=flex))

    def gap(flex: float) -> float:
        return trunk(bent(flex), root.place, root.lean).head_height() - wishes.pillow

    flex = nearest_root(gap, wishes.neck.flex, (-45.0, 65.0), 10.0)
    return wishes if flex is None else bent(flex)
