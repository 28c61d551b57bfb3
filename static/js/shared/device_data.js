// Everything that Limber keeps on this device, in one table: where it lies, what it must be, whether it
// moves to another device, and what becomes of two that are one. Only later scripts ask for it.
//
// Whoever keeps something new adds a line here; a test finds what has none.

import { lastRound } from "../compress/kept.js";
import { conditions } from "./conditions.js";
import { keepBefore, readBefore, readDraft } from "./draft.js";
import { isDrink, isPortion } from "./drinks.js";
import { favourites } from "./favourites.js";
import { isEntry } from "./journal.js";
import { lockedAt } from "./lock.js";
import { isOpened } from "./opened.js";
import { isOwn } from "./own.js";
import { isCode, isPublication } from "./published.js";
import { chosenRegion } from "./region.js";
import { isReminder } from "./reminders.js";
import { rewarmingSince } from "./rewarming.js";
import { isRound } from "./rounds.js";
import { isRoutine } from "./routine.js";
import { marks, record } from "./screen.js";
import { isAmount } from "./shapes.js";
import { read } from "./store.js";
import { isTest } from "./sweat_tests.js";
import { CHOICES as SPOKEN, isVoicePart } from "./voice.js";

/**
 * @typedef {import("./screen.js").Store} Store
 * @typedef {object} Kind of records in the database
 * @property {string} name in a file
 * @property {string} word with which their keys begin
 * @property {(found: any) => boolean} isRight
 * @property {(record: any) => string | number} id
 * @property {(mine: any, theirs: any) => any} [join] of two with one id; without it mine stays
 *
 * @typedef {"number" | "text" | "list" | "record"} Type
 * @typedef {object} Key of this device's storage
 * @property {string} key
 * @property {string} name in a file
 * @property {Type} type of its value there
 * @property {(store: Store, now: number) => any} read as whoever uses it reads it; null for nothing
 * @property {"whole" | "each"} [asks] where both devices have it, the person says which holds: of all
 *   of it, or of each of its names that differs
 * @property {(mine: any, theirs: any) => any} [join] where nobody is asked, `mine` null where there is
 *   none; without both what I have stays
 */

// Both stand in addresses, and in what looks for them on a page.
const OWN_ID = /^[a-z0-9]{1,40}$/;
const CONDITION = /^[a-z][a-z-]{0,39}$/;
const PORTIONS = 3;

/** @type {Kind[]} */
export const RECORDS = [
  { name: "sessions", word: "session", isRight: isEntry, id: ({ id }) => id },
  { name: "drinks", word: "drink", isRight: isDrink, id: ({ id }) => id },
  { name: "sweatTests", word: "sweat", isRight: isTest, id: ({ at }) => at },
  { name: "rounds", word: "compress", isRight: isRound, id: ({ began }) => began },
  {
    name: "own",
    word: "own",
    isRight: (found) => isOwn(found) && OWN_ID.test(found.id) && isRoutine(found.routine),
    id: ({ id }) => id,
    join: changedLater,
  },
  {
    name: "opened",
    word: "opened",
    isRight: (found) => isOpened(found) && isCode(found.code) && isSeen(found.seen),
    id: ({ code }) => code,
    join: openedLater,
  },
  {
    name: "published",
    word: "published",
    isRight: isPublication,
    id: ({ code }) => code,
    join: changedLater,
  },
  { name: "reminders", word: "reminder", isRight: isReminder, id: ({ id }) => id },
];

/** @type {Key[]} */
export const KEYS = [
  {
    key: "limber.screen",
    name: "screen",
    type: "record",
    asks: "each",
    read: (store) => filled(marks(store)),
  },
  { key: "limber.voice", name: "voice", type: "record", asks: "each", read: voice },
  {
    key: "limber.region",
    name: "region",
    type: "text",
    asks: "whole",
    read: (store) => chosenRegion(store) || null,
  },
  { key: "limber.portions", name: "portions", type: "record", asks: "whole", read: ownPortions },
  {
    key: "limber.adjusted",
    name: "adjusted",
    type: "record",
    asks: "each",
    read: (store) => filled(record("limber.adjusted", store)),
  },
  {
    key: "limber.conditions",
    name: "conditions",
    type: "list",
    read: (store) => filled(conditions(store).filter((each) => CONDITION.test(each))),
    join: both,
  },
  {
    key: "limber.favourites",
    name: "favourites",
    type: "list",
    read: (store) => filled(favourites(store)),
    join: both,
  },
  {
    key: "limber.locked",
    name: "locked",
    type: "number",
    // Of a clock that goes ahead it would hold for longer than a day.
    read: (store, now) => Math.min(lockedAt(store, now) ?? 0, now) || null,
    join: Math.max,
  },
  {
    key: "limber.rewarming",
    name: "rewarming",
    type: "number",
    read: rewarmingSince,
    join: Math.max,
  },
  {
    key: "limber.drinks",
    name: "doctorFirst",
    type: "record",
    read: (store) => doctorFirst(record("limber.drinks", store)),
    join: moreCareful,
  },
  {
    key: "limber.compress",
    name: "lastRound",
    type: "record",
    read: lastRound,
    join: roundLater,
  },
  { key: "limber.draft", name: "draft", type: "record", read: (store) => readDraft(store) ?? null },
  {
    key: "limber.draft.before",
    name: "drafts",
    type: "list",
    read: (store) => filled(readBefore(store)),
    join: draftsOfBoth,
  },
  {
    key: "limber.welcomed",
    name: "welcomed",
    type: "number",
    read: (store) => (read(store, "limber.welcomed") ? 1 : null),
  },
];

/** Of this device, and so no other's: how reminders reach it, with the secrets for that. */
export const STAYING_RECORDS = ["reach"];

/**
 * What runs now or is of today (a session, timers, a swim, a plan, a message, answers), what the device
 * finds anew (the emergency number), and what was said about it (packs, words that were searched).
 */
export const STAYING_KEYS = [
  "limber.session",
  "limber.cramp",
  "limber.swimming",
  "limber.swim",
  "limber.message",
  "limber.drinks-plan",
  "limber.sweat-test",
  "limber.emergency",
  "limber.heard",
  "limber.searches",
  "limber.offline",
  "limber.covered",
  "limber.changed",
  "limber.promised",
  "limber.take",
];

/** A store in which nothing is but what is looked at. @param {string} key @param {string} text @returns {Store} */
export function holding(key, text) {
  return { getItem: (asked) => (asked === key ? text : null), setItem: () => undefined };
}

/** As it is kept. @param {Key} row @param {any} value */
export function textOf({ type }, value) {
  return type === "text" ? value : JSON.stringify(value);
}

/** @param {{ changed: number }} mine @param {{ changed: number }} theirs */
function changedLater(mine, theirs) {
  return theirs.changed > mine.changed ? theirs : mine;
}

/** What was kept on either stays kept. @param {import("./opened.js").Opened} mine @param {import("./opened.js").Opened} theirs */
function openedLater(mine, theirs) {
  const later = theirs.opened > mine.opened ? theirs : mine;
  return { ...later, kept: mine.kept || theirs.kept };
}

/** @param {any} seen */
function isSeen(seen) {
  return (
    [seen.title, seen.whatFor, seen.notes].every((each) => typeof each === "string") &&
    seen.steps.every(
      (/** @type {any} */ step) =>
        typeof step?.exercise === "string" && typeof step.dose === "object" && step.dose !== null,
    ) &&
    seen.times.every(
      (/** @type {any} */ time) => typeof time?.at === "string" && Array.isArray(time.days),
    )
  );
}

/** @param {Store} store */
function ownPortions(store) {
  const { own } = record("limber.portions", store);
  const isWhole = Array.isArray(own) && own.length === PORTIONS && own.every(isPortion);
  return isWhole ? { own } : null;
}

/** What can have been chosen, and which voice speaks a language; another device may lack it, and takes its own. @param {Store} store */
function voice(store) {
  const { speakers, ...kept } = record("limber.voice", store);
  const parts = Object.entries(kept).filter(
    ([part, value]) => isVoicePart(part) && SPOKEN[part].includes(value),
  );
  const named = Object.entries(speakers ?? {}).filter(([, uri]) => typeof uri === "string");
  const its = named.length > 0 ? { speakers: Object.fromEntries(named) } : {};
  return filled({ ...Object.fromEntries(parts), ...its });
}

/** Nothing in it is nothing. @template {object} Value @param {Value} value @returns {Value | null} */
function filled(value) {
  return Object.keys(value).length > 0 ? value : null;
}

/** @param {unknown[] | null} mine @param {unknown[]} theirs */
function both(mine, theirs) {
  const here = mine ?? [];
  return [...here, ...theirs.filter((each) => !here.includes(each))];
}

/** The newest last, no more than are kept. @param {import("./draft.js").Draft[] | null} mine @param {import("./draft.js").Draft[]} theirs */
function draftsOfBoth(mine, theirs) {
  let kept = "";
  /** @type {Store} */
  const place = {
    getItem: () => null,
    setItem: (_, text) => (kept = text),
  };
  keepBefore(place, [...theirs, ...(mine ?? [])]);
  return JSON.parse(kept);
}

/** @param {Record<string, unknown>} kept */
function doctorFirst({ answer, at, limit }) {
  const isAnswer = (answer === "yes" || answer === "none") && isAmount(at);
  const isLimit = isAmount(limit) && Number(limit) > 0;
  return filled({ ...(isAnswer ? { answer, at } : {}), ...(isLimit ? { limit } : {}) });
}

/** A yes closes, whoever gave it; of two limits the lower one holds. @param {any} mine @param {any} theirs */
function moreCareful(mine, theirs) {
  const here = mine ?? {};
  const yes = [here, theirs].find(({ answer }) => answer === "yes");
  const { answer, at } = yes ?? (here.answer ? here : theirs);
  const limits = [here.limit, theirs.limit].filter((each) => each !== undefined);
  return {
    ...(answer ? { answer, at } : {}),
    ...(limits.length ? { limit: Math.min(...limits) } : {}),
  };
}

/** Its gap holds here too; what runs stays where it runs. @param {any} mine @param {any} theirs */
function roundLater(mine, theirs) {
  const isOver = theirs.ended !== null && mine?.ended !== null;
  return isOver && theirs.ended > (mine?.ended ?? 0) ? theirs : mine;
}
