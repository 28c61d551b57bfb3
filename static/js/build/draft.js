// The draft as one works on it: what is in the form now, what was, what it belongs to; kept by the
// device at every change.

import { keepBefore, keepDraft, NEW, readBefore } from "../shared/draft.js";
import { keepOwn, newOwn, ownOf } from "../shared/own.js";
import { opaque } from "../shared/reach.js";
import { isRoutine } from "../shared/routine.js";
import { begin, push, redo, undo } from "./history.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/draft.js").Draft} Kept
 * @typedef {import("../shared/draft.js").Published} Published
 * @typedef {import("../shared/draft.js").Origin} Origin one object for all states that belong
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
    const before = readBefore(store).filter(({ secret }) => secret !== kept.secret);
    const [first, ...later] = [...before, kept].map(stateOf);
    this.#history = later.reduce((history, state) => push(history, state), begin(first));
  }

  get routine() {
    return this.#history.present.routine;
  }

  /** What is in the form belongs to it. */
  get origin() {
    return this.#history.present.origin;
  }

  get published() {
    return this.origin.link;
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

  /** Another routine takes its place, or another state of the one that is there. @param {Routine} routine @param {Partial<Origin>} origin */
  replace(routine, origin = {}) {
    if (origin.own && origin.own === this.origin.own) {
      Object.assign(this.origin, origin);
      this.change(routine);
    } else {
      this.#become(push(this.#history, stateOf({ ...NEW, ...origin, routine })));
    }
  }

  /** A version of what is published goes on as the next one of it. @param {Routine} routine @param {Published} link @param {string} from */
  restore(routine, link, from) {
    if (this.published?.code === link.code) {
      this.change(routine);
      this.link(link);
    } else {
      this.replace(routine, { link, from });
    }
  }

  /** Changed by another tab of this device. @param {Kept} kept */
  follow({ routine, link, own, from, secret }) {
    const kept = { routine, link, own, from, secret };
    if (JSON.stringify(kept) !== JSON.stringify(keptOf(this.#history.present))) {
      const itsOwn = { link, own, from, secret };
      const origin = isSame(kept, this.origin) ? Object.assign(this.origin, itsOwn) : itsOwn;
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

  /** What is published: kept, with its secret, before it is sent, so that a lost answer can be asked for again. */
  toSend() {
    this.keep();
    return this.#history.present;
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

  /** The last of each that belongs to something else, after what another tab or an earlier load put there. @returns {Kept[]} */
  #before() {
    const { past, present, future } = this.#history;
    const origins = past.map(({ origin }) => origin);
    const lasts = past.filter((_, i) => origins.lastIndexOf(origins[i]) === i);
    const others = lasts.filter(
      ({ origin, routine }) => origin !== this.origin && !isBlank(routine),
    );
    const known = [...past, present, ...future].map(({ origin }) => origin.secret);
    const unknown = readBefore(this.#store).filter(({ secret }) => !known.includes(secret));
    return [...unknown, ...others.map(keptOf)];
  }

  /** @returns {Standing} as far as is known without asking */
  get standing() {
    return this.isHeld ? "unkept" : this.origin.own ? "ownKept" : "kept";
  }

  /** Under one's own routines: in its place where it is one already. @returns {Promise<boolean>} whether it is kept */
  async keepAsOwn() {
    const { routine, origin } = this;
    const before = origin.own ? await this.#owns.ownOf(origin.own) : null;
    const own = before ? { ...before, routine, changed: Date.now() } : newOwn(routine, origin.from);
    const isKept = await this.#owns.keepOwn(own);
    if (isKept) {
      origin.own = own.id;
      this.keep();
    }
    return isKept;
  }

  keep() {
    const { routine, origin } = this;
    const isKept = !this.isHeld && keepDraft(this.#store, keptOf(this.#history.present));
    if (origin.own && !this.isHeld && isRoutine(routine)) {
      this.#keepOwn(origin.own, routine, isKept);
    } else {
      this.#heard(isKept ? "kept" : "unkept");
    }
  }

  /** One that was deleted meanwhile does not come back. @param {string} id @param {Routine} routine @param {boolean} isDraftKept */
  async #keepOwn(id, routine, isDraftKept) {
    const own = await this.#owns.ownOf(id);
    const isKept = own && (await this.#owns.keepOwn({ ...own, routine, changed: Date.now() }));
    if (this.origin.own === id) {
      this.#heard(isKept ? "ownKept" : !own && isDraftKept ? "kept" : "unkept");
    }
  }
}

/** @param {Kept} kept @returns {State} */
function stateOf({ routine, link, own, from, secret }) {
  return { routine, origin: { link, own, from, secret: secret || opaque(SECRET_SIGNS) } };
}

/** @param {State} state @returns {Kept} */
function keptOf({ routine, origin }) {
  return { routine, ...origin };
}

/** Nothing in it that would be missed. @param {Routine} routine */
export function isBlank({ title, whatFor, notes, steps }) {
  return steps.length === 0 && [title, whatFor, notes].every((words) => words === "");
}

/** Whether both belong to one routine. @param {Origin} one @param {Origin} other */
function isSame(one, other) {
  const isPublishedAs = one.link !== null && one.link.code === other.link?.code;
  const isOwn = one.own !== "" && one.own === other.own;
  return one.secret === other.secret || isPublishedAs || isOwn;
}
