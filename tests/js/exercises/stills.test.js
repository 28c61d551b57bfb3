import assert from "node:assert/strict";
import { test } from "node:test";

import { fetchStills, Rest, whenNear } from "../../../static/js/exercises/stills.js";

/** @typedef {import("../../../static/js/exercises/stills.js").State} State */

const ADDRESS = "/en/exercises/rest";

/** A place of the list, and what was put there. @param {string} slug @returns {any} */
function place(slug) {
  /** @type {any[]} */
  const put = [];
  return {
    put,
    dataset: { still: slug },
    replaceWith: (/** @type {any} */ still) => put.push(still),
  };
}

/** @param {Record<string, string>[]} answers stills of each try, by slug */
function loading(...answers) {
  /** @type {string[]} */
  const asked = [];
  /** @param {string} address @returns {Promise<any>} */
  const load = async (address) => {
    asked.push(address);
    return new Map(Object.entries(answers[asked.length - 1]));
  };
  return { asked, load };
}

test("the pictures come once, each to its place", async () => {
  const places = [place("bridge"), place("gone")];
  const { asked, load } = loading({ bridge: "a bridge", other: "another" });
  /** @type {State[]} */
  const states = [];
  const rest = new Rest(ADDRESS, places, (state) => states.push(state), load);
  await Promise.all([rest.fetch(), rest.fetch()]);
  await rest.fetch({ asked: true });
  assert.deepEqual(asked, [ADDRESS]);
  assert.deepEqual([places[0].put, places[1].put], [["a bridge"], []]);
  assert.deepEqual(states, ["coming", "here"]);
});

test("what failed is fetched again only when somebody asks", async () => {
  const { asked, load } = loading({}, { bridge: "a bridge" });
  /** @type {State[]} */
  const states = [];
  const rest = new Rest(ADDRESS, [place("bridge")], (state) => states.push(state), load);
  await rest.fetch();
  await rest.fetch();
  assert.equal(asked.length, 1);
  await rest.fetch({ asked: true });
  assert.deepEqual(states, ["coming", "failed", "coming", "here"]);
});

test("a list that came with all its pictures fetches nothing", async () => {
  const { asked, load } = loading();
  await new Rest(ADDRESS, [], () => assert.fail("changed"), load).fetch({ asked: true });
  assert.deepEqual(asked, []);
});

test("the stills of a sheet are found by slug", async () => {
  const holders = [{ dataset: { still: "bridge" }, firstElementChild: "a bridge" }];
  const sheet = /** @type {any} */ ({ querySelectorAll: () => holders });
  const answer = { ok: true, text: async () => "<svg>" };
  const world = /** @type {any} */ ({ fetch: async () => answer });
  const stills = await fetchStills(ADDRESS, () => sheet, world);
  assert.deepEqual([...stills], [["bridge", "a bridge"]]);
});

test("no signal, an error page and a page of somebody else are no pictures", async () => {
  const none = () => null;
  const refused = /** @type {any} */ ({ fetch: async () => Promise.reject(new TypeError()) });
  const error = /** @type {any} */ ({ fetch: async () => ({ ok: false }) });
  const portal = /** @type {any} */ ({
    fetch: async () => ({ ok: true, text: async () => "Log in" }),
  });
  for (const world of [refused, error, portal]) {
    assert.equal((await fetchStills(ADDRESS, none, world)).size, 0);
  }
});

test("a place is near when it is seen, and from further once the reader scrolls", () => {
  /** @type {any[]} */
  const observers = [];
  /** @type {() => void} */
  let scroll = () => assert.fail("nobody listens");
  const world = /** @type {any} */ ({
    IntersectionObserver: class {
      constructor(/** @type {any} */ tell, /** @type {any} */ { rootMargin }) {
        Object.assign(this, { tell, rootMargin, seen: /** @type {any[]} */ ([]) });
        observers.push(this);
      }
      observe = (/** @type {any} */ each) => /** @type {any} */ (this).seen.push(each);
      disconnect = () => Object.assign(this, { seen: [] });
    },
    addEventListener: (/** @type {string} */ _, /** @type {() => void} */ hear) => (scroll = hear),
  });
  let near = 0;
  whenNear([place("bridge")], () => (near += 1), world);
  assert.deepEqual(
    observers.map(({ rootMargin }) => rootMargin),
    ["0px"],
  );
  scroll();
  assert.equal(observers[1].rootMargin, "100% 0px");
  observers[1].tell([{ isIntersecting: false }]);
  assert.equal(near, 0);
  observers[1].tell([{ isIntersecting: true }]);
  assert.equal(near, 1);
  assert.deepEqual(observers[1].seen, []);
});
