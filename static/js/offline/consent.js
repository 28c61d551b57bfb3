// Whether packs may be transferred without a question: not where somebody saves data or pays for it.

import { read, write } from "../shared/store.js";

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
  return read(store, KEY) === "agreed";
}

/** It is not asked again, where that can be kept. @param {Store} store */
export function agree(store) {
  write(store, KEY, "agreed");
}

/** What this browser tells of the connection; most tell nothing. @returns {Connection | undefined} */
export function connection() {
  return /** @type {any} */ (navigator).connection;
}
