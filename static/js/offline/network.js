// Without a network, what needs one says so before anybody tries: words that are there for that
// show, and of the languages only those on the device are offered.

/**
 * @param {Document} root
 * @param {Pick<import("./bridge.js").Summary, "ready" | "reached">} summary
 * @param {boolean} onLine as the browser has it, which may be wrong when it says yes
 */
export function showNetwork(root, { ready, reached }, onLine) {
  const isOff = !onLine || !reached;
  root.documentElement.toggleAttribute("data-no-network", isOff);
  for (const link of root.querySelectorAll("a[hreflang]")) {
    const prefix = link.getAttribute("hreflang")?.toLowerCase() ?? "";
    const isHere = ready.includes(prefix) || link.getAttribute("aria-current") === "true";
    /** @type {HTMLElement} */ (link.closest("li") ?? link).hidden = isOff && !isHere;
  }
}
