// Draws the lists of one's own routines into the page.

import { copy, part } from "../shared/parts.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("./rows.js").Guide} Guide
 * @typedef {import("./rows.js").OwnRow} OwnRow
 * @typedef {import("./rows.js").Row} Row
 */

/** @param {OwnRow[]} rows @param {Guide} guide */
export function drawOwn(rows, guide) {
  part("own").replaceChildren(...rows.map((row) => ownRow(row, guide)));
}

/** @param {"shared" | "favourites" | "recent"} name @param {Row[]} rows */
export function drawPart(name, rows) {
  const section = part(name);
  section.querySelector("ul")?.replaceChildren(...rows.map(filled));
  section.hidden = rows.length === 0;
}

/** @param {OwnRow} row @param {Guide} guide */
function ownRow({ own, title, short, fault, isFavourite }, { words }) {
  const item = copy("own-row");
  const [link, star, more, fault_] = ["play", "favourite", "more", "fault"].map((name) =>
    part(name, item),
  );
  part("title", item).textContent = title;
  part("short", item).textContent = short;
  /** @type {HTMLElement} */ (item.firstElementChild).dataset.id = own.id;
  star.setAttribute("aria-pressed", String(isFavourite));
  star.setAttribute("aria-label", fill(words.favourite, { title }));
  more.setAttribute("aria-label", fill(words.more, { title }));
  fault_.hidden = fault === "";
  /** @type {HTMLElement} */ (fault_.querySelector("span")).textContent = fault;
  if (fault) {
    // Nothing that starts it.
    link.removeAttribute("href");
    link.querySelector("svg")?.remove();
  } else {
    link.setAttribute("href", `${link.getAttribute("href")}#${own.id}`);
  }
  return item;
}

/** @param {Row} row */
function filled({ address, title, when }) {
  const item = copy("row");
  item.querySelector("a")?.setAttribute("href", address);
  part("title", item).textContent = title;
  part("when", item).textContent = when;
  part("when", item).hidden = when === "";
  return item;
}
