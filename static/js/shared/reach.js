// How reminders reach this device: what the server is told of them, and what a notification may say.
// The worker reads the same, and no more: it is to stay small.

import { ask, deviceShelf, done } from "./shelf.js";

/**
 * @typedef {object} Reach how reminders reach this device
 * @property {string} device opaque, for the server
 * @property {string} secret
 * @property {string} feed secret of the calendar's address
 * @property {string} key of the server, with which the browser gave out its address
 * @property {boolean} push whether the person wants notifications
 * @property {boolean} calendar whether the person wants the calendar's address
 * @property {boolean} plain whether a notification says what it is about
 * @property {number} drinks until when reminders about drinks are open to this person, 0 for closed
 * @property {number} locked since when exercises are closed by an emergency sign, 0 for not
 * @property {{ id: string, rule: string, anchor: string }[]} told what the server is told of them
 * @property {Record<string, string>} kinds of each by its id, for a notification
 * @property {string} zone whose times these are
 * @property {string} language of the notifications
 * @property {Record<string, string>} words of each kind in that language, and `neutral`
 * @property {number} synced when the server last took them over, 0 for never
 * @property {boolean} waiting whether the server does not know them as they are now
 * @property {number} shown when the last test was shown, 0 for never
 */

const REACH = "reach";
/** Kinds of reminders that an emergency sign closes. */
export const MOVING = ["routine", "compress"];
// Longer than telling the server can take.
const PATIENCE_MS = 25_000;

/** @type {Reach} */
const FIRST = {
  device: "",
  secret: "",
  feed: "",
  key: "",
  push: false,
  calendar: false,
  plain: false,
  drinks: 0,
  locked: 0,
  told: [],
  kinds: {},
  zone: "",
  language: "",
  words: {},
  synced: 0,
  waiting: false,
  shown: 0,
};

/** @returns {Promise<Reach>} */
export async function reach(shelf = WAYS) {
  return readable(await ask(() => shelf.all(), []));
}

/** @param {unknown[]} found @returns {Reach} */
function readable([kept]) {
  const known = Object.entries(/** @type {object} */ (kept ?? {})).filter(
    ([name, value]) =>
      name in FIRST && typeof value === typeof FIRST[/** @type {keyof Reach} */ (name)],
  );
  return { ...FIRST, ...Object.fromEntries(known) };
}

/** @param {Partial<Reach>} change @returns {Promise<boolean>} whether it is kept */
export async function changeReach(change, shelf = WAYS) {
  return inTurn("limber.reach", async () => {
    const found = await ask(() => shelf.all(), null);
    // What could not be read must not be written over.
    return found !== null && done(() => shelf.set([REACH, 0], { ...readable(found), ...change }));
  });
}

/**
 * Pages and the worker do it one after the other; a page that the system has put to sleep in the
 * middle of it holds up nobody for ever.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function inTurn(name, act) {
  const { locks } = globalThis.navigator ?? {};
  let isTaken = false;
  const taken = () => {
    isTaken = true;
    return act();
  };
  try {
    return await (locks?.request(name, { signal: AbortSignal.timeout(PATIENCE_MS) }, taken) ??
      act());
  } catch (error) {
    if (isTaken) {
      throw error;
    }
    return act();
  }
}

/** Names for a device and its secrets, and for a reminder: not to be guessed. */
export function opaque(length = 22) {
  const letters = "abcdefghijklmnopqrstuvwxyz234567";
  return [...crypto.getRandomValues(new Uint8Array(length))]
    .map((byte) => letters[byte % letters.length])
    .join("");
}

const WAYS = deviceShelf(REACH);
