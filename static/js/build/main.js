// Starts htmx, and the builder with what its page holds: exercises, words, routines to start from. No
// types are checked here: those of htmx are not ours.

import "../../vendor/htmx/dist/htmx.esm.js";
import "../frame/main.js";
import { catalogOf } from "../shared/catalog.js";
import { deviceStore } from "../shared/screen.js";
import { Builder } from "./builder.js";

/** @param {string} id */
function read(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "");
}

const [held, guide] = ["catalog", "guide"].map(read);
new Builder({ catalog: catalogOf(held), guide }, deviceStore()).start();
