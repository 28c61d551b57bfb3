// What the server and the worker need of the reminders, worked out whenever one of them or the last
// drink changes.

import { allDrinks } from "./drinks.js";
import { nextDue, ruleOf } from "./due.js";
import { changeReach, reach } from "./reach.js";
import { allReminders, mayRemind } from "./reminders.js";

/**
 * Whether reminders about drinks are open to this person now, as every page finds it anew.
 * @param {boolean} drinks
 * @returns {Promise<boolean>} whether it was otherwise before
 */
export async function heedDrinks(drinks) {
  const isOtherwise = (await reach()).drinks !== drinks;
  return isOtherwise && changeReach({ drinks });
}

/** Those that are closed, or off, are not told. */
export async function prepare() {
  const [ways, reminders, drinks] = await Promise.all([reach(), allReminders(), allDrinks()]);
  if (reminders === null) {
    return; // what could not be read is not gone
  }
  const lastDrink = drinks?.[0]?.at ?? null;
  const now = Date.now();
  const open = reminders.filter(
    (each) => mayRemind(each, ways) && nextDue(each, lastDrink, now) !== null,
  );
  await changeReach({
    told: open.map((each) => ({ id: each.id, ...ruleOf(each, lastDrink, ways.zone) })),
    kinds: Object.fromEntries(open.map(({ id, kind }) => [id, kind])),
  });
}
