// The draft as one works on it: what is in the form now, what was, what it belongs to; kept by the
// device at every change.

import { BEFORE, keepBefore, keepDraft, readDraft } from "../shared/draft.js";
import { keepOwn, ownOf } from "../shared/own.js";
import { opaque } from "../shared/reach.js";
import { isRoutine } from "../shared/routine.js";
import { begin, push, redo, undo } from "./history.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/draft.js").Draft} Kept
 * @typedef {import("../shared/draft.js").Published} Published
 * @typedef {{ link: Kept["link"], secret: string }} Origin one object for all states that belong
 *   together: when it is published, what is undone later is still that routine. Each has a secret of
 *   its own, by which it is known again
 * @typedef {{ routine: Routine, origin: Origin }} State
 * @typedef {"kept" | "ownKept" | "unkept"} Standing words of the guide
 */

// 130 bits.
const SECRET_SIGNS = 26;
const OWNS = { keepOwn, ownOf };

export class Draft {
  #store;
  #heard;
  #owns;
  /** @type {import("./history.js").History<State>} */
  #history;
  /** While what is on the device cannot be read, nothing is written over it. */
  isHeld = false;

  /** @param {Kept} kept @param {import("../shared/screen.js").Store} store @param {(standing: Standing) => void} heard */
  constructor(kept, store, heard, owns = OWNS) {
    this.#store = store;
    this.#heard = heard;
    this.#owns = owns;
    const before = readDraft(store, BEFORE);
    this.#history = before ? push(begin(stateOf(before)), stateOf(kept)) : begin(stateOf(kept));
  }

  get routine() {
    return this.#history.present.routine;
  }

  /** What is in the form belongs to it. */
  get origin() {
    return this.#history.present.origin;
  }

  /** @returns {Published | null} */
  get published() {
    const { link } = this.origin;
    return link && "code" in link ? link : null;
  }

  get own() {
    const { link } = this.origin;
    return link && "own" in link ? link : null;
  }

  get canUndo() {
    return this.#history.past.length > 0;
  }

  get canRedo() {
    return this.#history.future.length > 0;
  }

  /** @param {Routine} routine @param {string} mark */
  change(routine, mark = "") {
    this.#become(push(this.#history, { routine, origin: this.origin }, mark, Date.now()));
  }

  /** Another routine takes its place. @param {Routine} routine @param {Kept["link"]} link */
  replace(routine, link = null) {
    this.#become(push(this.#history, stateOf({ routine, link, secret: "" })));
  }

  /** A version of what is published goes on as the next one of it. @param {Routine} routine @param {Published} link */
  restore(routine, link) {
    if (this.published?.code === link.code) {
      this.change(routine);
      this.link(link);
    } else {
      this.replace(routine, link);
    }
  }

  /** Changed by another tab of this device. @param {Kept} kept */
  follow({ routine, link, secret }) {
    const kept = { routine, link, secret };
    if (JSON.stringify(kept) !== JSON.stringify(keptOf(this.#history.present))) {
      const origin = isSame(kept, this.origin)
        ? Object.assign(this.origin, { link, secret })
        : { link, secret };
      this.#history = push(this.#history, { routine, origin });
    }
  }

  undo() {
    this.#become(undo(this.#history));
  }

  redo() {
    this.#become(redo(this.#history));
  }

  /** @param {Kept["link"]} link @param {Origin} origin of what was in the form when it was asked for */
  link(link, origin = this.origin) {
    Object.assign(origin, { link, secret: link ? origin.secret : opaque(SECRET_SIGNS) });
    this.keep();
  }

  /** With which it is published; kept before it is used, so that a lost answer can be asked for again. */
  secret() {
    this.keep();
    return this.origin.secret;
  }

  /** @param {import("./history.js").History<State>} history */
  #become(history) {
    const isOther = history.present.origin !== this.origin;
    this.#history = history;
    if (isOther && !this.isHeld) {
      keepBefore(this.#store, this.#before());
    }
    this.keep();
  }

  /** The last that belongs to something else, if there was anything in it. @returns {Kept | null} */
  #before() {
    const before = this.#history.past.findLast(({ origin }) => origin !== this.origin);
    const isEmpty = !before?.routine.title && !before?.routine.steps.length;
    return before && !isEmpty ? keptOf(before) : null;
  }

  /** @returns {Standing} as far as is known without asking */
  get standing() {
    return this.isHeld ? "unkept" : this.own ? "ownKept" : "kept";
  }

  keep() {
    const { routine, own } = this;
    const isKept = !this.isHeld && keepDraft(this.#store, keptOf(this.#history.present));
    if (own && !this.isHeld && isRoutine(routine)) {
      this.#keepOwn(own.own, routine, isKept);
    } else {
      this.#heard(isKept ? "kept" : "unkept");
    }
  }

  /** One that was deleted meanwhile does not come back. @param {string} id @param {Routine} routine @param {boolean} isDraftKept */
  async #keepOwn(id, routine, isDraftKept) {
    const own = await this.#owns.ownOf(id);
    const isKept = own && (await this.#owns.keepOwn({ ...own, routine, changed: Date.now() }));
    if (this.own?.own === id) {
      this.#heard(isKept ? "ownKept" : !own && isDraftKept ? "kept" : "unkept");
    }
  }
}

/** @param {Kept} kept @returns {State} */
function stateOf({ routine, link, secret }) {
  return { routine, origin: { link, secret: secret || opaque(SECRET_SIGNS) } };
}

/** @param {State} state @returns {Kept} */
function keptOf({ routine, origin }) {
  return { routine, ...origin };
}

/** Whether both belong to one routine. @param {Origin} one @param {Origin} other */
function isSame(one, other) {
  const name = nameOf(one);
  return one.secret === other.secret || (name !== "" && name === nameOf(other));
}

/** @param {Origin} origin */
function nameOf({ link }) {
  return link ? ("code" in link ? link.code : link.own) : "";
}
