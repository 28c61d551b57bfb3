import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY } from "../../../static/js/offline/worker/pairs.js";
import { fetchPart, isOurs, navigate } from "../../../static/js/offline/worker/strategies.js";

const ORIGIN = "https://limber.example";
const kept = (/** @type {string} */ assets) => ({ count: 1, stored: 1, assets, corrected: 0 });

/** @type {import("../../../static/js/offline/worker/pairs.js").State} */
const STATE = {
  ...EMPTY,
  active: { shared: "shared-2", languages: { en: "en-2", ar: "ar-2" } },
  previous: { shared: "shared-1", languages: { en: "en-1" } },
  kept: { "en-1": kept("one"), "en-2": kept("two"), "ar-2": kept("two") },
  language: "ar",
};

/** By pack, the paths that it has; each answers with pack and path. */
const PACKS = {
  "pack-shared-1": ["/static/one/a.js"],
  "pack-shared-2": ["/static/two/a.js"],
  "pack-en-1": ["/en/", "/en/list/rest"],
  "pack-en-2": [
    ...["/en/", "/en/list/rest", "/en/offline/", "/en/offline/withdrawn"],
    ...["/en/exercises/bird-dog", "/en/exercises/cat-cow"],
  ],
  "pack-ar-2": ["/ar/", "/ar/offline/"],
};

/** A phone with these packs, and with this network. @param {Record<string, string[]>} packs @param {() => Promise<Response>} network */
function world(packs = PACKS, network = () => Promise.reject(new TypeError("no network"))) {
  return /** @type {any} */ ({
    caches: {
      match: async (
        /** @type {string} */ path,
        /** @type {{ cacheName: string }} */ { cacheName },
      ) => (packs[cacheName]?.includes(path) ? new Response(`${cacheName} ${path}`) : undefined),
    },
    fetch: network,
  });
}

/** @param {string} address */
function request(address) {
  return new Request(new URL(address, ORIGIN));
}

/** What a page is answered with, or where it is led. */
async function opened(/** @type {string} */ address, state = STATE, on = world()) {
  const answer = await navigate(request(address), state, on);
  return answer.headers.get("location") ?? (answer.type === "error" ? "error" : answer.text());
}

test("a page comes from the active pack, whatever stands after the question mark", async () => {
  assert.equal(await opened("/en/"), "pack-en-2 /en/");
  assert.equal(await opened("/en/?one"), "pack-en-1 /en/", "as a part of a page would");
  assert.equal(await opened("/en/?from=mail"), "pack-en-2 /en/");
});

test("the entrance leads to the language last read, or to one that is here", async () => {
  assert.equal(await opened("/?app"), `${ORIGIN}/ar/`);
  assert.equal(await opened("/", { ...STATE, language: "de" }), `${ORIGIN}/en/`);
});

test("without its last slash an address leads to the page, and never to another site", async () => {
  assert.equal(await opened("/en"), `${ORIGIN}/en/`);
  assert.equal(await opened("/en?a=b"), `${ORIGIN}/en/?a=b`);
  assert.equal(await opened(`${ORIGIN}//evil.example/en`), "pack-ar-2 /ar/offline/");
});

test("what is not here comes over the network, else it is said in the address's language", async () => {
  const on = world(PACKS, () => Promise.resolve(new Response("network")));
  assert.equal(await opened("/en/nothing", STATE, on), "network");
  assert.equal(await opened("/en/nothing"), "pack-en-2 /en/offline/");
  assert.equal(await opened("/de/nothing"), "pack-ar-2 /ar/offline/");
});

test("before anything is kept, everything comes over the network", async () => {
  const on = world({}, () => Promise.resolve(new Response("network")));
  assert.equal(await opened("/en/", EMPTY, on), "network");
  await assert.rejects(opened("/en/", EMPTY));
});

test("what must not be followed is never answered with what is kept", async () => {
  const version = /** @type {any} */ ({
    corrections: [{ number: 1, covers: ["exercises/bird-dog"] }],
  });
  const state = { ...STATE, version };
  assert.equal(await opened("/en/exercises/bird-dog", state), "pack-en-2 /en/offline/withdrawn");
  assert.equal(await opened("/en/exercises/cat-cow", state), "pack-en-2 /en/exercises/cat-cow");
  const lost = { ...PACKS, "pack-en-2": ["/en/exercises/bird-dog"] };
  assert.equal(await opened("/en/exercises/bird-dog", state, world(lost)), "error");
});

test("parts of a page come from the version that the page is of", async () => {
  const part = async (/** @type {string} */ address) =>
    (await fetchPart(request(address), STATE, world())).text();
  assert.equal(await part("/static/one/a.js"), "pack-shared-1 /static/one/a.js");
  assert.equal(await part("/static/two/a.js"), "pack-shared-2 /static/two/a.js");
  assert.equal(await part("/en/list/rest?one"), "pack-en-1 /en/list/rest");
  assert.equal(await part("/en/list/rest?two"), "pack-en-2 /en/list/rest");
});

test("the worker answers for our own pages, and leaves alone what needs the network", () => {
  const is = (/** @type {string} */ address, /** @type {RequestInit} */ init = {}) =>
    isOurs(new Request(new URL(address, ORIGIN), init), ORIGIN);
  assert.equal(is("/en/"), true);
  assert.equal(is("/static/a/b.js"), true);
  for (const address of ["/version.json", "/pack/en-1", "/sw.js", "/healthz", "/api/routines"]) {
    assert.equal(is(address), false, address);
  }
  assert.equal(is("https://other.example/en/"), false);
  assert.equal(is("/en/", { method: "POST" }), false);
});

const SHARED = {
  ...STATE,
  language: "en",
  opened: {
    "/en/r/k3m9t2x7qd": { now: "opened-1", next: "opened-2", ended: 0 },
  },
  kept: { ...STATE.kept, "opened-1": { ...kept(""), exercises: "bird-dog cat-cow" } },
};
const COPIES = {
  ...PACKS,
  "pack-opened-1": ["/en/r/k3m9t2x7qd", "/en/r/k3m9t2x7qd/play", "/static/zero/a.js"],
};

test("a shared routine comes from its copy, page and player, also before anything else is here", async () => {
  for (const state of [SHARED, { ...SHARED, active: null }]) {
    for (const path of ["/en/r/k3m9t2x7qd", "/en/r/k3m9t2x7qd/play"]) {
      assert.equal(await opened(path, state, world(COPIES)), `pack-opened-1 ${path}`);
    }
  }
  assert.equal(
    await opened("/en/r/k3m9t2x7qd/print", SHARED, world(COPIES)),
    "pack-en-2 /en/offline/",
  );
  assert.equal(await opened("/en/r/0000000000", SHARED, world(COPIES)), "pack-en-2 /en/offline/");
});

test("a code leads to its copy, an unknown one asks the network", async () => {
  const page = `${ORIGIN}/en/r/k3m9t2x7qd`;
  assert.equal(await opened("/r/k3m9t2x7qd", SHARED, world(COPIES)), page);
  assert.equal(await opened("/en/r/open?code=K3M9T-2X7QD", SHARED, world(COPIES)), page);
  const on = world(COPIES, () => Promise.resolve(new Response("network")));
  assert.equal(await opened("/en/r/open?code=0000000000", SHARED, on), "network");
  assert.equal(await opened("/r/0000000000", { ...SHARED, active: null }, on), "network");
});

test("a copy with an exercise that must not be followed gives way to the notice", async () => {
  const version = /** @type {any} */ ({
    corrections: [{ number: 1, covers: ["exercises/bird-dog"] }],
  });
  const path = "/en/r/k3m9t2x7qd/play";
  const covered = { ...SHARED, version };
  assert.equal(await opened(path, covered, world(COPIES)), "pack-en-2 /en/offline/withdrawn");
  const newer = { ...covered.kept, "opened-1": { ...SHARED.kept["opened-1"], corrected: 1 } };
  const mended = await opened(path, { ...covered, kept: newer }, world(COPIES));
  assert.equal(mended, `pack-opened-1 ${path}`);
});

test("files of a copy outlive the packs that they came with", async () => {
  const on = world(COPIES);
  const all = on.caches.match;
  on.caches.match = async (/** @type {string} */ path, /** @type {any} */ where) =>
    all(path, where ?? { cacheName: "pack-opened-1" });
  const answer = await fetchPart(request("/static/zero/a.js"), SHARED, on);
  assert.equal(await answer.text(), "pack-opened-1 /static/zero/a.js");
});

test("a copy that must not be followed gives way to what the server has now", async () => {
  const version = /** @type {any} */ ({
    corrections: [{ number: 1, covers: ["exercises/bird-dog"] }],
  });
  const covered = { ...SHARED, version };
  const answered = (/** @type {number} */ status) =>
    world(COPIES, () => Promise.resolve(new Response("network", { status })));
  const path = "/en/r/k3m9t2x7qd";
  assert.equal(await opened(path, covered, answered(200)), "network");
  assert.equal(await opened(path, covered, answered(410)), "pack-en-2 /en/offline/withdrawn");
});

test("the player of what is withdrawn leads to its page, which says so", async () => {
  const page = "/en/r/k3m9t2x7qd";
  const ended = (/** @type {number} */ status) => ({
    ...SHARED,
    opened: { [page]: { ...SHARED.opened[page], ended: status } },
  });
  assert.equal(await opened(`${page}/play`, ended(410), world(COPIES)), ORIGIN + page);
  assert.equal(await opened(page, ended(410), world(COPIES)), `pack-opened-1 ${page}`);
  const gone = await opened(`${page}/play`, ended(404), world(COPIES));
  assert.equal(gone, `pack-opened-1 ${page}/play`);
});
