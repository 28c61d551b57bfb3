// The parts of a page that a script fills, by the name that its template gives them.

/** @param {string} name @param {ParentNode} page @returns {HTMLElement} */
export function part(name, page = document) {
  return /** @type {HTMLElement} */ (page.querySelector(`[data-${name}]`));
}

/** Only what is new, or a screen reader would read it again. @param {string} name @param {string} text @param {ParentNode} page */
export function write(name, text, page = document) {
  const place = part(name, page);
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

/** What a template holds, anew. @param {string} name @param {ParentNode} page */
export function copy(name, page = document) {
  const template = /** @type {HTMLTemplateElement} */ (
    page.querySelector(`template[data-${name}]`)
  );
  return /** @type {DocumentFragment} */ (template.content.cloneNode(true));
}
