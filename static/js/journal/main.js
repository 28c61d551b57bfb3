// The journal: what this device keeps of sessions and drinks, by week, day and session. Charts, the
// changing of a session and the sharing of a week come later, when there is something to show.

import "../frame/main.js";
import { cameBack } from "../frame/focus.js";
import { LaterScript } from "../shared/later_script.js";
import { tellPages } from "../shared/changes.js";
import { allDrinks } from "../shared/drinks.js";
import { allSessions, dropSession, keepSession } from "../shared/journal.js";
import { named } from "../shared/kinds.js";
import { number } from "../shared/numbers.js";
import { allOpened } from "../shared/opened.js";
import { takeChoicesAlong } from "../shared/other_languages.js";
import { allOwn } from "../shared/own.js";
import { part, write } from "../shared/parts.js";
import { chosen, deviceStore } from "../shared/screen.js";
import { fill } from "../shared/words.js";
import { Calendar } from "./calendar.js";
import { Choices } from "./choices.js";
import { heedDevice } from "./device/near.js";
import { dayOfText, dayText, fitting } from "./filters.js";
import { List } from "./list.js";
import { byDay, weekOf } from "./month.js";
import { began, nameOf } from "./rows.js";
import { streak } from "./streak.js";
import { Undo } from "./undo.js";
import { dayNumber, firstWeekday } from "./week.js";

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {import("./rows.js").Guide} Guide
 */

const store = deviceStore();

class Journal {
  /** @type {Guide} */
  #guide = {
    ...JSON.parse(document.getElementById("guide")?.textContent ?? ""),
    unit: chosen("units", store),
  };
  #naming = this.#guide.kinds;
  #first = firstWeekday(this.#guide.locale);
  /** @type {Entry[]} newest first */
  #entries = [];
  /** @type {import("../shared/drinks.js").Drink[]} */
  #drinks = [];
  #calendar = new Calendar(part("calendar"), this.#guide, {
    first: this.#first,
    choose: (day) => this.#chooseDay(day),
  });
  #choices = new Choices(part("sessions"), this.#guide, (isNew) => this.#filtered(isNew));
  #list = new List(
    part("sessions"),
    this.#guide,
    {
      open: (entry) => this.#edit(entry),
      shown: (most) => history.replaceState({ ...history.state, most }, ""),
    },
    history.state?.most,
  );
  #undo = new Undo(part("done"), this.#guide.words);
  /** What comes later, by the place that names it. @type {Map<HTMLElement, LaterScript>} */
  #scripts = new Map();
  /** @type {import("./later/charts.js").Charts | undefined} */
  #charts;
  /** @type {import("./later/editing.js").Editing | undefined} */
  #editing;

  async start() {
    part("unscripted").hidden = true;
    part("share-week").addEventListener("click", () => this.#share());
    addEventListener("pageshow", ({ persisted }) => persisted && this.load());
    addEventListener("storage", () => this.load());
    document.addEventListener("visibilitychange", () => !document.hidden && this.load());
    await this.load();
    cameBack();
  }

  async load() {
    const [found, owns, opened] = await Promise.all([allSessions(), allOwn(), allOpened()]);
    // Calendar, fields and list name things by the same guide.
    this.#guide.kinds = named({ kinds: this.#naming }, owns, opened ?? []).kinds;
    part("unread").hidden = found !== null;
    this.#entries = found ?? this.#entries;
    this.#show();
    part("journal").dataset.ready = "";
    this.#drinks = (await allDrinks()) ?? [];
    await this.#showCharts();
  }

  #show() {
    const now = Date.now();
    const isEmpty = this.#entries.length === 0;
    part("empty").hidden = !isEmpty || !part("unread").hidden;
    part("filled").hidden = isEmpty;
    if (!isEmpty) {
      this.#showDays(now);
      this.#choices.show(this.#entries);
      this.#list.show(this.#entries.filter(fitting(this.#choices.filter, now)), now);
    }
  }

  /** @param {number} now */
  #showDays(now) {
    const today = dayNumber(now);
    const done = byDay(this.#entries);
    const { seconds, sessions } = weekOf(done, today, this.#first);
    const { locale } = this.#guide;
    write("week-minutes", number(Math.round(seconds / 60), locale));
    write("week-sessions", number(sessions, locale));
    write("streak", number(streak(this.#entries, now), locale));
    part("sharing").hidden = sessions === 0;
    const { day } = this.#choices.filter;
    this.#calendar.show({ done, today, chosen: day ? dayOfText(day) : null });
  }

  async #showCharts() {
    const place = part("charts");
    place.hidden = this.#entries.length + this.#drinks.length === 0;
    if (place.hidden) {
      return;
    }
    const script = await this.#later(place);
    part("unloaded", place).hidden = script !== null;
    part("drawn", place).hidden = script === null;
    this.#charts ??= script && new script.Charts(place, this.#guide, this.#first);
    this.#charts?.show(this.#entries, this.#drinks, Date.now());
  }

  /** @param {number} day */
  #chooseDay(day) {
    this.#choices.chooseDay(dayText(day));
    part("found").scrollIntoView({ block: "nearest" });
  }

  /** @param {boolean} isNew */
  #filtered(isNew) {
    if (isNew) {
      this.#list.fold();
    } else {
      this.#list.unfold(history.state?.most);
    }
    this.#show();
  }

  /** @param {Entry} entry */
  async #edit(entry) {
    const sheet = /** @type {HTMLDialogElement} */ (document.getElementById("session"));
    const script = await this.#open(sheet);
    this.#editing ??=
      script &&
      new script.Editing(sheet, this.#guide, {
        save: (/** @type {Entry} */ now, /** @type {Entry} */ before) => this.#save(now, before),
        drop: (/** @type {Entry} */ gone) => this.#drop(gone),
        closed: (/** @type {Entry} */ { id }) => this.#focus(id),
      });
    this.#editing?.show(entry);
  }

  /** @param {Entry} now @param {Entry} before @returns {Promise<boolean>} whether it is kept */
  async #save(now, before) {
    const isKept = await keepSession(now);
    if (isKept) {
      await this.#changed();
      this.#undo.offer(this.#said("changed", now), () => this.#restore(before));
    }
    return isKept;
  }

  /** @param {Entry} gone @returns {Promise<boolean>} */
  async #drop(gone) {
    const isGone = await dropSession(gone.id);
    if (isGone) {
      await this.#changed();
      this.#undo.offer(this.#said("deleted", gone), () => this.#restore(gone));
    }
    return isGone;
  }

  /** As it was. @param {Entry} before */
  async #restore(before) {
    const isKept = await keepSession(before);
    if (isKept) {
      await this.#changed();
    }
    return isKept;
  }

  /** Shown here, told to other pages. */
  async #changed() {
    tellPages(store);
    await this.load();
  }

  /** Where one was before the sheet; in place of what was deleted is its undoing. @param {number} id */
  #focus(id) {
    if (this.#entries.some((entry) => entry.id === id)) {
      this.#list.focus(id);
    } else {
      this.#undo.focus();
    }
  }

  /** @param {"changed" | "deleted"} what @param {Entry} entry */
  #said(what, entry) {
    const { words } = this.#guide;
    const values = {
      name: nameOf(entry, this.#guide),
      when: began(entry, this.#guide, Date.now()),
    };
    return fill(words[what], { title: fill(words.session, values) });
  }

  async #share() {
    const sheet = /** @type {HTMLDialogElement} */ (document.getElementById("share"));
    const script = await this.#open(sheet);
    const today = dayNumber(Date.now());
    script?.offer(sheet, this.#guide, weekOf(byDay(this.#entries), today, this.#first));
  }

  /** A sheet whose own script comes with its first opening. @param {HTMLDialogElement} sheet */
  async #open(sheet) {
    sheet.showModal();
    const place = part("script", sheet);
    const script = await this.#later(place);
    place.inert = script === null;
    part("unloaded", sheet).hidden = script !== null;
    return script;
  }

  /** The script that a place names. @param {HTMLElement} place */
  #later(place) {
    const script = this.#scripts.get(place) ?? new LaterScript(place.dataset.script ?? "");
    this.#scripts.set(place, script);
    return script.load();
  }
}

// What codes of another phone brought is no filter of the list.
heedDevice();
new Journal().start();
takeChoicesAlong();
