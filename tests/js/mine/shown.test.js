import assert from "node:assert/strict";
import { test } from "node:test";

import { PREVIEW, shownOf } from "../../../static/js/mine/play/shown.js";
import { CATALOG, ROUTINE } from "../shared/catalogs.js";

test("a routine is played under its id, with the stop signs and cautions of its steps", () => {
  const catalog = {
    ...CATALOG,
    exercises: {
      ...CATALOG.exercises,
      "bird-dog": { ...CATALOG.exercises["bird-dog"], cautions: { wrists: "On the fists." } },
    },
  };
  const twice = { ...ROUTINE, steps: [...ROUTINE.steps, ROUTINE.steps[1]] };
  const { session, stop, cautions } = shownOf({ routine: twice }, "a1", catalog);
  assert.deepEqual([session?.kind, session?.slug], ["own", "a1"]);
  assert.deepEqual(stop, ["Dizzy.", "Pain."]);
  assert.deepEqual(cautions, [
    { condition: "Sore wrists", advice: [{ name: "Bird dog", text: "On the fists." }] },
  ]);
});

test("what is said of the whole comes first, by what it is for", () => {
  const dose = { seconds: 600, sides: "none", sets: 1, rest: 0 };
  const steps = [{ ...ROUTINE.steps[0], dose: /** @type {any} */ (dose) }];
  const routine = { ...ROUTINE, need: /** @type {const} */ ("before-cold"), steps };
  const shown = shownOf({ routine }, "a1", CATALOG);
  assert.deepEqual(shown.heed, ["Cold water can kill."]);
  assert.deepEqual(shown.stop, ["No swim today.", "Dizzy."]);
  assert.deepEqual(shown.afterwards, ["Wade in slowly."]);
  assert.deepEqual(shown.cautions?.[0], {
    condition: "Heart",
    advice: [{ name: "", text: "Ask a doctor first." }],
  });
  assert.equal(shown.session?.cautions.heart, "Ask a doctor first.");
  assert.deepEqual(shownOf({ routine: ROUTINE }, "a1", CATALOG).afterwards, []);
});

test("a copy says what its routine of the library says", () => {
  const found = { routine: { ...ROUTINE, need: /** @type {const} */ ("before-effort") } };
  const shown = shownOf({ ...found, from: "routines/hills" }, "a1", CATALOG);
  assert.deepEqual(shown.heed, ["Level ground."]);
  assert.deepEqual(shown.stop, ["Do not run today.", "Dizzy.", "Pain."]);
  assert.deepEqual(shown.afterwards, ["Start soon."]);
  assert.equal(shown.session?.cautions.knees, "Sink a little.");
  for (const from of ["", "file", "routines/gone"]) {
    assert.deepEqual(shownOf({ ...found, from }, "a1", CATALOG).heed, ["26 °C or warmer."]);
  }
});

test("a copy that is now for something else says both", () => {
  const dose = /** @type {any} */ ({ seconds: 600, sides: "none", sets: 1, rest: 0 });
  const steps = [{ ...ROUTINE.steps[0], dose }];
  const routine = { ...ROUTINE, need: /** @type {const} */ ("before-cold"), steps };
  const shown = shownOf({ routine, from: "routines/hills" }, "a1", CATALOG);
  assert.deepEqual(shown.heed, ["Level ground.", "Cold water can kill."]);
  assert.deepEqual(shown.stop, ["Do not run today.", "No swim today.", "Dizzy."]);
  assert.equal(shown.session?.cautions.heart, "Ask before you train. Ask a doctor first.");
  assert.equal(shown.session?.cautions.knees, "Sink a little.");
});

test("a movement keeps its name in signs and pinyin", () => {
  const native = { characters: "云手", pinyin: "Yún shǒu" };
  const march = { ...CATALOG.exercises.march, native };
  const catalog = { ...CATALOG, exercises: { ...CATALOG.exercises, march } };
  const { session } = shownOf({ routine: ROUTINE }, "a1", catalog);
  assert.deepEqual(session?.steps[0].native, native);
});

test("a massage says what stands before every one, and asks first", () => {
  const exercises = {
    ...CATALOG.exercises,
    march: { ...CATALOG.exercises.march, isMassage: true },
  };
  const shown = shownOf({ routine: ROUTINE }, "a1", { ...CATALOG, exercises });
  assert.deepEqual(shown.heed, ["Well today?", "Warm first."]);
  assert.equal(shown.asksCold, true);
  const movement = shownOf({ routine: ROUTINE }, "a1", CATALOG);
  assert.deepEqual(movement.heed, ["Well today?"]);
  assert.equal(movement.asksCold, false);
});

test("what no instructor has looked at is named", () => {
  const march = { ...CATALOG.exercises.march, awaitsInstructor: true };
  const catalog = { ...CATALOG, exercises: { ...CATALOG.exercises, march } };
  const { heed } = shownOf({ routine: ROUTINE }, "a1", catalog);
  assert.deepEqual(heed, ["Well today?", "Not reviewed: March."]);
});

test("before cold water, less than ten minutes of movement cannot be started", () => {
  const { session, faults } = shownOf(
    { routine: { ...ROUTINE, need: "before-cold" } },
    "a1",
    CATALOG,
  );
  assert.equal(session, null);
  assert.deepEqual(
    faults.map(({ why }) => why),
    ["cold"],
  );
});

test("what is not here, or has a fault, has no session", () => {
  assert.equal(shownOf(undefined, "a1", CATALOG).session, null);
  const { session, faults } = shownOf({ routine: { ...ROUTINE, steps: [] } }, "a1", CATALOG);
  assert.equal(session, null);
  assert.deepEqual(
    faults.map(({ field }) => field),
    ["steps"],
  );
});

test("what is only tried does not say that it is kept", () => {
  const catalog = { ...CATALOG, words: { ...CATALOG.words, kept: "Kept." } };
  assert.equal(shownOf({ routine: ROUTINE }, PREVIEW, catalog).session?.words.kept, "");
  assert.equal(shownOf({ routine: ROUTINE }, "a1", catalog).session?.words.kept, "Kept.");
});

test("what came in a file is said to be somebody else's words", () => {
  const { session, isTheirs } = shownOf({ routine: ROUTINE, from: "file" }, "a1", CATALOG);
  assert.ok(isTheirs);
  assert.deepEqual(
    session?.steps.map(({ note }) => note),
    ["", "Their note: \u2068Slowly\u2069"],
  );
  assert.equal(shownOf({ routine: ROUTINE, from: "" }, "a1", CATALOG).isTheirs, false);
});
