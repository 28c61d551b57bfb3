// A small catalog and a routine of it, for tests of what is made from them.

import { EMPTY } from "../../../static/js/shared/routine.js";
import { SHORT } from "../player/sessions.js";

const [march, birdDog] = SHORT.steps;
const BARE = { pace: 1, note: "" };

/** @type {import("../../../static/js/shared/session_of.js").PlayedCatalog} */
export const CATALOG = {
  exercises: {
    march: {
      ...march,
      stop: ["Dizzy."],
    },
    "bird-dog": {
      ...birdDog,
      stop: ["Pain."],
    },
    hang: {
      ...march,
      tempo: [{ name: "Hang", kind: "stay", seconds: 5, cue: "Breathe freely." }],
      stop: [],
    },
  },
  figures: "/static/figures/%(slug)s.svg",
  conditions: { heart: "Heart", knees: "Sore knees", wrists: "Sore wrists" },
  faults: {
    number: "From %(least)s to %(most)s.",
    choice: "One of: %(choices)s.",
    exercise: "No %(exercise)s here.",
    atStep: "Step %(n)s: %(fault)s",
    comma: ", ",
    atField: "%(field)s: %(fault)s",
  },
  theirNote: "Their note: %(note)s",
  needs: {
    any: { before: ["Well today?"], stop: [], after: [], cautions: {} },
    "before-cold": {
      before: ["Cold water can kill."],
      stop: ["No swim today."],
      after: ["Wade in slowly."],
      cautions: { heart: "Ask a doctor first." },
    },
    "before-effort": { before: ["26 °C or warmer."], stop: [], after: [], cautions: {} },
    "after-cold": { before: ["Get dry."], stop: [], after: [], cautions: {} },
  },
  sayings: {
    hills: {
      need: "before-effort",
      before: ["Level ground."],
      stop: ["Do not run today."],
      after: ["Start soon."],
      cautions: { heart: "Ask before you train.", knees: "Sink a little." },
    },
  },
  massage: ["Warm first."],
  unreviewed: "Not reviewed: %(names)s.",
  cautions: { doctor: "See a doctor first." },
  roundRest: 30,
  leastMoving: 600,
  longestStay: 120,
  longestStayBeforeCold: 30,
  longestSession: 5400,
  switch: SHORT.switch,
  paces: SHORT.paces,
  rests: SHORT.rests,
  locale: "en",
  words: SHORT.words,
  doses: SHORT.doses,
};

/** @type {import("../../../static/js/shared/routine.js").Routine} */
export const ROUTINE = {
  ...EMPTY,
  title: "After the pool",
  conditions: ["knees"],
  times: [{ at: "07:30", days: [1, 3, 5] }],
  steps: [
    { ...BARE, exercise: "march", dose: { seconds: 60, sides: "none", sets: 1, rest: 0 } },
    {
      ...BARE,
      exercise: "bird-dog",
      dose: { repetitions: 4, sides: "each", sets: 2, rest: 20 },
      pace: 0.5,
      note: "Slowly",
    },
  ],
};
