"""A feature is one word in every tree, and what is found there belongs to a feature."""

from __future__ import annotations

from pathlib import Path

import pytest

from webapp import create_app, places
from webapp.config import read

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "webapp"

# Folders that are no feature, by tree; one that is gone must leave the list.
COMMON = {
    "templates": {"layouts", "components", "errors", "export"},
    "static/js": {"frame", "shared"},
    "static/css": {
        "main",
        "safety",
        "water",
        "drinks",
        "sharing",
        "print-sheet",
        "builder",
        "search",
        "key",
        "keys",
        "home",
        "library",
        "session",
        "signs",
        "tokens",
        "base",
        "text",
        "rows",
        "notes",
        "buttons",
        "lane",
        "fields",
        "components",
        "figures",
        "frame",
    },
    "tests": {
        "backup",
        "bench",
        "browser",
        "cli",
        "config",
        "content",
        "crawlers",
        "database",
        "doctor",
        "errors",
        "export",
        "figures",
        "front",
        "health",
        "js",
        "lighthouse",
        "locales",
        "logs",
        "machines",
        "rendering",
        "repository",
        "security",
        "shown",
        "soak",
        "tls",
        "translations",
    },
    "tests/js": {"shared", "soak", "node_modules"},
}
NO_FEATURE = {"backup", "content", "doctor", "export", "figures", "migrations"}

FEATURES = {
    path.parent.name for path in PACKAGE.glob("*/__init__.py") if path.parent.name not in NO_FEATURE
}


def names(tree: str) -> set[str]:
    folder = ROOT / tree
    if tree == "static/css":
        return {of_feature(path.stem) for path in folder.glob("*.css")}
    return {
        path.name
        for path in folder.iterdir()
        if path.is_dir() and not path.name.startswith(("_", "."))
    }


def of_feature(sheet: str) -> str:
    """A feature with much style has a sheet for each of its parts, such as build-step."""
    feature = sheet.partition("-")[0]
    return feature if feature in FEATURES else sheet


@pytest.mark.parametrize("tree", COMMON)
def test_every_folder_is_a_feature_or_common(tree: str) -> None:
    strangers = names(tree) - FEATURES - COMMON[tree]
    assert not strangers, f"{tree}/: {strangers} should be one of {sorted(FEATURES)}"


@pytest.mark.parametrize("tree", COMMON)
def test_no_exception_outlives_its_reason(tree: str) -> None:
    gone = COMMON[tree] - names(tree) - {"node_modules"}
    assert not gone, f"{tree}/: {gone} no longer exist; take them off the list"


@pytest.mark.parametrize("feature", sorted(FEATURES))
def test_a_feature_has_templates_and_tests_of_its_name(feature: str) -> None:
    for tree in ("templates", "tests"):
        assert (ROOT / tree / feature).is_dir(), f"{tree}/{feature}/ is missing"


@pytest.mark.parametrize("feature", sorted(FEATURES))
def test_a_feature_says_in_one_sentence_what_it_is_for(feature: str) -> None:
    first = (PACKAGE / feature / "__init__.py").read_text("utf-8").splitlines()[0]
    assert first.startswith(f'"""{feature.capitalize()}: ')
    assert first.endswith('."""')


def test_endpoints_bear_the_name_of_their_feature(tmp_path: Path) -> None:
    app = create_app(read({"LIMBER_INSTANCE": str(tmp_path), "LIMBER_DEVELOPMENT": "1"}))
    blueprints = {endpoint.split(".")[0] for endpoint in app.view_functions}
    assert blueprints == FEATURES | {
        "crawlers",
        "entrance",
        "health",
        "journal_schema",
        "manifest",
        "reminders_api",
        "share_api",
        "share_opening",
    }


def test_a_view_renders_the_template_of_its_feature() -> None:
    for feature in FEATURES:
        views = (PACKAGE / feature / "views.py").read_text("utf-8")
        rendered = {line.split('"')[1] for line in views.splitlines() if '.html"' in line}
        for template in rendered:
            assert template.split("/")[0] == feature
            assert (places.TEMPLATES / template).is_file()


def test_every_template_is_used() -> None:
    everything = "\n".join(
        path.read_text("utf-8")
        for pattern in ("webapp/**/*.py", "templates/**/*.html")
        for path in ROOT.glob(pattern)
    )
    for path in places.TEMPLATES.rglob("*.html"):
        assert f'"{path.relative_to(places.TEMPLATES).as_posix()}"' in everything, path


def test_every_module_says_what_it_is_for() -> None:
    for path in PACKAGE.rglob("*.py"):
        assert path.read_text("utf-8").startswith('"""'), f"{path}: say what it is for"
