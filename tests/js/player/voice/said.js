// Reads sessions and the words of a voice as JSON from standard input and prints what is said in each.

import { readFileSync } from "node:fs";

import { AS_WRITTEN } from "../../../../static/js/player/adjust.js";
import { planned } from "../../../../static/js/player/plan.js";
import { sayings } from "../../../../static/js/player/voice/spoken.js";

const { sessions, spoken, much, speed } = JSON.parse(readFileSync(0, "utf8"));
const manner = { spoken, much, speed };
console.log(
  JSON.stringify(
    sessions.map((/** @type {any} */ session) => sayings(planned(session, AS_WRITTEN), manner)),
  ),
);
