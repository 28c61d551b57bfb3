// The page's half: wishes go to the worker, what it says comes back.

/**
 * @typedef {import("./worker/summary.js").Summary} Summary
 * @typedef {"state" | "want" | "open" | "repair" | "drop" | "remind"} Wish
 */

/** Whether this browser can keep pages at all: it needs a worker, and a safe connection. */
export function isSupported({ navigator, caches } = globalThis) {
  return Boolean(navigator.serviceWorker) && Boolean(caches);
}

/**
 * @param {Wish} wish
 * @param {Record<string, unknown>} details
 * @returns {Promise<Summary>} how things stand as it is heard; what comes of it is told later
 */
export async function ask(wish, details = {}, { serviceWorker } = globalThis.navigator) {
  const { active } = await serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    active?.postMessage({ wish, ...details }, [port2]);
  });
}

/** @param {(summary: Summary) => void} heard */
export function listen(heard, { serviceWorker } = globalThis.navigator) {
  serviceWorker.addEventListener("message", ({ data }) => heard(data));
  serviceWorker.startMessages();
}
