// Today: the date, for whoever is new the way to what Limber is and is not, and the last sessions.

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
import { isNew } from "../shared/welcomed.js";
import { Drinks } from "./drinks.js";
import { showComing } from "./reminders.js";
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

async function main() {
  addEventListener("pageshow", ({ persisted }) => persisted && show());
  document.addEventListener("visibilitychange", () => !document.hidden && show());
  addEventListener("storage", showReminders);
  setInterval(showReminders, MINUTE_MS);
  watchSwim({ store: deviceStore() });
  showPanel();
  await show();
  cameBack();
}

/** The page may have lain open for days, or behind the session that has just ended. */
async function show() {
  showDate();
  invite();
  await Promise.all([drinks.load(), showSessions(), showReminders()]);
}

function invite() {
  const invitation = document.querySelector("[data-new]");
  if (invitation instanceof HTMLElement) {
    invitation.hidden = !isNew(deviceStore());
  }
}

async function showReminders() {
  const row = /** @type {HTMLElement} */ (document.querySelector("[data-coming]"));
  const page = JSON.parse(document.getElementById("reminders")?.textContent ?? "");
  await showComing(row, page, drinks.isOpen);
  if (await heedDrinks(drinks.openUntil)) {
    await tellOthers(deviceStore());
  }
}

async function showSessions() {
  const section = /** @type {HTMLElement} */ (document.querySelector("[data-sessions]"));
  const page = JSON.parse(document.getElementById("sessions")?.textContent ?? "");
  const kept = await Promise.all([lastSessions(LOOKED_AT), allOwn(), allOpened()]);
  const found = rows(kept[0], named(page, kept[1], kept[2] ?? []), Date.now());
  if (kept[0].length > 0) {
    askToKeep(deviceStore());
  }
  if (JSON.stringify(found) !== listed) {
    listed = JSON.stringify(found);
    list(section, found);
  }
}

main();
