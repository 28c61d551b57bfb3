// When a session calls for attention, and how: the same moments for sound, vibration and screen.

/**
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {"begin" | "part" | "ready" | "rest" | "switch" | "half" | "count" | "end"} Call
 * @typedef {{ at: number, call: Call }} Cue `at` in seconds since the start of the session
 */

// A phase is counted down when it is long enough that one no longer counts along.
const COUNTED_SECONDS = 10;
const COUNTS = [3, 2, 1];
const HALVED_SECONDS = 30;
// After a longer gap the phone slept or the person skipped: what was missed is not made up for.
export const GAP_SECONDS = 1.5;

/**
 * @param {Phase[]} phases
 * @returns {Cue[]} in order
 */
export function cues(phases) {
  const last = phases.at(-1);
  const end = last ? [{ at: last.start + last.seconds, call: /** @type {Call} */ ("end") }] : [];
  return [...phases.flatMap((phase, i) => cuesOf(phase, phases[i - 1])), ...end];
}

/**
 * What is to be called now, when the last look was at `before`.
 * @param {Cue[]} all
 * @param {number} before seconds since the start of the session
 * @param {number} now likewise
 * @returns {Call | null} the last of them: two calls at once are heard as none
 */
export function due(all, before, now) {
  if (now < before || now - before > GAP_SECONDS) {
    return null;
  }
  return all.findLast(({ at }) => at > before && at <= now)?.call ?? null;
}

/** Of one phase. @param {Phase} phase @param {Phase | undefined} previous @returns {Cue[]} */
export function cuesOf(phase, previous) {
  const { start, seconds, waits } = phase;
  const halved = seconds >= HALVED_SECONDS && !waits;
  const half = halved ? [{ at: start + seconds / 2, call: "half" }] : [];
  const counted = seconds >= COUNTED_SECONDS && !waits ? COUNTS : [];
  const counts = counted.map((left) => ({ at: start + seconds - left, call: "count" }));
  return /** @type {Cue[]} */ ([{ at: start, call: opening(phase, previous) }, ...half, ...counts]);
}

/** The parts of one repetition after another are softer than what begins anew. @param {Phase} phase @param {Phase | undefined} previous @returns {Call} */
function opening({ kind, part }, previous) {
  if (kind !== "move" && kind !== "stay") {
    return kind;
  }
  return part >= 0 && previous && previous.part >= 0 ? "part" : "begin";
}
