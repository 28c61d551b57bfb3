// The builder: one draft, and every part of the page that shows it or changes it.

import { fetchStills } from "../exercises/stills.js";
import { DRAFT, rawDraft, readDraft } from "../shared/draft.js";
import { number } from "../shared/numbers.js";
import { keepOwn, newOwn } from "../shared/own.js";
import { part, write } from "../shared/parts.js";
import { faults } from "../shared/routine.js";
import { fill } from "../shared/words.js";
import { Arrivals } from "./arrive.js";
import { Details } from "./details.js";
import { Draft } from "./draft.js";
import { dragging } from "./drag.js";
import { added } from "./edit.js";
import { field, readStep } from "./fields.js";
import { List } from "./list.js";
import { Publisher } from "./publish.js";
import { find, heed } from "./search.js";
import { empty, Start } from "./start.js";
import { Strip } from "./strip.js";
import { Versions } from "./versions.js";
import { counted, showView } from "./view.js";
import { save } from "./ways.js";
import { blame, forgive } from "./wrong.js";
import { showYours } from "./yours.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/draft.js").Draft} Kept
 * @typedef {import("../shared/draft.js").Published} Published
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
  #versions;
  #publisher;
  #start;
  #arrivals;
  #strip = new Strip(() => this.#undo());

  /** @param {{ catalog: Catalog, guide: Guide, starts: Record<string, Routine> }} page @param {import("../shared/screen.js").Store} store */
  constructor({ catalog, guide, starts }, store) {
    this.#catalog = catalog;
    this.#guide = guide;
    this.#store = store;
    const fresh = { routine: empty(guide.language), link: null, secret: "" };
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
    this.#versions = new Versions(catalog, guide, (...args) => this.#restore(...args));
    this.#publisher = new Publisher(guide, this.#publishing(), this.#versions);
    this.#start = new Start(starts, catalog, guide, {
      routine: edge.routine,
      take: (routine) => this.#replace(routine),
      clear: () => this.#replace(empty(guide.language)),
      keepOwn: () => this.#keepOwn(),
    });
    this.#arrivals = new Arrivals(this.#start, guide.words, {
      replace: (routine, link) => this.#replace(routine, link),
      say: edge.say,
      changed: () => this.#showYours(),
    });
  }

  async start() {
    this.#wire();
    this.#show();
    this.#tell(this.#draft.standing);
    await this.#showYours();
    await this.#arrivals.arrive();
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
    dragging(/** @type {HTMLElement} */ (document.getElementById("steps")), (row, by) =>
      this.#list.move(row, by),
    );
    addEventListener("keydown", (event) => this.#onKey(event));
    addEventListener("hashchange", () => this.#arrivals.arrive());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#follow());
    addEventListener("storage", ({ key }) => key === DRAFT && this.#follow());
  }

  /** On a phone the library takes the place of the draft for as long as one adds. */
  #wireAdding() {
    const show = (/** @type {boolean} */ isAdding) => {
      part("columns").toggleAttribute("data-library-open", isAdding);
      part("adding").hidden = isAdding;
      part("added").hidden = !isAdding;
      this.#strip.hide();
      scrollTo(0, 0);
      (isAdding ? document.getElementById("library") : part("adding"))?.focus();
    };
    part("adding").addEventListener("click", () => {
      show(true);
      find();
    });
    part("added").addEventListener("click", () => show(false));
    const wide = matchMedia("(min-width: 64em)");
    const look = () => wide.matches && find();
    wide.addEventListener("change", look);
    setTimeout(look); // htmx, which was loaded first, begins in this turn too
  }

  /** @returns {import("./publish.js").Edge} */
  #publishing() {
    return {
      routine: () => this.#draft.routine,
      origin: () => this.#draft.origin,
      link: () => this.#draft.published,
      secret: () => this.#draft.secret(),
      published: (link, origin) => this.#draft.link(link, origin),
      changed: () => this.#showYours(),
    };
  }

  /** @param {Routine} routine @param {string} mark */
  #change(routine, mark = "") {
    this.#draft.change(routine, mark);
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
    write("added-count", `, ${counted(routine.steps.length, this.#guide)}`);
    if (routine.steps.every(({ exercise }) => Object.hasOwn(this.#catalog.exercises, exercise))) {
      showView(routine, this.#catalog, this.#guide);
    }
    this.#picture();
  }

  /** The pictures of a draft that was read come together, once, when one is missing. */
  async #picture() {
    if (this.#list.unpictured.length && !this.#picturing) {
      this.#picturing = fetchStills(this.#guide.stills);
      const found = await this.#picturing;
      this.#picturing = null;
      if (found.size) {
        this.#list.illustrate(found);
      }
    }
  }

  /** @type {Promise<Map<string, Element>> | null} */
  #picturing = null;

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

  /** @param {Routine} routine @param {Kept["link"]} link */
  #replace(routine, link = null) {
    this.#draft.replace(routine, link);
    this.#show();
    const { words } = this.#guide;
    const isEmpty = routine.steps.length === 0 && routine.title === "";
    const title = routine.title || words.nameless;
    this.#strip.say(isEmpty ? words.emptied : fill(words.replaced, { title }), true);
  }

  /** @param {Routine} routine @param {number} version @param {Published} link */
  #restore(routine, version, link) {
    this.#publisher.close();
    this.#draft.restore(routine, link);
    this.#show();
    const n = number(version, this.#guide.locale);
    this.#strip.say(fill(this.#guide.words.restored, { n }), true);
  }

  /** Of what is published it is a copy: the form goes on with what is published. */
  async #keepOwn() {
    const { origin, published, routine } = this.#draft;
    const own = newOwn(routine);
    const isKept = await keepOwn(own);
    if (isKept && !published) {
      this.#draft.link({ own: own.id, made: own.made, from: own.from }, origin);
    }
    this.#strip.say(this.#guide.words[isKept ? "ownKept" : "unkept"]);
  }

  #publish() {
    const [fault] = faults(this.#draft.routine, this.#catalog);
    if (fault) {
      part("columns").removeAttribute("data-library-open");
      blame(this.#form, fault, this.#catalog, this.#guide);
    } else {
      this.#publisher.publish();
    }
  }

  #showYours() {
    return showYours(this.#guide.words, {
      edit: (publication) => this.#arrivals.edit(publication),
      share: (publication) => this.#publisher.show(publication),
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
    write("kept", this.#guide.words[standing]);
  }
}
