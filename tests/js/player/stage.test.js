import assert from "node:assert/strict";
import { test } from "node:test";

import { AS_WRITTEN } from "../../../static/js/player/adjust.js";
import { picture } from "../../../static/js/player/picture.js";
import { fetchFigure, label, Stage } from "../../../static/js/player/stage.js";
import { timeline } from "../../../static/js/player/timeline.js";
import { drawing } from "../shared/drawing.js";
import { SHORT, WORDS } from "./sessions.js";

/** @typedef {import("../../../static/js/player/timeline.js").Phase} Phase */

const CALM = { matches: true };
const MOVING = { matches: false };
const [MARCH, BIRD_DOG] = SHORT.steps;
const PHASES = { march: "0,2", "bird-dog": "0,3,7,10", stretch: "0,5" };

/** @param {string} slug */
const file = (slug) => ({ slug, address: `/figures/${slug}.svg` });

/** A session of one step for each slug; null is a step without a figure. @param {(string | null)[]} slugs */
const session = (...slugs) => ({
  ...SHORT,
  steps: slugs.map((slug) => ({
    ...BIRD_DOG,
    name: `Picture: ${slug}`,
    figure: slug ? file(slug) : null,
  })),
});

/** @param {Phase[]} phases @param {Partial<Phase>} wanted @returns {Phase} */
function find(phases, wanted) {
  const found = phases.find((phase) =>
    Object.entries(wanted).every(
      ([key, value]) => phase[/** @type {keyof Phase} */ (key)] === value,
    ),
  );
  assert.ok(found, JSON.stringify(wanted));
  return found;
}

/** A stage whose figures come when `answer` lets them. @param {ReturnType<typeof session>} plan */
function staged(plan, { motion = MOVING, inlined = "" } = {}) {
  /** @type {Map<string, ReturnType<typeof drawing>>} */
  const drawn = new Map();
  /** @type {string[]} */
  const asked = [];
  /** @type {{ slug: string, settle: (svg: any) => void }[]} */
  const waiting = [];
  const draw = (/** @type {keyof typeof PHASES} */ slug) => {
    drawn.set(slug, drawing({ slug, phases: PHASES[slug] }));
    return drawn.get(slug)?.svg;
  };
  /** @type {any[]} */
  let shown = inlined ? [draw(/** @type {any} */ (inlined))] : [];
  const place = {
    querySelector: () => shown[0] ?? null,
    replaceChildren: (/** @type {any[]} */ ...children) => (shown = children),
  };
  const load = (/** @type {string} */ address) => {
    const slug = address.slice("/figures/".length, -".svg".length);
    asked.push(slug);
    return new Promise((settle) => waiting.push({ slug, settle }));
  };
  const stage = new Stage(plan, /** @type {any} */ (place), motion, /** @type {any} */ (load));
  const answer = async (/** @type {string[]} */ ...failing) => {
    for (const { slug, settle } of waiting.splice(0)) {
      settle(failing.includes(slug) ? null : draw(/** @type {any} */ (slug)));
    }
    await new Promise((resolve) => setTimeout(resolve));
  };
  const onStage = () => shown.map((svg) => svg.dataset.figure).join();
  const of = (/** @type {string} */ slug) =>
    /** @type {ReturnType<typeof drawing>} */ (drawn.get(slug));
  return { stage, asked, answer, onStage, of, phases: timeline(plan) };
}

test("a repetition is shown as far as its phase has come", () => {
  const stay = find(timeline(session("bird-dog")), { kind: "stay" });
  const { part, progress, mirrored } = picture(BIRD_DOG, stay, 1);
  assert.deepEqual({ part, progress, mirrored }, { part: 1, progress: 0.25, mirrored: false });
});

test("a timed dose repeats the movement for as long as it lasts", () => {
  const march = find(timeline(SHORT), { kind: "move", step: 0 });
  assert.equal(march.seconds, 90);
  const { part, progress } = picture(MARCH, march, 31);
  assert.deepEqual({ part, progress }, { part: 0, progress: 0.5 });
});

test("getting ready, resting and switching show the beginning", () => {
  for (const kind of /** @type {const} */ (["ready", "rest", "switch"])) {
    const phase = find(timeline(SHORT), { kind, step: 1 });
    assert.equal(picture(BIRD_DOG, phase, 3).part, -1);
  }
});

test("the second side is mirrored, from the switch on until the next set", () => {
  const phases = timeline(SHORT).filter(({ step }) => step === 1);
  const mirrored = phases.filter((phase) => picture(BIRD_DOG, phase, 0).mirrored);
  assert.deepEqual(new Set(mirrored.map(({ side }) => side)), new Set([2]));
  assert.ok(mirrored.some(({ kind }) => kind === "switch"));
  assert.equal(mirrored.length, phases.filter(({ side }) => side === 2).length);
});

test("taking turns, every second repetition is mirrored, also in a timed dose", () => {
  const counted = {
    ...BIRD_DOG,
    dose: { ...BIRD_DOG.dose, sides: /** @type {const} */ ("alternate") },
  };
  const moves = timeline({ ...SHORT, steps: [counted] }).filter(({ part }) => part === 0);
  assert.deepEqual(
    moves.slice(0, 2).map((phase) => picture(counted, phase, 0).mirrored),
    [false, true],
  );
  const timed = { ...MARCH, dose: { ...MARCH.dose, sides: /** @type {const} */ ("alternate") } };
  const [, march] = timeline({ ...SHORT, steps: [timed] });
  assert.deepEqual(
    [1, 3, 5].map((seconds) => picture(timed, march, seconds).mirrored),
    [false, true, false],
  );
});

test("a step that waits for the person goes on moving, at its pace", () => {
  const tapped = { ...AS_WRITTEN, count: /** @type {const} */ ("tap") };
  const waiting = find(timeline(SHORT, tapped), { waits: true, side: 1 });
  const { part, progress } = picture(BIRD_DOG, waiting, 100 + 3 + 1);
  assert.deepEqual({ part, progress }, { part: 1, progress: 0.25 });
});

test("the picture is named by its tempo part, and before that by the figure", () => {
  const step = { ...BIRD_DOG, figure: file("bird-dog") };
  const phases = timeline(SHORT);
  assert.equal(label(WORDS, step, find(phases, { kind: "stay" })), "Stay: Keep breathing.");
  assert.equal(label(WORDS, step, find(phases, { kind: "rest" })), "Bird dog");
  const other = find(phases, { kind: "stay", side: 2 });
  assert.equal(label(WORDS, step, other), "Stay, other side: Keep breathing.");
});

test("the figure in the page is sought at once, and only the next one is fetched", () => {
  const plan = session("bird-dog", "march", "stretch");
  const { stage, asked, of, onStage, phases } = staged(plan, { inlined: "bird-dog" });
  stage.show(find(phases, { step: 0, part: 0 }), 1.5);
  assert.equal(onStage(), "bird-dog");
  assert.ok(of("bird-dog").done.includes("seek 1.5"));
  assert.equal(of("bird-dog").attributes.get("aria-label"), "Reach: Breathe out.");
  assert.deepEqual(asked, ["march"]);
});

test("the next figure is there when its step begins, at the right moment", async () => {
  const { stage, answer, of, onStage, phases } = staged(session("bird-dog", "march"), {
    inlined: "bird-dog",
  });
  stage.show(find(phases, { step: 0, kind: "ready" }), 0);
  await answer();
  assert.equal(onStage(), "bird-dog");
  stage.show(find(phases, { step: 1, kind: "ready" }), 0);
  assert.equal(onStage(), "march");
  assert.equal(of("march").done.at(-1), "seek 0");
  assert.equal(of("march").attributes.get("aria-label"), "Picture: march");
  assert.ok(of("march").attributes.get("role"));
});

test("a figure that comes late is shown where its step has got to", async () => {
  const { stage, answer, of, onStage, phases } = staged(session("bird-dog"));
  stage.show(find(phases, { kind: "ready" }), 0);
  stage.show(find(phases, { part: 0 }), 1.5);
  assert.equal(onStage(), "");
  await answer();
  assert.equal(onStage(), "bird-dog");
  assert.equal(of("bird-dog").done.at(-1), "seek 1.5");
});

test("a figure that comes after its step is over does not take the stage", async () => {
  const { stage, answer, onStage, phases } = staged(session("march", "bird-dog"), {
    inlined: "march",
  });
  stage.show(find(phases, { step: 1, kind: "ready" }), 0);
  stage.show(find(phases, { step: 0, kind: "ready" }), 0);
  await answer();
  assert.equal(onStage(), "march");
});

test("a routine that repeats an exercise fetches its figure once", async () => {
  const { stage, asked, answer, phases } = staged(
    session("bird-dog", "march", "bird-dog", "march"),
  );
  for (const step of [0, 1, 2, 3, 0]) {
    stage.show(find(phases, { step, kind: "ready" }), 0);
    await answer();
  }
  assert.deepEqual(asked, ["bird-dog", "march"]);
});

test("what failed ahead is tried again when its step begins, once, and leaves the place empty", async () => {
  const { stage, asked, answer, onStage, phases } = staged(session("bird-dog", "march"), {
    inlined: "bird-dog",
  });
  stage.show(find(phases, { step: 0, kind: "ready" }), 0);
  await answer("march");
  stage.show(find(phases, { step: 0, part: 0 }), 0);
  assert.deepEqual(asked, ["march"]);
  stage.show(find(phases, { step: 1, kind: "ready" }), 0);
  await answer("march");
  assert.equal(onStage(), "");
  stage.show(find(phases, { step: 1, part: 0 }), 0);
  stage.show(find(phases, { step: 1, part: 1 }), 0);
  assert.deepEqual(asked, ["march", "march"]);
});

test("what fails only after its step has begun is tried again too", async () => {
  const { stage, asked, answer, onStage, phases } = staged(session("bird-dog", "march"), {
    inlined: "bird-dog",
  });
  stage.show(find(phases, { step: 0, kind: "ready" }), 0);
  stage.show(find(phases, { step: 1, kind: "ready" }), 0);
  await answer("march");
  await answer();
  assert.equal(onStage(), "march");
  assert.deepEqual(asked, ["march", "march"]);
});

test("going back to the start of the step tries once more what failed", async () => {
  const { stage, asked, answer, onStage, phases } = staged(session("march"));
  stage.show(find(phases, { kind: "ready" }), 0);
  await answer("march");
  stage.show(find(phases, { part: 0 }), 0);
  stage.show(find(phases, { kind: "ready" }), 0);
  await answer();
  assert.equal(onStage(), "march");
  assert.deepEqual(asked, ["march", "march"]);
});

test("a figure stands with its feet on the edge, and leaves as the still that it came as", async () => {
  const { stage, answer, of, phases } = staged(session("bird-dog", "march"), {
    inlined: "bird-dog",
  });
  stage.show(find(phases, { step: 0, side: 2 }), 0);
  assert.deepEqual([...of("bird-dog").classes], ["figure", "driven", "mirrored"]);
  assert.equal(of("bird-dog").attributes.get("preserveAspectRatio"), "xMidYMax");
  await answer();
  stage.show(find(phases, { step: 1, kind: "ready" }), 0);
  assert.deepEqual([...of("bird-dog").classes], ["figure"]);
});

test("a step without a figure leaves the place empty", async () => {
  const { stage, asked, onStage, phases } = staged(session("bird-dog", null), {
    inlined: "bird-dog",
  });
  stage.show(find(phases, { step: 0, kind: "ready" }), 0);
  stage.show(find(phases, { step: 1, kind: "ready" }), 0);
  assert.equal(onStage(), "");
  assert.deepEqual(asked, []);
});

test("who wants calm sees the end of each part, and the change is shown in a pause too", () => {
  const motion = { ...CALM };
  const { stage, of, phases } = staged(session("bird-dog"), { motion, inlined: "bird-dog" });
  stage.show(find(phases, { part: 0 }), 1);
  assert.equal(of("bird-dog").done.at(-1), "seek 3");
  motion.matches = false;
  stage.redraw();
  assert.equal(of("bird-dog").done.at(-1), "seek 1");
});

test("a frame in which nothing moved does nothing", () => {
  const { stage, of, phases } = staged(session("bird-dog"), { inlined: "bird-dog" });
  const ready = find(phases, { kind: "ready" });
  stage.show(ready, 1);
  const before = of("bird-dog").done.length;
  stage.show(ready, 1.5);
  assert.equal(of("bird-dog").done.length, before);
});

test("a figure is fetched from our own server only, and any failure is no figure", async () => {
  /** @type {any} */
  let wish;
  const answering = (/** @type {boolean} */ ok) => ({
    fetch: async (/** @type {string} */ address, /** @type {RequestInit} */ options) => {
      wish = { address, ...options };
      return { ok, text: async () => "<svg>" };
    },
  });
  const read = (/** @type {string} */ text) => /** @type {any} */ ({ text });
  const ask = (/** @type {any} */ edge) => fetchFigure("/figures/march.svg", read, edge);
  assert.deepEqual(await ask(answering(true)), { text: "<svg>" });
  assert.equal(wish.address, "/figures/march.svg");
  assert.equal(wish.mode, "same-origin");
  assert.ok(wish.signal instanceof AbortSignal);
  assert.equal(await ask(answering(false)), null);
  assert.equal(await ask({ fetch: async () => Promise.reject(new TypeError("offline")) }), null);
});
