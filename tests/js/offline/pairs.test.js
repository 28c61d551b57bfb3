import assert from "node:assert/strict";
import { test } from "node:test";
import {
  adopt,
  EMPTY,
  emptied,
  missing,
  target,
  tidied,
  turned,
  without,
} from "../../../static/js/offline/worker/pairs.js";

/** @typedef {import("../../../static/js/offline/worker/pairs.js").State} State */

/** A version of which all packs end in the same sign. @param {string} sign */
function version(sign) {
  const pack = (/** @type {string} */ kind) => ({
    name: `${kind}-${sign}`,
    stored: 9,
    count: 3,
    download: 2,
  });
  return {
    shared: pack("shared"),
    languages: { en: pack("en"), ar: pack("ar") },
    corrections: [],
  };
}

/** @param {string} sign @param {string[]} languages */
function pair(sign, ...languages) {
  return {
    shared: `shared-${sign}`,
    languages: Object.fromEntries(languages.map((each) => [each, `${each}-${sign}`])),
  };
}

/** @param {string[]} names */
function kept(...names) {
  const pack = { count: 3, stored: 9, assets: "", corrected: 0 };
  return Object.fromEntries(names.map((name) => [name, pack]));
}

/** @param {Partial<State>} parts @returns {State} */
function state(parts) {
  return { ...EMPTY, ...parts };
}

test("of the newest version, the languages that are wanted and offered", () => {
  const wanted = ["en", "tlh"];
  assert.deepEqual(target({ version: version("1"), wanted }), pair("1", "en"));
  assert.equal(target({ version: version("1"), wanted: ["tlh"] }), null);
  assert.equal(target({ version: null, wanted }), null);
});

test("what is not here whole is missing, the shared pack first", () => {
  const one = state({ version: version("1"), wanted: ["ar", "en"] });
  const names = (/** @type {State} */ each) => missing(each).map(({ name }) => name);
  assert.deepEqual(names(one), ["shared-1", "en-1", "ar-1"]);
  assert.deepEqual(names({ ...one, kept: kept("shared-1", "en-1") }), ["ar-1"]);
  assert.deepEqual(names(state({ version: version("1") })), []);
});

test("the first pair is used at once, and only when it is whole", () => {
  const half = state({ version: version("1"), wanted: ["en"], kept: kept("shared-1") });
  assert.deepEqual(adopt(half), {});
  const whole = { ...half, kept: kept("shared-1", "en-1") };
  assert.deepEqual(adopt(whole), { active: pair("1", "en"), waiting: null });
});

test("a language more of the same version is used at once, a new version waits", () => {
  const all = kept("shared-1", "en-1", "ar-1", "shared-2", "en-2", "ar-2");
  const one = state({ active: pair("1", "en"), wanted: ["en", "ar"], kept: all });
  const more = adopt({ ...one, version: version("1") });
  assert.deepEqual(more, { active: pair("1", "en", "ar"), waiting: null });
  const next = adopt({ ...one, version: version("2") });
  assert.deepEqual(next, { waiting: pair("2", "en", "ar") });
});

test("a change of the pages alone waits as well", () => {
  const changed = version("1");
  changed.languages.en.name = "en-1b";
  const one = { active: pair("1", "en"), wanted: ["en"], kept: kept("shared-1", "en-1b") };
  const shown = adopt(state({ ...one, version: changed }));
  assert.deepEqual(shown, { waiting: { shared: "shared-1", languages: { en: "en-1b" } } });
});

test("a server that goes back to its old version takes back what waits", () => {
  const all = kept("shared-1", "en-1", "shared-2", "en-2");
  const one = { active: pair("1", "en"), waiting: pair("2", "en"), wanted: ["en"], kept: all };
  assert.deepEqual(adopt(state({ ...one, version: version("1") })), {
    active: pair("1", "en"),
    waiting: null,
  });
});

test("what waits takes its turn, and what was before it stays for those who use it", () => {
  const one = state({ active: pair("1", "en"), waiting: pair("2", "en"), broken: ["en-1"] });
  assert.deepEqual(turned(one, ["tab"]), {
    active: pair("2", "en"),
    waiting: null,
    previous: pair("1", "en"),
    users: ["tab"],
    broken: [],
  });
  assert.deepEqual(turned(state({ active: pair("1", "en") }), ["tab"]), {});
});

test("a language goes alone, the last one with everything", () => {
  const one = state({ active: pair("1", "en", "ar"), wanted: ["en", "ar"] });
  const { active, wanted } = without(one, "ar");
  assert.deepEqual([active, wanted], [pair("1", "en"), ["en"]]);
  assert.equal(without(state({ active: pair("1", "en") }), "en").active, null);
});

test("whoever takes everything away is not asked, and keeps the language and the corrections", () => {
  const before = state({ active: pair("1", "en"), language: "en", version: version("1") });
  const { active, refused, language, version: known } = emptied(before);
  assert.deepEqual([active, refused, language], [null, true, "en"]);
  assert.deepEqual(known, version("1"));
});

test("what nobody uses leaves, and what has come of the newest so far stays", () => {
  const one = state({
    active: pair("1", "en"),
    previous: pair("0", "en"),
    users: ["tab", "gone"],
    kept: kept("shared-0", "en-0", "shared-1", "en-1", "shared-2", "ar-1"),
    version: version("2"),
    wanted: ["en"],
  });
  const used = tidied(one, ["tab", "other"]);
  assert.deepEqual(used.packs.toSorted(), [
    ...["en-0", "en-1", "en-2", "shared-0", "shared-1", "shared-2"],
  ]);
  assert.deepEqual(used.state.users, ["tab"]);
  const left = tidied(one, ["other"]);
  assert.deepEqual(left.packs.toSorted(), ["en-1", "en-2", "shared-1", "shared-2"]);
  assert.equal(left.state.previous, null);
  assert.deepEqual(Object.keys(left.state.kept ?? {}), ["shared-1", "en-1", "shared-2"]);
});

test("where there is no room, what has come so far leaves as well", () => {
  const one = state({ active: pair("1", "en"), version: version("2"), wanted: ["en"] });
  assert.deepEqual(tidied({ ...one, fault: "full" }, []).packs, ["shared-1", "en-1"]);
  assert.deepEqual(tidied({ ...one, refused: true }, []).packs, ["shared-1", "en-1"]);
});

test("a shared routine leaves alone", () => {
  const copy = { now: "opened-1", next: "", ended: 410 };
  const one = { active: pair("1", "en"), opened: { "/en/r/a": copy, "/en/r/b": copy } };
  const { active, opened } = without(state(one), "/en/r/a");
  assert.deepEqual([active, opened], [one.active, { "/en/r/b": copy }]);
});
