"""Killed by -9 while a thousand are published: whoever was told a code has it."""

from __future__ import annotations

import os
import random
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from webapp.share.models import routine, version
from webapp.share.routine import SharedRoutine

ROOT = Path(__file__).parents[2]
ROUTINES = 1000
KILLS = 2
REPEATED = 50


def run(settings: dict[str, str], wanted: list[str], kill_after: int | None) -> dict[str, str]:
    """Publish these, as phones repeat it, and kill after so many; what was acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.share.mortal"],
        env={**os.environ, **settings, "LIMBER_RATE_LIMIT": "1000000 per minute"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("\n".join(wanted))
        process.stdin.close()
        lines = []
        for line in process.stdout:
            lines.append(line.split())
            if len(lines) == kill_after:
                process.kill()
    assert process.returncode == (0 if kill_after is None else -9)
    return dict(lines)


@pytest.mark.sweep
def test_killed_while_publishing_every_acknowledged_one_is_there(
    settings: dict[str, str], engine: Engine
) -> None:
    wanted = [secrets.token_urlsafe(16) for _ in range(ROUTINES)]
    told: dict[str, str] = {}
    for _ in range(KILLS):
        left = [secret for secret in wanted if secret not in told]
        told |= run(settings, left, random.randint(50, 400))
        assert kept(engine).items() >= told.items()
    assert len(told) < ROUTINES
    # What was written and not acknowledged is not made twice when the phone asks again.
    repeated = random.sample(sorted(told), REPEATED)
    left = [secret for secret in wanted if secret not in told]
    answers = run(settings, left + repeated, None)
    assert {secret: answers[secret] for secret in repeated}.items() <= told.items()
    told |= answers
    assert set(told) == set(wanted)
    assert kept(engine) == told


def kept(engine: Engine) -> dict[str, str]:
    """The code of each secret, which stands in the title; one version of each."""
    whole = select(routine.c.code, version.c.body).join_from(routine, version)
    with engine.connect() as connection:
        rows = connection.execute(whole).all()
    found = {SharedRoutine.of(row.body).title.removeprefix("Of "): row.code for row in rows}
    assert len(found) == len(rows)
    return found
