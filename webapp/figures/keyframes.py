"""Which of the solved frames are kept: as few as show the movement within a tolerance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


def thin(
    times: Sequence[float], values: Values, tolerance: float, kept: Iterable[int]
) -> list[int]:
    """Rows of `values` (frames, numbers) between which straight lines stay within `tolerance`.

    Starts from `kept`, the first and the last, and adds the worst frame until none is too far off.
    """
    time = np.asarray(times)
    keys = sorted({0, len(time) - 1, *kept})
    open_spans = list(pairwise(keys))
    while open_spans:
        start, end = open_spans.pop()
        worst = _worst(time, values, start, end)
        if worst is not None and worst[1] > tolerance:
            keys.append(worst[0])
            open_spans += [(start, worst[0]), (worst[0], end)]
    return sorted(keys)


def _worst(time: Values, values: Values, start: int, end: int) -> tuple[int, float] | None:
    """The frame between two keys that a straight line misses most, and by how much."""
    if end - start < 2:
        return None
    span = max(float(time[end] - time[start]), 1e-9)
    share = ((time[start + 1 : end] - time[start]) / span)[:, None]
    line = values[start] * (1 - share) + values[end] * share
    miss = np.abs(line - values[start + 1 : end]).max(axis=1)
    index = int(np.argmax(miss))
    return start + 1 + index, float(miss[index])
