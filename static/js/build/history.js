// What was done and can be undone. Pure: who calls says what time it is.

/**
 * @template State
 * @typedef {{ past: State[], present: State, future: State[], mark: string, at: number }} History
 *   `mark` names the field that was changed last, at that moment; nothing where a change stands alone
 */

export const MOST = 200;
// Who goes on typing in one field within this time makes one change.
export const PAUSE_MS = 1500;

/** @template State @param {State} present @returns {History<State>} */
export function begin(present) {
  return { past: [], present, future: [], mark: "", at: 0 };
}

/**
 * @template State
 * @param {History<State>} history
 * @param {State} present
 * @param {string} mark
 * @param {number} now
 * @returns {History<State>}
 */
export function push(history, present, mark = "", now = 0) {
  const goesOn = mark !== "" && mark === history.mark && now - history.at < PAUSE_MS;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST);
  return { past, present, future: [], mark, at: now };
}

/** In place of what is there, where nothing was done that could be undone. @template State @param {History<State>} history @param {State} present @returns {History<State>} */
export function amend(history, present) {
  return { ...history, present };
}

/** @template State @param {History<State>} history @returns {History<State>} */
export function undo(history) {
  const { past, present, future } = history;
  const before = past.at(-1);
  return before === undefined
    ? history
    : { past: past.slice(0, -1), present: before, future: [present, ...future], mark: "", at: 0 };
}

/** @template State @param {History<State>} history @returns {History<State>} */
export function redo(history) {
  const { past, present, future } = history;
  const [next, ...later] = future;
  return next === undefined
    ? history
    : { past: [...past, present], present: next, future: later, mark: "", at: 0 };
}
