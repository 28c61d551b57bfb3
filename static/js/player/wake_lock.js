// Keeps the screen on while a session runs, and says whether it does.

/** @typedef {"on" | "lost" | "off"} Awake `lost`: wished for, but the browser does not do it */

export class WakeLock {
  #changed;
  #document;
  #navigator;
  /** @type {WakeLockSentinel | null} */
  #sentinel = null;
  #asking = false;
  #wanted = false;

  /**
   * @param {(awake: Awake) => void} changed told each time it may have changed
   * @param {{ document: Document, navigator: Navigator }} edge
   */
  constructor(changed, { document, navigator } = globalThis) {
    this.#changed = changed;
    this.#document = document;
    this.#navigator = navigator;
    // The browser releases the lock whenever the page is hidden, so it is asked for again.
    document.addEventListener("visibilitychange", () => this.#ask());
  }

  hold() {
    this.#wanted = true;
    return this.#ask();
  }

  async release() {
    this.#wanted = false;
    const sentinel = this.#sentinel;
    this.#sentinel = null;
    this.#changed("off");
    await sentinel?.release();
  }

  async #ask() {
    const hidden = this.#document.visibilityState !== "visible";
    if (!this.#wanted || this.#sentinel || this.#asking || hidden) {
      return;
    }
    this.#asking = true;
    const sentinel = await this.#request();
    this.#asking = false;
    if (this.#wanted) {
      this.#keep(sentinel);
    } else {
      // The session ended or paused while the browser was still deciding.
      await sentinel?.release();
    }
  }

  async #request() {
    try {
      return await this.#navigator.wakeLock.request("screen");
    } catch {
      // Not offered, or refused to save power: the person is told, the session goes on.
      return null;
    }
  }

  /** @param {WakeLockSentinel | null} sentinel */
  #keep(sentinel) {
    this.#sentinel = sentinel;
    this.#changed(sentinel ? "on" : "lost");
    sentinel?.addEventListener("release", () => {
      if (this.#sentinel === sentinel) {
        this.#sentinel = null;
        this.#changed("lost");
      }
    });
  }
}
