// On every page: starts the worker once the page is there and idle, and wishes for its language.

import { deviceStore } from "../shared/screen.js";
import { workerAddress } from "../shared/trusted.js";
import { ask, isSupported, listen } from "./bridge.js";
import { connection, mayTransfer } from "./consent.js";
import { showNetwork } from "./network.js";

/** @typedef {import("./worker/keeper.js").Summary} Summary */

// Where a browser does not tell when it is idle.
const IDLE_MS = 1000;

/** @type {Summary | null} */
let last = null;

export function start() {
  if (!isSupported()) {
    return;
  }
  listen(({ summary, covered }) => {
    if (covered) {
      // In place of this page the worker has one that says so.
      location.reload();
    }
    note(summary ?? last);
  });
  addEventListener("online", () => note(last));
  addEventListener("offline", () => note(last));
  document.addEventListener("visibilitychange", () => !document.hidden && want());
  if (document.readyState === "complete") {
    whenIdle(begin);
  } else {
    addEventListener("load", () => whenIdle(begin));
  }
}

/** The language of a page as it stands in addresses. */
export function ownLanguage() {
  return document.documentElement.lang.toLowerCase();
}

async function begin() {
  try {
    await navigator.serviceWorker.register(workerAddress());
  } catch {
    return; // refused: the pages come over the network
  }
  if (matchMedia("(display-mode: standalone)").matches) {
    navigator.storage?.persist?.().catch(() => false);
  }
  await want();
}

async function want() {
  const may = mayTransfer(deviceStore(), connection());
  note(await ask("want", { language: ownLanguage(), may, asked: false }));
}

/** @param {Summary | null} summary */
function note(summary) {
  last = summary;
  if (summary) {
    showNetwork(document, summary, navigator.onLine);
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
