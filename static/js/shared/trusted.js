// The one policy that lets text of our own server become elements, where browsers ask for one.

/** @type {{ createHTML(text: string): string } | undefined} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("limber", {
  createHTML: (/** @type {string} */ text) => text,
});

/**
 * The figure in a fetched file, read the same way as one that stands in a page; null without one.
 * @param {string} text
 * @returns {SVGSVGElement | null}
 */
export function readFigure(text, parser = new DOMParser()) {
  const trusted = policy ? policy.createHTML(text) : text;
  return parser.parseFromString(trusted, "text/html").querySelector("svg[data-figure]");
}
