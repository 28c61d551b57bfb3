// How one breathes with a movement that is done again and again: in and out by turns, only where
// nobody would breathe fast, in for longer than out, or one way for too long. `webapp/content/rules/
// breath.py` holds what is written to the same; here it is asked of every pace and every part of it.

import { cycleSeconds } from "./adjust.js";

/** @typedef {import("./timeline.js").TempoPart} TempoPart */

// Product safety rule 7: at most 8 breaths a minute.
const SHORTEST_SECONDS = 60 / 8;
const LONGEST_WAY_SECONDS = 12;

/** Whether anybody may be led by the breath through this. @param {TempoPart[]} tempo */
export function isPaced(tempo) {
  const all = ways(tempo);
  const breaths = all.length / 2;
  return (
    breaths >= 1 &&
    secondsOf("out", tempo) >= secondsOf("in", tempo) &&
    cycleSeconds(tempo) / breaths >= SHORTEST_SECONDS &&
    all.every((way) => cycleSeconds(way) <= LONGEST_WAY_SECONDS)
  );
}

/**
 * How full of breath one is within a part that breathes in or out, from 0 to 1.
 * @param {TempoPart[]} tempo
 * @param {import("../shared/figure.js").Moment} moment
 */
export function fullness(tempo, { part, progress }) {
  const now = tempo[part];
  const way = ways(tempo).find((parts) => parts.includes(now)) ?? [now];
  const before = cycleSeconds(way.slice(0, way.indexOf(now)));
  const done = (before + progress * now.seconds) / cycleSeconds(way);
  return now.breath === "in" ? done : 1 - done;
}

/**
 * The parts of each way of the breath, in and out by turns. What ends one repetition and begins the
 * next is one breath; parts that breathe freely do not count.
 * @param {TempoPart[]} tempo
 */
function ways(tempo) {
  const breathed = tempo.filter(({ breath }) => breath);
  const turn = breathed.findIndex(({ breath }, i) => breath !== breathed.at(i - 1)?.breath);
  /** @type {TempoPart[][]} */
  const found = [];
  for (const part of [...breathed.slice(turn), ...breathed.slice(0, turn)]) {
    const last = found.at(-1);
    if (last && last[0].breath === part.breath) {
      last.push(part);
    } else {
      found.push([part]);
    }
  }
  return found;
}

/** @param {TempoPart["breath"]} way @param {TempoPart[]} tempo */
function secondsOf(way, tempo) {
  return cycleSeconds(tempo.filter(({ breath }) => breath === way));
}
