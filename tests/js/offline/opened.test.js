import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  arrived,
  copyAt,
  pageOfCode,
  takeOpened,
  turnedOpened,
} from "../../../static/js/offline/worker/opened.js";
import { EMPTY, emptied, tidied } from "../../../static/js/offline/worker/pairs.js";

/** @typedef {import("../../../static/js/offline/worker/pairs.js").State} State */

const PATH = "/en/r/k3m9t2x7qd";
const ORIGIN = "https://limber.example";
const FILES = ["/static/abc/css/main.css", "/static/abc/figures/cat-cow.svg"];

/** @param {number} version @param {string} [assets] */
function mark(version, assets = "abc") {
  const contained = 'data-corrected="2" data-exercises="cat-cow bird-dog"';
  return `<html ${contained} data-version="${version}" data-assets="${assets}">`;
}

/** What a server has, by path, and a phone's caches. @param {Record<string, string | number>} pages */
function world(pages) {
  /** @type {Map<string, Map<string, Response>>} */
  const caches = new Map();
  /** @type {string[]} */
  const asked = [];
  const fetch = async (/** @type {string} */ path) => {
    asked.push(path);
    const found = pages[path];
    return typeof found === "string"
      ? new Response(found)
      : new Response("", { status: found ?? 404 });
  };
  const open = async (/** @type {string} */ name) => {
    const kept = caches.get(name) ?? new Map();
    caches.set(name, kept);
    return {
      match: async (/** @type {string} */ path) => kept.get(path),
      put: async (/** @type {string} */ path, /** @type {Response} */ answer) => {
        kept.set(path, answer);
      },
      add: async (/** @type {string} */ path) => {
        const answer = await fetch(path);
        assert.ok(answer.ok, path);
        kept.set(path, answer);
      },
    };
  };
  const match = async (/** @type {string} */ path) =>
    [...caches.values()].find((kept) => kept.has(path))?.get(path);
  return { fetch, caches: { open, match }, kept: caches, asked };
}

/** @param {Record<string, string | number>} pages @param {State} state */
async function taken(pages, state = EMPTY, on = world(pages)) {
  const change = await takeOpened(PATH, /** @type {any} */ (on));
  return { state: { ...state, ...change(state) }, on };
}

const ONE = {
  [PATH]: `${mark(1)}<link href="${FILES[0]}">`,
  [`${PATH}/play`]: `${mark(1)}"address": "${FILES[1]}"`,
  ...Object.fromEntries(FILES.map((file) => [file, "file"])),
};
const TWO = { ...ONE, [PATH]: mark(2), [`${PATH}/play`]: mark(2) };

test("page and player are kept in one cache, with all files that both name", async () => {
  const { state, on } = await taken(ONE);
  const [[name, cache]] = on.kept;
  assert.deepEqual([...cache.keys()].sort(), [PATH, `${PATH}/play`, ...FILES].sort());
  const { now } = state.opened[PATH];
  assert.equal(name, `pack-${now}`);
  assert.deepEqual([copyAt(PATH, state), copyAt(`${PATH}/play`, state)], [now, now]);
  assert.equal(copyAt(`${PATH}/print`, state), undefined);
  assert.deepEqual([state.kept[now].corrected, state.kept[now].exercises], [2, "cat-cow bird-dog"]);
});

test("a file that another cache has is not asked for again", async () => {
  const on = world(ONE);
  await (await on.caches.open("pack-shared-1")).put(FILES[1], new Response("file"));
  await taken(ONE, EMPTY, on);
  assert.equal(on.asked.includes(FILES[1]), false);
  assert.equal(on.kept.size, 2);
});

test("page and player of two versions, or of two builds, are never put together", async () => {
  await assert.rejects(taken({ ...ONE, [`${PATH}/play`]: mark(2) }));
  await assert.rejects(taken({ ...ONE, [`${PATH}/play`]: mark(1, "def") }));
});

test("what is not ours is not kept", async () => {
  await assert.rejects(taken({ [PATH]: "Welcome to the hotel", [`${PATH}/play`]: "Welcome" }));
  await assert.rejects(taken({ ...ONE, [PATH]: 500 }));
  await assert.rejects(taken({ ...ONE, [`${PATH}/play`]: 500 }));
});

test("a copy of which a file is missing is not kept", async () => {
  await assert.rejects(taken({ ...ONE, [FILES[0]]: 404 }));
});

test("another version waits until the page is opened anew, and the player waits with it", async () => {
  const { state } = await taken(ONE);
  const first = state.opened[PATH].now;
  const changed = (await taken(TWO, state)).state;
  assert.equal(changed.opened[PATH].now, first);
  assert.notEqual(changed.opened[PATH].next, "");
  const player = { ...changed, ...turnedOpened(changed, `${PATH}/play`) };
  assert.equal(copyAt(`${PATH}/play`, player), first);
  const turned = { ...changed, ...turnedOpened(changed, PATH) };
  assert.equal(copyAt(`${PATH}/play`, turned), changed.opened[PATH].next);
  assert.equal(turned.opened[PATH].next, "");
});

test("the same version once more changes nothing, and one that was taken back waits no longer", async () => {
  const { state, on } = await taken(ONE);
  assert.deepEqual((await taken(ONE, state, on)).state.opened, state.opened);
  const changed = (await taken(TWO, state)).state;
  assert.deepEqual((await taken(ONE, changed)).state.opened, state.opened);
});

test("what is withdrawn or gone is marked, kept, and may come back", async () => {
  const { state } = await taken(ONE);
  const withdrawn = (await taken({ [PATH]: 410 }, state)).state;
  assert.deepEqual(withdrawn.opened[PATH], { ...state.opened[PATH], ended: 410 });
  const gone = (await taken({}, state)).state;
  assert.equal(gone.opened[PATH].ended, 404);
  assert.equal((await taken(ONE, gone)).state.opened[PATH].ended, 0);
});

test("copies stay when packs are tidied, and go when a person wants nothing kept", async () => {
  const { state } = await taken(ONE);
  const { packs, state: tidy } = tidied(state, []);
  const { now } = state.opened[PATH];
  assert.ok(packs.includes(now));
  assert.ok(now in (tidy.kept ?? {}));
  assert.deepEqual(emptied(state).opened, {});
});

/** @param {string} address */
function led(address, language = "en") {
  const state = { ...EMPTY, ...arrived(EMPTY, PATH, "a"), language };
  const both = { ...state, ...arrived(state, "/ar/r/k3m9t2x7qd", "b") };
  return pageOfCode(new URL(address, ORIGIN), both);
}

test("a code leads to what is here of it, in the language last read", () => {
  assert.equal(led("/r/k3m9t2x7qd"), PATH);
  assert.equal(led("/r/k3m9t2x7qd", "ar"), "/ar/r/k3m9t2x7qd");
  assert.equal(led("/r/k3m9t2x7qd", "de"), PATH);
  assert.equal(led("/en/r/open?code=K3M9T-2X7QD+"), PATH);
  assert.equal(led("/en/r/open?code=k3m9t2x7qe"), undefined);
  assert.equal(led("/en/r/open?code="), undefined);
  assert.equal(led("/en/r/open?code=https://limber.example/ar/r/k3m9t2x7qd?a=b"), PATH);
  assert.equal(led("/r/k3m9t2x7qd/qr.svg"), undefined);
});

test("digits of other keyboards are digits, typed and in an address", () => {
  const state = { ...EMPTY, ...arrived(EMPTY, "/ar/r/0123456789", "a") };
  for (const address of [
    "/ar/r/open?code=٠١٢٣٤-٥٦٧٨٩",
    "/r/۰۱۲۳۴۵۶۷۸۹",
    "/r/０１２３４５６７８９",
  ]) {
    assert.equal(pageOfCode(new URL(address, ORIGIN), state), "/ar/r/0123456789");
  }
});

/** As the server finds it, and the page of the builder. @type {[string, string | null][]} */
const CASES = JSON.parse(readFileSync(new URL("../../share/codes.json", import.meta.url), "utf8"));

test("whatever is typed leads to the same as with a signal", () => {
  const codes = [...new Set(CASES.map(([, code]) => code ?? "0123456789"))];
  const state = {
    ...EMPTY,
    opened: Object.fromEntries(codes.map((each) => [`/en/r/${each}`, {}])),
  };
  for (const [typed, code] of CASES) {
    const url = new URL(`/en/r/open?code=${encodeURIComponent(typed)}`, ORIGIN);
    const page = pageOfCode(url, /** @type {any} */ (state));
    assert.equal(page, code ? `/en/r/${code}` : undefined, typed);
  }
});

test("what looks alike is taken for what it looks like", () => {
  const state = { ...EMPTY, ...arrived(EMPTY, "/en/r/10v1000000", "a") };
  const page = pageOfCode(new URL("/en/r/open?code=IoUl0-00000", ORIGIN), state);
  assert.equal(page, "/en/r/10v1000000");
});
