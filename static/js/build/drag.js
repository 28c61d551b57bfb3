// Steps are dragged by their grips, with finger, pen or mouse; at the edges the page scrolls along.

/**
 * @typedef {{ carry: (row: HTMLElement, by: number) => void, drop: (row: HTMLElement) => void }} Hands
 *   past each neighbour it is carried, and dropped once
 */

const EDGE_PX = 72;
const SCROLL_PX = 10;

/** @param {HTMLElement} list @param {Hands} hands */
export function dragging(list, hands) {
  list.addEventListener("pointerdown", (event) => {
    const grip = /** @type {Element} */ (event.target).closest("[data-grip]");
    const row = /** @type {HTMLElement | null} */ (grip?.closest("li") ?? null);
    if (grip && row && event.button === 0 && event.isPrimary) {
      event.preventDefault();
      follow(list, row, event, hands);
    }
  });
}

/** Until the pointer is lifted. @param {HTMLElement} list @param {HTMLElement} row @param {PointerEvent} begun @param {Hands} hands */
function follow(list, row, begun, hands) {
  const over = new AbortController();
  let { clientY } = begun;
  row.dataset.dragged = "";
  const place = () => {
    const by = placesBetween(list, row, clientY);
    if (by) {
      hands.carry(row, by);
    }
  };
  const scrolling = setInterval(() => {
    const speed = scrollSpeed(clientY, innerHeight);
    if (speed) {
      scrollBy(0, speed);
      place();
    }
  }, 16);
  const listen = (/** @type {string} */ name, /** @type {(event: any) => void} */ act) =>
    addEventListener(name, (event) => isIts(event, begun) && act(event), { signal: over.signal });
  listen("pointermove", (event) => {
    ({ clientY } = event);
    place();
  });
  for (const name of ["pointerup", "pointercancel", "blur"]) {
    listen(name, () => {
      clearInterval(scrolling);
      delete row.dataset.dragged;
      over.abort();
      hands.drop(row);
    });
  }
}

/** Not another finger's; a window that is left says nothing of fingers. @param {Event} event @param {PointerEvent} begun */
function isIts(event, { pointerId }) {
  return !("pointerId" in event) || event.pointerId === pointerId;
}

/** How far the row has to go so that the pointer is over it. @param {HTMLElement} list @param {HTMLElement} row @param {number} y */
function placesBetween(list, row, y) {
  const rows = /** @type {HTMLElement[]} */ ([...list.children]);
  const at = rows.indexOf(row);
  return places(
    rows.map((each) => each.getBoundingClientRect()),
    at,
    y,
  );
}

/**
 * Past the middle of a neighbour it takes that one's place.
 * @param {{ top: number, height: number }[]} boxes
 * @param {number} at
 * @param {number} y
 */
export function places(boxes, at, y) {
  const middles = boxes.map(({ top, height }) => top + height / 2);
  const above = middles.slice(0, at).filter((middle) => y < middle).length;
  const below = middles.slice(at + 1).filter((middle) => y > middle).length;
  return below - above;
}

/** @param {number} y @param {number} height of the window */
export function scrollSpeed(y, height) {
  return y < EDGE_PX ? -SCROLL_PX : y > height - EDGE_PX ? SCROLL_PX : 0;
}
