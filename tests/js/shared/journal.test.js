import assert from "node:assert/strict";
import { mock, test } from "node:test";

import {
  allSessions,
  dropSession,
  isBad,
  isEntry,
  keepSession,
  lastSessions,
} from "../../../static/js/shared/journal.js";
import { ENTRY } from "./entries.js";
import { shelf } from "./shelves.js";

/** @typedef {import("../../../static/js/shared/shelf.js").Shelf} Shelf */

/** A browser that answers everything in one way. @param {() => any} answer @returns {Shelf} */
const always = (answer) => ({ set: answer, del: answer, all: answer });

const throws = () => {
  throw new DOMException("denied", "SecurityError");
};

test("what is kept comes back newest first, and no more than was asked for", async () => {
  const device = shelf();
  for (const id of [20, 40, 30, 10]) {
    assert.equal(await keepSession({ ...ENTRY, id }, device), true);
  }
  const ids = (await lastSessions(3, device)).map(({ id }) => id);
  assert.deepEqual(ids, [40, 30, 20]);
});

test("all sessions are told apart from a device that could not be read", async () => {
  const device = shelf({ kind: "swim" });
  assert.deepEqual(await allSessions(device), []);
  await keepSession(ENTRY, device);
  assert.deepEqual(await allSessions(device), [ENTRY]);
  assert.equal(await allSessions(always(throws)), null);
});

test("the same id is the same session: kept again it is changed, dropped it is gone", async () => {
  const device = shelf();
  await keepSession(ENTRY, device);
  await keepSession({ ...ENTRY, after: 5, note: "left side" }, device);
  assert.deepEqual(await lastSessions(9, device), [{ ...ENTRY, after: 5, note: "left side" }]);
  assert.equal(await dropSession(ENTRY.id, device), true);
  assert.deepEqual(await lastSessions(9, device), []);
});

test("what is broken or of another shape is left out", async () => {
  const other = [null, undefined, 3, "session", [], {}, { ...ENTRY, slug: undefined }];
  assert.deepEqual(await lastSessions(9, shelf(...other, ENTRY)), [ENTRY]);
});

for (const part of /** @type {(keyof typeof ENTRY)[]} */ (Object.keys(ENTRY))) {
  test(`without ${part}, or with a strange one, it is no entry`, () => {
    for (const strange of [undefined, {}, NaN]) {
      assert.equal(isEntry({ ...ENTRY, [part]: strange }), false);
    }
  });
}

test("numbers that nobody can have given are none", () => {
  for (const odd of [{ before: 11 }, { after: -1 }, { seconds: Infinity }, { id: 9e15 }]) {
    assert.equal(isEntry({ ...ENTRY, ...odd }), false, JSON.stringify(odd));
  }
  assert.equal(isEntry({ ...ENTRY, before: null, after: null }), true);
});

test("what could not be read again is not kept", async () => {
  const device = shelf();
  assert.equal(await keepSession({ ...ENTRY, slug: "" }, device), false);
  assert.deepEqual(await device.all(), []);
});

for (const [name, answer] of Object.entries({
  "throws at once": throws,
  refuses: async () => throws(),
})) {
  test(`a browser that ${name} keeps nothing and breaks nothing`, async () => {
    assert.equal(await keepSession(ENTRY, always(answer)), false);
    assert.equal(await dropSession(ENTRY.id, always(answer)), false);
    assert.deepEqual(await lastSessions(3, always(answer)), []);
  });
}

test("a browser that never answers is waited for only so long", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const silent = always(() => new Promise(() => {}));
  const answers = Promise.all([
    keepSession(ENTRY, silent),
    dropSession(ENTRY.id, silent),
    lastSessions(3, silent),
  ]);
  mock.timers.tick(3000);
  mock.timers.reset();
  assert.deepEqual(await answers, [false, false, []]);
});

test("without IndexedDB, as here, the device itself keeps nothing", async () => {
  assert.equal(await keepSession(ENTRY), false);
  assert.equal(await dropSession(ENTRY.id), false);
  assert.deepEqual(await lastSessions(3), []);
});

for (const [before, after, signs, bad] of /** @type {const} */ ([
  [null, null, false, false],
  [null, 3, false, false],
  [null, 4, false, true],
  [3, 3, false, false],
  [1, 2, false, false],
  [1, 3, false, true],
  [0, 2, false, true],
  [8, 4, false, true],
  [9, null, false, false],
  [0, 0, true, true],
  [null, null, true, true],
])) {
  test(`pain ${before} before, ${after} after, ${signs ? "signs" : "no signs"}: ${bad ? "bad" : "not bad"}`, () => {
    assert.equal(isBad({ before, after, signs }), bad);
  });
}
