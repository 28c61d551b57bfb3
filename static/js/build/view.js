// What follows from the draft: how long it takes, how it looks to a patient, what to look at again.

import { drawLane } from "../player/lane.js";
import { timeline } from "../player/timeline.js";
import { doseText } from "../shared/doses.js";
import { clock, duration, number } from "../shared/numbers.js";
import { part, write } from "../shared/parts.js";
import { RANGES } from "../shared/routine.js";
import { secondsOf, sessionOf } from "../shared/session_of.js";
import { fill } from "../shared/words.js";
import { gathered, warnings } from "./warnings.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/session_of.js").Catalog} Catalog
 * @typedef {import("./warnings.js").Warning} Warning
 * @typedef {{
 *   locale: string, language: string, build: string, play: string, shared: string, stills: string,
 *   raising: string[], beginnerMinutes: number, steps: Record<string, string>, done: Record<string, string>,
 *   words: Record<string, string>,
 * }} Guide
 */

/** @param {Routine} routine whose exercises are all known @param {Catalog} catalog @param {Guide} guide */
export function showView(routine, catalog, guide) {
  const seconds = routine.steps.length ? secondsOf(routine, catalog) : 0;
  write("total", clock(seconds, guide.locale));
  const { words, locale } = guide;
  const rounds =
    routine.rounds > 1 ? [fill(words.rounds, { n: number(routine.rounds, locale) })] : [];
  write("count", [counted(routine.steps.length, guide), ...rounds].join(" · "));
  part("no-steps").hidden = routine.steps.length > 0;
  lane(routine, catalog);
  showWarnings(routine, catalog, guide);
  showCautions(routine, catalog);
  showPatient(routine, seconds, catalog, guide);
}

/** @param {number} n @param {Guide} guide @param {Record<string, string>} forms by the plural of the count */
export function counted(n, { locale, steps }, forms = steps) {
  const form = forms[new Intl.PluralRules(locale).select(n)] ?? forms.other;
  return fill(form, { n: number(n, locale) });
}

/** To scale, twice on a large screen. @param {Routine} routine @param {Catalog} catalog */
function lane(routine, catalog) {
  const phases = phasesOf(routine, catalog);
  for (const name of ["lane", "patient-lane"]) {
    const place = part(name);
    if (phases.length) {
      drawLane(place, phases);
      // Nothing runs here: no now, and nothing that is still to come.
      place.querySelectorAll(".lane-coming, .lane-now").forEach((each) => each.remove());
    } else {
      place.replaceChildren();
    }
  }
}

/**
 * None of what no session can be: whoever types 99 for 9 would wait for millions of them, and at
 * every load again.
 * @param {Routine} routine
 * @param {Catalog} catalog
 */
export function phasesOf(routine, catalog) {
  const session = /** @type {any} */ (sessionOf(routine, catalog, { kind: "own", slug: "" }));
  return isPossible(routine, catalog) ? timeline(session) : [];
}

/** Less than the least of it may be on its way to more. @param {Routine} routine @param {Catalog} catalog */
function isPossible(routine, catalog) {
  const { rounds, rest, steps } = routine;
  return (
    [{ rounds, rest }, ...steps.map(({ dose }) => dose)].every(areWithin) &&
    secondsOf(routine, catalog) <= catalog.longestSession
  );
}

/** @param {object} counts */
function areWithin(counts) {
  return Object.entries(RANGES).every(([name, [, most]]) => {
    const n = /** @type {Record<string, number>} */ (counts)[name] ?? 0;
    return n >= 0 && n <= most;
  });
}

/** Said again only when they are others. @param {Routine} routine @param {Catalog} catalog @param {Guide} guide */
function showWarnings(routine, catalog, guide) {
  const { raising, beginnerMinutes } = guide;
  const titles = guide.words.titles.split("|");
  const year = new Date().getFullYear();
  const found = warnings(routine, catalog, { raising, beginnerMinutes, titles, year });
  const texts = [...new Set(found.map((each) => textOf(each, routine, catalog, guide)))];
  const place = part("warnings");
  const before = [...place.children].map(({ textContent }) => textContent);
  if (JSON.stringify(before) !== JSON.stringify(texts)) {
    place.replaceChildren(...texts.map((text) => element("li", "note note-caution", text)));
  }
}

/** @param {Warning} warning @param {Routine} routine @param {Catalog} catalog @param {Guide} guide */
function textOf(warning, routine, catalog, { words, locale }) {
  if ("step" in warning) {
    const { name } = catalog.exercises[routine.steps[warning.step].exercise];
    const about = { n: number(warning.step + 1, locale), name };
    if (warning.kind === "unreviewed") {
      return fill(words.unreviewed, about);
    }
    const condition = catalog.conditions[warning.condition];
    return fill(words.condition, { ...about, condition, text: warning.text });
  }
  return warning.kind === "personal"
    ? fill(words.personal, { field: words[warning.field], what: words[warning.what] })
    : words[warning.kind];
}

/** @param {Routine} routine @param {Catalog} catalog */
function showCautions(routine, catalog) {
  const all = gathered(routine, catalog);
  part("cautions").hidden = all.length === 0;
  part("cautions-list").replaceChildren(
    ...all.map(([condition, advice]) => {
      const group = document.createElement("div");
      group.append(element("dt", "", catalog.conditions[condition]));
      for (const { name, text } of advice) {
        const line = element("dd", "", "");
        line.append(element("span", "label", name), ` ${text}`);
        group.append(line);
      }
      return group;
    }),
  );
}

/** @param {Routine} routine @param {number} seconds @param {Catalog} catalog @param {Guide} guide */
function showPatient(routine, seconds, catalog, guide) {
  const { words, locale } = guide;
  write("patient-title", routine.title);
  const length = duration(seconds, locale, catalog.doses.words);
  const steps = counted(routine.steps.length, guide);
  write("patient-count", routine.steps.length ? fill(words.session, { length, steps }) : "");
  part("patient-steps").replaceChildren(
    ...stepLines(routine, catalog).map(([name, dose, note]) => {
      const line = element("li", "", "");
      line.append(element("span", "strong", name), element("span", "small dim", dose));
      if (note) {
        line.append(element("q", "small", note));
      }
      return line;
    }),
  );
}

/** Name, dose and note of each step. @param {Routine} routine @param {Catalog} catalog */
export function stepLines({ steps }, { exercises, doses, locale }) {
  return steps.map(({ exercise, dose, note }) => [
    Object.hasOwn(exercises, exercise) ? exercises[exercise].name : exercise,
    doseText(dose, doses, locale),
    note,
  ]);
}

/** @param {string} tag @param {string} kind @param {string} text */
export function element(tag, kind, text) {
  const made = document.createElement(tag);
  made.className = kind;
  made.textContent = text;
  return made;
}
