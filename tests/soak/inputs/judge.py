"""Asks the parsers of outside input so often in all, on the server and in the browser's modules."""

from __future__ import annotations

import json
import secrets
import subprocess
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from random import Random

from tests import node
from tests.asking import PAGE
from tests.soak.inputs import documents, lines, wrong
from tests.soak.inputs.answering import Answering
from tests.soak.inputs.asked import JSON, Ask, Known
from tests.soak.inputs.asks import PARSERS
from tests.soak.judging import Row

# Of what is asked, so many go over real sockets, and so many to the modules of the browser.
LINES, MODULES = 0.05, 0.25
PUBLISHED = 12
NAMED = 5
SCRIPT = "tests/js/soak/inputs.js"
NODE_SECONDS = 1800


def judge(count: int, seed: str = "") -> list[Row]:
    """All of it; a seed asks the same once more."""
    seed = seed or secrets.token_hex(4)
    on_lines, in_modules = round(count * LINES), round(count * MODULES)
    print(f"  seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        rows = list(of_server(Path(folder), count - on_lines - in_modules, seed))
        rows.append(of_lines(Path(folder) / "on lines", on_lines, seed))
    rows += of_modules(in_modules, seed)
    return [*rows, Row("asked", f"{count} times with seed {seed}")]


def of_server(folder: Path, count: int, seed: str) -> Iterator[Row]:
    with Answering(folder / "instance") as answering:
        known = publish(answering, seed)
        for name, each in shared_out(count, PARSERS).items():
            yield _row(name, *_asked(answering, known, name, each, seed))


def publish(answering: Answering, seed: str) -> Known:
    """What is there to be asked for, of secrets that nobody else has."""
    chance, owners = Random(seed), {}
    for number in range(PUBLISHED):
        secret = f"{number:022}"
        headers = {**PAGE, **JSON, "Authorization": f"Bearer {secret}"}
        body = json.dumps(documents.routine(chance)).encode()
        answer = answering.ask(Ask("/api/routines", "POST", headers=headers, body=body))
        owners[json.loads(answer.body)["code"]] = secret
    return Known(owners, answering.app.url_map)


def _asked(
    answering: Answering, known: Known, name: str, count: int, seed: str
) -> tuple[Counter[str], list[str]]:
    statuses: Counter[str] = Counter()
    faults = []
    for number in range(count):
        asked = PARSERS[name](Random(f"{seed}/{name}/{number}"), known)
        answer = answering.ask(asked)
        statuses[str(answer.status)] += 1
        faults += [f"{name} {number}: {each}: {asked}" for each in wrong.faults(answer)]
    return statuses, faults


def of_lines(folder: Path, count: int, seed: str) -> Row:
    """A real server goes on with what was published in this process."""
    with Answering(folder) as answering:
        known = publish(answering, seed)
    return _row("malformed HTTP", *lines.ask(count, seed, known, folder))


def of_modules(count: int, seed: str) -> list[Row]:
    """The same of what the browser reads; the script says what it found as JSON."""
    pipe = subprocess.PIPE
    done = node.run(SCRIPT, str(count), seed, stdout=pipe, stderr=pipe, timeout=NODE_SECONDS)
    if done.returncode:
        return [Row("modules", "ended by an error", "", (done.stderr[-1000:],))]
    found = json.loads(done.stdout)
    return [_row(name, Counter(each["counts"]), each["faults"]) for name, each in found.items()]


def shared_out(count: int, names: Collection[str]) -> dict[str, int]:
    """Each as often as any other, and all together so often."""
    each, rest = divmod(count, len(names))
    return {name: each + (number < rest) for number, name in enumerate(names)}


def _row(name: str, counts: Counter[str], faults: list[str]) -> Row:
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
    more = [f"and {len(faults) - NAMED} more"] if len(faults) > NAMED else []
    return Row(name, told, "", (*faults[:NAMED], *more))
