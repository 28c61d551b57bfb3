// Cold or heat on the skin: asks first, times a round, stops it, and keeps the gap before the next.
// Without it the pages hold the same questions, limits and advice, and a clock does the rest.

import "../frame/main.js";
import { Caller } from "../player/caller.js";
import { WakeLock } from "../player/wake_lock.js";
import { tellOthers } from "../shared/changes.js";
import { showNumbers } from "../shared/emergency.js";
import { isLocked } from "../shared/lock.js";
import { heedCold, rewarmingSince } from "../shared/rewarming.js";
import { allRounds, dropRound, keepRound } from "../shared/rounds.js";
import { deviceStore } from "../shared/screen.js";
import { Coach } from "./coach.js";
import { History } from "./history.js";

const FLASH_MS = 600;
const store = deviceStore();
const isWarming = (/** @type {number} */ now) => rewarmingSince(store, now) !== null;

function main() {
  showNumbers(document, store);
  heedCold(document, store);
  const section = /** @type {HTMLElement} */ (document.querySelector("[data-rounds]"));
  const device = { keep: keepRound, drop: dropRound, all: allRounds };
  const history = new History(section, said("history"), device);
  whenBack(() => history.show()); // past midnight what was today is not
  if (document.getElementById("guide")) {
    coach(history);
  } else {
    choose();
  }
}

/** @param {History} history */
function coach(history) {
  const caller = new Caller(store, flash);
  const led = new Coach(document, said("guide"), {
    store,
    caller,
    wakeLock: (changed) => new WakeLock(changed),
    isLocked,
    isWarming,
    keep: async (entry) => {
      await history.keep(entry);
      await tellOthers(store); // a gap of another round is over for nobody
    },
  });
  addEventListener("storage", () => led.reread());
  // Another tab may have gone on meanwhile: to look first would write an old round over a newer one.
  whenBack(() => led.reread());
}

/** The page is seen again, or left. @param {() => unknown} act */
function whenBack(act) {
  addEventListener("pageshow", ({ persisted }) => persisted && act());
  document.addEventListener("visibilitychange", act);
}

/** Who gets warm chooses nothing. */
function choose() {
  const show = () => {
    const warming = isWarming(Date.now());
    /** @type {HTMLElement} */ (document.querySelector("[data-warming]")).hidden = !warming;
    /** @type {HTMLElement} */ (document.querySelector("[data-chooser]")).hidden = warming;
  };
  show();
  addEventListener("storage", show);
  addEventListener("pageshow", show);
}

/** What is heard and felt is seen as well; all of the screen only for who wants it. @param {unknown} _call @param {boolean} whole */
function flash(_call, whole) {
  const { classList } = document.body;
  const name = whole ? "compress-flash" : "compress-blink";
  classList.add(name);
  setTimeout(() => classList.remove(name), FLASH_MS);
}

/** What the page says to its script. @param {string} id */
function said(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "");
}

main();
