// Today: the date, the routine that comes next and the last sessions.

import "../frame/main.js";
import { cameBack } from "../frame/focus.js";
import { showPanel } from "../offline/panel.js";
import { tellOthers } from "../shared/changes.js";
import { showDate } from "../shared/days.js";
import { lastSessions } from "../shared/journal.js";
import { named } from "../shared/kinds.js";
import { allOpened } from "../shared/opened.js";
import { allOwn } from "../shared/own.js";
import { watchSwim } from "../shared/in_water.js";
import { askToKeep } from "../shared/promise.js";
import { heedDrinks } from "../shared/reminder_rules.js";
import { deviceStore } from "../shared/screen.js";
import { MINUTE_MS } from "../shared/time.js";
import { Drinks } from "./drinks.js";
import { next, NextRoutine } from "./next.js";
import { asking, routineComing, showComing } from "./reminders.js";
import { list, rows } from "./sessions.js";

// More than are shown, because some may be of what Limber no longer has.
const LOOKED_AT = 30;

/** What the list shows now: drawn again only for something else, so that the focus stays. */
let listed = "";
const drinks = new Drinks(
  /** @type {HTMLElement} */ (document.querySelector("[data-drinks]")),
  JSON.parse(document.getElementById("drinks-guide")?.textContent ?? ""),
  deviceStore(),
);
const nextRoutine = new NextRoutine(
  /** @type {HTMLElement} */ (document.querySelector("[data-next]")),
  document.querySelectorAll("[data-usual]"),
);

async function main() {
  addEventListener("pageshow", ({ persisted }) => persisted && show());
  document.addEventListener("visibilitychange", () => !document.hidden && show());
  addEventListener("storage", showKept);
  setInterval(showKept, MINUTE_MS);
  watchSwim({ store: deviceStore() });
  showPanel();
  await show();
  cameBack();
}

/** The page may have lain open for days, or behind the session that has just ended. */
async function show() {
  showDate();
  await Promise.all([drinks.load(), showKept()]);
}

/** What is to come, what was done, and of both the routine that comes next. */
async function showKept() {
  const [coming, [entries, guide]] = await Promise.all([showReminders(), showSessions()]);
  await nextRoutine.show(next(coming, entries, guide.kinds), guide);
}

/** @returns the routine that is due or comes next today */
async function showReminders() {
  const row = /** @type {HTMLElement} */ (document.querySelector("[data-coming]"));
  const page = JSON.parse(document.getElementById("reminders")?.textContent ?? "");
  const found = await asking(drinks.isOpen);
  showComing(row, page, found);
  if (await heedDrinks(drinks.openUntil)) {
    await tellOthers(deviceStore());
  }
  return routineComing(found);
}

/** @returns {Promise<[import("./next.js").Entry[], import("./next.js").Guide]>} with the names of this device */
async function showSessions() {
  const section = /** @type {HTMLElement} */ (document.querySelector("[data-sessions]"));
  const page = JSON.parse(document.getElementById("sessions")?.textContent ?? "");
  const [entries, owns, opened] = await Promise.all([
    lastSessions(LOOKED_AT),
    allOwn(),
    allOpened(),
  ]);
  const guide = named(page, owns, opened ?? []);
  const found = rows(entries, guide, Date.now());
  if (entries.length > 0) {
    askToKeep(deviceStore());
  }
  if (JSON.stringify(found) !== listed) {
    listed = JSON.stringify(found);
    list(section, found);
  }
  return [entries, guide];
}

main();
