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
 * @property {boolean} drinks whether reminders about drinks are open to this person
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

/** @type {Reach} */
const FIRST = {
  device: "",
  secret: "",
  feed: "",
  key: "",
  push: false,
  calendar: false,
  plain: false,
  drinks: false,
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
  const [kept] = await ask(() => shelf.all(), []);
  const known = Object.entries(/** @type {object} */ (kept ?? {})).filter(
    ([name, value]) =>
      name in FIRST && typeof value === typeof FIRST[/** @type {keyof Reach} */ (name)],
  );
  return { ...FIRST, ...Object.fromEntries(known) };
}

/** @param {Partial<Reach>} change @returns {Promise<boolean>} whether it is kept */
export async function changeReach(change, shelf = WAYS) {
  return inTurn(async () => {
    const found = await ask(() => shelf.all(), null);
    if (found === null) {
      return false; // what could not be read must not be written over
    }
    const now = { ...(await reach(shelf)), ...change };
    return done(() => shelf.set([REACH, 0], now));
  });
}

/** Pages and the worker change it one after the other. @param {() => Promise<boolean>} act @returns {Promise<boolean>} */
function inTurn(act) {
  const { locks } = globalThis.navigator ?? {};
  return locks ? locks.request("limber.reach", act) : act();
}

/** Names for a device and its secrets, and for a reminder: not to be guessed. */
export function opaque(length = 22) {
  const letters = "abcdefghijklmnopqrstuvwxyz234567";
  return [...crypto.getRandomValues(new Uint8Array(length))]
    .map((byte) => letters[byte % letters.length])
    .join("");
}

const WAYS = deviceShelf(REACH);
