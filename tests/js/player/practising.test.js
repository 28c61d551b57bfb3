import assert from "node:assert/strict";
import { test } from "node:test";

import { SHORT } from "./sessions.js";

// Its screen lock looks at the page when the script comes.
Object.assign(globalThis, { document: { addEventListener: () => undefined } });
const { BreathedFigure } = await import("../../../static/js/player/later/practising.js");
const { isPaced } = await import("../../../static/js/player/breath.js");

const [REACH, STAY, LOWER] = SHORT.steps[1].tempo;
/** @type {typeof SHORT.steps[1]["tempo"]} */
const TEMPO = [{ ...REACH, breath: "out" }, STAY, { ...LOWER, breath: "in" }];

test("the breath is that of what is repeated, at the speed of the figure", () => {
  /** @type {any} */
  const seen = {};
  const figure = { show: () => undefined, describe: () => undefined, release: () => undefined };
  const shape = {
    keepRoom: (/** @type {boolean} */ wanted) => void (seen.room = wanted),
    show: (/** @type {any} */ tempo, /** @type {any} */ { part }) =>
      Object.assign(seen, { part, tempo, isPaced: isPaced(tempo) }),
  };
  const breathed = new BreathedFigure(figure, shape, TEMPO);
  const moment = { part: 2, progress: 0, mirrored: false };
  breathed.show(moment);
  assert.deepEqual([seen.room, seen.part, seen.isPaced], [true, 2, true]);
  breathed.heed({ loop: [2, 2], halfSpeed: true });
  breathed.show(moment);
  assert.deepEqual([seen.part, seen.tempo[0].seconds, seen.isPaced], [0, 6, false]);
});
