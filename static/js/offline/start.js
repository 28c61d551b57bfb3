// On every page: starts the worker once the page is there and idle, wishes for the page's language,
// and obeys corrections.

import { lockedAt } from "../shared/lock.js";
import { deviceStore } from "../shared/screen.js";
import { workerAddress } from "../shared/trusted.js";
import { ask, isSupported, listen } from "./bridge.js";
import { connection, mayTransfer } from "./consent.js";
import { showNetwork } from "./network.js";
import { isCovered } from "./worker/version.js";

/** @typedef {import("./bridge.js").Summary} Summary */

// Where a browser does not tell when it is idle.
const IDLE_MS = 1000;
// The page that was loaded anew because it was covered, for as long as the tab is open.
const COVERED = "limber.covered";

/** Told how things stand, null where nothing can be kept. @type {((summary: Summary | null) => void)[]} */
const hearers = [];
/** @type {Summary | null | undefined} */
let last;
/** Whether another page is on its way in place of this one. */
let isLeaving = false;

export function start() {
  if (!isSupported()) {
    note(null);
    return;
  }
  listen(note);
  if (navigator.serviceWorker.controller) {
    ask("state").then(note);
  }
  addEventListener("online", want);
  addEventListener("offline", () => last && note(last));
  addEventListener("pageshow", ({ persisted }) => persisted && want());
  document.addEventListener("visibilitychange", () => !document.hidden && want());
  if (document.readyState === "complete") {
    whenIdle(begin);
  } else {
    addEventListener("load", () => whenIdle(begin));
  }
}

/** @param {(summary: Summary | null) => void} hearer told now, if anything is known, and from now on */
export function hear(hearer) {
  hearers.push(hearer);
  if (last !== undefined) {
    hearer(last);
  }
}

/** The language of a page as it stands in addresses. */
export function ownLanguage() {
  return document.documentElement.lang.toLowerCase();
}

/** Whether packs may be transferred without a question. */
export function may() {
  return mayTransfer(deviceStore(), connection());
}

async function begin() {
  try {
    await navigator.serviceWorker.register(workerAddress());
  } catch {
    note(null); // refused: the pages come over the network
    return;
  }
  if (matchMedia("(display-mode: standalone)").matches) {
    navigator.storage?.persist?.().catch(() => false);
  }
  await want();
}

async function want() {
  note(await ask("want", { language: ownLanguage(), may: may(), asked: false }));
  // What is due may wait to be told, and an emergency sign closes some of it.
  ask("remind", { locked: lockedAt(deviceStore(), Date.now()) ?? 0 });
}

/** @param {Summary | null} summary */
function note(summary) {
  last = summary;
  if (summary) {
    obey(summary);
    showNetwork(document, summary, navigator.onLine);
  }
  for (const hearer of hearers) {
    hearer(summary);
  }
}

/**
 * A page that must not be followed gives way to the notice: the worker has it under the same address,
 * where there is no pack it has one of its own. The notice itself has no number to compare.
 * @param {Summary} summary
 */
function obey({ corrections }) {
  const { corrected, exercises = "" } = document.documentElement.dataset;
  // A shared routine is covered by what it contains.
  const contained = exercises.split(" ").map((each) => `//exercises/${each}`);
  const isMine = (/** @type {string} */ path) => isCovered(path, corrections, Number(corrected));
  if (corrected === undefined || ![location.pathname, ...contained].some(isMine)) {
    return;
  }
  leave(() =>
    wasTried(location.pathname)
      ? location.replace(`/${ownLanguage()}/offline/withdrawn`)
      : location.reload(),
  );
}

/** Once: each further word of the worker would begin it anew. @param {() => void} go */
export function leave(go) {
  if (!isLeaving) {
    isLeaving = true;
    go();
  }
}

/** Whether this page was loaded anew already; where that cannot be known, it counts as tried. @param {string} path */
function wasTried(path) {
  try {
    const tried = sessionStorage.getItem(COVERED) === path;
    sessionStorage.setItem(COVERED, path);
    return tried;
  } catch {
    return true;
  }
}

/** @param {() => void} act */
function whenIdle(act) {
  if ("requestIdleCallback" in globalThis) {
    requestIdleCallback(act, { timeout: 5 * IDLE_MS });
  } else {
    setTimeout(act, IDLE_MS);
  }
}
