/**
 * Whole seconds that are left of some, from a stored start: right after an app switch, a reload or a
 * sleep; a clock that was set back makes them no longer.
 * @param {number} started
 * @param {number} now both in milliseconds
 * @param {number} seconds in all
 */
export function left(started, now, seconds) {
  return Math.min(seconds, Math.max(0, seconds - Math.floor((now - started) / 1000)));
}
