// Reads a session as JSON from standard input and prints its phases: when each begins, how long it
// lasts, and what the screen then shows, in the order of `SHOWN` in recorder.js.

import { readFileSync } from "node:fs";

import { timeline } from "../../../static/js/player/timeline.js";
import { view } from "../../../static/js/player/view.js";

const session = JSON.parse(readFileSync(0, "utf8"));
const phases = timeline(session).map((phase) => {
  const { kind, phaseName, count, name, position } = view(session, phase);
  const { start, seconds } = phase;
  return { start, seconds, shown: [kind, phaseName, count, name, position] };
});
console.log(JSON.stringify(phases));
