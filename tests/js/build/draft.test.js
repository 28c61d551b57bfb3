import assert from "node:assert/strict";
import { test } from "node:test";

import { Draft } from "../../../static/js/build/draft.js";
import { BEFORE, DRAFT, readDraft } from "../../../static/js/shared/draft.js";
import { isSecret } from "../../../static/js/shared/published.js";
import { EMPTY } from "../../../static/js/shared/routine.js";
import { ROUTINE } from "../shared/catalogs.js";

const LINK = { code: "0123456789", secret: "s".repeat(26), version: 1 };

const OTHER = { ...ROUTINE, title: "Another" };
const NO_OWN = { ownOf: async () => null, keepOwn: async () => false };
const OWN = { own: "a1", made: 1, from: "" };

function device() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    kept,
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
  };
}

function drafted(store = device(), owns = NO_OWN) {
  const heard = /** @type {string[]} */ ([]);
  const fresh = { routine: EMPTY, link: null, secret: "" };
  return {
    store,
    heard,
    draft: new Draft(readDraft(store) ?? fresh, store, (standing) => heard.push(standing), owns),
  };
}

test("every change is kept at once and read again", () => {
  const { store, draft } = drafted();
  draft.change({ ...EMPTY, title: "One" });
  assert.equal(readDraft(store)?.routine.title, "One");
  draft.change(ROUTINE);
  assert.deepEqual(readDraft(store)?.routine, ROUTINE);
  draft.undo();
  assert.equal(readDraft(store)?.routine.title, "One");
});

test("a draft with a number that cannot be is still a draft", () => {
  const { store, draft } = drafted();
  const [step] = ROUTINE.steps;
  draft.change({ ...ROUTINE, rounds: 0, steps: [{ ...step, dose: { ...step.dose, seconds: 0 } }] });
  assert.equal(readDraft(store)?.routine.rounds, 0);
});

test("what cannot be read is told from what is not there", () => {
  const store = device();
  assert.equal(readDraft(store), null);
  const untitled = { ...ROUTINE, title: undefined };
  for (const routine of [untitled, { ...ROUTINE, steps: [{}] }, { ...ROUTINE, times: [{}] }, 7]) {
    store.kept.set(DRAFT, JSON.stringify({ routine, link: null, secret: "" }));
    assert.equal(readDraft(store), undefined);
  }
  store.kept.set(DRAFT, "{");
  assert.equal(readDraft(store), undefined);
});

test("nothing is written over what could not be read", () => {
  const store = device();
  store.kept.set(DRAFT, "{");
  const { draft, heard } = drafted(store);
  draft.isHeld = true;
  assert.equal(draft.standing, "unkept");
  draft.change(ROUTINE);
  assert.deepEqual(heard, ["unkept"]);
  assert.equal(store.kept.get(DRAFT), "{");
  draft.isHeld = false;
  draft.keep();
  assert.deepEqual(readDraft(store)?.routine, ROUTINE);
});

test("who cannot keep it is told", () => {
  const store = {
    getItem: () => null,
    setItem: () => {
      throw new Error("full");
    },
  };
  const { heard, draft } = drafted(/** @type {any} */ (store));
  draft.change(ROUTINE);
  assert.deepEqual(heard, ["unkept"]);
});

test("the secret is kept before it is used, and stays the same", () => {
  const { store, draft } = drafted();
  const secret = draft.secret();
  assert.ok(isSecret(secret));
  assert.equal(readDraft(store)?.secret, secret);
  assert.equal(draft.secret(), secret);
});

test("what is undone after publishing is still that routine", () => {
  const { draft } = drafted();
  draft.change({ ...EMPTY, title: "One" });
  draft.change({ ...EMPTY, title: "Two" });
  draft.link(LINK);
  draft.undo();
  assert.equal(draft.routine.title, "One");
  assert.deepEqual(draft.published, LINK);
});

test("another routine is not that one, until it is undone", () => {
  const { draft } = drafted();
  draft.link(LINK);
  draft.replace(ROUTINE);
  assert.equal(draft.published, null);
  assert.notEqual(draft.secret(), LINK.secret);
  draft.undo();
  assert.deepEqual(draft.published, LINK);
});

test("a version goes on from the newest one of what is published", () => {
  const { draft } = drafted();
  draft.link(LINK);
  draft.change(OTHER);
  draft.restore(ROUTINE, { ...LINK, version: 4 });
  assert.equal(draft.routine, ROUTINE);
  assert.equal(draft.published?.version, 4);
  draft.undo();
  assert.equal(draft.routine, OTHER);
  assert.equal(draft.published?.code, LINK.code);
});

test("a version of another routine takes its own link along", () => {
  for (const before of [LINK, OWN, null]) {
    const { draft } = drafted();
    draft.change(OTHER);
    draft.link(before);
    const link = { ...LINK, code: "9876543210" };
    draft.restore(ROUTINE, link);
    assert.deepEqual(draft.published, link);
    draft.undo();
    assert.deepEqual([draft.routine, draft.origin.link], [OTHER, before]);
  }
});

test("a late answer belongs to what was sent, not to what is in the form by then", () => {
  const { store, draft } = drafted();
  draft.change(OTHER);
  const { origin } = draft;
  draft.replace(ROUTINE);
  draft.link(LINK, origin);
  assert.equal(draft.published, null);
  assert.equal(readDraft(store)?.link, null);
  draft.undo();
  assert.deepEqual(draft.published, LINK);
});

test("what another tab changes of the same routine is followed, its link too", () => {
  const { store, draft } = drafted();
  draft.change(OTHER);
  const tab = drafted(store).draft;
  tab.change(ROUTINE);
  tab.link(LINK);
  draft.follow(/** @type {any} */ (readDraft(store)));
  assert.deepEqual(draft.routine, ROUTINE);
  draft.undo();
  assert.deepEqual([draft.routine, draft.published], [OTHER, LINK]);
});

test("another routine in another tab leaves the states of this one what they are", () => {
  const { store, draft } = drafted();
  draft.change(OTHER);
  const tab = drafted(store).draft;
  tab.replace(ROUTINE, LINK);
  draft.follow(/** @type {any} */ (readDraft(store)));
  assert.deepEqual(draft.published, LINK);
  draft.undo();
  assert.deepEqual([draft.routine, draft.published], [OTHER, null]);
  draft.redo();
  assert.deepEqual(draft.published, LINK);
});

test("a newer version of the same code is the same routine", () => {
  const { store, draft } = drafted();
  draft.replace(OTHER, LINK);
  const tab = drafted().draft;
  const newer = { ...LINK, version: 2 };
  tab.replace(ROUTINE, newer);
  draft.follow({ routine: tab.routine, ...tab.origin });
  draft.undo();
  assert.deepEqual([draft.routine, draft.published], [OTHER, newer]);
  assert.equal(readDraft(store)?.routine.title, "Another");
});

test("what has not changed in another tab is nothing to undo", () => {
  const { store, draft } = drafted();
  draft.change(ROUTINE);
  draft.undo();
  draft.follow(/** @type {any} */ (readDraft(store)));
  assert.equal(draft.canUndo, false);
  assert.equal(draft.canRedo, true);
});

test("what was replaced can be brought back after a reload", () => {
  const { store, draft } = drafted();
  draft.change(OTHER);
  const { secret } = draft.origin;
  draft.replace(ROUTINE, LINK);
  draft.change({ ...ROUTINE, rounds: 2 });
  const again = drafted(store).draft;
  again.undo();
  assert.deepEqual([again.routine, again.published, again.secret()], [OTHER, null, secret]);
  assert.equal(drafted(store).draft.canUndo, false);
  again.redo();
  assert.equal(readDraft(store, BEFORE)?.routine.title, "Another");
});

test("an empty form is not worth to be brought back", () => {
  const { store, draft } = drafted();
  draft.replace(ROUTINE);
  assert.equal(readDraft(store, BEFORE), null);
  assert.equal(drafted(store).draft.canUndo, false);
});

test("a routine of one's own is kept, and one that was deleted does not come back", async () => {
  const own = { id: "a1", routine: OTHER, made: 1, changed: 1, from: "file" };
  /** @type {any[]} */
  const kept = [];
  const owns = {
    ownOf: async () => (kept.length < 2 ? own : null),
    keepOwn: async (/** @type {any} */ each) => kept.push(each) < 2,
  };
  const { heard, draft } = drafted(device(), /** @type {any} */ (owns));
  draft.replace(ROUTINE, OWN);
  await new Promise(setImmediate);
  draft.change({ ...ROUTINE, rounds: 2 });
  await new Promise(setImmediate);
  draft.change({ ...ROUTINE, rounds: 3 });
  await new Promise(setImmediate);
  assert.deepEqual(heard, ["ownKept", "unkept", "kept"]);
  assert.deepEqual(
    kept.map(({ routine, from }) => [routine.rounds, from]),
    [
      [1, "file"],
      [2, "file"],
    ],
  );
});
