// What fits the words that somebody typed, the best first. No page in here.

import { fold } from "../shared/fold.js";
import { distance } from "./distance.js";

/**
 * @typedef {{ kind: string, address: string, title: string, about: string, names: string[],
 *   elsewhere: string, marks: string }} Entry `names` are what else it is called: in other languages,
 *   by its tradition, by people; `elsewhere` words of its names in languages of the same letters;
 *   `marks` what it is chosen by
 * @typedef {{ weight: number, text: string, joined: string, words: string[] }} Field folded; `joined`
 *   without spaces, as pinyin is often typed
 * @typedef {{ entry: Entry, fields: Field[] }} Indexed
 * @typedef {{ pages: Indexed[], ignored: Set<string> }} Index `ignored` words say nothing, such as "my"
 */

// How much it says that a word stands in the title, among the names, in what is said about it.
const WEIGHTS = { title: 8, names: 6, about: 2 };
// Of a word that is written so, begins so, is its beginning, is written so but for a slip, has it inside.
const [WHOLE, BEGINS, STEM, SLIP, INSIDE] = [1, 0.8, 0.6, 0.5, 0.4];
// So much may follow a stem, such as the ending of a plural.
const ENDING = 3;
// What was typed is the whole title, or the whole of another name.
const NAMED = 8;
// A page that has every word comes before another, a page of help before one that fits as well.
const [EVERY, HELP] = [1.5, 1.4];
// What has not every word but comes so near to the best is shown as well.
const NEAR = 0.3;
// Letters of a word from which on one may be wrong, and two.
const ONE_WRONG = 4;
const TWO_WRONG = 8;
// Signs of what is typed, or stands in an address: of thousands of words each would be sought everywhere.
const LONGEST = 60;
const HAN = /\p{Script=Han}/u;

/** @param {Entry[]} entries @param {string[]} ignored @returns {Index} */
export function indexed(entries, ignored = []) {
  const pages = entries.map((entry) => ({
    entry,
    fields: [
      field(WEIGHTS.title, entry.title),
      ...entry.names.map((name) => field(WEIGHTS.names, name)),
      field(WEIGHTS.about, `${entry.about} ${entry.elsewhere} ${entry.marks}`),
    ],
  }));
  return { pages, ignored: new Set(ignored.map(fold)) };
}

/** @param {number} weight @param {string} text @returns {Field} */
function field(weight, text) {
  const folded = fold(text);
  return { weight, text: folded, joined: folded.replaceAll(" ", ""), words: folded.split(" ") };
}

/**
 * What has every word, and what fits about as well as the best does. A word that few pages have says
 * more than one that many have, and one that none has says nothing.
 * @param {Index} index
 * @param {string} typed
 * @returns {Entry[]}
 */
export function find({ pages, ignored }, typed) {
  const asked = typed.slice(0, LONGEST);
  const [words, whole] = [wordsOf(asked), fold(asked)];
  const telling = words.filter((word) => !ignored.has(word));
  const columns = (telling.length ? telling : words).map((word) =>
    pages.map(({ fields }) => best(word, fields)),
  );
  const told = columns.filter((column) => column.some(Boolean));
  const rarity = told.map((column) => Math.log(1 + pages.length / column.filter(Boolean).length));
  const scored = pages.map(({ entry, fields }, i) => {
    const sum = told.reduce((all, column, j) => all + column[i] * rarity[j], 0);
    const hasAll = columns.every((column) => column[i]);
    const factor = (hasAll ? EVERY : 1) * (entry.kind === "help" ? HELP : 1);
    return { entry, hasAll, score: (sum + named(whole, fields)) * factor };
  });
  scored.sort((a, b) => b.score - a.score);
  const least = (scored[0]?.score ?? 0) * NEAR;
  const found = scored.filter(({ score, hasAll }) => score > 0 && (hasAll || score >= least));
  return found.map(({ entry }) => entry);
}

/** @param {string} word @param {Field[]} fields */
function best(word, fields) {
  return Math.max(...fields.map((each) => scoreOf(word, each)));
}

/** @param {string} typed folded @param {Field[]} fields */
function named(typed, fields) {
  return typed && fields.some(({ text }) => text === typed) ? NAMED : 0;
}

/** Chinese is written without spaces: of it every two signs that follow each other are a word. @param {string} typed */
export function wordsOf(typed) {
  const words = fold(typed).split(" ").filter(Boolean);
  return words.flatMap((word) => (HAN.test(word) && [...word].length > 2 ? pairs(word) : [word]));
}

/** @param {string} word */
function pairs(word) {
  const signs = [...word];
  return signs.slice(1).map((sign, i) => signs[i] + sign);
}

/** @param {string} word @param {Field} field */
function scoreOf(word, { weight, text, joined, words }) {
  if (HAN.test(word)) {
    return text.includes(word) ? weight * BEGINS : 0;
  }
  // In what is said about a page there are so many words that slips would find anything.
  const slips = weight > WEIGHTS.about;
  const most = Math.max(...words.map((each) => fit(word, each, slips)));
  // What is short says little about where it stands inside a longer word.
  return weight * (most || (word.length >= ONE_WRONG && joined.includes(word) ? INSIDE : 0));
}

/** @param {string} word @param {string} other @param {boolean} slips */
function fit(word, other, slips) {
  if (word === other) {
    return WHOLE;
  }
  if (other.startsWith(word)) {
    return BEGINS;
  }
  if (other.length >= ONE_WRONG && word.startsWith(other) && word.length <= other.length + ENDING) {
    return STEM;
  }
  const allowed = !slips ? 0 : word.length >= TWO_WRONG ? 2 : Number(word.length >= ONE_WRONG);
  return allowed && distance(word, other, allowed) <= allowed ? SLIP : 0;
}
