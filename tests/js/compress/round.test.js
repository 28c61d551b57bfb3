import assert from "node:assert/strict";
import { test } from "node:test";

import {
  allowed,
  at,
  callOf,
  endOf,
  goOn,
  healed,
  isOpen,
  look,
  opensAt,
  refuse,
  settle,
  stop,
} from "../../../static/js/compress/round.js";
import { COLD, cold, HEAT, heat, HOUR, MINUTE, NOW, SECOND } from "./rounds.js";

const CHECKED = goOn(cold(), NOW + 5 * MINUTE);

/** One that came off at the end of its time, the skin as usual. */
function whole(ended = NOW + 10 * MINUTE) {
  return look(CHECKED, "usual", ended);
}

test("a check comes at its minute and not a moment before", () => {
  assert.deepEqual(at(cold(), NOW + 5 * MINUTE - 1), { is: "running", left: 301, check: 1 });
  assert.deepEqual(at(cold(), NOW + 5 * MINUTE), { is: "check", left: 300, answer: 60 });
});

test("it waits sixty seconds for an answer, then no answer is a no", () => {
  assert.deepEqual(at(cold(), NOW + 6 * MINUTE - 1), { is: "check", left: 241, answer: 1 });
  assert.deepEqual(at(cold(), NOW + 6 * MINUTE), { is: "off", why: "unanswered", over: 0 });
});

test("with a yes it goes on to the end, which no check moves", () => {
  const late = goOn(cold(), NOW + 6 * MINUTE - 1);
  assert.deepEqual(at(late, NOW + 6 * MINUTE - 1), { is: "running", left: 241, check: null });
  assert.equal(at(late, NOW + 10 * MINUTE - 1).is, "running");
  assert.deepEqual(at(late, NOW + 10 * MINUTE), { is: "off", why: "whole", over: 0 });
});

test("a yes before the check, after its minute or twice answers nothing", () => {
  assert.equal(goOn(cold(), NOW + 5 * MINUTE - 1).answered, 0);
  assert.equal(goOn(cold(), NOW + 6 * MINUTE).answered, 0);
  assert.equal(goOn(goOn(heat(), NOW + 5 * MINUTE), NOW + 5 * MINUTE + 1).answered, 1);
});

test("heat is looked at twice", () => {
  const once = goOn(heat(), NOW + 5 * MINUTE);
  assert.equal(at(once, NOW + 10 * MINUTE - 1).is, "running");
  assert.equal(at(once, NOW + 10 * MINUTE).is, "check");
  assert.equal(at(once, NOW + 11 * MINUTE).is, "off");
});

test("who stays longer than usual looks once more when the usual time is over", () => {
  assert.deepEqual(cold(11).checks, [300, 600]);
  assert.deepEqual(cold(10).checks, [300]);
  assert.deepEqual(heat(20).checks, [300, 600, 900]);
});

test("a check just before the end waits no longer than the end", () => {
  const last = goOn(goOn(cold(11), NOW + 5 * MINUTE), NOW + 7 * MINUTE);
  assert.deepEqual(at(last, NOW + 10.5 * MINUTE), { is: "check", left: 30, answer: 30 });
  assert.deepEqual(at(last, NOW + 11 * MINUTE), { is: "off", why: "whole", over: 0 });
});

test("minutes go from the usual to the longest and no further", () => {
  assert.deepEqual(
    [-1, 0, 9, 10, 12, 15, 16, 999].map((minutes) => allowed(minutes, COLD)),
    [10, 10, 10, 10, 12, 15, 15, 15],
  );
  assert.equal(allowed(21, HEAT), 20);
  assert.equal(cold(99).seconds, 15 * 60);
});

test("who comes back after the end reads by how much", () => {
  assert.deepEqual(at(CHECKED, NOW + 11 * MINUTE - 1), { is: "off", why: "whole", over: 0 });
  assert.deepEqual(at(CHECKED, NOW + 11 * MINUTE), { is: "off", why: "whole", over: 1 });
  assert.deepEqual(at(CHECKED, NOW + 35 * MINUTE), { is: "off", why: "whole", over: 25 });
  assert.deepEqual(at(cold(), NOW + 35 * MINUTE), { is: "off", why: "unanswered", over: 29 });
});

test("taken off a minute late it ran over; before that it is whole", () => {
  assert.equal(endOf(whole(NOW + 11 * MINUTE - 1)), "whole");
  assert.equal(endOf(whole(NOW + 11 * MINUTE)), "over");
  assert.equal(endOf(look(cold(), "usual", NOW + 30 * MINUTE)), "unanswered");
  assert.equal(endOf(cold()), null);
});

test("a clock that was set back ends it, because nobody knows how long it has lain", () => {
  const seen = settle(cold(), NOW + 4 * MINUTE);
  assert.equal(at(seen, NOW + 4 * MINUTE - 2 * SECOND).is, "running");
  const back = NOW + 4 * MINUTE - 2 * SECOND - 1;
  assert.deepEqual(at(seen, back), { is: "off", why: "clock", over: 0 });
  assert.equal(at(settle(seen, back), NOW + 4 * MINUTE + 1).is, "off");
});

test("what is stopped stays stopped, whatever the clock says", () => {
  const stopped = settle(cold(), NOW + 6 * MINUTE);
  assert.deepEqual(at(stopped, NOW + 5.5 * MINUTE), { is: "off", why: "unanswered", over: 0 });
  assert.equal(goOn(stopped, NOW + 5.5 * MINUTE).answered, 0);
});

test("ended early, or closed by a warning sign, it is off with that", () => {
  assert.deepEqual(at(stop(cold(), "early", NOW + MINUTE), NOW + 40 * MINUTE), {
    is: "off",
    why: "early",
    over: 0,
  });
  assert.deepEqual(at(stop(cold(), "closed", NOW + MINUTE), NOW + 3 * MINUTE), {
    is: "off",
    why: "closed",
    over: 2,
  });
  assert.equal(stop(cold(), "early", NOW + 20 * MINUTE).stopped?.why, "unanswered");
});

test("a no at a check ends the round with skin that is not as usual", () => {
  const refused = refuse(cold(), NOW + 5 * MINUTE);
  assert.equal(at(refused, NOW + 5 * MINUTE).is, "done");
  assert.deepEqual([refused.skin, endOf(refused)], ["not", "skin"]);
  assert.equal(refuse(cold(), NOW + MINUTE).skin, null);
});

test("only what is off can be looked at afterwards, and once", () => {
  assert.equal(look(cold(), "usual", NOW + MINUTE).ended, null);
  assert.equal(look(whole(), "not", NOW + 20 * MINUTE).skin, "usual");
});

test("the next round waits until the gap has passed since it came off", () => {
  const round = whole(NOW + 12 * MINUTE);
  const opens = NOW + 12 * MINUTE + 2 * HOUR;
  assert.equal(opensAt(round, COLD.gap), opens);
  assert.equal(isOpen(round, COLD.gap, opens - 1), false);
  assert.equal(isOpen(round, COLD.gap, opens), true);
  assert.equal(isOpen(cold(), COLD.gap, NOW + 99 * HOUR), false);
  assert.equal(isOpen(null, COLD.gap, NOW), true);
});

test("between heat and cold the longer gap counts, whichever came first", () => {
  const warm = look(stop(heat(), "early", NOW + MINUTE), "usual", NOW + MINUTE);
  const chilled = look(stop(cold(), "early", NOW + MINUTE), "usual", NOW + MINUTE);
  assert.equal(opensAt(warm, HEAT.gap), NOW + MINUTE + HOUR);
  assert.equal(opensAt(warm, COLD.gap), NOW + MINUTE + 2 * HOUR);
  assert.equal(opensAt(chilled, HEAT.gap), NOW + MINUTE + 2 * HOUR);
  assert.equal(isOpen(warm, COLD.gap, NOW + MINUTE + 2 * HOUR - 1), false);
});

test("after skin that was not as usual there is none that day, and none until it is", () => {
  const midnight = new Date(2026, 10, 27).getTime();
  const refused = refuse(cold(), NOW + 5 * MINUTE);
  assert.equal(isOpen(refused, COLD.gap, midnight + 24 * HOUR), false);
  assert.equal(isOpen(healed(refused), COLD.gap, midnight - 1), false);
  assert.equal(isOpen(healed(refused), COLD.gap, midnight), true);
  assert.equal(healed(whole()).skin, "usual");
});

test("late in the evening the gap is longer than the day", () => {
  const late = new Date(2026, 10, 26, 23, 50).getTime();
  const round = { ...refuse(cold(), NOW + 5 * MINUTE), ended: late };
  assert.equal(opensAt(healed(round), COLD.gap), late + 2 * HOUR);
});

test("a clock that was set back makes a gap no longer than it is from now on", () => {
  const back = NOW - 24 * HOUR;
  assert.equal(opensAt(settle(whole(), back), COLD.gap), back + 2 * HOUR);
});

test("a check calls again until it is answered, a stop each minute until it is off", () => {
  const calls = (/** @type {number} */ seconds) => callOf(at(cold(), NOW + seconds * SECOND));
  assert.equal(calls(299), "");
  const check = new Set([300, 310, 316, 331, 346, 359].map(calls));
  assert.deepEqual([...check], ["switch 4", "switch 3", "switch 2", "switch 1"]);
  assert.deepEqual([360, 400, 420].map(calls), ["end 0", "end 0", "end 1"]);
  assert.equal(callOf(at(whole(), NOW + 11 * MINUTE)), "");
});
