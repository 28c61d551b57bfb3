// Publishing: what is in the form goes to the server, and whatever is answered, nothing is lost.

import { number } from "../shared/numbers.js";
import { part, write } from "../shared/parts.js";
import { dropPublication, keepPublication } from "../shared/published.js";
import { fill } from "../shared/words.js";
import { ask, outcome } from "./api.js";
import { send } from "./sending.js";
import { Versions } from "./versions.js";
import { Waiting } from "./waiting.js";
import { Ways } from "./ways.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/published.js").Publication} Publication
 * @typedef {import("../shared/draft.js").Published} Published
 * @typedef {import("./draft.js").Origin} Origin
 * @typedef {import("./sending.js").Sent} Sent
 * @typedef {import("./view.js").Guide} Guide
 * @typedef {{
 *   toSend: () => Sent, link: () => Published | null, say: (words: string) => void,
 *   published: (link: Published | null, origin: Origin) => void, changed: () => void,
 *   waits: () => void, restore: (looked: import("./versions.js").Looked) => void,
 * }} Edge `toSend` is what is in the form; `waits` tells that something does, or no longer
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
  #waiting = new Waiting((sent) => this.#send(sent, () => this.#waiting.holds(sent)));
  /** One after the other: what was sent later is never overtaken. @type {Promise<void>} */
  #turn = Promise.resolve();

  /** @param {import("../shared/session_of.js").Catalog} catalog @param {Guide} guide @param {Edge} edge */
  constructor(catalog, guide, edge) {
    this.#guide = guide;
    this.#edge = edge;
    this.#versions = new Versions(catalog, guide, edge.restore);
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
  }

  /** @param {Publication} publication */
  show(publication) {
    this.#of = publication;
    this.#state("ways", "");
    this.#open();
  }

  /** @param {Sent} sent */
  async publish(sent = this.#edge.toSend()) {
    if (this.#isBusy) {
      return;
    }
    this.#isBusy = true;
    this.#of = null;
    this.#origin = sent.origin;
    this.#state("", this.#guide.words.publishing);
    this.#open();
    await this.#send(sent);
    this.#isBusy = false;
  }

  /** Whether it was to be published and has no answer yet. @param {Origin} origin */
  waits(origin) {
    return this.#waiting.has(origin);
  }

  /** @param {Sent} sent @param {() => boolean} isWanted asked when it is its turn */
  #send(sent, isWanted = () => true) {
    this.#turn = this.#turn.then(() => (isWanted() ? this.#settle(sent) : undefined));
    return this.#turn;
  }

  /** @param {Sent} sent */
  async #settle(sent) {
    const { routine, origin } = sent;
    const answer = await send(sent);
    const done = outcome(answer.status);
    if (done === "offline" || (done === "busy" && this.waits(origin))) {
      this.#waiting.add(sent);
    } else {
      this.#waiting.drop((each) => each === origin);
    }
    if (done === "done") {
      await this.#published({ ...answer, title: routine.title }, origin);
    } else if (this.#isAbout(origin)) {
      this.#failed(done, answer);
    } else if (!this.waits(origin)) {
      this.#edge.say(fill(this.#guide.words[done], { n: this.#n(answer.version ?? 0) }));
    }
    this.#edge.waits();
  }

  /** Whether the sheet is open for the answer to this. @param {Origin} origin */
  #isAbout(origin) {
    return this.#sheet.open && !this.#of && this.#origin === origin;
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
      this.#state("failed", words[done]);
    }
  }

  /** By then the sheet may be about another one. @param {Publication} publication @param {Origin} origin */
  async #published({ code, secret, version, title, changed }, origin) {
    const { own, from } = origin;
    const publication = { code, secret, version, title, changed, own, from };
    this.#edge.published({ code, secret, version }, origin);
    const isKept = await keepPublication(publication);
    const { words } = this.#guide;
    const form = this.#isAbout(origin) ? words.published : words.publishedLater;
    const said = fill(form, { title, n: this.#n(version) });
    const all = isKept ? said : `${said} ${words.unkept}`;
    if (this.#isAbout(origin)) {
      this.#of = publication;
      this.#state("ways", all);
    } else {
      this.#edge.say(all);
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
    this.#waiting.drop(({ link }) => link?.code === code);
    if (this.#edge.link()?.code === code) {
      this.#edge.published(null, this.#edge.toSend().origin);
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
