// Whether packs may be transferred without a question: not where somebody saves data or pays for it.

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {{ saveData?: boolean, type?: string, effectiveType?: string }} Connection as far as the
 *   browser tells
 */

const KEY = "limber.offline";

/** @param {Store} store @param {Connection | undefined} connection */
export function mayTransfer(store, connection) {
  return hasAgreed(store) || !isDear(connection ?? {});
}

/** @param {Connection} connection */
function isDear({ saveData, type, effectiveType }) {
  return Boolean(saveData) || type === "cellular" || /2g$/.test(effectiveType ?? "");
}

/** @param {Store} store */
function hasAgreed(store) {
  try {
    return store.getItem(KEY) === "agreed";
  } catch {
    return false;
  }
}

/** It is not asked again. @param {Store} store */
export function agree(store) {
  try {
    store.setItem(KEY, "agreed");
  } catch {
    // Then it is asked again another time.
  }
}

/** What this browser tells of the connection; most tell nothing. @returns {Connection | undefined} */
export function connection() {
  return /** @type {any} */ (navigator).connection;
}
