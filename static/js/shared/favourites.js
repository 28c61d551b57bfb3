// Favourites: pages of the library, shared and own routines, kept on this device under their names.

import { deviceStore } from "./screen.js";
import { read, write } from "./store.js";

/**
 * @typedef {import("./screen.js").Store} Store
 * @typedef {import("./journal.js").Entry["kind"]} Kind
 */

const KEY = "limber.favourites";
const NAME = /^(routine|exercise|own|shared)\/[a-z0-9-]+$/;

/** Such as `routine/desk`, what was marked last first. @param {Store} store @returns {string[]} */
export function favourites(store) {
  try {
    const kept = JSON.parse(read(store, KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((name) => NAME.test(name)) : [];
  } catch {
    return [];
  }
}

/** @param {Kind} kind @param {string} slug */
export function nameOf(kind, slug) {
  return `${kind}/${slug}`;
}

/** Marks it, or no longer. @param {Store} store @param {string} name @returns {boolean} whether it could be kept */
export function toggleFavourite(store, name) {
  const others = favourites(store).filter((each) => each !== name);
  const isMarked = others.length < favourites(store).length;
  return write(store, KEY, JSON.stringify(isMarked ? others : [name, ...others]));
}

/** The buttons of a page that mark what it shows. */
export function watchStars(store = deviceStore()) {
  for (const star of document.querySelectorAll("[data-star]")) {
    const button = /** @type {HTMLElement} */ (star);
    const { star: name = "" } = button.dataset;
    const show = () =>
      button.setAttribute("aria-pressed", String(favourites(store).includes(name)));
    button.addEventListener("click", () => {
      toggleFavourite(store, name);
      show();
    });
    show();
    button.removeAttribute("data-awaits-script");
  }
}
