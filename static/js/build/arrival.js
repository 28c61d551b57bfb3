// What stands after # in the address: what is to be in the form. Pure.

import { isCode, isSecret } from "../shared/published.js";

/**
 * @typedef {{ kind: "edit", code: string, secret: string } | { kind: "own" | "from" | "copy", name: string }} Arrival
 *   an edit link, a routine of one's own, one of the library, a shared one to begin from
 */

const NAME = /^[\w-]{1,80}$/;

/** @param {string} hash @returns {Arrival | null} */
export function arrivalOf(hash) {
  const [first, second = ""] = hash.replace(/^#/, "").split(".");
  if (NAME.test(second) && (first === "own" || first === "from" || first === "copy")) {
    return { kind: first, name: second };
  }
  return isCode(first) && isSecret(second) ? { kind: "edit", code: first, secret: second } : null;
}
