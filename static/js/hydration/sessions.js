// The sessions of this device as spans of time, between which somebody drank.

import { fill } from "../shared/words.js";

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {import("../shared/sweat_tests.js").SweatTest} SweatTest
 * @typedef {{ kinds: Record<string, { names: Record<string, string> }> }} Naming
 */

/**
 * @param {Entry[]} entries
 * @param {SweatTest[]} tests
 * @param {{ naming: Naming, sessions: Record<string, string>, words: Record<string, string> }} guide
 * @returns {import("./day.js").Session[]}
 */
export function sessionsOf(entries, tests, { naming, sessions, words }) {
  return [
    ...entries
      .filter(({ kind, slug }) => naming.kinds[kind]?.names[slug])
      .map(({ kind, slug, id, ended }) => ({
        name: naming.kinds[kind].names[slug],
        from: id,
        to: ended,
      })),
    ...tests.map(({ at, kind, minutes }) => ({
      name: fill(words.sweatTest, { kind: sessions[kind] }),
      from: at - minutes * 60_000,
      to: at,
    })),
  ];
}
