// The number to call where this device is: by the region that was chosen, else by its time zone.
// It is kept, so that it stands there at once and with no signal, and read anew each time, so that a
// number that was mended reaches the phone.

import { chosenRegion } from "./region.js";
import { record } from "./screen.js";
import { write } from "./store.js";

const KEY = "limber.emergency";

/**
 * @typedef {import("./screen.js").Store} Store
 * @typedef {{ ambulance: string, water: string | null, service: string | null }} Numbers
 * @typedef {Numbers & { region: string }} Known
 * @typedef {Record<string, Numbers & { zones: string[] }>} Table by region
 */

export const UNKNOWN = /** @type {Known} */ ({
  region: "",
  ambulance: "112",
  water: null,
  service: null,
});

/**
 * Puts the number wherever the page calls: the one that is kept at once, then as the table has it now.
 * @param {ParentNode} page
 * @param {Store} store
 * @returns {Promise<Known>} 112 where nothing is known
 */
export async function showNumbers(page, store, { fetch, Intl } = globalThis) {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const region = chosenRegion(store);
  const place = `${zone} ${region}`;
  const kept = record(KEY, store);
  const before = kept.place === place ? /** @type {any} */ (kept) : UNKNOWN;
  show(page, before);
  const table = await read(fetch);
  if (!table) {
    return before;
  }
  const known = find(table, zone, region);
  write(store, KEY, JSON.stringify({ place, ...known }));
  show(page, known);
  return known;
}

/**
 * @param {Table} table
 * @param {string} zone
 * @param {string} chosen region, or nothing
 * @returns {Known}
 */
export function find(table, zone, chosen) {
  const here = Object.keys(table).find((each) => table[each].zones.includes(zone));
  const region = chosen || (here ?? "");
  const found = table[region];
  return found
    ? { region, ambulance: found.ambulance, water: found.water, service: found.service }
    : UNKNOWN;
}

/** @param {ParentNode} page @param {Known} known */
function show(page, { ambulance, water, service }) {
  put(page, "tel", "number", ambulance);
  put(page, "water-tel", "water-number", water ?? ambulance);
  for (const each of page.querySelectorAll("[data-water]")) {
    /** @type {HTMLElement} */ (each).hidden = !water;
  }
  for (const each of page.querySelectorAll("[data-service]")) {
    const { dataset } = /** @type {HTMLElement} */ (each);
    /** @type {HTMLElement} */ (each).hidden = dataset.service !== service;
  }
}

/** @param {ParentNode} page @param {string} link @param {string} text @param {string} number */
function put(page, link, text, number) {
  for (const each of page.querySelectorAll(`[data-${link}]`)) {
    each.setAttribute("href", `tel:${number.replaceAll(" ", "")}`);
  }
  for (const each of page.querySelectorAll(`[data-${text}]`)) {
    each.textContent = number;
  }
}

/** @param {typeof globalThis.fetch} fetch @returns {Promise<Table | null>} */
async function read(fetch) {
  const [, language] = location.pathname.split("/");
  try {
    const answer = await fetch(`/${language}/emergency/numbers.json`);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // neither kept nor reachable: 112 stands there
  }
}
