// Tells the server what is due when: an opaque id, a rule and a zone, and nothing of what it is about.
// The page and the worker do the same; what could not be told waits and is told later.

import { MOVING, changeReach, inTurn, opaque, reach } from "./reach.js";
import { ask } from "./shelf.js";
import { HOUR_MS } from "./time.js";

// A server that takes the question and never answers is as good as none.
const ANSWER_MS = 10_000;
// A browser without the push service of its maker may never say that it gives out no address.
const SUBSCRIBE_MS = 20_000;

/**
 * @typedef {import("./reach.js").Reach} Reach
 * @typedef {{
 *   fetch: typeof globalThis.fetch, subscription: () => Promise<PushSubscription | null>,
 *   subscribe: (key: string) => Promise<PushSubscription | null>,
 * }} World
 * @typedef {"done" | "none" | "waiting" | "refused" | "lost"} Told `none`: there is nothing that the
 *   server is for; `lost`: the browser has dropped its address for notifications and gives no other
 * @typedef {{ key: string | null, ended: boolean }} Said by the server: what to subscribe to, and
 *   whether the push service has ended the address it was told
 */

/**
 * What a page and the worker tell through.
 * @param {typeof globalThis.fetch} fetch
 * @param {() => Promise<PushManager | undefined>} manager
 * @returns {World}
 */
export function worldOf(fetch, manager) {
  const subscription = () =>
    ask(async () => (await (await manager())?.getSubscription()) ?? null, null);
  return {
    fetch,
    subscription,
    subscribe: (key) =>
      ask(
        async () => {
          const options = { userVisibleOnly: true, applicationServerKey: key };
          // Of another key there can be none beside it.
          await (await subscription())?.unsubscribe();
          return (await (await manager())?.subscribe(options)) ?? null;
        },
        null,
        SUBSCRIBE_MS,
      ),
  };
}

/** Of a page. */
export function pageWorld() {
  return worldOf(
    fetch.bind(globalThis),
    async () => (await navigator.serviceWorker?.getRegistration())?.pushManager,
  );
}

/**
 * One at a time, so that what is told last is how things are.
 * @param {World} world
 * @returns {Promise<Told>}
 */
export function sync(world, now = Date.now) {
  return inTurn("limber.sync", () => syncNow(world, now));
}

/** @param {World} world @param {() => number} now @returns {Promise<Told>} */
async function syncNow(world, now) {
  const ways = await named();
  if (!ways.device) {
    return "waiting"; // the device could not be read
  }
  if (!ways.push && !ways.calendar) {
    return ways.synced ? withdraw(ways, world) : "none";
  }
  const subscription = ways.push ? await world.subscription() : null;
  const { told, said } = await tell(ways, world, subscription, now());
  const isGood = !ways.push || !said || reaches(ways, subscription, said);
  return isGood ? told : tellAnew(ways, world, said, now());
}

/** With another address of the browser's. @param {Reach} ways @param {World} world @param {Said} said @param {number} now @returns {Promise<Told>} */
async function tellAnew(ways, world, { key }, now) {
  const another = key && (await world.subscribe(key));
  if (!another) {
    return "lost";
  }
  await changeReach({ key });
  return (await tell(ways, world, another, now)).told;
}

/** Whether what the server has will be taken by the push service. @param {Reach} ways @param {PushSubscription | null} subscription @param {Said} said */
function reaches({ key }, subscription, said) {
  return subscription !== null && !said.ended && said.key === key;
}

/**
 * @param {Reach} ways
 * @param {World} world
 * @param {PushSubscription | null} subscription
 * @param {number} now
 * @returns {Promise<{ told: Told, said?: Said }>} what was said where it was taken
 */
async function tell(ways, world, subscription, now) {
  const body = JSON.stringify(whatToTell(ways, subscription));
  const answer = await send(world, ways, { method: "PUT", body });
  const told = await settle(answer, now);
  return told === "done" ? { told, said: await answer?.json().catch(() => undefined) } : { told };
}

/** @param {Response | null} answer @param {number} now @returns {Promise<Told>} */
async function settle(answer, now) {
  if (answer?.ok) {
    await changeReach({ synced: now, waiting: false });
    return "done";
  }
  await changeReach({ waiting: true });
  const isForNow = answer === null || answer.status >= 500 || answer.status === 429;
  return isForNow ? "waiting" : "refused";
}

/** @param {number | undefined} locked since when an emergency sign stands, where a page has looked @returns {Promise<boolean>} whether it was otherwise before */
export async function heedLock(locked) {
  const isOtherwise = locked !== undefined && locked !== (await reach()).locked;
  return isOtherwise && changeReach({ locked });
}

/**
 * The same where something has changed, or the server has not heard of this device for a while.
 * @param {World} world
 * @param {boolean} changed
 */
export async function syncIfDue(world, changed, now = Date.now) {
  const { push, calendar, synced, waiting } = await reach();
  const isOn = push || calendar;
  if (changed && isOn) {
    await changeReach({ waiting: true }); // until the server knows
  }
  const isDue = changed || waiting || now() - synced > HOUR_MS;
  return isDue && (isOn || synced > 0) ? sync(world, now) : "none";
}

/** A notification at once, to see whether it comes. @param {World} world @returns {Promise<number | "offline" | "refused">} when it was sent */
export async function sendTest(world) {
  const answer = await send(world, await reach(), { method: "POST", path: "/test" });
  if (answer?.ok) {
    return (await answer.json()).sent;
  }
  return answer ? "refused" : "offline";
}

/** The server forgets this device. @param {Reach} ways @param {World} world @returns {Promise<Told>} */
async function withdraw(ways, world) {
  const answer = await send(world, ways, { method: "DELETE" });
  const isGone = answer !== null && (answer.ok || answer.status === 404);
  await changeReach(isGone ? { synced: 0, waiting: false } : { waiting: true });
  return isGone ? "done" : "waiting";
}

/** With names for the server, made once. @returns {Promise<Reach>} */
async function named() {
  const ways = await reach();
  if (!ways.device) {
    await changeReach({ device: opaque(), secret: opaque(32), feed: opaque(32) });
  }
  return reach();
}

/** @param {Reach} ways @param {PushSubscription | null} subscribed */
function whatToTell({ calendar, feed, zone, language, told, kinds, locked }, subscribed) {
  const subscription = subscribed && subscribed.toJSON();
  return {
    subscription: subscription && { endpoint: subscription.endpoint, keys: subscription.keys },
    zone,
    language,
    feed: calendar ? feed : null,
    // While an emergency sign stands, nobody is called to move.
    reminders: told.filter(({ id }) => !locked || !MOVING.includes(kinds[id])),
  };
}

/** @param {World} world @param {Reach} ways @param {{ method: string, path?: string, body?: string }} what @returns {Promise<Response | null>} null without a network */
async function send(world, { device, secret }, { method, path = "", body }) {
  try {
    return await world.fetch(`/api/reminders/${device}${path}`, {
      method,
      body,
      signal: AbortSignal.timeout(ANSWER_MS),
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
    });
  } catch {
    return null;
  }
}
