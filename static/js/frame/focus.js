// The browser restores how far a page was scrolled; where the focus was, it forgets.

/** Remembers in the history which link leads away. @param {Event} event */
export function followed({ target }) {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (link) {
    const address = link.getAttribute("href") ?? "";
    const left = { address, index: linksTo(address).indexOf(link) };
    history.replaceState({ ...history.state, left }, "");
  }
}

/** Puts the focus back on the link that led away, without scrolling. */
export function cameBack() {
  const { left } = history.state ?? {};
  const [entry] = performance.getEntriesByType("navigation");
  if (left && /** @type {PerformanceNavigationTiming} */ (entry)?.type === "back_forward") {
    const link = linksTo(left.address)[left.index];
    if (link instanceof HTMLElement) {
      link.focus({ preventScroll: true });
    }
  }
}

/** In the order of the page; the same address may stand on it more than once. @param {string} address */
function linksTo(address) {
  const links = [...document.querySelectorAll("a[href]")];
  return links.filter((each) => each.getAttribute("href") === address);
}
