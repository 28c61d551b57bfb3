// The page of one exercise: finds the figure and its buttons, and wires them. The list of all of them
// is wired by library.js.

import "../frame/main.js";
import { watchStars } from "../shared/favourites.js";
import { Figure, REDUCED_MOTION } from "../shared/figure.js";
import { Demo } from "./demo.js";
import { DemoKeys } from "./demo_keys.js";
import { Library } from "./library.js";

function main() {
  watchStars();
  if (document.querySelector("[data-atlas]")) {
    new Library(JSON.parse(document.getElementById("words")?.textContent ?? ""));
  }
  const place = document.querySelector("[data-demo]");
  /** @type {SVGSVGElement | null | undefined} */
  const svg = place?.querySelector("svg[data-phases]");
  if (!place || !svg) {
    return;
  }
  const motion = matchMedia(REDUCED_MOTION);
  const keys = new DemoKeys(place);
  const plan = JSON.parse(document.getElementById("tempo")?.textContent ?? "");
  const demo = new Demo(new Figure(svg, motion), plan, (state) => keys.show(state));
  keys.wire(demo);
  place.setAttribute("data-ready", "");
  watch(demo, svg);
  motion.addEventListener("change", () => demo.redraw());
  if (!motion.matches) {
    demo.play();
  }
}

/**
 * Nobody looks at a figure that is scrolled away or in a page behind.
 * @param {Demo} demo
 * @param {Element} svg
 */
function watch(demo, svg) {
  let onScreen = true;
  const tell = () => demo.setSeen(onScreen && document.visibilityState === "visible");
  const observer = new IntersectionObserver((entries) => {
    onScreen = entries.at(-1)?.isIntersecting ?? onScreen;
    tell();
  });
  observer.observe(svg);
  document.addEventListener("visibilitychange", tell);
}

main();
