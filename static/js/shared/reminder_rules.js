// What the server and the worker need of the reminders, worked out whenever one of them or the last
// drink changes.

import { allDrinks } from "./drinks.js";
import { ruleOf } from "./due.js";
import { changeReach, reach } from "./reach.js";
import { allReminders, mayRemind } from "./reminders.js";

/** Those that are closed, or off, are not told. */
export async function prepare() {
  const [ways, reminders, drinks] = await Promise.all([reach(), allReminders(), allDrinks()]);
  if (reminders === null) {
    return; // what could not be read is not gone
  }
  const lastDrink = drinks?.[0]?.at ?? null;
  const open = reminders.filter((each) => mayRemind(each, ways));
  await changeReach({
    told: open.map((each) => ({ id: each.id, ...ruleOf(each, lastDrink) })),
    kinds: Object.fromEntries(open.map(({ id, kind }) => [id, kind])),
  });
}
