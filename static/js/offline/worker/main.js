// The service worker: what happens when. How requests are answered stands in strategies.js, what is
// kept in keeper.js and packs.js.

import { Keeper } from "./keeper.js";
import { Shelf } from "./shelf.js";
import { fetchPart, isOurs, navigate } from "./strategies.js";
import { isCovered } from "./version.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const { clients, navigator } = worker;

// As in player/only.js: who holds this lock is in the middle of a session.
const SESSION = "limber.session";

const shelf = new Shelf();
const keeper = new Keeper(shelf, {
  tell: (summary) => sendAll({ summary }),
  correct: (version) => cover(version),
  isInSession,
  pages: async () => (await windows()).map(({ id }) => id),
});

/** What a page may wish for. @type {Record<string, (wish: any) => Promise<unknown>>} */
const wishes = {
  state: async () => undefined,
  want: (wish) => keeper.want(wish),
  repair: () => keeper.repair(),
  drop: ({ language }) => keeper.drop(language),
};

// Pages belong to packs and not to a version of this worker, so a new one may take over at once.
worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (isOurs(request)) {
    event.respondWith(answer(request));
  }
});

worker.addEventListener("message", (event) => {
  const work = wishes[event.data.wish]?.(event.data);
  event.waitUntil(Promise.all([work, reply(event.ports[0])]));
});

/** @param {Request} request */
async function answer(request) {
  return request.mode === "navigate"
    ? navigate(request, await keeper.turn())
    : fetchPart(request, await shelf.read());
}

/** How things stand now; what comes of a wish is told to every page. @param {MessagePort | undefined} port */
async function reply(port) {
  port?.postMessage({ summary: await keeper.summary() });
}

/** @param {unknown} message */
async function sendAll(message) {
  for (const each of await windows()) {
    each.postMessage(message);
  }
}

/** Pages that must not be followed any longer are told so. @param {import("./version.js").Version} version */
async function cover(version) {
  const { active, kept } = await shelf.read();
  for (const each of await windows()) {
    const { pathname } = new URL(each.url);
    const name = active?.languages[pathname.split("/")[1]];
    if (name && isCovered(pathname, version, kept[name].corrected)) {
      each.postMessage({ covered: true });
    }
  }
}

function windows() {
  return clients.matchAll({ type: "window" });
}

async function isInSession() {
  const held = (await navigator.locks?.query())?.held ?? [];
  return held.some(({ name }) => name === SESSION);
}
