"""How slow the machine is just now, so that a bar in milliseconds means the same on each.

The bars were set on an idle machine of two cores. A loop of plain arithmetic, which no change of
ours can make slower or faster, took REFERENCE_MS in its browser.
"""

from __future__ import annotations

from playwright.sync_api import Page

REFERENCE_MS = 20
_LOOP = """() => {
  const began = performance.now();
  let x = 0;
  for (let i = 0; i < 3_000_000; i += 1) {
    x = (x * 31 + i) % 1_000_003;
  }
  return performance.now() - began + 0 * x;
}"""


def slowness(page: Page) -> float:
    """How many times as long as there; 1 on a machine that is as quick, or quicker."""
    took: list[float] = [page.evaluate(_LOOP) for _ in range(3)]
    return max(1.0, min(took) / REFERENCE_MS)
