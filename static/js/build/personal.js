// What looks like something personal in words that others will read. Pure.

/**
 * @typedef {"email" | "phone" | "birth" | "person"} Personal
 * @typedef {{ titles: string[], year: number }} Rules `titles` are words that stand before a person's
 *   name, in small letters, or after it where they begin with ~; `year` is this one
 */

const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;
// Three numbers with the same sign between them, and no fourth: 3.4.1962, 03/04/62, 1962-04-03. What
// stands before is matched too: Safari before 16.4 cannot look behind.
const DATE =
  /(?:^|[^\d./-]|\D[./-])((\d{1,2}|\d{4})([./-])(\d{1,2})\3(\d{4}|\d{1,2}))(?![./-]?\d)/g;
// Seven digits or more with at most two signs between two of them.
const PHONE = /(?:^|\D)(\+?\d(?:[\s()./-]{0,2}\d){6,})/g;
const PHONE_DIGITS = 8;
const NAME_BEGINS = /^[\p{Lu}\p{Lo}]/u;
const NAME_ENDS = /\p{Script=Han}$/u;
const AFTER = "~";

/**
 * What the words look like, if they look like something personal: an e-mail address, a date of
 * birth, a telephone number, or a name beside a title such as Mrs.
 * @param {string} words
 * @param {Rules} rules
 * @returns {Personal | null}
 */
export function looksPersonal(words, { titles, year }) {
  if (EMAIL.test(words)) {
    return "email";
  }
  const dates = [...words.matchAll(DATE)].map(dateOf).filter(isDate);
  if (dates.some((date) => isBirth(date, year))) {
    return "birth";
  }
  const rest = dates.reduce((left, { text }) => left.replace(text, " "), words);
  const isPhone = [...rest.matchAll(PHONE)].some(([, found]) => isPhoneNumber(found));
  return isPhone ? "phone" : hasName(words, titles) ? "person" : null;
}

/** @typedef {{ text: string, year: string, month: string, day: string, isEitherWay: boolean }} Dated */

/** Only with strokes some write the month first. @param {RegExpMatchArray} found @returns {Dated} */
function dateOf([, text, first, sign, month, last]) {
  const [year, day] = first.length > 2 ? [first, last] : [last, first];
  return { text, year, month, day, isEitherWay: sign === "/" };
}

/** @param {Dated} date */
function isDate({ month, day, isEitherWay }) {
  const fits = (/** @type {string} */ d, /** @type {string} */ m) =>
    Number(d) > 0 && Number(d) <= 31 && Number(m) > 0 && Number(m) <= 12;
  return fits(day, month) || (isEitherWay && fits(month, day));
}

/** Repetitions such as 10/12/14 have no nought in front, and seldom come to more than a month has days. @param {Dated} date @param {number} thisYear */
function isBirth({ year, month, day }, thisYear) {
  if (year.length === 4) {
    return Number(year) >= 1900 && Number(year) < thisYear;
  }
  return year.length === 2 && (Number(year) > 31 || [day, month].some((each) => each[0] === "0"));
}

/** Counts such as 10-12-14-16 are written in ones and twos, and none begins with a nought. @param {string} found */
function isPhoneNumber(found) {
  const groups = found.match(/\d+/g) ?? [];
  const isLong = groups.join("").length >= PHONE_DIGITS;
  return (
    found[0] === "+" || (isLong && (found[0] === "0" || groups.some(({ length }) => length > 2)))
  );
}

/** @param {string} words @param {string[]} titles */
function hasName(words, titles) {
  const after = titles.filter((each) => each[0] === AFTER).map((each) => each.slice(1));
  const parts = words.split(/[\s:：]+/);
  return (
    after.some((title) => isAfterName(words, title)) ||
    parts.some((part, i) => titles.includes(plain(part)) && NAME_BEGINS.test(parts[i + 1] ?? ""))
  );
}

/** Where no space parts the words. @param {string} words @param {string} title */
function isAfterName(words, title) {
  const before = words.split(title).slice(0, -1);
  return before.some((each) => NAME_ENDS.test(each));
}

/** @param {string} part */
function plain(part) {
  return part.toLowerCase().replace(/[^\p{L}\p{M}]/gu, "");
}
