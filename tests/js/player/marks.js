// Reads sessions as JSON from standard input and prints the marks of each one's lane.

import { readFileSync } from "node:fs";

import { marks } from "../../../static/js/player/lane.js";
import { timeline } from "../../../static/js/player/timeline.js";

const sessions = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(sessions.map((/** @type {any} */ each) => marks(timeline(each)))));
