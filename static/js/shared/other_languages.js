// The same page in another language, with what was chosen on this one.

/** @typedef {Pick<typeof globalThis, "document" | "location">} Edge */

/** For pages that keep what was chosen in their address. @param {Edge} edge */
export function takeChoicesAlong({ document, location } = globalThis) {
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a[hreflang]") : null;
    if (link) {
      const [address] = (link.getAttribute("href") ?? "").split(/[?#]/);
      link.setAttribute("href", address + location.search + location.hash);
    }
  });
}
