// The number to call where this device is: by the region that was chosen, else by its time zone.
// It is looked up once and kept, so that it stands there at once, also with no signal.

import { chosenRegion } from "./region.js";
import { record } from "./screen.js";
import { write } from "./store.js";

const KEY = "limber.emergency";

/**
 * @typedef {import("./screen.js").Store} Store
 * @typedef {{ ambulance: string, water: string | null, zones: string[] }} Numbers of a region
 * @typedef {{ region: string, ambulance: string, water: string | null }} Known
 */

export const UNKNOWN = /** @type {Known} */ ({ region: "", ambulance: "112", water: null });

/** Puts the number wherever the page calls. @param {ParentNode} page @param {Store} store */
export async function showNumbers(page, store, world = globalThis) {
  show(page, await numbers(store, world));
}

/**
 * @param {Store} store
 * @returns {Promise<Known>} 112 where nothing is known
 */
export async function numbers(store, { fetch, Intl } = globalThis) {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const place = `${zone} ${chosenRegion(store)}`;
  const kept = record(KEY, store);
  if (kept.place === place) {
    return /** @type {any} */ (kept);
  }
  const table = await read(fetch);
  const known = table && find(table, zone, chosenRegion(store));
  if (known) {
    write(store, KEY, JSON.stringify({ place, ...known }));
  }
  return known ?? UNKNOWN;
}

/**
 * @param {Record<string, Numbers>} table by region
 * @param {string} zone
 * @param {string} chosen region, or nothing
 * @returns {Known}
 */
export function find(table, zone, chosen) {
  const region = chosen || Object.keys(table).find((each) => table[each].zones.includes(zone));
  const found = region && table[region];
  return found ? { region, ambulance: found.ambulance, water: found.water } : UNKNOWN;
}

/** @param {ParentNode} page @param {Known} known */
export function show(page, { ambulance, water }) {
  put(page, "call", "number", ambulance);
  put(page, "water-call", "water-number", water ?? ambulance);
  for (const each of page.querySelectorAll("[data-water]")) {
    /** @type {HTMLElement} */ (each).hidden = !water;
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

/** @param {typeof globalThis.fetch} fetch @returns {Promise<Record<string, Numbers> | null>} */
async function read(fetch) {
  const [, language] = location.pathname.split("/");
  try {
    const answer = await fetch(`/${language}/emergency/numbers.json`);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // neither kept nor reachable: 112 stands there
  }
}
