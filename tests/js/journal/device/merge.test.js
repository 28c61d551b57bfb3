import assert from "node:assert/strict";
import { test } from "node:test";

import { changes, isEmpty, isSame, plan } from "../../../../static/js/journal/device/merge.js";
import { KEYS, RECORDS } from "../../../../static/js/shared/device_data.js";
import { always } from "../../shared/random.js";
import { device, HOUR, lastRound, nothing, NOW, whole } from "./data.js";

/** @typedef {import("../../../../static/js/journal/device/file.js").Data} Data */

/** What the device has afterwards. @param {Data} mine @param {Data} theirs @param {boolean} takes @returns {Data} */
function merged(mine, theirs, takes = false) {
  const { records, keys } = changes(plan(mine, theirs), takes);
  const lists = RECORDS.map(({ name, word, id }) => {
    const all = new Map((mine.records[name] ?? []).map((each) => [id(each), each]));
    for (const [key, value] of records) {
      const [first, last] = /** @type {[string, any]} */ (key);
      if (first === word) {
        all.set(last, value);
      }
    }
    return [name, [...all.values()]];
  });
  const settings = { ...mine.settings };
  for (const [key, text] of keys) {
    const row = KEYS.find((each) => each.key === key);
    settings[row?.name ?? ""] = row?.type === "text" ? text : JSON.parse(text ?? "");
  }
  return { records: Object.fromEntries(lists), settings };
}

/** @param {any} settings @param {any} [records] @returns {Data} */
function having(settings, records = {}) {
  return { records, settings };
}

test("on an empty device everything comes", () => {
  const { records, settings } = merged(nothing(), whole());
  assert.deepEqual({ records, settings }, whole());
});

test("the same twice changes nothing, whatever two devices have", () => {
  always(
    (chance) => ({
      mine: device(chance),
      theirs: device(chance),
      takes: chance.pick([true, false]),
    }),
    ({ mine, theirs, takes }) => {
      const after = merged(mine, theirs, takes);
      const again = changes(plan(after, theirs), takes);
      assert.deepEqual(again, { records: [], keys: [] });
    },
    2000,
  );
});

test("nothing of mine is lost, and all of theirs is there, each once", () => {
  always(
    (chance) => ({ mine: device(chance), theirs: device(chance) }),
    ({ mine, theirs }) => {
      const after = merged(mine, theirs);
      for (const { name, id } of RECORDS) {
        const ids = (/** @type {Data} */ data) => data.records[name].map(id).sort();
        assert.deepEqual(ids(after), [...new Set([...ids(mine), ...ids(theirs)])].sort());
      }
      for (const name of ["conditions", "favourites"]) {
        const all = [...(mine.settings[name] ?? []), ...(theirs.settings[name] ?? [])];
        assert.deepEqual([...(after.settings[name] ?? [])].sort(), [...new Set(all)].sort());
      }
    },
    2000,
  );
});

test("it is told how much is new, newer and here already", () => {
  const [one] = whole().records.own;
  const mine = having({}, { own: [one], sessions: whole().records.sessions });
  const theirs = having({}, { ...whole().records, own: [{ ...one, changed: one.changed + 1 }] });
  const parts = plan(mine, theirs).parts.map(({ name, fresh, newer, same }) => [
    name,
    [fresh, newer, same],
  ]);
  const { sessions, own, drinks } = Object.fromEntries(parts);
  assert.deepEqual(
    [sessions, own, drinks],
    [
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
    ],
  );
});

test("of two versions the later stays, and what has no time stays as it is here", () => {
  const { own, sessions, opened } = whole().records;
  const mine = having({}, { own, sessions, opened: [{ ...opened[0], opened: NOW + 2 }] });
  const older = { ...own[0], changed: NOW - 1 };
  const theirs = having({}, { own: [older], sessions: [{ ...sessions[0], note: "x" }], opened });
  assert.deepEqual(changes(plan(mine, theirs), true).records, []);
  const kept = having({}, { opened: [{ ...opened[0], kept: false, opened: NOW + 9 }] });
  assert.equal(merged(kept, theirs).records.opened[0].kept, true);
});

test("where both have chosen, the answer holds; what only one has chosen needs none", () => {
  const mine = having({ screen: { theme: "dark" }, region: "DE" });
  const theirs = having({ screen: { theme: "sun", sound: "off" }, region: "CN" });
  assert.equal(plan(mine, theirs).differs, 2);
  assert.deepEqual(merged(mine, theirs, false).settings, {
    screen: { theme: "dark", sound: "off" },
    region: "DE",
  });
  assert.deepEqual(merged(mine, theirs, true).settings, {
    screen: { theme: "sun", sound: "off" },
    region: "CN",
  });
  assert.equal(plan(nothing(), theirs).differs, 0);
});

test("what closes more holds: an emergency sign, getting warm, a doctor first, the lower limit", () => {
  const mine = having({ locked: NOW - 5, doctorFirst: { answer: "none", at: 1, limit: 500 } });
  const theirs = having({
    ...{ locked: NOW - 9, rewarming: NOW - 3 },
    doctorFirst: { answer: "yes", at: 2, limit: 900 },
  });
  assert.deepEqual(merged(mine, theirs, true).settings, {
    ...{ locked: NOW - 5, rewarming: NOW - 3 },
    doctorFirst: { answer: "yes", at: 2, limit: 500 },
  });
  assert.deepEqual(merged(theirs, mine, true).settings.doctorFirst, {
    ...{ answer: "yes", at: 2, limit: 500 },
  });
});

test("the gap after a round comes along, a round that runs neither comes nor goes", () => {
  const running = { ...lastRound(NOW), ended: null, stopped: null };
  const over = lastRound(NOW - HOUR);
  assert.deepEqual(merged(nothing(), having({ lastRound: over })).settings.lastRound, over);
  assert.equal(merged(nothing(), having({ lastRound: running })).settings.lastRound, undefined);
  const here = having({ lastRound: running });
  assert.deepEqual(merged(here, having({ lastRound: over })).settings.lastRound, running);
  const later = lastRound(NOW);
  assert.deepEqual(
    merged(having({ lastRound: over }), having({ lastRound: later })).settings.lastRound,
    later,
  );
});

test("a draft comes where there is none, and never in place of one", () => {
  const { draft } = whole().settings;
  const mine = having({ draft: { ...draft, own: "mine" } });
  assert.equal(merged(mine, having({ draft }), true).settings.draft.own, "mine");
  assert.deepEqual(merged(nothing(), having({ draft })).settings.draft, draft);
});

test("whether nothing would come of it", () => {
  assert.ok(isEmpty(plan(whole(), whole())));
  assert.ok(isEmpty(plan(whole(), nothing())));
  assert.ok(!isEmpty(plan(nothing(), whole())));
  const [mine, theirs] = ["dark", "sun"].map((theme) => having({ screen: { theme } }));
  assert.ok(!isEmpty(plan(mine, theirs)));
});

test("the order of names makes no difference, that of lists does", () => {
  assert.ok(isSame({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }));
  assert.ok(!isSame([1, 2], [2, 1]));
  assert.ok(!isSame({}, []));
  assert.ok(!isSame({ a: undefined }, {}));
});
