import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { Waiting, waitMs } from "../../../static/js/build/waiting.js";
import { ROUTINE } from "../shared/catalogs.js";

const MINUTE_MS = 60_000;

/** @param {string} secret @returns {import("../../../static/js/build/sending.js").Sent} */
function sent(secret, title = "One") {
  return { routine: { ...ROUTINE, title }, origin: { link: null, own: "", from: "", secret } };
}

/** @param {string[]} answers one for each time that it is sent; none is left */
function waited(...answers) {
  mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {Record<string, () => void>} */
  const heard = {};
  const hear = (/** @type {string} */ name, /** @type {any} */ act) => void (heard[name] = act);
  const { setTimeout, clearTimeout } = globalThis;
  const document = { addEventListener: hear, hidden: false };
  const world = { addEventListener: hear, setTimeout, clearTimeout, document };
  /** @type {string[]} */
  const titles = [];
  /** @type {Waiting} */
  const waiting = new Waiting(async (each) => {
    titles.push(each.routine.title);
    if (answers.shift() === "offline") {
      waiting.add(each);
    } else {
      waiting.drop((origin) => origin === each.origin);
    }
  }, /** @type {any} */ (world));
  return { heard, titles, waiting, document };
}

const settle = () => new Promise(setImmediate);

test("each time it waits twice as long, up to five minutes", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 20].map((tries) => waitMs(tries, 1)),
    [5000, 10_000, 20_000, 40_000, 5 * MINUTE_MS],
  );
  assert.equal(waitMs(2, 0), 10_000);
});

test("it is sent until there is an answer, and then no more", async (context) => {
  context.after(() => mock.timers.reset());
  const { waiting, titles } = waited("offline", "offline", "done");
  const one = sent("s");
  waiting.add(one);
  for (const ms of [5000, 10_000, 20_000, 40_000, 80_000]) {
    mock.timers.tick(ms);
    await settle();
  }
  assert.deepEqual(titles, ["One", "One", "One"]);
  assert.equal(waiting.has(one.origin), false);
});

test("a signal, and coming back to the page, need not wait", async (context) => {
  context.after(() => mock.timers.reset());
  const { waiting, titles, heard, document } = waited("offline", "offline", "done");
  waiting.add(sent("s"));
  heard.online();
  await settle();
  heard.visibilitychange();
  await settle();
  document.hidden = true;
  heard.visibilitychange();
  await settle();
  assert.equal(titles.length, 2);
});

test("what is to be published later takes its place", async (context) => {
  context.after(() => mock.timers.reset());
  const { waiting, titles, heard } = waited("done", "done");
  const [one, other] = [sent("s"), sent("t", "Other")];
  const later = { ...one, routine: { ...ROUTINE, title: "Later" } };
  waiting.add(one);
  waiting.add(other);
  waiting.add(later);
  assert.deepEqual(
    [one, later].map((each) => waiting.holds(each)),
    [false, true],
  );
  heard.online();
  await settle();
  assert.deepEqual(titles, ["Later", "Other"]);
});

test("what was withdrawn is not sent", async (context) => {
  context.after(() => mock.timers.reset());
  const { waiting, titles } = waited();
  waiting.add(sent("s"));
  waiting.drop(() => true);
  mock.timers.tick(10 * MINUTE_MS);
  await settle();
  assert.deepEqual(titles, []);
});
