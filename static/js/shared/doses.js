// Doses on the phone: in words, and shorter forms for when time is short.

import { duration, number } from "./numbers.js";
import { fill } from "./words.js";

/**
 * @typedef {import("../player/timeline.js").Dose} Dose
 * @typedef {{
 *   words: Record<string, string>, plurals: Record<string, Partial<Record<Intl.LDMLPluralRule, string>>>,
 * }} Forms as `webapp/wording.py` hands them over
 */

const PARTS = [0.75, 0.5];
const FEWEST = 2;
const SHORTEST_SECONDS = 20;
// Seconds go in steps that can be said.
const ROUND_SECONDS = 5;

/**
 * 10 times, 4 times each side, 2 × 20 s: `dose` in `webapp/wording.py` says the same.
 * @param {Dose} dose
 * @param {Forms} forms
 * @param {string} locale
 */
export function doseText(dose, forms, locale) {
  const once = onceText(dose, forms, locale);
  return dose.sets === 1
    ? once
    : fill(forms.words.sets, { sets: number(dose.sets, locale), dose: once });
}

/** @param {Dose} dose @param {Forms} forms @param {string} locale */
function onceText({ seconds, breaths, repetitions, sides }, { words, plurals }, locale) {
  if (seconds) {
    const length = duration(seconds, locale, words);
    return sides === "none" ? length : fill(words.lengthEach, { length });
  }
  const count = breaths ?? repetitions ?? 0;
  const form = plurals[breaths ? "breaths" : sides];
  const plural = form[new Intl.PluralRules(locale).select(count)] ?? form.other ?? "";
  return fill(plural, { count: number(count, locale) });
}

/**
 * Each shorter than the one before; none where nothing can be taken away. Sets go first, then
 * repetitions or seconds, to three quarters and to half of what is written. What is shortened is how
 * often and how long something moves: the parts of a repetition stay as they are. How far it goes is
 * a choice made for this app.
 * @param {Dose} dose
 */
export function shorter(dose) {
  let last = dose;
  return candidates(dose).filter((each) => {
    const isShorter = amount(each) < amount(last);
    last = isShorter ? each : last;
    return isShorter;
  });
}

/**
 * A step that can be made shorter, as the player wants it.
 * @template {{ dose: Dose }} Step
 * @param {Step} step
 * @param {Forms} forms
 * @param {string} locale
 */
export function withShorter(step, forms, locale) {
  const found = shorter(step.dose);
  return {
    ...step,
    shorter: found.map((dose) => ({ dose, doseText: doseText(dose, forms, locale) })),
  };
}

/** @param {Dose} dose */
function candidates(dose) {
  const fewer = Array.from({ length: dose.sets }, (_, i) => ({ ...dose, sets: dose.sets - i }));
  return [...fewer, ...PARTS.map((part) => ({ ...dose, sets: 1, ...less(dose, part) }))];
}

/** @param {Dose} dose @param {number} part @returns {Partial<Dose>} */
function less({ seconds, repetitions, breaths, sides }, part) {
  if (seconds) {
    const whole = rounded((seconds * part) / ROUND_SECONDS) * ROUND_SECONDS;
    return { seconds: Math.min(seconds, Math.max(SHORTEST_SECONDS, whole)) };
  }
  const count = repetitions ?? breaths ?? 0;
  const fewer = Math.max(Math.min(FEWEST, count), rounded(count * part));
  // Taking turns, both sides get the same.
  const fair = sides === "alternate" ? fewer + (fewer % 2) : fewer;
  return repetitions ? { repetitions: fair } : { breaths: fair };
}

/** A half goes to the even neighbour. @param {number} value */
function rounded(value) {
  const up = Math.round(value);
  return up - value === 0.5 ? up - (up % 2) : up;
}

/** @param {Dose} dose */
function amount({ sets, seconds, repetitions, breaths }) {
  return sets * (seconds ?? repetitions ?? breaths ?? 0);
}
