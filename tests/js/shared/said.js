// Reads doses with the forms of a language as JSON from standard input and prints each in words, and
// each with its shorter ones.

import { readFileSync } from "node:fs";

import { doseText, shorter } from "../../../static/js/shared/doses.js";

const { doses, forms, locale } = JSON.parse(readFileSync(0, "utf8"));
console.log(
  JSON.stringify(
    doses.map((/** @type {any} */ dose) => ({
      said: doseText(dose, forms, locale),
      shorter: shorter(dose),
    })),
  ),
);
