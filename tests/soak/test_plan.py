"""The plan that a run is held to: of every session there is, told apart by what is shown."""

from __future__ import annotations

import json
import subprocess
from itertools import pairwise

import pytest
from flask import Flask

from tests import node
from webapp.content import library
from webapp.player import session


@pytest.mark.parametrize("slug", sorted(library.english().routines))
def test_no_two_phases_in_a_row_look_alike(app: Flask, slug: str) -> None:
    english = library.english()
    with app.test_request_context("/en/"):
        written = session.of_routine(english.routines[slug], english)
    planned = node.run("tests/js/player/plan.js", input=json.dumps(written), stdout=subprocess.PIPE)
    phases = json.loads(planned.stdout)
    assert len(phases) > len(written["steps"])
    for before, after in pairwise(phases):
        assert before["start"] + before["seconds"] == after["start"]
        assert before["shown"] != after["shown"], f"{slug}: a change at {after['start']} s unseen"
