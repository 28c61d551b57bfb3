// The browser restores how far a page was scrolled; where the focus was, it forgets.

const NAME = "aria-labelledby";
const SECTION = `section[${NAME}]`;

/** Remembers in the history which link leads away. @param {Event} event */
export function followed({ target }) {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (link) {
    const address = link.getAttribute("href") ?? "";
    const section = link.closest(SECTION)?.getAttribute(NAME) ?? "";
    const left = { address, section, index: linksTo(address, section).indexOf(link) };
    history.replaceState({ ...history.state, left }, "");
  }
}

/** Puts the focus back on the link that led away, without scrolling. */
export function cameBack() {
  const { left } = history.state ?? {};
  const [entry] = performance.getEntriesByType("navigation");
  if (left && /** @type {PerformanceNavigationTiming} */ (entry)?.type === "back_forward") {
    const link = linksTo(left.address, left.section)[left.index];
    if (link instanceof HTMLElement) {
      link.focus({ preventScroll: true });
    }
  }
}

/**
 * In the order of the page. The same address may stand on it more than once, and other sections of it
 * may have been filled meanwhile.
 * @param {string} address
 * @param {string} section what names it
 */
function linksTo(address, section) {
  const links = [...document.querySelectorAll("a[href]")];
  return links.filter(
    (each) =>
      each.getAttribute("href") === address &&
      (each.closest(SECTION)?.getAttribute(NAME) ?? "") === section,
  );
}
