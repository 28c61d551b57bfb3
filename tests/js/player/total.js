// Reads sessions as JSON from standard input and prints the seconds of each.

import { readFileSync } from "node:fs";

import { timeline, totalSeconds } from "../../../static/js/player/timeline.js";

const sessions = JSON.parse(readFileSync(0, "utf8"));
console.log(
  JSON.stringify(sessions.map((/** @type {any} */ each) => totalSeconds(timeline(each)))),
);
