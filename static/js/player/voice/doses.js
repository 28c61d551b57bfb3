// A dose as it is spoken: 10 seconds each side, 2 sets. Digits are Latin in every language: each engine
// reads them as words of its own, and not every one reads others.

import { fill } from "../../shared/words.js";

/**
 * @typedef {import("../timeline.js").Dose} Dose
 * @typedef {import("../../shared/doses.js").Forms} Forms
 * @typedef {Partial<Record<Intl.LDMLPluralRule, string>>} Plural
 * @typedef {{
 *   tag: string, words: Record<string, string>,
 *   plurals: Record<"seconds" | "minutes" | "sets", Plural>,
 * }} Spoken as `webapp/player/spoken.py` hands it over
 */

/** @param {Dose} dose @param {Forms} forms @param {Spoken} spoken */
export function spokenDose(dose, forms, spoken) {
  const once = spokenOnce(dose, forms, spoken);
  return dose.sets === 1
    ? once
    : fill(plural(spoken.plurals.sets, dose.sets, spoken), { dose: once });
}

/** Of one set. @param {Dose} dose @param {Forms} forms @param {Spoken} spoken */
export function spokenOnce({ seconds, breaths, repetitions, sides }, { plurals }, spoken) {
  if (seconds) {
    const length = spokenLength(seconds, spoken);
    return sides === "none" ? length : fill(spoken.words.lengthEach, { length });
  }
  return plural(plurals[breaths ? "breaths" : sides], breaths ?? repetitions ?? 0, spoken);
}

/** @param {number} whole seconds @param {Spoken} spoken */
export function spokenLength(whole, spoken) {
  const minutes = plural(spoken.plurals.minutes, Math.floor(whole / 60), spoken);
  const seconds = plural(spoken.plurals.seconds, whole % 60, spoken);
  if (whole < 60) {
    return seconds;
  }
  return whole % 60 ? fill(spoken.words.minutesAndSeconds, { minutes, seconds }) : minutes;
}

/** @param {Plural} forms @param {number} count @param {Spoken} spoken */
function plural(forms, count, { tag }) {
  const form = forms[new Intl.PluralRules(tag).select(count)] ?? forms.other ?? "";
  return fill(form, { count: String(count) });
}
