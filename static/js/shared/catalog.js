// The catalog as a page holds it: of its exercises each field with the values of all, since like beside
// like takes fewer bytes (`webapp/player/catalog.py`).

/** @typedef {import("./session_of.js").PlayedCatalog} Catalog */

/**
 * By exercise, each with what it has.
 * @param {Omit<Catalog, "exercises"> & { exercises: { slug: string[] } & Record<string, unknown[]> }} held null
 *   stands where an exercise has no such field
 * @returns {Catalog}
 */
export function catalogOf({ exercises: { slug: slugs, ...columns }, ...rest }) {
  const exercise = (/** @type {number} */ i) =>
    Object.entries(columns)
      .map(([name, values]) => [name, values[i]])
      .filter(([, value]) => value !== null);
  const exercises = slugs.map((slug, i) => [slug, Object.fromEntries(exercise(i))]);
  return { ...rest, exercises: Object.fromEntries(exercises) };
}
