import assert from "node:assert/strict";
import { test } from "node:test";

import { Draft } from "../../../static/js/build/draft.js";
import { BEFORE, DRAFT, NEW, readBefore, readDraft } from "../../../static/js/shared/draft.js";
import { isSecret } from "../../../static/js/shared/published.js";
import { EMPTY } from "../../../static/js/shared/routine.js";
import { ROUTINE } from "../shared/catalogs.js";

const LINK = { code: "0123456789", secret: "s".repeat(26), version: 1 };

const OTHER = { ...ROUTINE, title: "Another" };
const NO_OWN = { ownOf: async () => null, keepOwn: async () => false };
const OWN = { own: "a1" };

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
  const fresh = { ...NEW, routine: EMPTY };
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
  const secret = draft.toSend().origin.secret;
  assert.ok(isSecret(secret));
  assert.equal(readDraft(store)?.secret, secret);
  assert.equal(draft.toSend().origin.secret, secret);
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
  assert.notEqual(draft.toSend().origin.secret, LINK.secret);
  draft.undo();
  assert.deepEqual(draft.published, LINK);
});

test("a version goes on from the newest one of what is published", () => {
  const { draft } = drafted();
  draft.link(LINK);
  draft.change(OTHER);
  draft.restore(ROUTINE, { ...LINK, version: 4 }, "");
  assert.equal(draft.routine, ROUTINE);
  assert.equal(draft.published?.version, 4);
  draft.undo();
  assert.equal(draft.routine, OTHER);
  assert.equal(draft.published?.code, LINK.code);
});

test("a version of another routine takes its own link along", () => {
  for (const before of [LINK, null]) {
    const { draft } = drafted();
    draft.change(OTHER);
    draft.link(before);
    const link = { ...LINK, code: "9876543210" };
    draft.restore(ROUTINE, link, "file");
    assert.deepEqual([draft.published, draft.origin.from], [link, "file"]);
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
  tab.replace(ROUTINE, { link: LINK });
  draft.follow(/** @type {any} */ (readDraft(store)));
  assert.deepEqual(draft.published, LINK);
  draft.undo();
  assert.deepEqual([draft.routine, draft.published], [OTHER, null]);
  draft.redo();
  assert.deepEqual(draft.published, LINK);
});

test("a newer version of the same code is the same routine", () => {
  const { store, draft } = drafted();
  draft.replace(OTHER, { link: LINK });
  const tab = drafted().draft;
  const newer = { ...LINK, version: 2 };
  tab.replace(ROUTINE, { link: newer });
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
  draft.replace(ROUTINE, { link: LINK });
  draft.change({ ...ROUTINE, rounds: 2 });
  const again = drafted(store).draft;
  again.undo();
  assert.deepEqual(
    [again.routine, again.published, again.toSend().origin.secret],
    [OTHER, null, secret],
  );
  assert.equal(drafted(store).draft.canUndo, false);
  again.redo();
  assert.equal(readBefore(store)[0].routine.title, "Another");
});

test("however often another one is looked at, one's own work can be brought back", () => {
  const { store, draft } = drafted();
  draft.change(OTHER);
  const { secret } = draft.origin;
  for (let i = 0; i < 30; i += 1) {
    draft.replace(ROUTINE);
    draft.replace({ ...ROUTINE, title: "A third" });
  }
  const tab = drafted(store).draft; // a reload, then a third
  tab.replace({ ...ROUTINE, title: "A fourth" });
  const again = drafted(store).draft;
  while (again.canUndo && again.routine.title !== OTHER.title) {
    again.undo();
  }
  assert.deepEqual([again.routine, again.origin.secret], [OTHER, secret]);
  assert.deepEqual(
    readBefore(store).map(({ routine }) => routine.title),
    [],
  );
});

test("what was put aside outlives more changes than can be undone", () => {
  const { store, draft } = drafted();
  draft.change(OTHER);
  draft.replace(ROUTINE);
  for (let n = 0; n < 250; n += 1) {
    draft.change({ ...ROUTINE, notes: String(n) });
  }
  draft.replace({ ...ROUTINE, title: "A third" });
  const titles = readBefore(store).map(({ routine }) => routine.title);
  assert.deepEqual(titles, [OTHER.title, ROUTINE.title]);
});

test("notes without a name are worth to be brought back, and so is what an older page kept", () => {
  const { store, draft } = drafted();
  draft.change({ ...EMPTY, notes: "Two weeks of it" });
  draft.replace(ROUTINE);
  assert.equal(readBefore(store)[0].routine.notes, "Two weeks of it");
  store.kept.set(BEFORE, JSON.stringify({ routine: OTHER, link: null, secret: "x" }));
  assert.deepEqual(
    readBefore(store).map(({ routine }) => routine),
    [OTHER],
  );
  store.kept.set(BEFORE, "{");
  assert.deepEqual(readBefore(store), []);
});

test("another person's words stay theirs through changes, publishing and a reload", () => {
  const { store, draft } = drafted();
  draft.change(OTHER);
  draft.replace(ROUTINE, { from: "file" });
  draft.change({ ...ROUTINE, rounds: 2 });
  draft.link(LINK);
  assert.equal(drafted(store).draft.origin.from, "file");
  draft.link(null);
  assert.equal(draft.origin.from, "file");
  draft.undo();
  draft.undo();
  assert.equal(draft.origin.from, "");
  draft.redo();
  assert.equal(draft.origin.from, "file");
  draft.replace(EMPTY);
  assert.equal(readDraft(store)?.from, "");
  const again = drafted(store).draft;
  again.undo();
  assert.equal(again.origin.from, "file");
});

test("another tab is told whose words they are", () => {
  const { store, draft } = drafted();
  drafted(store).draft.replace(ROUTINE, { from: "file" });
  draft.follow(/** @type {any} */ (readDraft(store)));
  assert.equal(draft.origin.from, "file");
});

test("a draft of before nobody was asked whose words it has can be read", () => {
  const store = device();
  store.kept.set(DRAFT, JSON.stringify({ routine: ROUTINE, link: null, secret: "" }));
  assert.equal(readDraft(store)?.from, "");
});

test("an empty form is not worth to be brought back", () => {
  const { store, draft } = drafted();
  draft.replace(ROUTINE);
  assert.deepEqual(readBefore(store), []);
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

test("publishing a routine of one's own leaves it one's own", async () => {
  const own = { id: "a1", routine: OTHER, made: 1, changed: 1, from: "" };
  /** @type {any[]} */
  const kept = [];
  const owns = {
    ownOf: async () => own,
    keepOwn: async (/** @type {any} */ each) => kept.push(each),
  };
  const { store, draft } = drafted(device(), /** @type {any} */ (owns));
  draft.replace(OTHER, OWN);
  draft.link(LINK);
  draft.change(ROUTINE);
  await new Promise(setImmediate);
  assert.deepEqual([kept.at(-1).id, kept.at(-1).routine], ["a1", ROUTINE]);
  const again = drafted(store).draft;
  assert.deepEqual([again.published, again.origin.own], [LINK, "a1"]);
  assert.equal(again.standing, "ownKept");
});

test("one that is one's own already is kept in its place, with what it came from", async () => {
  /** @type {Map<string, any>} */
  const kept = new Map();
  const owns = {
    ownOf: async (/** @type {string} */ id) => kept.get(id) ?? null,
    keepOwn: async (/** @type {any} */ each) => Boolean(kept.set(each.id, each)),
  };
  const { draft } = drafted(device(), /** @type {any} */ (owns));
  draft.replace(OTHER, { from: "file" });
  draft.link(LINK);
  assert.ok(await draft.keepAsOwn());
  const id = draft.origin.own;
  draft.change(ROUTINE);
  assert.ok(await draft.keepAsOwn());
  assert.deepEqual([...kept.keys()], [id]);
  assert.deepEqual([kept.get(id).routine, kept.get(id).from], [ROUTINE, "file"]);
  assert.deepEqual(draft.published, LINK);
  kept.clear();
  assert.ok(await draft.keepAsOwn());
  assert.deepEqual([...kept.keys()], [draft.origin.own]);
  assert.notEqual(draft.origin.own, id);
});

test("opened once more, it goes on with the secret that was sent", () => {
  const { draft } = drafted();
  draft.replace(OTHER, OWN);
  const secret = draft.toSend().origin.secret;
  draft.replace(ROUTINE, { ...OWN, from: "" });
  assert.equal(draft.toSend().origin.secret, secret);
  draft.undo();
  assert.equal(draft.routine, OTHER);
});
