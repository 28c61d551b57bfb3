"""What the bundler cannot write in another way is not in the bundles: an older browser throws."""

from __future__ import annotations

import re

import pytest

import hatch_build

# As the bundler leaves them: what its targets do not read it hands to RegExp at run time.
SYNTAX = {
    "lookbehind": r"\(\?<[!=]",
    "modifiers": r"\(\?(?:[ims]+(?:-[ims]*)?|-[ims]+):",
    "sets of signs": r'RegExp\("(?:[^"\\]|\\.)*","\w*v\w*"',
}
# Newer than one of them, though `tsc` knows them.
CALLS = (
    *("checkVisibility", "toSorted", "toReversed", "toSpliced", "groupBy", "withResolvers"),
    *("AbortSignal.any", "canParse", "fromAsync", "isWellFormed"),
)


@pytest.mark.parametrize("kind", SYNTAX)
def test_no_bundle_has_a_pattern_that_a_target_cannot_read(kind: str) -> None:
    bundles = list(hatch_build.BUNDLES.glob("js/**/*.js"))
    found = [path.name for path in bundles if re.search(SYNTAX[kind], path.read_text("utf-8"))]
    assert bundles
    assert found == [], f"{kind}: Safari 16.0 cannot read it; write it in another way"


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("lookbehind", 'new RegExp("(?<!\\\\d)a")'),
        ("lookbehind", "/(?<=a)b/"),
        ("modifiers", 'new RegExp("(?i-m:a)")'),
        ("sets of signs", 'new RegExp("[a--b]\\"","gv")'),
    ],
)
def test_such_a_pattern_is_known(kind: str, source: str) -> None:
    assert re.search(SYNTAX[kind], source)
    assert not any(
        re.search(each, '/(?:a)(?<b>c)(?=d)/v;RegExp("v","u")') for each in SYNTAX.values()
    )


@pytest.mark.parametrize("call", CALLS)
def test_no_bundle_calls_what_a_target_lacks(call: str) -> None:
    bundles = hatch_build.BUNDLES.glob("js/**/*.js")
    found = [path for path in bundles if f"{call}(" in path.read_text("utf-8")]
    assert found == [], f"{call}: Safari 16.0, Firefox 115 or Chrome 109 lacks it"
