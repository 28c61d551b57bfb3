// A device's database in memory, for the tests.

/** @typedef {import("../../../static/js/shared/shelf.js").Shelf} Shelf */

/** A shelf in memory; what a browser gives back is never the thing it was given. @returns {Shelf} */
export function shelf(/** @type {unknown[]} */ ...others) {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    async set(key, value) {
      kept.set(JSON.stringify(key), JSON.stringify(value));
    },
    async del(key) {
      kept.delete(JSON.stringify(key));
    },
    all: async () => [...others, ...[...kept.values()].map((each) => JSON.parse(each))],
  };
}
