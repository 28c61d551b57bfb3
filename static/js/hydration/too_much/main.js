// Drunk too much: says what on this device led here. The signs stand on the page without it.

import "../../frame/main.js";
import { amount } from "../../shared/amounts.js";
import { allDrinks, tooMuch } from "../../shared/drinks.js";
import { showNumbers } from "../../shared/emergency.js";
import { clockTime } from "../../shared/numbers.js";
import { part, write } from "../../shared/parts.js";
import { allTests } from "../../shared/sweat_tests.js";
import { DAY_MS } from "../../shared/time.js";
import { fill } from "../../shared/words.js";
import { readGuide, store } from "../reader.js";

async function main() {
  showNumbers(document, store);
  const guide = readGuide();
  const now = Date.now();
  const [drinks, tests] = await Promise.all([allDrinks(), allTests()]);
  const said = [logged(tooMuch(drinks ?? [], now), guide), gained(tests?.[0], guide, now)];
  write("what", said.filter(Boolean).join(" "));
  part("what").hidden = said.every((each) => each === "");
  part("mistake").hidden = said[0] === "";
}

/** @param {import("../../shared/drinks.js").Span | null} span @param {any} guide */
function logged(span, guide) {
  if (!span) {
    return "";
  }
  const [from, to] = [span.from, span.to].map((at) => clockTime(at, guide.locale));
  return fill(guide.words.logged, { amount: amount("litres", span.ml / 1000, guide), from, to });
}

/** @param {import("../../shared/sweat_tests.js").SweatTest | undefined} test @param {any} guide @param {number} now */
function gained(test, guide, now) {
  if (!test || now - test.at > DAY_MS || test.after <= test.before) {
    return "";
  }
  const gain = amount("weight", test.after - test.before, guide);
  return fill(guide.words.gained, { amount: gain });
}

main();
