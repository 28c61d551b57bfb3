// The fields of the form, which is the draft: read into a routine, and written when another takes
// its place.

import { parseNumber, plainNumber } from "../shared/numbers.js";
import { part, copy } from "../shared/parts.js";
import { countsOf, sidesOf } from "../shared/session_of.js";
import { counted, countOf, withAmount, withSets } from "./edit.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/routine.js").Step} Step
 * @typedef {import("../shared/routine.js").Dose} Dose
 * @typedef {import("../shared/session_of.js").Exercise} Exercise
 * @typedef {HTMLInputElement & HTMLSelectElement} Field
 */

// A week that begins on a Monday.
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** @param {ParentNode} place @param {string} name @returns {Field} */
export function field(place, name) {
  return /** @type {Field} */ (place.querySelector(`[name="${name}"]`));
}

/** Only what differs, so that the cursor stays. @param {ParentNode} place @param {string} name @param {string} value */
export function put(place, name, value) {
  const found = field(place, name);
  if (found.value !== value) {
    found.value = value;
  }
}

/** @param {string} text */
export function oneLine(text) {
  return plain(text).replace(/\s*\n\s*/g, " ");
}

/** Without what nobody sees in a field, but a routine may not hold: a tab that was pasted. @param {string} text */
export function plain(text) {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n]/gu, " ");
}

/** What was pasted stays, as long as it reads the same. @param {ParentNode} place @param {string} name @param {string} value */
function putText(place, name, value, read = oneLine) {
  if (read(field(place, name).value) !== value) {
    put(place, name, value);
  }
}

/** What is being typed may be written in several ways, and stays as it is. @param {ParentNode} place @param {string} name @param {number} value @param {string} locale */
export function putNumber(place, name, value, locale) {
  const found = field(place, name);
  if (found !== document.activeElement || wholeOf(found.value) !== value) {
    put(place, name, plainNumber(value, locale));
  }
}

/** 0, which can be nothing's amount, for what is no whole number. @param {string} text */
export function wholeOf(text) {
  const value = parseNumber(text) ?? 0;
  return Number.isInteger(value) ? value : 0;
}

/** @param {HTMLFormElement} form @param {Routine} before @returns {Routine} its steps are those before */
export function readRoutine(form, before) {
  const value = (/** @type {string} */ name) => field(form, name).value;
  return {
    ...before,
    title: plain(value("title")),
    whatFor: oneLine(value("whatFor")),
    notes: plain(value("notes")),
    language: value("language"),
    rounds: wholeOf(value("rounds")),
    rest: wholeOf(field(part("rounds", form), "rest").value),
    beginner: field(form, "beginner").checked,
    need: /** @type {import("../shared/routine.js").Need} */ (field(form, "need").value),
    conditions: checked(form, "conditions"),
    times: [...form.querySelectorAll(".build-time")].map(readTime),
  };
}

/** @param {HTMLFormElement} form @param {Routine} routine @param {string} locale */
export function writeRoutine(form, routine, locale) {
  for (const name of /** @type {const} */ (["title", "notes"])) {
    putText(form, name, routine[name], plain);
  }
  putText(form, "whatFor", routine.whatFor);
  writeLanguage(field(form, "language"), routine.language);
  putNumber(form, "rounds", routine.rounds, locale);
  putNumber(part("rounds", form), "rest", routine.rest, locale);
  field(form, "beginner").checked = routine.beginner;
  put(form, "need", routine.need);
  for (const box of boxes(form, "conditions")) {
    box.checked = routine.conditions.includes(box.value);
  }
  writeTimes(part("times", form), routine.times, locale);
}

/** One that is not in the list comes to it. @param {HTMLSelectElement} select @param {string} tag */
function writeLanguage(select, tag) {
  if (![...select.options].some(({ value }) => value === tag)) {
    select.add(new Option(tag, tag));
  }
  select.value = tag;
}

/** @param {HTMLElement} list @param {Routine["times"]} times @param {string} locale */
function writeTimes(list, times, locale) {
  const now = JSON.stringify([...list.children].map(readTime));
  if (now !== JSON.stringify(times)) {
    list.replaceChildren(...times.map((time) => timeRow(time, locale)));
  }
}

/** @param {Routine["times"][number]} time @param {string} locale */
function timeRow({ at, days }, locale) {
  const row = copy("time");
  field(row, "at").value = at;
  const short = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  for (const box of boxes(row, "days")) {
    const day = Number(box.value);
    box.checked = days.includes(day);
    const words = /** @type {HTMLElement} */ (box.nextElementSibling);
    words.textContent = short.format(MONDAY + (day - 1) * DAY_MS);
  }
  return row;
}

/** @param {Element} row */
function readTime(row) {
  return { at: field(row, "at").value, days: checked(row, "days").map(Number) };
}

/** @param {HTMLElement} row @param {Step} before @param {Exercise | undefined} exercise @returns {Step} */
export function readStep(row, before, exercise) {
  const value = (/** @type {string} */ name) => field(row, name).value;
  const count = /** @type {import("../shared/session_of.js").Count} */ (value("counted"));
  const sides = /** @type {Dose["sides"]} */ (value("sides"));
  const sets = wholeOf(value("sets"));
  const isSame = count === countOf(before.dose) || !exercise;
  const dose = isSame
    ? withAmount({ ...before.dose, sides }, wholeOf(value("amount")))
    : counted({ ...before.dose, sides }, count, exercise);
  const rested = sets === before.dose.sets ? { ...dose, rest: wholeOf(value("rest")) } : dose;
  const note = oneLine(value("note"));
  return { ...before, dose: withSets(rested, sets), pace: Number(value("pace")), note };
}

/** @param {HTMLElement} row @param {Step} step @param {Exercise | undefined} exercise @param {{ locale: string, words: Record<string, string> }} guide */
export function writeStep(row, { exercise: slug, dose, pace, note }, exercise, { locale, words }) {
  const count = countOf(dose);
  put(row, "exercise", slug);
  putNumber(row, "amount", dose[count] ?? 0, locale);
  name(row, words[count]);
  offer(row, "counted", exercise ? countsOf(exercise) : [count], count);
  offer(row, "sides", exercise ? sidesOf(exercise, count) : [dose.sides], dose.sides);
  putNumber(row, "sets", dose.sets, locale);
  putNumber(row, "rest", dose.rest, locale);
  const rest = /** @type {HTMLElement} */ (row.querySelector('[data-amount="rest"]'));
  rest.hidden = dose.sets < 2;
  put(row, "pace", String(pace));
  putText(row, "note", note);
}

/** What an amount is called. @param {HTMLElement} row @param {string} words */
function name(row, words) {
  part("label", row).textContent = words;
  field(row, "amount").setAttribute("aria-label", words);
  part("amount", row).setAttribute("aria-label", words);
}

/** Only what can be; where there is nothing to choose, nothing shows. @param {HTMLElement} row @param {string} name @param {string[]} values @param {string} chosen */
function offer(row, name, values, chosen) {
  const select = field(row, name);
  for (const option of /** @type {HTMLSelectElement} */ (select).options) {
    option.hidden = option.disabled = !values.includes(option.value) && option.value !== chosen;
  }
  select.value = chosen;
  /** @type {HTMLElement} */ (select.closest("label")).hidden =
    values.length < 2 && values.includes(chosen);
}

/** @param {ParentNode} place @param {string} name */
function boxes(place, name) {
  return /** @type {NodeListOf<HTMLInputElement>} */ (place.querySelectorAll(`[name="${name}"]`));
}

/** @param {ParentNode} place @param {string} name */
function checked(place, name) {
  return [...boxes(place, name)].filter((box) => box.checked).map(({ value }) => value);
}
