// One's own routines on this device: listed, marked, copied, deleted, saved as files and read from
// them; and what was done lately.

import "../frame/main.js";
import { catalogOf } from "../shared/catalog.js";
import { favourites, toggleFavourite } from "../shared/favourites.js";
import { showInstallFirst } from "../shared/install_first.js";
import { lastSessions } from "../shared/journal.js";
import { named } from "../shared/kinds.js";
import { allOpened } from "../shared/opened.js";
import { allOwn, dropOwn, FROM_OTHERS, keepOwn, newOwn } from "../shared/own.js";
import { part, write } from "../shared/parts.js";
import { fieldFaultText, MOST } from "../shared/routine.js";
import { readFile, saveFile } from "../shared/routine_file.js";
import { deviceStore } from "../shared/screen.js";
import { fill } from "../shared/words.js";
import { copied } from "./copied.js";
import { heedFiles } from "./files.js";
import { buttonOf, placeOf } from "./focus.js";
import { isWanted } from "./handed.js";
import { drawOwn, drawPart } from "./list.js";
import { favouriteRows, ownRows, recentRows, sharedRows, short } from "./rows.js";
import { passedOn } from "./whole_device.js";

/**
 * @typedef {import("../shared/own.js").Own} Own
 * @typedef {import("../shared/routine.js").Fault} Fault
 * @typedef {import("../shared/session_of.js").Catalog} Catalog
 */

// More than are shown, because some may be of what is no longer here.
const LOOKED_AT = 50;

const store = deviceStore();
/** @type {Catalog} */
const catalog = catalogOf(read("catalog"));
/** @type {import("./rows.js").Guide} */
const guide = read("guide");
const [sheet, handed] = /** @type {HTMLDialogElement[]} */ (
  ["more", "handed"].map((id) => document.getElementById(id))
);

/** @type {Own[]} */
let owns = [];
/** The one whose sheet is open. @type {Own | undefined} */
let chosen;
/** Can be brought back. @type {Own | undefined} */
let deleted;
/** What was handed over last. */
let asked = Promise.resolve();

async function show() {
  const [kept, found, sessions] = await Promise.all([
    allOwn(),
    allOpened(),
    lastSessions(LOOKED_AT),
  ]);
  owns = kept;
  const opened = found ?? [];
  const all = named(guide, owns, opened);
  const marked = favourites(store);
  const shared = sharedRows(opened, marked, all);
  const place = placeOf(document.activeElement);
  drawOwn(ownRows(owns, marked, { catalog, guide }), guide);
  drawPart("shared", shared);
  drawPart("favourites", favouriteRows(marked, opened, all));
  drawPart("recent", recentRows(sessions, { catalog, guide: all }, Date.now()));
  part("none").hidden = owns.length + shared.length > 0;
  part("scripted").hidden = false;
  if (place) {
    // The page stays where it was scrolled to.
    find(place)?.focus({ preventScroll: true });
  }
}

/** @param {Event} event */
function press({ target }) {
  const button = target instanceof Element ? target.closest("button") : null;
  const { id } =
    /** @type {HTMLElement | undefined} */ (button?.closest("[data-id]"))?.dataset ?? {};
  const own = owns.find((each) => each.id === id);
  if (!button || !own) {
    return;
  }
  if (button.dataset.favourite === undefined) {
    open(own);
  } else {
    mark(own);
  }
}

/** The row may move: the focus goes with it. @param {Own} own */
async function mark({ id }) {
  toggleFavourite(store, `own/${id}`);
  await show();
  focusRow(id, "favourite");
}

/** @param {Own} own */
function open(own) {
  chosen = own;
  /** @type {HTMLElement} */ (sheet.querySelector("h2")).textContent = own.routine.title;
  part("edit").setAttribute("href", `${guide.edit}#${own.id}`);
  sheet.showModal();
}

/** @param {(own: Own) => unknown} act */
function act(act) {
  return () => {
    sheet.close();
    return chosen && act(chosen);
  };
}

/** @param {Own} own */
async function copyOwn(own) {
  const title = [...fill(guide.words.copy, { title: own.routine.title })]
    .slice(0, MOST.title)
    .join("");
  await add(copied(own, title), guide.words.copied);
}

/** @param {Own} own @param {string} message */
async function add(own, message) {
  const kept = await keepOwn(own);
  await show();
  say(kept ? fill(message, { title: own.routine.title }) : guide.words.unkept);
  focusRow(own.id);
}

/** @param {Own} own */
async function remove(own) {
  if (!(await dropOwn(own.id))) {
    say(guide.words.unkept);
    return;
  }
  deleted = own;
  await show();
  say("");
  write("undo-words", fill(guide.words.deleted, { title: own.routine.title }));
  part("strip").hidden = false;
  part("undo").focus();
}

async function bringBack() {
  part("strip").hidden = true;
  if (deleted) {
    await keepOwn(deleted);
    await show();
    focusRow(deleted.id);
  }
}

/** Of several one after the other. @param {File | Blob} file */
function ask(file) {
  asked = asked.then(() => take(file, (found) => isWanted(found, handed)));
}

/** @param {File | Blob} file @param {(found: { title: string, short: string }) => Promise<boolean>} mayKeep */
async function take(file, mayKeep = async () => true) {
  const { routine, faults } = await readFile(file, catalog);
  if (routine) {
    part("faults").hidden = true;
    const { title } = routine;
    if (!(await mayKeep({ title, short: short({ routine }, catalog, guide) }))) {
      return;
    }
    await add(newOwn(routine, FROM_OTHERS), guide.words.opened);
  } else if (!(await passedOn(file, guide.journal))) {
    const name = file instanceof File ? file.name : "";
    complain(name, faults);
  }
}

/** @param {string} name of the file @param {Fault[]} faults */
function complain(name, faults) {
  say("");
  write("faults-name", fill(guide.words.unread, { name: name || "limber.json" }));
  part("faults-list").replaceChildren(
    ...faults.map((fault) =>
      Object.assign(document.createElement("li"), { textContent: fieldFaultText(fault, catalog) }),
    ),
  );
  part("faults").hidden = false;
  part("faults").focus();
}

/** What was done, in place of what was done before. @param {string} words */
function say(words) {
  part("strip").hidden = true;
  part("done").hidden = words === "";
  write("done", words);
}

/** @param {string} id @param {string} button */
function focusRow(id, button = "more") {
  find(buttonOf(id, button))?.focus();
}

/** @param {string} selector @returns {HTMLElement | null} */
function find(selector) {
  return document.querySelector(selector);
}

/** @param {string} id of a block of data @returns {any} */
function read(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "");
}

part("unscripted").hidden = true;
showInstallFirst();
part("own").addEventListener("click", press);
part("copy").addEventListener("click", act(copyOwn));
part("export").addEventListener(
  "click",
  act(({ routine }) => saveFile(routine)),
);
part("delete").addEventListener("click", act(remove));
part("undo").addEventListener("click", bringBack);
addEventListener("pageshow", ({ persisted }) => persisted && show());
document.addEventListener("visibilitychange", () => !document.hidden && show());
show().then(() => heedFiles(/** @type {HTMLInputElement} */ (part("file")), take, ask));
