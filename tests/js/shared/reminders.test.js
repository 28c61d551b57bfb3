import assert from "node:assert/strict";
import { test } from "node:test";

import { changeReach, opaque, reach } from "../../../static/js/shared/reach.js";
import {
  allReminders,
  dropReminder,
  keepReminder,
  mayRemind,
} from "../../../static/js/shared/reminders.js";
import { MINUTE_MS } from "../../../static/js/shared/time.js";
import { ONE } from "../reminders/reminders.js";
import { shelf } from "./shelves.js";

test("each kind is kept, changed in its place, and dropped", async () => {
  const device = shelf();
  for (const each of Object.values(ONE)) {
    assert.equal(await keepReminder(each, device), true, each.kind);
  }
  await keepReminder({ ...ONE.drink, every: 60 }, device);
  const found = await allReminders(device);
  assert.equal(found?.length, 5);
  assert.equal(found?.find(({ kind }) => kind === "drink")?.every, 60);
  assert.equal(await dropReminder("drink", device), true);
  assert.equal((await allReminders(device))?.length, 4);
});

for (const [part, strange] of /** @type {const} */ ([
  ["id", "Drink water!"],
  ["kind", "pill"],
  ["from", 25],
  ["every", 5],
  ["time", "7:30"],
  ["days", []],
  ["days", [0]],
  ["minutes", 1],
  ["on", "yes"],
])) {
  test(`with ${JSON.stringify(strange)} for ${part} it is no reminder`, async () => {
    const odd = /** @type {any} */ ({ ...ONE.drink, [part]: strange });
    assert.equal(await keepReminder(odd, shelf()), false);
    assert.deepEqual(await allReminders(shelf(odd)), []);
  });
}

test("how they reach the device is changed part by part, and nothing strange is believed", async () => {
  const device = shelf();
  await changeReach({ push: true }, device);
  await changeReach({ zone: "Europe/Berlin" }, device);
  const ways = await reach(device);
  assert.deepEqual([ways.push, ways.zone, ways.plain], [true, "Europe/Berlin", false]);
  const strange = await reach(shelf({ push: "yes", planet: "Mars", synced: 5 }));
  assert.deepEqual([strange.push, strange.synced, "planet" in strange], [false, 5, false]);
});

test("about drinks nobody is reminded where a doctor decides first", () => {
  for (const kind of ["drink", "electrolytes"]) {
    assert.equal(mayRemind(ONE[kind], { drinks: false }), false);
    assert.equal(mayRemind(ONE[kind], { drinks: true }), true);
  }
  assert.equal(mayRemind(ONE.routine, { drinks: false }), true);
  assert.equal(mayRemind({ ...ONE.routine, on: false }, { drinks: true }), false);
});

test("while an emergency sign stands nobody is called to move", () => {
  const locked = { drinks: true, locked: true };
  const later = { ...ONE.once, slug: "back-mobility" };
  for (const reminder of [ONE.routine, ONE.compress, later]) {
    assert.equal(mayRemind(reminder, locked), false);
    assert.equal(mayRemind(reminder, { drinks: true }), true);
  }
  assert.equal(mayRemind(ONE.once, locked), true);
});

test("the end of a gap is not called when another round has come", () => {
  const gap = { ...ONE.compress, minutes: 120 };
  const rounds = [
    [gap.at - 120 * MINUTE_MS, true],
    [gap.at - 119 * MINUTE_MS, false],
  ];
  for (const [ended, may] of rounds) {
    const round = { ended: Number(ended) };
    assert.equal(mayRemind(gap, { drinks: true, round }), may);
  }
});

test("what is read only at first is not lost by a second reading that fails", async () => {
  const device = shelf();
  await changeReach({ device: "a", secret: "b", push: true }, device);
  const { all } = device;
  let asked = 0;
  device.all = () => ((asked += 1) > 1 ? Promise.reject() : all());
  await changeReach({ plain: true }, device);
  device.all = all;
  const { device: name, push, plain } = await reach(device);
  assert.deepEqual([name, push, plain], ["a", true, true]);
});

test("names are opaque, long enough, and never the same", () => {
  const names = new Set(Array.from({ length: 100 }, () => opaque()));
  assert.equal(names.size, 100);
  assert.ok([...names].every((name) => /^[a-z2-7]{22}$/.test(name)));
});
