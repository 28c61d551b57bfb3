// How the person wants the figures to look: kept on this device, set on the page's root.

/** What can be chosen, the first of each being what it is without a choice. */
export const LOOKS = {
  skin: ["1", "2", "3", "4", "5", "6"],
  clothes: ["green", "plum", "sand", "brick"],
};

/** @typedef {keyof typeof LOOKS} Part */
/** @typedef {Pick<Storage, "getItem" | "setItem">} Store */

const PREFIX = "limber.figure.";

/**
 * What was chosen; what nobody can have chosen counts as no choice.
 * @param {Part} part
 * @param {Store} store
 */
export function chosen(part, store) {
  const value = kept(part, store);
  return value !== null && LOOKS[part].includes(value) ? value : LOOKS[part][0];
}

/** @param {Part} part @param {Store} store @returns {string | null} */
function kept(part, store) {
  try {
    return store.getItem(PREFIX + part);
  } catch {
    return null;
  }
}

/**
 * What this device keeps; a browser that refuses keeps nothing and still shows figures.
 * @returns {Store}
 */
export function deviceStore(world = globalThis) {
  try {
    return world.localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined };
  }
}

/**
 * Shows the look; a choice that cannot be kept holds for this page.
 * @param {Part} part
 * @param {string} value
 * @param {{ root: HTMLElement, store: Store }} edge
 */
export function choose(part, value, { root, store }) {
  show(part, value, root);
  try {
    store.setItem(PREFIX + part, value);
  } catch {
    // Nothing to do: the page shows it all the same.
  }
}

/** @param {{ root: HTMLElement, store: Store }} edge */
export function applyLook({ root, store }) {
  for (const part of parts()) {
    show(part, chosen(part, store), root);
  }
}

/** The first look goes with the theme and needs no mark. @param {Part} part @param {string} value @param {HTMLElement} root */
function show(part, value, root) {
  if (value === LOOKS[part][0]) {
    delete root.dataset[part];
  } else {
    root.dataset[part] = value;
  }
}

export function parts() {
  return /** @type {Part[]} */ (Object.keys(LOOKS));
}
