"""Every typical slip of an author is refused or reported, with the place and what to do."""

from __future__ import annotations

import re

import pytest
import yaml

from tests.figures.planted import MISTAKES, Keys, Mistake, found, judged, keys, outcome, put
from webapp.content.faults import Fault
from webapp.content.reading import PlainLoader
from webapp.figures.findings import Finding

REFUSED = [name for name, mistake in MISTAKES.items() if mistake.refused]
REPORTED = [name for name, mistake in MISTAKES.items() if not mistake.refused]
# A value that can be copied into the pose, such as `leg_r: {hip: 28}`.
COPYABLE = re.compile(r"`(\w+: \{[^`]*\})`")
WITH_VALUE = [name for name in REPORTED if any("{" in word for word in MISTAKES[name].says)]


@pytest.mark.parametrize("name", REFUSED)
def test_a_slip_in_the_words_is_refused_with_place_value_and_what_is_possible(name: str) -> None:
    told = [str(fault) for fault in outcome(name) if isinstance(fault, Fault)]
    assert any(all(word in text for word in MISTAKES[name].says) for text in told), outcome(name)


@pytest.mark.parametrize("name", REFUSED)
def test_no_refusal_speaks_as_a_programmer_would(name: str) -> None:
    for fault in outcome(name):
        assert not re.search(r"Input should|valid|\[key\]|function-", str(fault)), fault


@pytest.mark.parametrize("name", REPORTED)
def test_a_slip_in_the_pose_is_reported_with_place_and_remedy(name: str) -> None:
    assert reported(MISTAKES[name]), [str(each) for each in outcome(name)]


@pytest.mark.parametrize("name", REPORTED)
def test_the_good_figure_has_none_of_it(name: str) -> None:
    mistake = MISTAKES[name]
    assert [finding for finding in found(mistake.figure) if is_told(mistake, finding)] == []


@pytest.mark.parametrize("name", WITH_VALUE)
def test_what_is_said_to_be_nearest_is_well(name: str) -> None:
    """A value that stands in the message can be copied into the pose, and the report is gone."""
    mistake = MISTAKES[name]
    finding = reported(mistake)[0]
    left = [
        str(each)
        for each in judged(mistake.figure, with_remedy(mistake, finding))
        if isinstance(each, Fault) or about(each) == about(finding)
    ]
    assert left == []


def reported(mistake: Mistake) -> list[Finding]:
    return [
        finding
        for finding in outcome(mistake.mistake)
        if isinstance(finding, Finding) and is_told(mistake, finding)
    ]


def is_told(mistake: Mistake, finding: Finding) -> bool:
    return finding.check == mistake.check and all(word in str(finding) for word in mistake.says)


def with_remedy(mistake: Mistake, finding: Finding) -> Keys:
    """The figure with the mistake, and the first value that the finding names put into it."""
    data = keys(mistake.figure)
    for path, value in mistake.change.items():
        put(data, path.split("."), value)
    (text, *_) = COPYABLE.findall(finding.message)
    remedy = yaml.load(text, PlainLoader)
    for limb, numbers in remedy.items():
        for key, value in numbers.items():
            put(data, ["poses", finding.where, limb, key], value)
    return data


def about(finding: Finding) -> tuple[str, str, str]:
    """What a finding speaks of, without its numbers."""
    return finding.check, finding.where, " ".join(finding.message.split()[:4])
