import assert from "node:assert/strict";
import { test } from "node:test";

import {
  DRINK_COLUMNS,
  drinkTable,
  SESSION_COLUMNS,
  sessionTable,
} from "../../../../static/js/journal/device/csv.js";
import { ENTRY } from "../../shared/entries.js";

const TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d";

test("a table begins with the mark of UTF-8 and its columns, and ends each line as spreadsheets do", () => {
  const text = sessionTable([], () => "");
  assert.equal(text, `\ufeff${SESSION_COLUMNS.join()}\r\n`);
  assert.equal(drinkTable([]), `\ufeff${DRINK_COLUMNS.join()}\r\n`);
});

test("a session is a line, the oldest first, with times as ISO 8601 writes them", () => {
  const [, first, second] = sessionTable(
    [
      { ...ENTRY, kind: "own", slug: "own1" },
      { ...ENTRY, id: ENTRY.id - 1, after: null },
    ],
    ({ kind }) => (kind === "own" ? "After the pool" : ""),
  ).split("\r\n");
  assert.match(
    first,
    new RegExp(`^${TIME},${TIME},routine,cold-water-10,,669,6,6,false,3,,false,$`),
  );
  assert.match(
    second,
    new RegExp(`^${TIME},${TIME},own,own1,After the pool,669,6,6,false,3,2,false,$`),
  );
});

test("a drink is a line", () => {
  const drink = {
    id: 1,
    at: ENTRY.id,
    ml: 250.5,
    kind: /** @type {const} */ ("water"),
    sodium: null,
  };
  assert.match(drinkTable([drink]).split("\r\n")[1], new RegExp(`^${TIME},250.5,water,$`));
});

test("no note becomes a formula, and none breaks its line", () => {
  const noted = (/** @type {string} */ note) =>
    sessionTable([{ ...ENTRY, note }], () => "")
      .split(",false,")
      .at(-1);
  for (const sign of ["=", "+", "-", "@"]) {
    assert.equal(noted(`${sign}1`), `'${sign}1\r\n`);
  }
  assert.equal(noted("\t=1"), "'\t=1\r\n");
  assert.equal(noted('a "b", c'), '"a ""b"", c"\r\n');
  assert.equal(noted("=1,\r\n2"), `"'=1,\r\n2"\r\n`);
  assert.equal(noted("1 = 1"), "1 = 1\r\n");
  const title = sessionTable([ENTRY], () => "=HYPERLINK(1)");
  assert.ok(title.includes(",'=HYPERLINK(1),"));
});
