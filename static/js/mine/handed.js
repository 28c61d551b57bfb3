// What another app hands over, or a page of another site that pretends to be one, is kept only after a
// yes: it is shown what it is.

import { part, write } from "../shared/parts.js";

const YES = "keep";

/**
 * @param {{ title: string, short: string }} found
 * @param {HTMLDialogElement} sheet
 * @returns {Promise<boolean>} whether it is to be kept
 */
export function isWanted({ title, short }, sheet) {
  write("title", title, sheet);
  write("short", short, sheet);
  // Escape leaves what was answered before.
  sheet.returnValue = "";
  sheet.showModal();
  part("keep", sheet).focus();
  return new Promise((resolve) => {
    const answer = () => resolve(sheet.returnValue === YES);
    sheet.addEventListener("close", answer, { once: true });
  });
}
