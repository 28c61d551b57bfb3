// The builder: one draft, and every part of the page that shows it or changes it.

import { fetchStills } from "../exercises/stills.js";
import { DRAFT, NEW, rawDraft, readDraft } from "../shared/draft.js";
import { number } from "../shared/numbers.js";
import { part, write } from "../shared/parts.js";
import { isOwnNow } from "../shared/published.js";
import { faults } from "../shared/routine.js";
import { fill } from "../shared/words.js";
import { Details } from "./details.js";
import { Draft, isBlank } from "./draft.js";
import { dragging } from "./drag.js";
import { added } from "./edit.js";
import { field, readStep } from "./fields.js";
import { Filling } from "./filling.js";
import { List } from "./list.js";
import { Publication } from "./publication.js";
import { find, heed } from "./search.js";
import { empty } from "./start.js";
import { Strip } from "./strip.js";
import { counted, showView } from "./view.js";
import { save } from "./ways.js";
import { blame, forgive } from "./wrong.js";
import { showYours } from "./yours.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/session_of.js").Catalog} Catalog
 * @typedef {import("./view.js").Guide} Guide
 */

const MOST_STEPS = 30;

export class Builder {
  #form = /** @type {HTMLFormElement} */ (part("draft"));
  #catalog;
  #guide;
  #store;
  #draft;
  #list;
  #details;
  #publication;
  #filling;
  #strip = new Strip(() => this.#undo());

  /** @param {{ catalog: Catalog, guide: Guide }} page @param {import("../shared/screen.js").Store} store */
  constructor({ catalog, guide }, store) {
    this.#catalog = catalog;
    this.#guide = guide;
    this.#store = store;
    const fresh = { ...NEW, routine: empty(guide.language) };
    const found = readDraft(store);
    this.#draft = new Draft(found ?? fresh, store, (standing) => this.#tell(standing));
    this.#draft.isHeld = found === undefined;
    const edge = {
      routine: () => this.#draft.routine,
      change: (/** @type {Routine} */ routine, mark = "") => this.#change(routine, mark),
      say: (/** @type {string} */ words, canUndo = false) => this.#strip.say(words, canUndo),
    };
    this.#list = new List(
      /** @type {HTMLElement} */ (document.getElementById("steps")),
      catalog,
      guide,
      edge,
    );
    this.#details = new Details(this.#form, guide.locale, edge);
    this.#publication = new Publication(catalog, guide, this.#publishing());
    this.#filling = new Filling({ catalog, guide }, { ...edge, ...this.#replacing() });
  }

  async start() {
    this.#wire();
    this.#show();
    this.#tell(this.#draft.standing);
    await this.#showYours();
    await this.#filling.arrive();
  }

  #wire() {
    part("without-script").remove();
    this.#form.hidden = false;
    part("unread").hidden = !this.#draft.isHeld;
    part("save-unread").addEventListener("click", () =>
      save(rawDraft(this.#store), "draft.json", "application/json"),
    );
    part("anew-draft").addEventListener("click", () => this.#holdNoMore());
    part("publish").addEventListener("click", () => this.#publish());
    part("history-undo").addEventListener("click", () => this.#undo());
    part("history-redo").addEventListener("click", () => this.#redo());
    for (const link of document.querySelectorAll("[data-preview]")) {
      link.setAttribute("href", `${this.#guide.play}#draft`);
    }
    this.#wireAdding();
    heed(
      {
        mayAdd: () => this.#mayAdd(),
        added: (row) => this.#added(row),
        failed: () => this.#strip.say(this.#guide.words.unadded),
      },
      this.#guide.words,
    );
    dragging(/** @type {HTMLElement} */ (document.getElementById("steps")), this.#list);
    addEventListener("keydown", (event) => this.#onKey(event));
    addEventListener("hashchange", () => this.#filling.arrive());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#follow());
    addEventListener("storage", ({ key }) => key === DRAFT && this.#follow());
  }

  /** On a phone the library takes the place of the draft for as long as one adds; Back ends that. */
  #wireAdding() {
    part("adding").addEventListener("click", () => {
      history.pushState({ ...history.state, adding: true }, "");
      this.#showAdding(true);
    });
    part("added").addEventListener("click", () =>
      history.state?.adding ? history.back() : this.#showAdding(false),
    );
    addEventListener("popstate", ({ state }) => this.#showAdding(Boolean(state?.adding)));
    const wide = matchMedia("(min-width: 64em)");
    const look = () => wide.matches && find();
    wide.addEventListener("change", look);
    setTimeout(() => {
      look(); // htmx, which was loaded first, begins in this turn too
      this.#showAdding(Boolean(history.state?.adding));
    });
  }

  /** @param {boolean} isAdding */
  #showAdding(isAdding) {
    if (isAdding === part("columns").hasAttribute("data-library-open")) {
      return;
    }
    part("columns").toggleAttribute("data-library-open", isAdding);
    part("adding").hidden = isAdding;
    part("added").hidden = !isAdding;
    this.#strip.hide();
    scrollTo(0, 0);
    (isAdding ? document.getElementById("library") : part("adding"))?.focus();
    if (isAdding) {
      find();
    }
  }

  #replacing() {
    return {
      take: (/** @type {Routine} */ routine, /** @type {string} */ from) =>
        this.#replace(routine, { from }),
      clear: () => this.#replace(empty(this.#guide.language)),
      keepOwn: () => this.#keepOwn(),
      replace: (/** @type {Routine} */ routine, /** @type {object} */ origin) =>
        this.#replace(routine, origin),
      changed: () => this.#showYours(),
    };
  }

  /** @returns {import("./publish.js").Edge} */
  #publishing() {
    return {
      toSend: () => this.#draft.toSend(),
      link: () => this.#draft.published,
      say: (words) => this.#strip.say(words),
      waits: () => this.#tell(this.#draft.standing),
      published: (link, origin) => this.#draft.link(link, origin),
      changed: () => this.#showYours(),
      restore: (looked) => this.#restore(looked),
    };
  }

  /** @param {Routine} routine @param {string} mark */
  #change(routine, mark = "") {
    this.#draft.change(routine, mark);
    this.#filling.prepare();
    this.#publication.prepare();
    this.#strip.hide();
    this.#show();
  }

  #show() {
    const { routine, canUndo, canRedo } = this.#draft;
    forgive(this.#form);
    this.#list.show();
    this.#details.show();
    /** @type {HTMLButtonElement} */ (part("history-undo")).disabled = !canUndo;
    /** @type {HTMLButtonElement} */ (part("history-redo")).disabled = !canRedo;
    write("added-count", counted(routine.steps.length, this.#guide, this.#guide.done));
    if (routine.steps.every(({ exercise }) => Object.hasOwn(this.#catalog.exercises, exercise))) {
      showView(routine, this.#catalog, this.#guide);
    }
    this.#picture();
  }

  /** The pictures of a draft that was read come together, once, when one is missing. */
  async #picture() {
    if (this.#list.unpictured.length && !this.#isPictured) {
      this.#isPictured = true;
      const found = await fetchStills(this.#guide.stills);
      if (found.size) {
        this.#list.illustrate(found);
      } else {
        addEventListener("online", () => this.#pictureAgain(), { once: true });
      }
    }
  }

  /** Not at every key that is pressed without a signal. */
  #isPictured = false;

  #pictureAgain() {
    this.#isPictured = false;
    this.#picture();
  }

  #mayAdd() {
    const isFree = this.#draft.routine.steps.length < MOST_STEPS;
    if (!isFree) {
      this.#strip.say(this.#guide.words.full);
    }
    return isFree;
  }

  /** @param {HTMLElement} row */
  #added(row) {
    const slug = field(row, "exercise").value;
    const exercise = this.#catalog.exercises[slug];
    const { dose } = exercise;
    const step = readStep(row, { exercise: slug, dose, pace: 1, note: "" }, exercise);
    this.#list.adopt(row, step);
    this.#change(added(this.#draft.routine, step));
    const n = number(this.#draft.routine.steps.length, this.#guide.locale);
    this.#strip.say(fill(this.#guide.words.added, { name: exercise.name, n }), true);
  }

  #undo() {
    this.#draft.undo();
    this.#show();
    this.#strip.say(this.#guide.words.undone);
  }

  #redo() {
    this.#draft.redo();
    this.#show();
    this.#strip.say(this.#guide.words.redone);
  }

  /** In a text field the browser undoes what was typed. @param {KeyboardEvent} event */
  #onKey(event) {
    const isTyping = /** @type {Element} */ (event.target).matches("input, textarea, select");
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (isUndo && !isTyping && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      if (event.shiftKey) {
        this.#redo();
      } else {
        this.#undo();
      }
    }
  }

  /** @param {Routine} routine @param {Partial<import("./draft.js").Origin>} origin */
  #replace(routine, origin = {}) {
    this.#draft.replace(routine, origin);
    this.#show();
    const { words } = this.#guide;
    const title = routine.title || words.nameless;
    this.#strip.say(isBlank(routine) ? words.emptied : fill(words.replaced, { title }), true);
  }

  /** @param {import("./versions.js").Looked} looked */
  #restore({ routine, version, link, from }) {
    this.#publication.close();
    this.#draft.restore(routine, link, from);
    this.#show();
    const n = number(version, this.#guide.locale);
    this.#strip.say(fill(this.#guide.words.restored, { n }), true);
  }

  async #keepOwn() {
    const { origin } = this.#draft;
    if (this.#isBlamed(({ field }) => field === "title")) {
      return;
    }
    const isKept = await this.#draft.keepAsOwn();
    if (isKept && origin.link) {
      await isOwnNow(origin.link.code, origin.own);
    }
    this.#strip.say(this.#guide.words[isKept ? "ownKept" : "unkept"]);
  }

  #publish() {
    if (!this.#isBlamed(() => true)) {
      this.#publication.publish();
    }
  }

  /** Says the first fault that stands in the way. @param {(fault: import("../shared/routine.js").Fault) => boolean} counts */
  #isBlamed(counts) {
    const fault = faults(this.#draft.routine, this.#catalog).find(counts);
    if (fault) {
      this.#showAdding(false);
      blame(this.#form, fault, this.#catalog, this.#guide);
    }
    return fault !== undefined;
  }

  #showYours() {
    return showYours(this.#guide.words, {
      edit: (publication) => this.#filling.edit(publication),
      share: (publication) => this.#publication.show(publication),
    });
  }

  /** Another tab has changed the draft. */
  #follow() {
    const found = readDraft(this.#store);
    if (found) {
      this.#draft.follow(found);
      this.#show();
    }
  }

  #holdNoMore() {
    this.#draft.isHeld = false;
    part("unread").hidden = true;
    this.#draft.keep();
  }

  /** @param {import("./draft.js").Standing} standing */
  #tell(standing) {
    const isUnpublished = standing !== "unkept" && this.#publication.waits(this.#draft.origin);
    write("kept", this.#guide.words[isUnpublished ? "unpublished" : standing]);
  }
}
