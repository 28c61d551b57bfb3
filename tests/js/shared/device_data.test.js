import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import {
  KEYS,
  RECORDS,
  STAYING_KEYS,
  STAYING_RECORDS,
  holding,
} from "../../../static/js/shared/device_data.js";

const SOURCES = new URL("../../../static/js/", import.meta.url);
const TABLE = "shared/device_data.js";
/** Names that look like keys: of locks that pages take in turn, and of a page's own. */
const NO_KEYS = [
  "limber.reach",
  "limber.sync",
  "limber.prepare",
  "limber.ics",
  "limber.txt",
  "limber.json",
];
const DATABASES = ["shared/shelf.js", "offline/worker/shelf.js"];

const sources = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".js") && name !== TABLE)
  .map((name) => ({ name, text: readFileSync(new URL(name, SOURCES), "utf8") }));
const known = [...KEYS.map(({ key }) => key), ...STAYING_KEYS];

/** @param {RegExp} pattern */
function found(pattern) {
  const all = sources.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name));
  return new Set(all);
}

test("whatever a script keeps under a name has a line in the table", () => {
  const written = [...found(/["'`](limber\.[a-z.-]*[a-z])["'`]/g)];
  const strangers = written.filter((name) => ![...known, ...NO_KEYS].includes(name));
  assert.deepEqual(strangers, [], "say in shared/device_data.js what becomes of it");
});

test("no line of the table outlives its script", () => {
  const written = found(/["'`](limber\.[a-z.-]*[a-z])["'`]/g);
  assert.deepEqual(
    [...known, ...NO_KEYS].filter((name) => !written.has(name)),
    [],
  );
});

test("whatever is kept in the database has a line, by the first word of its keys", () => {
  const words = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/deviceShelf\(\s*("?\w+"?)\s*\)/g)]
      .map(([, given]) => given)
      .filter((given) => given !== "word")
      .map((given) => (given.startsWith('"') ? given.slice(1, -1) : constant(given, text, name))),
  );
  const table = [...RECORDS.map(({ word }) => word), ...STAYING_RECORDS];
  assert.deepEqual([...new Set(words)].sort(), table.sort());
});

test("no script has a database of its own", () => {
  const opening = sources.filter(({ text }) => /createStore\(|indexedDB\.open/.test(text));
  assert.deepEqual(opening.map(({ name }) => name).sort(), [...DATABASES].sort());
});

/** @param {string} name @param {string} text @param {string} file */
function constant(name, text, file) {
  const value = new RegExp(`const ${name} = "(\\w+)"`).exec(text)?.[1];
  assert.ok(value, `${file}: the word of ${name} must stand in the same file`);
  return value;
}

test("of a voice what can have been chosen moves, not what was told once", () => {
  const kept = { voice: "all", speed: "never", tones: "0.9", told: { en: true } };
  const read = (/** @type {object} */ value) => {
    const store = holding("limber.voice", JSON.stringify(value));
    return KEYS.find(({ name }) => name === "voice")?.read(store, 0);
  };
  assert.deepEqual(read({ ...kept, speakers: { en: "urn:a", ar: 3 } }), {
    voice: "all",
    tones: "0.9",
    speakers: { en: "urn:a" },
  });
  assert.equal(read({ told: { en: true } }), null);
});
