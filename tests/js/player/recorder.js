// Runs in the page before its own scripts and notes what happens there, so that nobody has to ask
// while a session runs: an answer would take time of the page that is measured.

(() => {
  const SHOWN = ["run", "phase-name", "count", "name", "position"];

  /** @typedef {{ at: number, nextFrame: number | null, shown: string[] }} Change */
  /** @typedef {{ type: string, at: number, milliseconds: number }} Task */
  const recorded = {
    // When the person pressed start; times are milliseconds as of Date.now().
    begun: 0,
    changes: /** @type {Change[]} */ ([]),
    tasks: /** @type {Task[]} */ ([]),
  };
  Object.assign(window, { recorded });

  // Before the player hears of it: its clock begins a little later, so that nothing counts as
  // earlier than it was.
  addEventListener("click", () => (recorded.begun ||= Date.now()), { capture: true });

  for (const type of ["longtask", "long-animation-frame"]) {
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        const at = performance.timeOrigin + startTime;
        recorded.tasks.push({ type, at, milliseconds: duration });
      }
    }).observe({ type, buffered: true });
  }

  addEventListener("DOMContentLoaded", () => {
    const parts = SHOWN.map((name) => /** @type {HTMLElement} */ (part(name)));
    new MutationObserver(() => note(parts)).observe(parts[0], {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ["data-kind"],
    });
  });

  /** @param {string} name */
  function part(name) {
    return document.querySelector(`[data-${name}]`);
  }

  /** Keeps what is shown now, if it is another phase than before. @param {HTMLElement[]} parts */
  function note([run, ...words]) {
    const at = Date.now();
    const shown = [run.dataset.kind ?? "", ...words.map(({ textContent }) => textContent)];
    if (shown.join() === recorded.changes.at(-1)?.shown.join()) {
      return;
    }
    const change = /** @type {Change} */ ({ at, nextFrame: null, shown });
    recorded.changes.push(change);
    // By the next frame, this one has been painted.
    requestAnimationFrame(() => (change.nextFrame = Date.now()));
  }
})();
