// Before anything is drawn: what this device keeps of the screen goes onto the page's root, so
// that no page flashes in another theme. Loaded as a plain script, so it imports nothing; what can
// be chosen stands in shared/screen.js.
(() => {
  const { dataset } = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const marks = () => {
    try {
      return JSON.parse(localStorage.getItem("limber.screen") ?? "{}");
    } catch {
      return {}; // nothing kept, or a browser that refuses: as the phone has it
    }
  };
  const apply = () => Object.assign(dataset, { theme: dark.matches ? "dark" : "light" }, marks());
  apply();
  dark.addEventListener("change", apply);
})();
