// What a device keeps, for the tests: a store that keeps, and one whose browser refuses.

/** @param {Record<string, string>} [kept] */
export function keeps(kept = {}) {
  const store = new Map(Object.entries(kept));
  return {
    getItem: (/** @type {string} */ key) => store.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => {
      store.set(key, value);
    },
  };
}

/** @returns {never} */
function refuse() {
  throw new DOMException("denied", "SecurityError");
}

export const REFUSES = { getItem: refuse, setItem: refuse };
