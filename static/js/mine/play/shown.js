// What the player's page shows of a routine of this device: its session, and what it says before.

import { FROM_OTHERS } from "../../shared/own.js";
import { faults } from "../../shared/routine.js";
import { sessionOf } from "../../shared/session_of.js";
import { fill } from "../../shared/words.js";

/**
 * @typedef {import("../../shared/routine.js").Routine} Routine
 * @typedef {import("../../shared/session_of.js").PlayedCatalog} Catalog
 * @typedef {import("../../shared/session_of.js").Exercise} Exercise
 * @typedef {import("../../shared/session_of.js").Saying} Saying
 * @typedef {{ condition: string, advice: { name: string, text: string }[] }} Caution
 * @typedef {ReturnType<typeof shownOf>} Shown
 * @typedef {Extract<Shown, { isTheirs: boolean }>} Playable
 */

/** After the # of the address: the builder's draft. */
export const PREVIEW = "draft";
/** Before the slug of what was copied. */
const ROUTINES = "routines/";

/**
 * @param {{ routine: Routine, from?: string } | null | undefined} found nothing where the device has none
 * @param {string} id
 * @param {Catalog} known
 */
export function shownOf(found, id, known) {
  const routine = found?.routine;
  const catalog = routine ? heeding(known, routine.need, found.from) : known;
  const isTheirs = found?.from === FROM_OTHERS;
  const wrong = routine ? faults(routine, catalog) : [];
  if (!routine || wrong.length > 0) {
    return { routine, faults: wrong, session: /** @type {null} */ (null) };
  }
  const name = /** @type {const} */ ({ kind: "own", slug: id });
  const session = sessionOf(routine, catalog, name);
  // What is only tried is kept nowhere, so nothing says that it is.
  const words = id === PREVIEW ? { ...session.words, kept: "" } : session.words;
  const steps = session.steps.map((step) => (isTheirs ? marked(step, catalog) : step));
  const exercises = exercisesOf(routine, catalog);
  const asksCold = exercises.some(({ isMassage }) => isMassage);
  const saying = catalog.needs[routine.need];
  return {
    routine,
    faults: wrong,
    session: { ...session, words, steps },
    isTheirs,
    asksCold,
    heed: [
      ...saying.before,
      ...(asksCold ? catalog.massage : []),
      ...unreviewed(exercises, catalog),
    ],
    afterwards: saying.after,
    stop: [...new Set([...saying.stop, ...exercises.flatMap(({ stop }) => stop)])],
    cautions: cautionsOf([{ name: "", cautions: saying.cautions }, ...exercises], catalog),
  };
}

/**
 * A copy of a routine of the library says what that one says; when it is now for something else, what
 * everything of that kind says as well.
 * @param {Catalog} catalog @param {Routine["need"]} need @param {string} from
 * @returns {Catalog}
 */
function heeding(catalog, need, from = "") {
  const { needs, sayings } = catalog;
  const its = sayings[from.replace(ROUTINES, "")];
  if (!its) {
    return catalog;
  }
  const saying = its.need === need ? its : both(its, needs[need]);
  return { ...catalog, needs: { ...needs, [need]: saying } };
}

/** @param {Saying} one @param {Saying} other @returns {Saying} */
function both(one, other) {
  const shared = Object.keys(one.cautions).filter((each) => other.cautions[each]);
  const twice = shared.map((each) => [
    each,
    [...new Set([one.cautions[each], other.cautions[each]])].join(" "),
  ]);
  return {
    before: [...new Set([...one.before, ...other.before])],
    stop: [...one.stop, ...other.stop],
    after: [...new Set([...one.after, ...other.after])],
    cautions: { ...one.cautions, ...other.cautions, ...Object.fromEntries(twice) },
  };
}

/** @template {{ note: string }} Step @param {Step} step @param {Catalog} catalog @returns {Step} */
function marked(step, { theirNote }) {
  // Apart from the words around it, whichever way either is read.
  const note = step.note && fill(theirNote, { note: `\u2068${step.note}\u2069` });
  return { ...step, note };
}

/** Each once, in the order of the steps. @param {Routine} routine @param {Catalog} catalog */
function exercisesOf({ steps }, { exercises }) {
  return [...new Set(steps.map(({ exercise }) => exercise))].map((slug) => exercises[slug]);
}

/** Which of them no instructor has looked at. @param {Exercise[]} known @param {Catalog} catalog */
function unreviewed(known, { unreviewed: words, faults: { comma } }) {
  const names = known.filter((each) => each.awaitsInstructor).map(({ name }) => name);
  return names.length > 0 ? [fill(words, { names: names.join(comma) })] : [];
}

/** By condition, so that none stays unread. @param {{ name: string, cautions: Record<string, string> }[]} known those of the whole first @param {Catalog} catalog @returns {Caution[]} */
function cautionsOf(known, { conditions }) {
  const all = Object.entries(conditions).map(([slug, condition]) => ({
    condition,
    advice: known
      .filter(({ cautions }) => cautions[slug])
      .map(({ name, cautions }) => ({ name, text: cautions[slug] })),
  }));
  return all.filter(({ advice }) => advice.length > 0);
}
