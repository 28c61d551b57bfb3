// Before anything is drawn: what this device keeps of the screen and of the person goes onto the
// page's root, so that no page flashes in another theme, what is locked never shows, and nothing
// moves. Loaded as a plain script, so it imports nothing; what is kept, and where, stands in
// shared/screen.js, lock.js, conditions.js, welcomed.js and emergency.js.
(() => {
  const { dataset } = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const raw = (/** @type {string} */ key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return undefined; // a browser that refuses: as the phone has it
    }
  };
  const kept = (/** @type {string} */ key) => {
    try {
      return JSON.parse(raw(key) ?? "null");
    } catch {
      return null;
    }
  };
  const apply = () => {
    // "null" is who has not read what Limber is; a browser that keeps nothing is not asked each time.
    const welcomed = raw("limber.welcomed");
    const theme = dark.matches ? "dark" : "light";
    Object.assign(dataset, { theme, welcomed }, kept("limber.screen"));
    const mine = kept("limber.conditions");
    if (Array.isArray(mine)) {
      dataset.mine = mine.join(" ");
    }
    const at = kept("limber.locked");
    if (at && Date.now() - at < 864e5) {
      dataset.locked = "";
    } else {
      delete dataset.locked;
    }
  };
  /** The number to call, if shared/emergency.js has found one for this time zone and region. */
  const number = () => {
    const { place, ambulance } = kept("limber.emergency") ?? {};
    // Where none was found yet, nobody waits for the browser to look up its time zone.
    const zone = ambulance && new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone && place === `${zone} ${raw("limber.region") ?? ""}`) {
      for (const link of document.querySelectorAll("[data-tel]")) {
        link.setAttribute("href", `tel:${ambulance}`);
        Object.assign(link.querySelector("[data-number]") ?? {}, { textContent: ambulance });
      }
    }
  };
  /** The tap on the answer locks, however the page is opened, and before any other script is here. */
  const answer = (/** @type {MouseEvent} */ { target, button }) => {
    if (button < 2 && target instanceof Element && target.closest("[data-emergency]")) {
      try {
        localStorage.setItem("limber.locked", String(Date.now()));
      } catch {
        // It cannot be kept; the red page comes all the same.
      }
    }
  };
  /** The script that a page names for later is fetched meanwhile and runs once the page is drawn. */
  const begin = () => {
    /** @type {HTMLLinkElement | null} */
    const script = document.querySelector("link[rel=modulepreload]");
    if (script) {
      // However often it is asked for, it runs once.
      const run = () => import(script.href).catch(() => {});
      new PerformanceObserver(run).observe({ type: "paint", buffered: true });
      addEventListener("visibilitychange", run);
    }
  };
  apply();
  // A page whose style comes late gives up the transition into it: nothing that anyone has to hear of.
  document.activeViewTransition?.ready.catch(() => {});
  dark.addEventListener("change", apply);
  addEventListener("DOMContentLoaded", number);
  addEventListener("DOMContentLoaded", begin);
  addEventListener("click", answer);
  addEventListener("auxclick", answer);
  // Another tab, or the page that Back brings as it was left.
  addEventListener("storage", apply);
  addEventListener("pageshow", apply);
})();
