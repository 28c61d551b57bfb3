import assert from "node:assert/strict";
import { test } from "node:test";

import { named } from "../../../static/js/shared/kinds.js";
import { newOwn } from "../../../static/js/shared/own.js";
import { ROUTINE } from "./catalogs.js";

test("own and shared routines are called as this device knows them, the others as before", () => {
  const kind = (/** @type {string} */ address) => ({ address, names: { desk: "At the desk" } });
  const kinds = { routine: kind("r"), exercise: kind("e"), own: kind("o"), shared: kind("s") };
  const own = newOwn(ROUTINE);
  const opened = { code: "abc", version: 1, title: "From Ann", opened: 1, kept: true };
  const all = [{ ...opened, seenVersion: 1, seen: { ...ROUTINE } }];
  const { kinds: found } = named({ kinds }, [own], all);
  assert.deepEqual(found.own, { address: "o", names: { [own.id]: "After the pool" } });
  assert.deepEqual(found.shared, { address: "s", names: { abc: "From Ann" } });
  assert.deepEqual(found.routine, kinds.routine);
});
