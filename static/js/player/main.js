// The player page: finds its parts, wires buttons, keys and the clock.

import { REDUCED_MOTION } from "../shared/figure.js";
import { number } from "../shared/numbers.js";
import { deviceStore } from "../shared/screen.js";
import { fill } from "../shared/words.js";
import { Caller } from "./caller.js";
import { action } from "./keyboard.js";
import { claim } from "./only.js";
import { Player } from "./player.js";
import { Memory, planOf } from "./resume.js";
import { Screen } from "./screen.js";
import { Stage } from "./stage.js";
import { timeline } from "./timeline.js";
import { WakeLock } from "./wake_lock.js";

/** @typedef {import("./timeline.js").Session} Session */

function main() {
  /** @type {Session} */
  const session = JSON.parse(document.getElementById("session")?.textContent ?? "");
  const screen = new Screen(document);
  const phases = timeline(session);
  const memory = new Memory(deviceStore(), { address: location.pathname, plan: planOf(phases) });
  const player = new Player(session, screen, { ...effects(session, screen), memory });
  wire(player, screen, starts(player, screen, session));
  offer(screen, session, memory.kept());
  screen.show("start");
}

/** Everything that reaches beyond the page's words. @param {Session} session @param {Screen} screen */
function effects(session, screen) {
  const sayings = { on: session.words.awake, lost: session.words.asleep, off: "" };
  const wakeLock = new WakeLock((awake) => screen.write("awake", sayings[awake]));
  const motion = matchMedia(REDUCED_MOTION);
  const stage = new Stage(session, screen.part("figure-place"), motion);
  motion.addEventListener("change", () => stage.redraw());
  const caller = new Caller(deviceStore(), (call) => screen.flash(call));
  return { wakeLock, stage, caller };
}

/** The first start claims the device; a tab that is refused goes back to its start screen. @param {Player} player @param {Screen} screen @param {Session} session */
function starts(player, screen, { words }) {
  let claimed = false;
  return (/** @type {number} */ elapsed) => {
    screen.write("elsewhere", "");
    player.begin(elapsed);
    if (!claimed) {
      claimed = true;
      claim(() => {
        claimed = false;
        player.stop();
        screen.write("elsewhere", words.elsewhere);
      });
    }
  };
}

/** @param {Screen} screen @param {Session} session @param {import("./resume.js").Kept | null} kept */
function offer(screen, session, kept) {
  if (kept) {
    const step = number(kept.step + 1, session.locale);
    const total = number(session.steps.length, session.locale);
    screen.write("resume-name", fill(session.words.goOn, { n: step, total }));
    screen.part("resume").hidden = false;
    screen.part("resume").dataset.elapsed = String(kept.elapsed);
    screen.part("begin").classList.add("button-line");
  }
}

/**
 * @param {Player} player
 * @param {Screen} screen
 * @param {(elapsed: number) => void} start
 */
function wire(player, screen, start) {
  const update = () => player.running && player.update();
  const draw = () => {
    update();
    requestAnimationFrame(draw);
  };
  for (const part of ["begin", "again", "resume"]) {
    screen.part(part).addEventListener("click", ({ currentTarget }) => {
      const { elapsed } = /** @type {HTMLElement} */ (currentTarget).dataset;
      start(Number(elapsed ?? 0));
    });
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
