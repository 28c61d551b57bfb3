// The one policy that lets text of our own server become elements, and our own worker run, where
// browsers ask for one.

const WORKER = "/sw.js";

/** @type {{ createHTML(text: string): string, createScriptURL(address: string): string } | undefined} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("limber", {
  createHTML: (/** @type {string} */ text) => text,
  createScriptURL: () => WORKER,
});

/**
 * A fetched page, of which no script runs.
 * @param {string} text
 * @returns {Document}
 */
export function readPage(text, parser = new DOMParser()) {
  const trusted = policy ? policy.createHTML(text) : text;
  return parser.parseFromString(trusted, "text/html");
}

/**
 * The figure in a fetched file, read the same way as one that stands in a page; null without one.
 * @param {string} text
 * @returns {SVGSVGElement | null}
 */
export function readFigure(text, parser = new DOMParser()) {
  return readPage(text, parser).querySelector("svg[data-figure]");
}

/** Where the worker lies, trusted. */
export function workerAddress() {
  return policy ? policy.createScriptURL(WORKER) : WORKER;
}
