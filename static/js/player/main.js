// The player page: finds its parts, wires buttons, keys and the clock.

import { REDUCED_MOTION } from "../shared/figure.js";
import { action } from "./keyboard.js";
import { Player } from "./player.js";
import { Screen } from "./screen.js";
import { Stage } from "./stage.js";
import { WakeLock } from "./wake_lock.js";

/** @typedef {import("./timeline.js").Session} Session */

function main() {
  /** @type {Session} */
  const session = JSON.parse(document.getElementById("session")?.textContent ?? "");
  const screen = new Screen(document);
  const sayings = { on: session.words.awake, lost: session.words.asleep, off: "" };
  const wakeLock = new WakeLock((awake) => screen.write("awake", sayings[awake]));
  const motion = matchMedia(REDUCED_MOTION);
  const stage = new Stage(session, screen.part("figure-place"), motion);
  const player = new Player(session, screen, wakeLock, stage);
  motion.addEventListener("change", () => stage.redraw());
  wire(player, screen);
  screen.show("start");
}

/** @param {Player} player @param {Screen} screen */
function wire(player, screen) {
  const update = () => player.running && player.update();
  const draw = () => {
    update();
    requestAnimationFrame(draw);
  };
  for (const part of ["begin", "again"]) {
    screen.part(part).addEventListener("click", () => player.begin());
  }
  for (const part of /** @type {const} */ (["pause", "skip", "back"])) {
    screen.part(part).addEventListener("click", () => player[part]());
  }
  document.addEventListener("keydown", (event) => onKey(event, player, screen));
  document.addEventListener("visibilitychange", update);
  addEventListener("pageshow", update);
  requestAnimationFrame(draw);
}

/** @param {KeyboardEvent} event @param {Player} player @param {Screen} screen */
function onKey(event, player, screen) {
  const onButton = event.target instanceof HTMLElement && event.target.closest("button, a");
  const direction = document.documentElement.dir === "rtl" ? "rtl" : "ltr";
  const wanted = action(event, direction);
  if (!wanted || screen.part("keys").hidden || (onButton && wanted === "pause")) {
    return;
  }
  event.preventDefault();
  player[wanted]();
}

main();
