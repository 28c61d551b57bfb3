// The service worker: what happens when. How requests are answered stands in strategies.js, what is
// kept in keeper.js and packs.js.

import { SESSION } from "../../player/only.js";
import { heedLock, syncIfDue, worldOf } from "../../shared/reminder_sync.js";
import { isHanded, takeHanded } from "./handed.js";
import { Keeper } from "./keeper.js";
import { noteShown, notificationOf, open } from "./notify.js";
import { Shelf } from "./shelf.js";
import { fetchPart, isOurs, navigate } from "./strategies.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const { clients, location, navigator, registration } = worker;

const shelf = new Shelf();
const keeper = new Keeper(shelf, {
  tell,
  isInSession,
  pages: async () => (await windows()).map(({ id }) => id),
});

/** What a page may wish for. @type {Record<string, (wish: any) => Promise<void>>} */
const wishes = {
  state: async () => undefined,
  want: (wish) => keeper.want(wish),
  open: (wish) => keeper.open(wish),
  repair: (wish) => keeper.repair(wish),
  drop: ({ language, path }) => keeper.drop(path ?? language),
  remind: ({ changed, locked }) => tellServer(changed === true, locked),
};

// A new worker waits until no page is open: when it takes over from an older one that is at work,
// Chromium may end that in the middle of the next page, which then never comes. It is in no hurry:
// pages belong to packs and not to a version of this worker.
worker.addEventListener("activate", (event) => event.waitUntil(clients.claim()));

worker.addEventListener("fetch", (event) => {
  if (isHanded(event.request, location.origin)) {
    event.respondWith(takeHanded(event.request));
  } else if (isOurs(event.request, location.origin)) {
    event.respondWith(answer(event.request));
  }
});

worker.addEventListener("message", (event) => {
  const work = wishes[event.data.wish]?.(event.data);
  event.waitUntil(Promise.all([work, reply(event.ports[0])]));
});

worker.addEventListener("push", (event) => event.waitUntil(remind(textOf(event))));

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { notification, action } = event;
  event.waitUntil(open(notification, action, clients, location.origin));
});

// The service behind the browser has ended its address: telling the server finds that out.
worker.addEventListener("pushsubscriptionchange", (event) =>
  /** @type {ExtendableEvent} */ (event).waitUntil(tellServer(true)),
);

/** A browser that reads declarative messages may hand over the notification instead. @param {PushEvent} event */
function textOf(event) {
  const { data, notification } = /** @type {any} */ (event);
  if (data || !notification) {
    return data?.text();
  }
  const { title, lang, dir, tag, navigate } = notification;
  return JSON.stringify({ notification: { title, lang, dir, tag, navigate } });
}

/** @param {string | undefined} text */
async function remind(text) {
  const { title, options } = await notificationOf(text);
  await registration.showNotification(title, options);
  await noteShown(options.tag);
  navigator.setAppBadge?.().catch(() => undefined); // an ornament: nothing waits for it
}

/** @param {boolean} changed @param {number} [locked] */
async function tellServer(changed, locked) {
  const isOtherwise = await heedLock(locked);
  const world = worldOf(worker.fetch.bind(worker), async () => registration.pushManager);
  await syncIfDue(world, changed || isOtherwise);
}

/** Whatever fails here, a page must not: then it comes over the network. @param {Request} request */
async function answer(request) {
  try {
    return request.mode === "navigate"
      ? await navigate(request, await keeper.turn(new URL(request.url).pathname))
      : await fetchPart(request, await shelf.read());
  } catch {
    return fetch(request);
  }
}

/** How things stand now; what comes of a wish is told to every page. @param {MessagePort | undefined} port */
async function reply(port) {
  port?.postMessage(await keeper.summary());
}

/** @param {import("./summary.js").Summary} summary */
async function tell(summary) {
  for (const each of await windows()) {
    each.postMessage(summary);
  }
}

/** Also those that came past this worker. */
function windows() {
  return clients.matchAll({ type: "window", includeUncontrolled: true });
}

async function isInSession() {
  const held = (await navigator.locks?.query())?.held ?? [];
  return held.some(({ name }) => name === SESSION);
}
