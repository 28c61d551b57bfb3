// How the person wants Limber to be: theme, text size, the figures' look, units, sounds. Kept on
// this device in one place, set as marks on the page's root, where the style sheet reads them.

/** What can be chosen, the first of each being what it is without a choice and without a mark. */
export const CHOICES = {
  theme: ["phone", "light", "dark", "sun"],
  text: ["phone", "large", "larger"],
  skin: ["1", "2", "3", "4", "5", "6"],
  clothes: ["green", "plum", "sand", "brick"],
  units: ["metric", "us"],
  sound: ["on", "off"],
  vibration: ["on", "off"],
  flash: ["on", "off"],
  buttons: ["on", "off"],
  display: ["usual", "beach", "class"],
  touchlock: ["off", "on"],
};

export const KEY = "limber.screen";

/** @typedef {keyof typeof CHOICES} Part */
/** @typedef {Partial<Record<Part, string>>} Marks */
/** @typedef {Pick<Storage, "getItem" | "setItem">} Store */
/** @typedef {{ root: HTMLElement, store: Store, isDark: () => boolean }} Edge */

/** @param {string} name @returns {name is Part} */
export function isPart(name) {
  return Object.hasOwn(CHOICES, name);
}

/**
 * What was chosen and can have been chosen.
 * @param {Store} store
 * @returns {Marks}
 */
export function marks(store) {
  const kept = record(KEY, store);
  const known = Object.entries(kept).filter(
    ([part, value]) => isPart(part) && CHOICES[part].indexOf(value) > 0,
  );
  return Object.fromEntries(known);
}

/**
 * What is kept under a key, by its names; nothing where it is rubbish or the browser refuses.
 * @param {string} key
 * @param {Store} store
 * @returns {Record<string, any>}
 */
export function record(key, store) {
  try {
    const kept = JSON.parse(store.getItem(key) ?? "{}");
    return kept && typeof kept === "object" ? kept : {};
  } catch {
    return {};
  }
}

/** @param {Part} part @param {Store} store */
export function chosen(part, store) {
  return marks(store)[part] ?? CHOICES[part][0];
}

/**
 * Shows a choice at once and keeps it; tells whether it could be kept.
 * @param {Part} part
 * @param {string} value
 * @param {Edge} edge
 */
export function choose(part, value, edge) {
  const now = { ...marks(edge.store), [part]: value };
  if (value === CHOICES[part][0]) {
    delete now[part];
  }
  show(now, edge);
  return keep(now, edge.store);
}

/** @param {Marks} now @param {Edge} edge */
function show(now, { root, isDark }) {
  for (const part of /** @type {Part[]} */ (Object.keys(CHOICES))) {
    delete root.dataset[part];
  }
  Object.assign(root.dataset, { theme: isDark() ? "dark" : "light" }, now);
}

/** @param {Marks} now @param {Store} store */
function keep(now, store) {
  try {
    store.setItem(KEY, JSON.stringify(now));
    return true;
  } catch {
    return false;
  }
}

/**
 * What this device keeps; a browser that refuses keeps nothing.
 * @returns {Store}
 */
export function deviceStore(world = globalThis) {
  try {
    return world.localStorage;
  } catch {
    return {
      getItem: () => null,
      setItem: () => {
        throw new Error("this browser keeps nothing");
      },
    };
  }
}

/** @returns {Edge} */
export function deviceEdge() {
  const dark = globalThis.matchMedia("(prefers-color-scheme: dark)");
  return {
    root: document.documentElement,
    store: deviceStore(),
    isDark: () => dark.matches,
  };
}
