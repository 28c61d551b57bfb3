// What fingers on the whole screen mean: a short tap pauses, one that stays a second skips, and where
// touches are locked only one that stays two seconds unlocks. Drips are short, come several at once or
// run: they mean nothing. Pure: what time it is comes with each touch.

/**
 * @typedef {{ id: number, x: number, y: number, at: number }} Touch `at` in milliseconds
 * @typedef {"press" | "let go" | "pause" | "skip" | "unlock"} Meaning a `press` has begun that may
 *   yet mean something; once it is `let go` it means nothing
 */

export const SKIP_MS = 1000;
export const UNLOCK_MS = 2000;
// Who presses longer than this, and lets go before it skips, thought better of it.
export const TAP_MS = 500;
export const STRAY_PX = 30;

export class Press {
  /** Fingers, or drips, that are down. @type {Set<number>} */
  #down = new Set();
  /** The one that may mean something. @type {Touch | null} */
  #held = null;
  #isLocked = false;

  get isHeld() {
    return this.#held !== null;
  }

  /** Milliseconds that it has to stay. */
  get length() {
    return this.#isLocked ? UNLOCK_MS : SKIP_MS;
  }

  /**
   * @param {Touch} touch
   * @param {boolean} isLocked
   * @param {boolean} isAlone no other finger is down, whatever was heard of those before
   * @returns {Meaning | null}
   */
  down(touch, isLocked, isAlone = false) {
    if (isAlone) {
      this.#down.clear();
    }
    this.#down.add(touch.id);
    if (this.#down.size > 1) {
      return this.#letGo();
    }
    this.#held = touch;
    this.#isLocked = isLocked;
    return "press";
  }

  /** @param {Omit<Touch, "at">} touch @returns {Meaning | null} */
  move({ id, x, y }) {
    const held = this.#held;
    const strays = held?.id === id && Math.hypot(x - held.x, y - held.y) > STRAY_PX;
    return strays ? this.#letGo() : null;
  }

  /** @param {Pick<Touch, "id" | "at">} touch @returns {Meaning | null} */
  up({ id, at }) {
    this.#down.delete(id);
    const held = this.#held;
    if (held?.id !== id) {
      return null;
    }
    const isTap = !this.#isLocked && at - held.at < TAP_MS;
    return this.look(at) ?? (isTap ? this.#end("pause") : this.#letGo());
  }

  /** The browser takes a finger for itself, or with none named, another page takes all. @param {number} [id] @returns {Meaning | null} */
  cancel(id) {
    const ids = id === undefined ? [...this.#down] : [id];
    ids.forEach((each) => this.#down.delete(each));
    return this.#held && ids.includes(this.#held.id) ? this.#letGo() : null;
  }

  /** Whether it has stayed long enough by now. @param {number} at @returns {Meaning | null} */
  look(at) {
    const isDone = this.#held !== null && this.left(at) === 0;
    return isDone ? this.#end(this.#isLocked ? "unlock" : "skip") : null;
  }

  /** Milliseconds that it has to stay yet. @param {number} at */
  left(at) {
    return this.#held ? Math.max(0, this.#held.at + this.length - at) : 0;
  }

  #letGo() {
    return this.#held && this.#end("let go");
  }

  /** @param {Meaning} meaning */
  #end(meaning) {
    this.#held = null;
    return meaning;
  }
}
