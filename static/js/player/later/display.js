// A display of the session other than the usual one, when it is first chosen: what it adds to the
// player, words and style, stands on the page of settings.

import { part } from "../../shared/parts.js";
import { CHOICES, choose, deviceEdge } from "../../shared/screen.js";
import { Display } from "../display/display.js";
import { fetchPage, styled } from "../../shared/fetched.js";

/**
 * @typedef {typeof import("../../shared/trusted.js").readPage} ReadPage
 */

/** @type {Display | undefined} */
let display;

/**
 * @param {HTMLElement} place where it is chosen
 * @param {string | undefined} wanted what was just chosen, if anything
 * @param {{ locale: string, readPage: ReadPage }} told
 */
export async function show(place, wanted, { locale, readPage }) {
  const edge = deviceEdge();
  if (wanted && CHOICES.display.includes(wanted)) {
    choose("display", wanted, edge);
  }
  const now = edge.root.dataset.display ?? CHOICES.display[0];
  /** @type {HTMLInputElement} */ (place.querySelector(`[value="${now}"]`)).checked = true;
  const layer = display ? null : await fetchLayer(readPage);
  display ??= layer ? new Display(place, layer, locale, edge) : undefined;
  display?.look();
}

/** @param {ReadPage} readPage */
async function fetchLayer(readPage) {
  const address = /** @type {HTMLAnchorElement} */ (part("settings")).href;
  const page = await fetchPage(address, "[data-display-layer]", readPage);
  const layer = /** @type {HTMLTemplateElement | null | undefined} */ (
    page?.querySelector("[data-display-layer]")
  );
  await (layer && styled(layer.dataset.style ?? ""));
  return layer;
}
