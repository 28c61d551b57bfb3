// What was done, and what is marked, by its kind: where its pages lie, and what they are called.

/**
 * @typedef {{ address: string, names: Record<string, string> }} Kind where its pages lie, and what
 *   the page of each slug is called
 * @typedef {Record<import("./journal.js").Entry["kind"], Kind>} Kinds
 */

/**
 * With the names that only this device knows.
 * @template {{ kinds: Kinds }} Named
 * @param {Named} page
 * @param {import("./own.js").Own[]} owns
 * @param {import("./opened.js").Opened[]} opened
 * @returns {Named}
 */
export function named(page, owns, opened) {
  const { own, shared } = page.kinds;
  const ownNames = Object.fromEntries(owns.map(({ id, routine }) => [id, routine.title]));
  const sharedNames = Object.fromEntries(opened.map(({ code, title }) => [code, title]));
  const kinds = {
    ...page.kinds,
    own: { ...own, names: ownNames },
    shared: { ...shared, names: sharedNames },
  };
  return { ...page, kinds };
}
