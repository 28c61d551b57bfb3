// Where the browser deletes what a site keeps after a week without use, unless it is on the home
// screen: that is said before anything dear is kept.

/** An iPhone or iPad on which Limber is open in a tab. */
export function isAppleTab(world = globalThis) {
  const { userAgent, maxTouchPoints } = world.navigator;
  // An iPad calls itself a Macintosh, but is touched.
  const isApple =
    /iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  return isApple && !world.matchMedia("(display-mode: standalone)").matches;
}

/** @param {ParentNode} page that may have the words for it */
export function showInstallFirst(page = document) {
  const words = page.querySelector("[data-install-first]");
  if (words instanceof HTMLElement) {
    words.hidden = !isAppleTab();
  }
}
