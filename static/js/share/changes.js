// What differs between two versions of a shared routine, in words.

import { doseText } from "../shared/doses.js";
import { number } from "../shared/numbers.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../shared/opened.js").Routine} Routine
 * @typedef {import("../shared/opened.js").Step} Step
 * @typedef {{
 *   locale: string, words: Record<string, string>, names: Record<string, string>,
 *   doses: import("../shared/doses.js").Forms,
 * }} Guide `names` of exercises by slug
 * @typedef {{ key: string, step: Step }} Keyed
 */

/**
 * Steps first, in the order in which they are done now; then what is gone, then the whole.
 * @param {Routine} before
 * @param {Routine} after
 * @param {Guide} guide
 * @returns {string[]} none where nothing differs that is shown
 */
export function changes(before, after, guide) {
  const [old, now] = [keyed(before.steps), keyed(after.steps)];
  const stayed = now.filter(({ key }) => find(old, key));
  const gone = old.filter(({ key }) => !find(now, key));
  const wereThere = old.filter(({ key }) => find(now, key));
  const isMoved = stayed.map(({ key }) => key).join() !== wereThere.map(({ key }) => key).join();
  return [
    ...now.flatMap(({ key, step }) => ofStep(find(old, key)?.step, step, guide)),
    ...gone.map(({ step }) => fill(guide.words.gone, { name: nameOf(step, guide) })),
    ...(isMoved ? [guide.words.moved] : []),
    ...ofWhole(before, after, guide),
  ];
}

/** An exercise that comes twice has two keys. @param {Step[]} steps @returns {Keyed[]} */
function keyed(steps) {
  return steps.map((step, i) => {
    const times = steps.slice(0, i).filter(({ exercise }) => exercise === step.exercise).length;
    return { key: `${step.exercise} ${times}`, step };
  });
}

/** @param {Keyed[]} steps @param {string} key */
function find(steps, key) {
  return steps.find((each) => each.key === key);
}

/** @param {Step | undefined} before @param {Step} after @param {Guide} guide */
function ofStep(before, after, guide) {
  const { words, doses, locale } = guide;
  const name = nameOf(after, guide);
  const [old, now] = [before, after].map((step) => step && doseText(step.dose, doses, locale));
  if (!before) {
    return [fill(words.added, { name, dose: String(now) })];
  }
  const found = old === now ? [] : [differs(name, String(old), String(now), words)];
  const isOther = before.pace !== after.pace || before.dose.rest !== after.dose.rest;
  const parts = { paceOrRest: isOther, note: before.note !== after.note };
  return [...found, ...chosen(parts).map((part) => fill(words[part], { name }))];
}

/** @param {Routine} before @param {Routine} after @param {Guide} guide */
function ofWhole(before, after, { words, locale }) {
  const [old, now] = [before, after].map(({ rounds }) => number(rounds, locale));
  const rounds = old === now ? [] : [differs(words.rounds, old, now, words)];
  const parts = {
    title: before.title !== after.title,
    need: before.need !== after.need,
    notes: before.notes !== after.notes || before.whatFor !== after.whatFor,
    rest: before.rest !== after.rest && after.rounds > 1,
    times: JSON.stringify(before.times) !== JSON.stringify(after.times),
  };
  return [...rounds, ...chosen(parts).map((part) => words[part])];
}

/** @param {string} name @param {string} before @param {string} after @param {Record<string, string>} words */
function differs(name, before, after, { differs }) {
  return fill(differs, { name, before, after });
}

/** @param {Record<string, boolean>} parts */
function chosen(parts) {
  return Object.keys(parts).filter((part) => parts[part]);
}

/** One that Limber does not have any longer has only its slug. @param {Step} step @param {Guide} guide */
function nameOf({ exercise }, { names }) {
  return names[exercise] ?? exercise;
}
