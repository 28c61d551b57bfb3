// Reads a catalog and routines as JSON from standard input and prints the field of each one's first
// fault, empty without one.

import { readFileSync } from "node:fs";

import { catalogOf } from "../../../static/js/shared/catalog.js";
import { readText } from "../../../static/js/shared/routine_file.js";

const { catalog: held, routines } = JSON.parse(readFileSync(0, "utf8"));
const catalog = catalogOf(held);
console.log(
  JSON.stringify(
    routines.map(
      (/** @type {unknown} */ each) =>
        readText(JSON.stringify(each), catalog).faults[0]?.field ?? "",
    ),
  ),
);
