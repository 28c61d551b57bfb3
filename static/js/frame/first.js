// Before anything is drawn: what this device keeps of the screen and of the person goes onto the
// page's root, so that no page flashes in another theme, and what is locked never shows. Loaded as a
// plain script, so it imports nothing; what can be kept stands in shared/screen.js, shared/lock.js
// and shared/conditions.js.
(() => {
  const { dataset } = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const kept = (/** @type {string} */ key) => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? "null");
    } catch {
      return null; // nothing kept, or a browser that refuses: as the phone has it
    }
  };
  const apply = () => {
    Object.assign(dataset, { theme: dark.matches ? "dark" : "light" }, kept("limber.screen"));
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
  /** The number to call, as shared/emergency.js has found it for this time zone. */
  const number = () => {
    const { place, ambulance } = kept("limber.emergency") ?? {};
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (ambulance && `${place}`.startsWith(`${zone} `)) {
      for (const link of document.querySelectorAll("[data-call]")) {
        link.setAttribute("href", `tel:${ambulance}`);
        Object.assign(link.querySelector("[data-number]") ?? {}, { textContent: ambulance });
      }
    }
  };
  apply();
  addEventListener("DOMContentLoaded", number);
  dark.addEventListener("change", apply);
  // Another tab, or the page that Back brings as it was left.
  addEventListener("storage", apply);
  addEventListener("pageshow", apply);
})();
