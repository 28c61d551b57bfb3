// Publishing: what is in the form goes to the server, and whatever is answered, nothing is lost.

import { number } from "../shared/numbers.js";
import { part, write } from "../shared/parts.js";
import { dropPublication, keepPublication } from "../shared/published.js";
import { fill } from "../shared/words.js";
import { ask, outcome } from "./api.js";
import { Ways } from "./ways.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/published.js").Publication} Publication
 * @typedef {import("../shared/draft.js").Published} Published
 * @typedef {import("./draft.js").Origin} Origin
 * @typedef {import("./view.js").Guide} Guide
 * @typedef {{
 *   routine: () => Routine, origin: () => Origin, link: () => Published | null, secret: () => string,
 *   published: (link: Published | null, origin: Origin) => void, changed: () => void,
 * }} Edge `secret` is kept before it is sent: asked again with it, the server makes no second routine
 */

export class Publisher {
  #sheet = /** @type {HTMLDialogElement} */ (document.getElementById("publication"));
  #guide;
  #edge;
  #versions;
  #ways;
  /** What the sheet is about, when that is published. @type {Publication | null} */
  #of = null;
  /** To what that belongs which was sent. @type {Origin | null} */
  #origin = null;
  /** What came in between. @type {Published | null} */
  #theirs = null;
  #isBusy = false;
  /** Whether it waits for a signal. */
  #waits = false;

  /** @param {Guide} guide @param {Edge} edge @param {import("./versions.js").Versions} versions */
  constructor(guide, edge, versions) {
    this.#guide = guide;
    this.#edge = edge;
    this.#versions = versions;
    this.#ways = new Ways(guide);
    const press = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      part(name, this.#sheet).addEventListener("click", act);
    press("retry", () => this.publish());
    press("over", () => this.#over());
    press("publish-anew", () => this.#anew());
    press("theirs", () => this.#theirs && this.#versions.look(this.#theirs));
    press("versions", () => this.#of && this.#versions.list(this.#of));
    press("withdraw", () => this.#askFirst(true));
    press("withdraw-no", () => this.#askFirst(false));
    press("withdraw-yes", () => this.#withdraw());
    this.#sheet.addEventListener("close", () => (this.#waits = false));
    addEventListener("online", () => this.#waits && this.publish());
  }

  /** @param {Publication} publication */
  show(publication) {
    this.#of = publication;
    this.#state("ways", "");
    this.#open();
  }

  close() {
    this.#sheet.close();
  }

  async publish() {
    if (this.#isBusy) {
      return;
    }
    this.#isBusy = true;
    this.#waits = false;
    this.#of = null;
    const origin = (this.#origin = this.#edge.origin());
    const link = this.#edge.link();
    const routine = this.#edge.routine();
    this.#state("", this.#guide.words.publishing);
    this.#open();
    const secret = link?.secret ?? this.#edge.secret();
    const { status, body } = link
      ? await ask("PUT", `/${link.code}`, { secret, body: routine, base: link.version })
      : await ask("POST", "", { secret, body: routine });
    this.#isBusy = false;
    const its = { ...body, code: link?.code ?? body.code, secret };
    const done = outcome(status);
    if (done === "done") {
      await this.#published({ ...its, title: routine.title }, origin);
    } else if (!this.#of) {
      this.#failed(done, its);
    }
  }

  /** @param {string} done @param {any} body */
  #failed(done, body) {
    const { words } = this.#guide;
    if (done === "conflict") {
      this.#theirs = { code: body.code, secret: body.secret, version: body.version };
      this.#state("conflict", fill(words.conflict, { n: this.#n(body.version) }));
    } else if (done === "gone" || done === "notYours") {
      this.#state("anew", words[done]);
    } else {
      this.#waits = done === "offline" && this.#sheet.open;
      this.#state("failed", words[done]);
    }
  }

  /** By then the sheet may be about another one. @param {Publication} publication @param {Origin} origin */
  async #published({ code, secret, version, title, changed }, origin) {
    const publication = { code, secret, version, title, changed };
    this.#edge.published({ code, secret, version }, origin);
    const isKept = await keepPublication(publication);
    if (!this.#of) {
      this.#of = publication;
      const said = fill(this.#guide.words.published, { n: this.#n(version) });
      this.#state("ways", isKept ? said : `${said} ${this.#guide.words.unkept}`);
    }
    this.#edge.changed();
  }

  /** Only who has been told of theirs, and could look at it, puts something in its place. */
  #over() {
    this.#edge.published(this.#theirs, /** @type {Origin} */ (this.#origin));
    this.publish();
  }

  /** What was published before is no longer followed. */
  #anew() {
    this.#edge.published(null, /** @type {Origin} */ (this.#origin));
    this.publish();
  }

  async #withdraw() {
    const { code, secret } = /** @type {Publication} */ (this.#of);
    const { status } = await ask("DELETE", `/${code}`, { secret });
    const done = outcome(status);
    if (done !== "done" && done !== "gone") {
      write("progress", this.#guide.words.noAnswer);
      return;
    }
    await dropPublication(code);
    if (this.#edge.link()?.code === code) {
      this.#edge.published(null, this.#edge.origin());
    }
    this.#state("", this.#guide.words.withdrawn);
    this.#edge.changed();
  }

  /** @param {boolean} isAsking */
  #askFirst(isAsking) {
    part("sure").hidden = !isAsking;
    (isAsking ? part("sure-words") : part("withdraw")).focus();
  }

  /** One part of the sheet is in sight, and no focus is lost. @param {string} shown @param {string} words */
  #state(shown, words) {
    const held = document.activeElement;
    for (const name of ["failed", "conflict", "anew", "sure"]) {
      part(name, this.#sheet).hidden = name !== shown;
    }
    this.#ways.show(shown === "ways" ? this.#of : null);
    this.#versions.close();
    write("progress", words, this.#sheet);
    if (this.#sheet.contains(held) && held?.closest("[hidden]")) {
      part("progress", this.#sheet).focus();
    }
  }

  #open() {
    if (!this.#sheet.open) {
      this.#sheet.showModal();
    }
  }

  /** @param {number} version */
  #n(version) {
    return number(version, this.#guide.locale);
  }
}
