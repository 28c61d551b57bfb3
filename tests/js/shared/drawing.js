// A stand-in for a baked figure's svg element that remembers what was done to it.

/** @param {{ slug?: string, phases?: string }} figure */
export function drawing({ slug = "bird-dog", phases } = {}) {
  const classes = new Set(["figure"]);
  /** @type {Map<string, string>} */
  const attributes = new Map();
  /** @type {string[]} */
  const done = [];
  const svg = {
    dataset: phases ? { figure: slug, phases } : { figure: slug },
    classList: {
      /** @param {string[]} names */
      add: (...names) => names.forEach((name) => classes.add(name)),
      /** @param {string[]} names */
      remove: (...names) => names.forEach((name) => classes.delete(name)),
      /** @param {string} name @param {boolean} on */
      toggle: (name, on) => {
        done.push(`${on ? "+" : "-"}${name}`);
        classes.delete(name);
        if (on) {
          classes.add(name);
        }
      },
    },
    /** @param {string} name */
    getAttribute: (name) => attributes.get(name) ?? null,
    /** @param {string} name @param {string} value */
    setAttribute: (name, value) => {
      done.push(`${name}=${value}`);
      attributes.set(name, value);
    },
    pauseAnimations: () => done.push("pause"),
    /** @param {number} time */
    setCurrentTime: (time) => {
      done.push(`seek ${time}`);
    },
  };
  return { svg: /** @type {any} */ (svg), classes, attributes, done };
}
