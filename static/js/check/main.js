// The self-check beside its links: opening again what a yes to an emergency sign has locked (frame/first.js
// hears the tap), and what to say, large or printed.

import "../frame/main.js";
import { showNumbers } from "../shared/emergency.js";
import { lock, lockedAt, unlock } from "../shared/lock.js";
import { deviceStore } from "../shared/screen.js";

const store = deviceStore();
/** What Undo brings back. */
let before = 0;

function watchUnlocking() {
  const done = document.querySelector("[data-unlocked]");
  for (const button of document.querySelectorAll("[data-unlock]")) {
    button.addEventListener("click", () => {
      before = lockedAt(store, Date.now()) ?? Date.now();
      unlock(store);
      show(done, true);
    });
  }
  done?.querySelector("[data-undo]")?.addEventListener("click", () => {
    lock(store, before);
    show(done, false);
  });
}

/** @param {Element | null} done @param {boolean} open */
function show(done, open) {
  const root = document.documentElement;
  if (open) {
    delete root.dataset.locked;
  } else {
    root.dataset.locked = "";
  }
  const notice = /** @type {HTMLElement} */ (done);
  notice.hidden = !open;
  const focused = open ? notice.querySelector("button") : document.getElementById("locked");
  focused?.focus();
}

/** What needs a script shows only with one. */
function watchSheet() {
  for (const each of document.querySelectorAll("[data-scripted]")) {
    /** @type {HTMLElement} */ (each).hidden = false;
  }
  const sheet = /** @type {HTMLDialogElement | null} */ (document.getElementById("say"));
  for (const button of document.querySelectorAll("[data-show-large]")) {
    button.addEventListener("click", () => sheet?.showModal());
  }
  document.querySelector("[data-print]")?.addEventListener("click", () => print());
}

showNumbers(document, store);
watchUnlocking();
watchSheet();
