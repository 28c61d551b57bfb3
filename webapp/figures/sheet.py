"""Pages for authors and reviewers: everything there is to see and to know of a figure.

Written as one HTML file each, and as a picture beside it where a Chromium is found.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from html import escape
from math import ceil
from pathlib import Path

import brotli

from webapp import places
from webapp.figures import moving, stills
from webapp.figures.baking import Recipe, movement, recipes
from webapp.figures.camera import Camera
from webapp.figures.checks import check, excused
from webapp.figures.geometry import angle
from webapp.figures.movement import Movement, Passage
from webapp.figures.shot import Shot
from webapp.figures.style import style_sheet
from webapp.figures.values import CM_PER_STATURE
from webapp.figures.wishes import PlacedArm

# What a second camera sees best, by how the body is placed; the other where the first is taken.
SECOND_VIEWS = {
    "stand": ("front", "side"),
    "kneel": ("front_high", "side"),
    "lie": ("above", "side_high"),
    "sit": ("quarter", "side"),
    "plank": ("front_high", "side"),
}
# Degrees between two cameras that show the same.
APART = 30
# Of the pictures, in pixels; a row of the contact sheet holds three figures.
WIDTH, SHEET_HEIGHT, TITLE_HEIGHT, ROW_HEIGHT = 1400, 2450, 80, 262
WAY_HEIGHT = 200
# How often a way from pose to pose is shown.
MOMENTS = 10
HEADLESS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
LAYOUT = """
body{background:var(--paper);color:var(--ink);font:14px/1.4 sans-serif;margin:16px;display:block}
h1{font-size:22px;margin:0 0 4px}h2{font-size:15px;margin:16px 0 4px}
.figure{max-block-size:420px}.way .figure{max-block-size:150px}
.large{display:flex;gap:16px}.large>*{flex:1 1 0;min-inline-size:0}
.contact{display:grid;grid-template-columns:repeat(3,1fr);gap:16px}
.contact .figure{block-size:220px}
table{border-collapse:collapse}td,th{padding:1px 10px 1px 0;text-align:end}
"""


class UnknownFigureError(ValueError):
    """No figure has this slug."""


def write(slugs: Sequence[str], into: Path) -> list[Path]:
    """A sheet for each figure; raises UnknownFigureError and ContentError."""
    known = {recipe.slug: recipe for recipe in recipes(places.CONTENT)}
    if unknown := [slug for slug in slugs if slug not in known]:
        raise UnknownFigureError(unknown[0])
    return [save(into / slug, known[slug]) for slug in slugs]


def save(path: Path, recipe: Recipe) -> Path:
    """One figure's sheet."""
    ways = sum(len(shown.to) for shown in recipe.figure.timeline)
    return _save(path, _sheet(recipe), SHEET_HEIGHT + ways * WAY_HEIGHT)


def write_all(into: Path) -> Path:
    """All figures on one page, so that the odd one shows beside its neighbours."""
    cells = [_cell(recipe) for recipe in recipes(places.CONTENT)]
    page = _page("All figures", f'<div class="contact">{"".join(cells)}</div>')
    return _save(into / "all", page, TITLE_HEIGHT + ceil(len(cells) / 3) * ROW_HEIGHT)


def _cell(recipe: Recipe) -> str:
    shot = Shot(movement(recipe))
    return f"<div>{stills.svg_pair(shot)}<b>{recipe.slug}</b>: {_verdict(shot.movement)}</div>"


def _verdict(solved: Movement) -> str:
    found = check(solved)
    return f"{len(found)} findings" if found else "no finding"


def _sheet(recipe: Recipe) -> str:
    solved = movement(recipe)
    shot = Shot(solved)
    second = Shot(solved, Camera(_second_view(solved)))
    frames = stills.strip_frames(shot)
    large = "".join(f"<div>{_one(shot, frame)}</div>" for frame in stills.ends(shot))
    return _page(
        recipe.slug,
        f"<p>{escape(recipe.file)} · {_bytes(shot)}</p>"
        f"<h2>Findings</h2>{_findings(solved)}"
        f"<h2>Strip</h2>{stills.strip(shot, frames)}"
        f"<h2>Every way, in {MOMENTS} moments</h2>{_ways(shot)}"
        f'<h2>The two poses that tell it</h2><div class="large">{large}</div>'
        f"<h2>Another camera</h2>{stills.strip(second, frames)}"
        f"<h2>Angles in degrees</h2>{_angles(solved)}"
        f"<h2>Hands in centimetres, for 170 cm</h2>{_lengths(solved)}",
    )


def _one(shot: Shot, frame: int) -> str:
    return stills.svg(shot.box, stills.ground(shot) + stills.pose(shot, frame))


def _ways(shot: Shot) -> str:
    """What lies between the poses, small: a row for each passage that moves."""
    rows = [
        f"<p>{escape(passage.source)} → {escape(passage.target)}</p>"
        f'<div class="way">{stills.strip(shot, _moments(shot.movement, passage))}</div>'
        for passage in shot.movement.passages
        if passage.moves
    ]
    return "".join(rows) or "<p>none</p>"


def _moments(solved: Movement, passage: Passage) -> list[int]:
    """Frames evenly spread over a passage, both ends among them."""
    step = (passage.end - passage.start) / (MOMENTS - 1)
    return [solved.frame_at(passage.start + step * number) for number in range(MOMENTS)]


def _second_view(solved: Movement) -> str:
    """What shows what the figure's own camera hides."""
    wanted, otherwise = SECOND_VIEWS[solved.keys[solved.figure.first].wishes.solve]
    apart = angle(Camera(wanted).sight, solved.camera.sight)
    return wanted if apart > APART else otherwise


def _bytes(shot: Shot) -> str:
    texts = {
        "moving": moving.figure(shot),
        "still": stills.single(shot),
        "pair": stills.svg_pair(shot),
    }
    sizes = [f"{name} {len(brotli.compress(text.encode()))} B br" for name, text in texts.items()]
    return ", ".join(sizes)


def _findings(solved: Movement) -> str:
    """What is to be mended, and what is excused and why."""
    lines = [
        f"<li><b>{each.level}</b> {escape(each.where)}: {escape(each.message)}</li>"
        for each in check(solved)
    ]
    lines += [
        f"<li><b>excused</b> {escape(each.where)}: {escape(each.message)}"
        f" Because: {escape(solved.figure.excuse[each.check])}</li>"
        for each in excused(solved)
    ]
    return f"<ul>{''.join(lines)}</ul>" if lines else "<p>none</p>"


def _angles(solved: Movement) -> str:
    names = sorted({name for key in solved.keys.values() for name in key.body.angles})
    rows = {
        pose: [f"{key.body.angles[name]:.0f}" for name in names]
        for pose, key in solved.keys.items()
    }
    return _table(names, rows)


def _lengths(solved: Movement) -> str:
    """Offsets of placed hands, so that a slip of a factor is seen."""
    heads = ["hand", "place", "fwd", "up", "out"]
    rows = {}
    for pose, key in solved.keys.items():
        for side, arm in key.wishes.limbs.arm.items():
            if isinstance(arm, PlacedArm):
                lengths = [f"{value * CM_PER_STATURE:.0f}" for value in arm.spot.offset]
                rows[f"{pose} {side}"] = [side, arm.spot.place, *lengths]
    return _table(heads, rows)


def _table(heads: Sequence[str], rows: dict[str, list[str]]) -> str:
    """One column for each row of `rows`, for there are more angles than poses."""
    top = "".join(f"<th>{escape(name)}</th>" for name in rows)
    columns = list(rows.values())
    lines = ""
    for i, head in enumerate(heads):
        cells = "".join(f"<td>{column[i]}</td>" for column in columns)
        lines += f"<tr><th>{escape(head)}</th>{cells}</tr>"
    return f"<table><tr><th></th>{top}</tr>{lines}</table>"


def _page(title: str, inside: str) -> str:
    sources = places.STATIC / "css"
    tokens = (sources / "tokens.css").read_text("utf-8")
    colours = (sources / "figures.css").read_text("utf-8")
    style = "\n".join([tokens, style_sheet(), colours, LAYOUT])
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{style}</style><body><h1>{escape(title)}</h1>{inside}"
    )


def _save(path: Path, text: str, height: int) -> Path:
    """The page, and the place of its picture where there is one, of this many pixels."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page = path.with_suffix(".html")
    page.write_text(text, "utf-8")
    return _picture(page, height) or page


def _picture(page: Path, height: int) -> Path | None:
    """The page as a PNG beside it; None where there is no Chromium that can do it."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        return None
    picture = page.with_suffix(".png")
    command = [
        browser,
        *HEADLESS,
        f"--window-size={WIDTH},{height}",
        f"--screenshot={picture}",
        page.resolve().as_uri(),
    ]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=60)  # noqa: S603 our page
    except (OSError, subprocess.SubprocessError):
        return None
    return picture
