// Where the focus is in a list, so that it is there again once the list is drawn anew.

const BUTTONS = ["play", "favourite", "more"];

/** A selector of what has the focus; none outside of lists. @param {Element | null} focused */
export function placeOf(focused) {
  return focused ? inOwn(focused) || inOther(focused) : "";
}

/** @param {Element} focused */
function inOwn(focused) {
  const row = /** @type {HTMLElement | null} */ (focused.closest("[data-id]"));
  const { dataset } = /** @type {HTMLElement} */ (focused);
  const button = BUTTONS.find((each) => each in dataset);
  return row && button ? buttonOf(String(row.dataset.id), button) : "";
}

/** A row leads somewhere. @param {Element} focused */
function inOther(focused) {
  const list = focused.closest("section")?.getAttribute("aria-labelledby");
  const address = focused.getAttribute("href");
  return list && address ? `[data-${list}] a[href="${address}"]` : "";
}

/** @param {string} id of one's own, letters and digits @param {string} button */
export function buttonOf(id, button) {
  return `[data-id="${id}"] [data-${button}]`;
}
