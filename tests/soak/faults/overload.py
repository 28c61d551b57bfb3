"""Ten times as many requests as can be answered, from many networks, for twenty seconds."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.serving import Server
from tests.soak.faults import judging, served
from tests.soak.faults.clients import Clients
from tests.soak.faults.judging import HEALTH, PACK, PAGE, SHARED
from tests.soak.judging import Row

ROOT = Path(__file__).parents[3]
TIMES = 10
SECONDS, SHORT = 20.0, 6.0
MEASURING, SHORT_MEASURING = 10.0, 4.0
# Seconds for all but one of a hundred of those that are answered or refused: who waits for a turn
# waits for two.
LATE_SECONDS = 5.0
# After which latency is that of before again, or so many times it: the machine is shared.
AFTER_SECONDS, AS_BEFORE = 5.0, 3.0
READERS = (PAGE, PACK, SHARED, HEALTH)

Found = tuple[float, float, int]


def judge(seed: str, *, short: bool) -> list[Row]:
    with served.on_sqlite() as on:
        clients = Clients(on.server, seed, authors=1)
        clients.publish(clients.new_secret())
        code = next(iter(clients.told.values()))
        rate = _rate(offer(on.server, code, 0, SHORT_MEASURING if short else MEASURING, seed))
        with clients.running(*READERS):
            clients.watch(AFTER_SECONDS)
            with clients.window() as window:
                found = offer(on.server, code, TIMES * rate, SHORT if short else SECONDS, seed)
            clients.watch(2 * AFTER_SECONDS)
        integrity = served.integrity(on.engine)
    return [
        Row("rendered sheets and publications", f"{rate:.0f}/s can be answered"),
        *_offered(found, rate, SHORT if short else SECONDS),
        *judging.judge(f"{TIMES} times as many", clients.asked, *window),
        _calm(clients, window[0].begin, window[0].end),
        judging.judge_integrity(integrity),
    ]


def offer(server: Server, code: str, rate: float, seconds: float, seed: str) -> list[Found]:
    arguments = [str(server.port), code, str(rate), str(seconds), f"{seed}/{rate}"]
    command = [sys.executable, "-m", "tests.soak.faults.offer", *arguments]
    said = subprocess.check_output(command, text=True, cwd=ROOT)
    return [(due, took, status) for due, took, status in json.loads(said)]


def _rate(found: list[Found]) -> float:
    answered = [each for each in found if each[2] in (200, 201)]
    assert answered, "nothing was answered"
    begin, end = min(due for due, _, _ in answered), max(due + took for due, took, _ in answered)
    return len(answered) / (end - begin)


def _offered(found: list[Found], rate: float, seconds: float) -> list[Row]:
    """Those without a connection had found none free: they wait before the server's door."""
    sent = [each for each in found if each[2] >= 0]
    statuses = Counter(status for _, _, status in sent)
    told = ", ".join(f"{status or 'broken'} {many}" for status, many in sorted(statuses.items()))
    took = sorted(seconds for _, seconds, _ in sent)
    late = judging.percentile(took, 99)
    wrong = [f"overload: {status or 'broken'}" for status in statuses if status not in WELL]
    slow = [f"overload: p99 {late:.1f} s > {LATE_SECONDS:g} s"] * (late > LATE_SECONDS)
    few = statuses[200] + statuses[201] < rate * seconds / 4
    starved = ["overload: fewer than a quarter of what can be answered was"] * few
    return [
        Row("  offered", f"{len(found) / seconds:.0f}/s, {len(found) - len(sent)} not connected"),
        Row("  answered or refused", told, "200, 201, 429, 503", tuple(wrong + starved)),
        Row("  after", judging.spread(took), f"p99 {LATE_SECONDS:g} s", tuple(slow)),
    ]


WELL = (200, 201, 429, 503)


def _calm(clients: Clients, begin: float, end: float) -> Row:
    """Of what is rendered or read, from so many seconds after its end on beside before."""
    kinds = (SHARED, PAGE)
    of_kind = [each for each in clients.asked if each.kind in kinds]
    before = sorted(each.seconds for each in of_kind if each.end < begin)
    after = sorted(each.seconds for each in of_kind if each.at > end + AFTER_SECONDS)
    figure, bar = f"  {AFTER_SECONDS:g} s after it, beside before", f"{AS_BEFORE:g} times, or 0.5 s"
    if not before or not after:
        return Row(figure, "not measured", bar, ("too little was asked before and after",))
    was, is_now = (judging.percentile(each, 90) for each in (before, after))
    slow = is_now > max(0.5, AS_BEFORE * was)
    faults = (f"after the overload p90 {is_now:.2f} s, before {was:.2f} s",) if slow else ()
    return Row(figure, f"p90 {is_now:.3f} and {was:.3f} s", bar, faults)
