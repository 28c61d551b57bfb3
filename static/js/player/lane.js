// The session drawn to scale: one bar per run of phases of a kind.

/** @typedef {import("./timeline.js").Phase} Phase */

/**
 * Neighbouring phases of one kind within a step, joined.
 * @param {Phase[]} phases
 */
export function bars(phases) {
  /** @type {{ kind: string, step: number, start: number, seconds: number }[]} */
  const joined = [];
  for (const { kind, step, start, seconds } of phases) {
    const last = joined.at(-1);
    if (last && last.kind === kind && last.step === step) {
      last.seconds += seconds;
    } else {
      joined.push({ kind, step, start, seconds });
    }
  }
  return joined;
}

/**
 * @param {HTMLElement} element
 * @param {Phase[]} phases
 * @returns {(elapsed: number) => void} marks what is done
 */
export function drawLane(element, phases) {
  const drawn = bars(phases).map((bar) => {
    const mark = element.ownerDocument.createElement("i");
    mark.dataset.kind = bar.kind;
    mark.style.flexGrow = String(bar.seconds);
    return { bar, mark };
  });
  element.replaceChildren(...drawn.map(({ mark }) => mark));
  return (elapsed) => {
    for (const { bar, mark } of drawn) {
      mark.toggleAttribute("data-past", bar.start <= elapsed);
    }
  };
}
