// Numbers as the reader writes them; `webapp/locales.py` does the same, and one table tests both.

import { fill } from "./words.js";

const DIGITS = ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"];
const BY_COMMAS = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const BY_POINTS = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/;
const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;

/**
 * @param {number} value
 * @param {string} locale such as `ar-u-nu-arab`
 */
export function number(value, locale) {
  return new Intl.NumberFormat(locale).format(value);
}

/** A number as it is typed: a thousand without its comma, which might be read as a decimal one. @param {number} value @param {string} locale */
export function plainNumber(value, locale) {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 3 }).format(
    value,
  );
}

/**
 * Seconds as on a clock: 0:20, 10:05, 1:00:00; parts of a second are left out.
 * @param {number} seconds
 * @param {string} locale
 */
export function clock(seconds, locale) {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  const text = shown.map((part, i) => (i ? String(part).padStart(2, "0") : String(part)));
  return digits(text.join(":"), locale);
}

/**
 * An hour and minute, as a field for a time has them, the way the reader writes them.
 * @param {string} time such as 14:05
 * @param {string} locale
 */
export function timeOfDay(time, locale) {
  const [hours, minutes] = time.split(":").map(Number);
  return clockTime(new Date(2000, 0, 1, hours, minutes).getTime(), locale);
}

/** The hour and minute of a moment, as a field for a time has them. @param {number} moment */
export function hourAndMinute(moment) {
  const date = new Date(moment);
  return [date.getHours(), date.getMinutes()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** The hour and minute of a moment, on this device. @param {number} moment @param {string} locale */
export function clockTime(moment, locale) {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(moment);
}

/**
 * Seconds in words: 20 s, 4 min, 10 min 59 s; `duration` in `webapp/wording.py` says the same.
 * @param {number} seconds
 * @param {string} locale
 * @param {Record<string, string>} words
 */
export function duration(seconds, locale, words) {
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  const values = { minutes: number(minutes, locale), seconds: number(rest, locale) };
  if (!minutes) {
    return fill(words.seconds, values);
  }
  return fill(rest ? words.minutesAndSeconds : words.minutes, values);
}

/**
 * What a person typed, in Latin, Arabic or Persian digits; null when it is no number. A comma is a
 * decimal sign, and so is a point; but what is grouped the way these readers group thousands is read
 * as thousands: 1,234 in English, 1.234 in German.
 * @param {string} text
 * @param {string} locale that of the page where none is given
 */
export function parseNumber(text, locale = language()) {
  const plain = text
    .trim()
    .replace(/[\u061c\u200e\u200f٬]/g, "")
    .replace(/(\d)[ \u00a0\u202f](?=\d{3})/g, "$1")
    .replace(/٫/g, ".")
    .replace(/−/g, "-")
    .replace(/[٠-٩۰-۹]/g, (sign) =>
      String(DIGITS.map((row) => row.indexOf(sign)).find((i) => i >= 0)),
    );
  const [grouped, sign] = hasDecimalComma(locale) ? [BY_POINTS, /\./g] : [BY_COMMAS, /,/g];
  const whole = grouped.test(plain) ? plain.replace(sign, "") : plain;
  const pointed = whole.replace(/,/g, ".");
  const value = NUMBER.test(pointed) ? Number(pointed) : Infinity;
  return Number.isFinite(value) ? value : null;
}

/** That of the page. */
function language({ document } = globalThis) {
  return document?.documentElement.lang ?? "en";
}

/** @param {string} locale */
function hasDecimalComma(locale) {
  return new Intl.NumberFormat(locale).format(0.5).includes(",");
}

/**
 * @param {string} text
 * @param {string} locale
 */
function digits(text, locale) {
  const own = [
    ...new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210),
  ].reverse();
  return text.replace(/[0-9]/g, (digit) => own[Number(digit)]);
}
