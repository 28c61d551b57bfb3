// Suggested times become reminders with one tap, in the place of those that there were, and with its
// undoing.

import { tellOthers } from "../shared/changes.js";
import { part, write } from "../shared/parts.js";
import { MOST, allReminders, dropReminder, keepReminder } from "../shared/reminders.js";
import { deviceStore } from "../shared/screen.js";
import { isAsSuggested, remindersOf, suggested } from "./times.js";

/** @typedef {import("../shared/reminders.js").Reminder} Reminder */

export class Remind {
  #code;
  #times;
  #words;
  /** What the tap has changed. @type {{ made: Reminder[], before: Reminder[] }} */
  #done = { made: [], before: [] };

  /**
   * @param {{ code: string, routine: import("../shared/opened.js").Routine }} found
   * @param {{ words: Record<string, string> }} guide
   */
  constructor({ code, routine }, { words }) {
    this.#code = code;
    this.#times = routine.times;
    this.#words = words;
    if (this.#times.length) {
      part("remind-add").addEventListener("click", () => this.#add());
      part("undo", part("remind")).addEventListener("click", () => this.#undo());
    }
  }

  /** Whether there is something left to do; where the device cannot be read there is not. */
  async show() {
    const all = this.#times.length ? await allReminders() : null;
    if (all) {
      const isDone = isAsSuggested(remindersOf(all, this.#code), this.#times);
      part("remind").removeAttribute("data-awaits-script");
      part("remind-add").hidden = isDone;
      part("remind-ways").hidden = !isDone;
      part("remind-said").hidden = !part("reminded").hidden; // once is enough
    }
  }

  /** Switches off what there is of it. @returns {Promise<boolean>} whether there was something, and it is done */
  async stop() {
    const own = remindersOf((await allReminders()) ?? [], this.#code).filter(({ on }) => on);
    const isDone = await replace(
      [],
      own.map((each) => ({ ...each, on: false })),
    );
    if (own.length > 0) {
      await tellOthers(deviceStore());
    }
    return own.length > 0 && isDone;
  }

  async #add() {
    const all = (await allReminders()) ?? [];
    const before = remindersOf(all, this.#code);
    if (all.length - before.length + this.#times.length > MOST) {
      this.#say(this.#words.most);
      return;
    }
    const made = suggested(this.#times, this.#code, Date.now());
    this.#done = { made, before };
    const isKept = await replace(before, made);
    this.#say(isKept ? this.#words.reminded : this.#words.unkept, isKept);
    await this.#changed();
    part("undo", part("remind")).focus();
  }

  async #undo() {
    await replace(this.#done.made, this.#done.before);
    this.#say(this.#words.undone);
    await this.#changed();
    part("remind-add").focus();
  }

  async #changed() {
    await this.show();
    await tellOthers(deviceStore());
  }

  /** @param {string} words @param {boolean} undoable */
  #say(words, undoable = false) {
    const place = part("reminded");
    place.hidden = false;
    write("undo-words", words, place);
    part("undo", place).hidden = !undoable;
  }
}

/** The new ones first: whatever fails then, a reminder too many is better than none. @param {Reminder[]} before @param {Reminder[]} after */
async function replace(before, after) {
  const kept = await Promise.all(after.map((each) => keepReminder(each)));
  if (!kept.every(Boolean)) {
    return false;
  }
  await Promise.all(before.map(({ id }) => dropReminder(id)));
  return true;
}
