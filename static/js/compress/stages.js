// What the page shows now: what lies on the skin first, then what closes a start, then the questions.

import { at, isOpen } from "./round.js";

/**
 * @typedef {import("./round.js").Round} Round
 * @typedef {"closed" | "elsewhere" | "on" | "off" | "warming" | "skin" | "gap" | "ask-cold" |
 *   "ask-first" | "advice" | "ready"} Stage
 * @typedef {{ at: number, cold: "no" | null, applies: "no" | "yes" | null }} Answers `at`: the last of
 *   them was given then
 * @typedef {{ kind: string, round: Round | null, answers: Answers, locked: boolean,
 *   warming: boolean, gap: number }} Facts `gap`: hours before a round of this kind
 */

// The answers are of a moment: a page that was left open asks again.
export const ANSWERS_MS = 10 * 60_000;
/** @type {Answers} */
export const NO_ANSWERS = { at: 0, cold: null, applies: null };

/** @param {Facts} facts @param {number} now @returns {Stage} */
export function stageOf({ kind, round, answers, locked, warming, gap }, now) {
  if (locked) {
    return "closed";
  }
  if (round && round.ended === null) {
    return round.kind === kind ? lying(round, now) : "elsewhere";
  }
  if (warming) {
    return "warming";
  }
  if (!isOpen(round, gap, now)) {
    return round?.skin === "not" ? "skin" : "gap";
  }
  return asking(answers, now);
}

/** @param {Round} round @param {number} now */
function lying(round, now) {
  return at(round, now).is === "off" ? "off" : "on";
}

/** @param {Answers} answers @param {number} now */
function asking({ at: given, cold, applies }, now) {
  const stale = now - given > ANSWERS_MS || now < given;
  if (stale || cold === null) {
    return "ask-cold";
  }
  return applies === null ? "ask-first" : applies === "yes" ? "advice" : "ready";
}
