import assert from "node:assert/strict";
import { test } from "node:test";

import { cues, due } from "../../../static/js/player/cues.js";
import { timeline, totalSeconds } from "../../../static/js/player/timeline.js";
import { randomness, randomSession, SHORT } from "./sessions.js";

const MANY = Array.from({ length: 200 }, (_, seed) => timeline(randomSession(seed)));

test("each phase calls as it begins, a long one halfway and in its last three seconds", () => {
  const [ready, march] = timeline(SHORT);
  assert.deepEqual(cues([ready, march]), [
    { at: 0, call: "ready" },
    { at: 7, call: "count" },
    { at: 8, call: "count" },
    { at: 9, call: "count" },
    { at: 10, call: "begin" },
    { at: 55, call: "half" },
    { at: 97, call: "count" },
    { at: 98, call: "count" },
    { at: 99, call: "count" },
    { at: 100, call: "end" },
  ]);
});

test("what begins anew calls louder than the next part of a repetition", () => {
  const calls = cues(timeline(SHORT).slice(3, 10)).map(({ call }) => call);
  const [side] = [["part", "part", "part", "part", "part"]];
  assert.deepEqual(calls, ["begin", ...side, "switch", "end"]);
});

test("calls come in order and none before the session or after it", () => {
  for (const phases of MANY) {
    const times = cues(phases).map(({ at }) => at);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    );
    assert.equal(times[0], 0);
    assert.equal(times.at(-1), totalSeconds(phases));
  }
});

test("looked at often enough, every call is due exactly once", () => {
  for (const [seed, phases] of MANY.entries()) {
    const between = randomness(seed);
    const all = cues(phases);
    const heard = [];
    let before = -1;
    for (let now = 0; before < totalSeconds(phases); now += between(1, 40) / 100) {
      const call = due(all, before, now);
      heard.push(...(call ? [call] : []));
      before = now;
    }
    const apart = all.filter(({ at }, i) => i + 1 === all.length || all[i + 1].at - at >= 0.5);
    assert.ok(heard.length >= apart.length, `seed ${seed}`);
    assert.ok(heard.length <= all.length, `seed ${seed}`);
  }
});

test("a phone that slept, or a person who skipped or went back, is not called for what is past", () => {
  const all = cues(timeline(SHORT));
  assert.equal(due(all, 5, 100), null);
  assert.equal(due(all, 50, 10), null);
});
