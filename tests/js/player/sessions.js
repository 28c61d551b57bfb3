// Sessions for the player's tests: one by hand, and as many random ones as asked for.

/** @typedef {import("../../../static/js/player/timeline.js").Session} Session */

export const WORDS = {
  ready: "Get ready",
  rest: "Rest",
  switch: "Switch sides",
  restCue: "Breathe easily.",
  switchCue: "The other side.",
  step: "Step %(n)s of %(total)s",
  left: "%(time)s left",
  repetition: "Repetition %(n)s of %(total)s",
  breath: "Breath %(n)s of %(total)s",
  set: "Set %(n)s of %(total)s",
  side: "Side %(n)s of %(total)s",
  next: "Next: %(name)s, %(dose)s",
  last: "This is the last step.",
  pause: "Pause",
  resume: "Go on",
  paused: "Paused",
  going: "Going on",
  round: "Round %(n)s of %(total)s",
  awake: "awake",
  asleep: "asleep",
  figure: "%(name)s: %(cue)s",
  otherSide: "%(name)s, other side: %(cue)s",
  goOn: "Go on at step %(n)s of %(total)s",
  elsewhere: "elsewhere",
  half: "Halfway",
  close: "Close",
  end: "End the session",
  announce: "%(phase)s: %(name)s. %(cue)s",
  ownTime: "In your own time",
  ownTimeCue: "Tap Done.",
  easier: "Easier: %(text)s",
  harder: "Harder: %(text)s",
  skipped: "Skipped: %(name)s",
  start: "Start, %(length)s",
  seconds: "%(seconds)s s",
  minutes: "%(minutes)s min",
  minutesAndSeconds: "%(minutes)s min %(seconds)s s",
};

/** @type {import("../../../static/js/shared/doses.js").Forms} */
export const DOSES = {
  words: { ...WORDS, lengthEach: "%(length)s each side", sets: "%(sets)s × %(dose)s" },
  plurals: {
    breaths: { one: "%(count)s breath", other: "%(count)s breaths" },
    none: { one: "%(count)s time", other: "%(count)s times" },
    each: { one: "%(count)s time each side", other: "%(count)s times each side" },
    alternate: { other: "%(count)s times, taking turns" },
  },
};

/** @type {Session} */
export const SHORT = {
  kind: "routine",
  slug: "short",
  leastMoving: 0,
  cautions: {},
  paces: [1, 0.75, 0.5],
  rests: [1, 1.5, 2],
  steps: [
    {
      name: "March",
      stage: 1,
      ready: 10,
      dose: { seconds: 90, sides: "none", sets: 1, rest: 0 },
      doseText: "1 min 30 s",
      note: "Outdoors",
      how: ["Stand tall.", "March."],
      figure: null,
      shorter: [{ dose: { seconds: 45, sides: "none", sets: 1, rest: 0 }, doseText: "45 s" }],
      cautions: {},
      easier: "Lift your heels only.",
      harder: "Lift your knees higher.",
      tempo: [{ name: "March", kind: "move", seconds: 2, cue: "Light steps." }],
    },
    {
      name: "Bird dog",
      stage: 1,
      ready: 15,
      dose: { repetitions: 2, sides: "each", sets: 2, rest: 20 },
      doseText: "2 × 2 times each side",
      note: "",
      how: ["Kneel.", "Reach."],
      figure: null,
      shorter: [
        { dose: { repetitions: 2, sides: "each", sets: 1, rest: 20 }, doseText: "2 each side" },
        { dose: { repetitions: 1, sides: "each", sets: 1, rest: 20 }, doseText: "1 each side" },
      ],
      cautions: {},
      easier: "Reach with the leg only.",
      harder: "Elbow to knee.",
      tempo: [
        { name: "Reach", kind: "move", seconds: 3, cue: "Breathe out." },
        { name: "Stay", kind: "stay", seconds: 4, cue: "Keep breathing." },
        { name: "Lower", kind: "move", seconds: 3, cue: "Breathe in." },
      ],
    },
  ],
  rounds: 1,
  rest: 0,
  switch: 6,
  locale: "en",
  words: WORDS,
  doses: DOSES,
};

/**
 * The same numbers for the same seed, so that a failure can be seen again (mulberry32).
 * @param {number} seed
 */
export function randomness(seed) {
  let state = seed;
  return /** @param {number} from @param {number} to */ (from, to) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) % (to - from + 1));
  };
}

/**
 * @param {number} seed
 * @returns {Session}
 */
export function randomSession(seed) {
  const between = randomness(seed);
  const steps = Array.from({ length: between(1, 6) }, () => randomStep(between));
  return { ...SHORT, steps, rounds: between(1, 3), rest: between(0, 60) };
}

/** @param {(from: number, to: number) => number} between */
function randomStep(between) {
  const timed = between(0, 1) === 1;
  const parts = Array.from({ length: timed ? 1 : between(1, 4) }, () => ({
    ...SHORT.steps[1].tempo[between(0, 1)],
    seconds: between(1, 9),
  }));
  const sides = /** @type {const} */ (["none", "each", "alternate"])[between(0, 2)];
  const amount = timed ? { seconds: between(1, 300) } : { repetitions: between(1, 12) };
  const dose = { ...amount, sides, sets: between(1, 3), rest: between(0, 30) };
  const shorter = amount.repetitions
    ? [{ dose: { ...dose, repetitions: 1, sets: 1 }, doseText: "once" }]
    : [];
  return { ...SHORT.steps[0], ready: between(5, 20), dose, tempo: parts, shorter };
}

/**
 * Something that can be chosen; not everything, so that there is something left to do.
 * @param {number} seed
 * @param {Session} session
 * @returns {import("../../../static/js/player/adjust.js").Adjustments}
 */
export function randomAdjustments(seed, { steps, paces, rests }) {
  const between = randomness(seed + 1_000_000);
  const some = [...steps.keys()].slice(1);
  const leftOut = some.filter(() => between(0, 3) === 0);
  const shorter = [...steps.entries()].filter(
    ([, step]) => step.shorter.length > 0 && between(0, 1) === 0,
  );
  const forms = some.filter(() => between(0, 2) === 0);
  return {
    pace: paces[between(0, 2)],
    rests: rests[between(0, 2)],
    rounds: between(0, 3),
    count: /** @type {const} */ (["clock", "tap"])[between(0, 1)],
    shorter: Object.fromEntries(shorter.map(([i, step]) => [i, between(1, step.shorter.length)])),
    leftOut,
    forms: Object.fromEntries(forms.map((i) => [i, /** @type {const} */ ("easier")])),
  };
}
