// How often each parser is asked, and what is noted of it.

import { chance } from "../shared/random.js";
import { PARSERS } from "./parsers.js";

/** @typedef {{ counts: Record<string, number>, faults: string[] }} Noted */

/** Far above what any takes, also on a busy machine. */
const SLOW_MS = 1000;
const SHOWN = 300;

/** Each parser as often as any other, all together `count` times. @param {number} count @param {string} seed */
export async function asked(count, seed) {
  const names = Object.keys(PARSERS);
  /** @type {Record<string, Noted>} */
  const noted = {};
  for (const name of names) {
    noted[name] = await askOne(name, Math.ceil(count / names.length), seed);
  }
  return noted;
}

/** @param {string} name @param {number} times @param {string} seed @returns {Promise<Noted>} */
async function askOne(name, times, seed) {
  /** @type {Noted} */
  const noted = { counts: {}, faults: [] };
  const { make, read } = PARSERS[name];
  for (let i = 0; i < times; i += 1) {
    const given = make(chance(seedOf(`${seed}/${name}/${i}`)));
    const began = performance.now();
    const became = await Promise.resolve()
      .then(() => read(given))
      .catch((error) => `wrong: ${error}`);
    const kind = String(became).split(":")[0];
    noted.counts[kind] = (noted.counts[kind] ?? 0) + 1;
    const took = performance.now() - began;
    const isSlow = took > SLOW_MS;
    if (kind === "wrong" || isSlow) {
      const what = isSlow ? `took ${Math.round(took)} ms` : became;
      noted.faults.push(`${name} ${i}: ${what}: ${shown(given)}`);
    }
  }
  return noted;
}

/** @param {any} given */
function shown(given) {
  return JSON.stringify(given).slice(0, SHOWN);
}

/** FNV-1a. @param {string} text */
function seedOf(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
