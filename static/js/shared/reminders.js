// The reminders of this device, beside its sessions and in the same way.

import { MOVING } from "./reach.js";
import { fits, isAmount, isMoment } from "./shapes.js";
import { ask, deviceShelf, done } from "./shelf.js";
import { MINUTE_MS } from "./time.js";

export const KINDS = /** @type {const} */ ([
  "drink",
  "electrolytes",
  "routine",
  "compress",
  "once",
]);
/** So many the server keeps for a device. */
export const MOST = 50;
/** Minutes that a drink may be ago, from and to. */
export const EVERY = [30, 240];
/** Where a doctor decides first about drinks, these are closed (product safety rule 5). */
export const ABOUT_DRINKS = ["drink", "electrolytes"];

/**
 * @typedef {typeof KINDS[number]} Kind
 * @typedef {object} Reminder what its kind does not need is null
 * @property {string} id opaque, also for the server
 * @property {Kind} kind
 * @property {boolean} on
 * @property {number} at when it was made, or the one moment that it is for, in milliseconds
 * @property {number | null} from hour of the day at which it may begin to ask
 * @property {number | null} to hour from which it asks no more
 * @property {number | null} every minutes from the last drink
 * @property {string | null} time of the day, as 07:30
 * @property {number[] | null} days of the week, 1 for Monday to 7
 * @property {string | null} slug of a routine, see `slugOfShared`
 * @property {number | null} minutes of the session that it is around, or of the gap that ends
 * @typedef {{ drinks: boolean, locked?: boolean, round?: { ended: number } | null }} State whether
 *   those about drinks are open to this person, whether an emergency sign stands, and the last round
 *   of cold or heat
 */

/** What its kind does not need. */
export const NOTHING = {
  from: null,
  to: null,
  every: null,
  time: null,
  days: null,
  slug: null,
  minutes: null,
};

const REMINDER = "reminder";
const SHARED = "shared/";
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const ID = /^[a-z0-9-]{1,40}$/;

const SHAPE = {
  id: (/** @type {unknown} */ value) => typeof value === "string" && ID.test(value),
  kind: (/** @type {any} */ value) => KINDS.includes(value),
  on: isFlag,
  at: isMoment,
  from: orNull(isHour),
  to: orNull(isHour),
  every: orNull(isEvery),
  time: orNull((value) => typeof value === "string" && TIME.test(value)),
  days: orNull((value) => Array.isArray(value) && value.length > 0 && value.every(isDay)),
  slug: orNull((value) => typeof value === "string" && value !== ""),
  minutes: orNull((value) => isAmount(value) && Number(value) >= 5),
};

/** What stands for a slug with a routine that somebody shared. @param {string} code */
export function slugOfShared(code) {
  return `${SHARED}${code}`;
}

/** Its code; none of a routine of the library. @param {string | null} slug */
export function codeOfShared(slug) {
  return slug?.startsWith(SHARED) ? slug.slice(SHARED.length) : null;
}

/** @param {Reminder} reminder @returns {Promise<boolean>} whether it is kept */
export async function keepReminder(reminder, shelf = REMINDERS) {
  return isReminder(reminder) && done(() => shelf.set([REMINDER, reminder.id], reminder));
}

/** @param {string} id @returns {Promise<boolean>} whether there is none of this id any longer */
export async function dropReminder(id, shelf = REMINDERS) {
  return done(() => shelf.del([REMINDER, id]));
}

/** @returns {Promise<Reminder[] | null>} the oldest first; null where the device could not be read */
export async function allReminders(shelf = REMINDERS) {
  const found = await ask(() => shelf.all(), null);
  return found && found.filter(isReminder).sort((one, other) => one.at - other.at);
}

/**
 * Whether a reminder may reach anybody.
 * @param {Reminder} reminder
 * @param {State} state
 */
export function mayRemind(reminder, state) {
  return reminder.on && !isClosed(reminder, state) && !isTooEarly(reminder, state.round);
}

/** By a doctor who decides first about drinks, or by an emergency sign. @param {Pick<Reminder, "kind" | "slug">} reminder @param {State} state */
export function isClosed({ kind, slug }, { drinks, locked = false }) {
  const isMoving = MOVING.includes(kind) || slug !== null;
  return (!drinks && ABOUT_DRINKS.includes(kind)) || (locked && isMoving);
}

/** Another round of cold or heat has come after the one that it is for. @param {Reminder} reminder @param {State["round"]} round */
function isTooEarly({ kind, at, minutes }, round = null) {
  return kind === "compress" && round !== null && round.ended + Number(minutes) * MINUTE_MS > at;
}

/** @param {unknown} found @returns {found is Reminder} */
export function isReminder(found) {
  return fits(found, SHAPE);
}

/** @param {(value: unknown) => boolean} holds */
function orNull(holds) {
  return (/** @type {unknown} */ value) => value === null || holds(value);
}

/** @param {unknown} value */
function isFlag(value) {
  return typeof value === "boolean";
}

/** @param {unknown} value */
function isHour(value) {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 24;
}

/** @param {unknown} value */
function isEvery(value) {
  return isAmount(value) && Number(value) >= EVERY[0] && Number(value) <= EVERY[1];
}

/** @param {unknown} value */
function isDay(value) {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7;
}

const REMINDERS = deviceShelf(REMINDER);
