// What the server and the worker need of the reminders, worked out whenever one of them or the last
// drink changes.

import { allDrinks } from "./drinks.js";
import { nextDue, ruleOf } from "./due.js";
import { changeReach, inTurn, reach } from "./reach.js";
import { allReminders, mayRemind } from "./reminders.js";
import { allRounds } from "./rounds.js";

/**
 * Until when reminders about drinks are open to this person, as every page finds it anew.
 * @param {number} drinks 0 where they are closed
 * @returns {Promise<boolean>} whether it was otherwise before
 */
export async function heedDrinks(drinks) {
  const isOtherwise = (await reach()).drinks !== drinks;
  return isOtherwise && changeReach({ drinks });
}

/** Those that are closed, or off, are not told. One at a time, so that the last finds how things are. */
export function prepare() {
  return inTurn("limber.prepare", prepareNow);
}

async function prepareNow() {
  const [ways, reminders, drinks, rounds] = await Promise.all([
    reach(),
    allReminders(),
    allDrinks(),
    allRounds(),
  ]);
  if (reminders === null || drinks === null) {
    return; // what could not be read is not gone
  }
  const lastDrink = drinks[0]?.at ?? null;
  const now = Date.now();
  const state = { drinks: ways.drinks > now, round: rounds[0] ?? null };
  const open = reminders.filter(
    (each) => mayRemind(each, state) && nextDue(each, lastDrink, now) !== null,
  );
  await changeReach({
    told: open.map((each) => ({ id: each.id, ...ruleOf(each, lastDrink, ways) })),
    kinds: Object.fromEntries(open.map((each) => [each.id, kindOf(each)])),
  });
}

/** A routine that is put off is one still. @param {import("./reminders.js").Reminder} reminder */
export function kindOf({ kind, slug }) {
  return slug === null ? kind : "routine";
}
