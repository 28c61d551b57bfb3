import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import {
  fileName,
  isoTime,
  MOST_BYTES,
  MOST_RECORDS,
  readText,
  written,
} from "../../../../static/js/journal/device/file.js";
import { always } from "../../shared/random.js";
import { device, HOUR, lastRound, NOW, whole } from "./data.js";

/** The schema is tested with the same. @type {{ good: [string, any][], bad: [string, any, string, string?][] }} */
const FILES = JSON.parse(
  readFileSync(new URL("../../../journal/files.json", import.meta.url), "utf8"),
);

/** @param {any} file */
function faultsOf(file) {
  return readText(JSON.stringify(file), NOW).faults;
}

/** With something else in one place. @param {(file: any) => void} change */
function changed(change) {
  const file = JSON.parse(written(whole(), new Date(NOW)));
  change(file);
  return file;
}

test("what is written is read again, every part of it", () => {
  const { data, faults } = readText(written(whole(), new Date(NOW)), NOW);
  assert.deepEqual(faults, []);
  assert.deepEqual(data, whole());
});

test("whatever devices have is read again", () => {
  always(
    device,
    (one) => {
      const { data } = readText(written(one, new Date(NOW)), NOW);
      assert.deepEqual(data, one);
    },
    300,
  );
});

for (const [name, file] of FILES.good) {
  test(`it takes ${name}`, () => assert.deepEqual(faultsOf(file), []));
}

for (const [name, file, why, field] of FILES.bad) {
  test(`it refuses ${name}`, () =>
    assert.deepEqual(faultsOf(file), [{ why, ...(field ? { field } : {}) }]));
}

test("what is no JSON, or cut off, is damaged", () => {
  const text = written(whole(), new Date(NOW));
  for (const broken of ["", "{", "hello", text.slice(0, -20)]) {
    assert.deepEqual(readText(broken, NOW).faults, [{ why: "damaged" }]);
  }
});

test("a mark of the byte order is read over", () => {
  assert.deepEqual(readText(`\ufeff${written(whole(), new Date(NOW))}`, NOW).faults, []);
});

test("too large a file, too many records, and too long a text are refused", () => {
  assert.deepEqual(readText(" ".repeat(MOST_BYTES + 1), NOW).faults, [{ why: "size" }]);
  const many = changed(({ records }) => {
    records.drinks = Array(MOST_RECORDS + 1).fill(1);
  });
  assert.deepEqual(faultsOf(many), [{ why: "many", field: "records.drinks" }]);
  const long = changed(({ records }) => {
    records.sessions[0].note = "n".repeat(10_001);
  });
  assert.deepEqual(faultsOf(long), [{ why: "field", field: "records.sessions.0" }]);
});

for (const part of ["records", "settings"]) {
  for (const odd of [null, 1, "text", []]) {
    test(`${JSON.stringify(odd)} in place of ${part} is refused`, () => {
      const file = changed((found) => {
        found[part] = odd;
      });
      assert.deepEqual(faultsOf(file), [{ why: "field", field: part }]);
    });
  }
}

test("what lies within itself without an end is refused", () => {
  const deep = changed(({ settings }) => {
    settings.adjusted = { a: { b: { c: { d: { e: { f: { g: { h: {} } } } } } } } };
  });
  assert.deepEqual(faultsOf(deep), [{ why: "field", field: "settings.adjusted" }]);
});

test("what cannot even be compared with a number is refused", () => {
  const odd = changed(({ records }) => {
    records.sweatTests[0].minutes = { toString: 1, valueOf: 1 };
  });
  assert.deepEqual(faultsOf(odd), [{ why: "field", field: "records.sweatTests.0" }]);
});

test("of many faults the first five are told", () => {
  const bad = changed(({ records }) => {
    records.drinks = Array(9).fill(null);
  });
  assert.equal(faultsOf(bad).length, 5);
});

test("what cannot have been chosen is passed over, and never a mark on a page", () => {
  const odd = changed(({ settings }) => {
    settings.screen = { theme: "dark", locked: "", mine: "heart", sound: "loud" };
    settings.conditions = ["heart", 'x"] *', 5];
    settings.favourites = ["routine/desk", "//elsewhere"];
  });
  const { data } = readText(JSON.stringify(odd), NOW);
  assert.deepEqual(data?.settings.screen, { theme: "dark" });
  assert.deepEqual(data?.settings.conditions, ["heart"]);
  assert.deepEqual(data?.settings.favourites, ["routine/desk"]);
});

test("an emergency sign holds for its day and no longer, whatever the other clock says", () => {
  const locked = (/** @type {number} */ at) =>
    readText(JSON.stringify(changed(({ settings }) => (settings.locked = at))), NOW).data?.settings
      .locked;
  assert.equal(locked(NOW - HOUR), NOW - HOUR);
  assert.equal(locked(NOW - 25 * HOUR), undefined);
  assert.equal(locked(NOW + 1000 * HOUR), NOW);
});

test("a round that is over is read", () => {
  const { data } = readText(written(whole(), new Date(NOW)), NOW);
  assert.deepEqual(data?.settings.lastRound, lastRound(NOW));
});

test("it is named by the day, and its time has its offset", () => {
  const date = new Date(2026, 10, 28, 12, 34, 56);
  assert.equal(fileName(date), "limber-2026-11-28.limber-data.json");
  assert.match(isoTime(date), /^2026-11-28T12:34:56[+-]\d\d:\d\d$/);
  assert.equal(new Date(isoTime(date)).getTime(), date.getTime());
});
