"""README is true: its commands, its settings, its map."""

from __future__ import annotations

import re
from pathlib import Path

from webapp import config

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def test_the_settings_table_is_the_code_s() -> None:
    assert config.table() in README, "paste what `make settings` prints into README"


def test_every_make_target_that_readme_names_exists() -> None:
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", README, re.M))
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.M))
    assert named <= targets, named - targets
    assert {"serve", "test", "budget", "help"} <= named


def test_every_target_is_explained_by_make_help() -> None:
    phony = set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.M).group(1).split())  # type: ignore[union-attr]
    explained = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.M))
    assert phony == explained


def test_every_path_in_the_map_exists() -> None:
    block = README.split("## Map", 1)[1].split("```")[1]
    for line in block.splitlines():
        path = line.split("  ")[0].strip()
        if path:
            assert (ROOT / path).exists(), path


def test_every_test_that_readme_names_exists() -> None:
    for path, name in re.findall(r"`(tests/[\w/.]+)::([^`]+)`", README):
        text = (ROOT / path).read_text("utf-8")
        written = f"def {name}(" if path.endswith(".py") else f'test("{name}'
        assert written in text, f"{path}::{name}: there is no such test; name the one that shows it"


def test_a_list_of_how_to_add_is_at_most_eight_steps() -> None:
    parts = re.split(r"^## How to add an? ", README, flags=re.M)[1:]
    assert {"exercise", "routine", "figure", "language"} <= {each.split("\n")[0] for each in parts}
    for part in parts:
        steps = re.findall(r"^\d+\. ", part.split("\n## ")[0], re.M)
        assert 0 < len(steps) <= 8
