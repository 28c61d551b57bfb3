// Keeps the screen on while a session runs, and says whether it does.

export class WakeLock {
  #document;
  #navigator;
  #changed;
  /** @type {WakeLockSentinel | null} */
  #sentinel = null;
  #wanted = false;

  /**
   * @param {(awake: boolean) => void} changed told each time the state may have changed
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
    await this.#sentinel?.release();
    this.#sentinel = null;
  }

  async #ask() {
    const held = this.#sentinel && !this.#sentinel.released;
    if (held || !this.#wanted || this.#document.visibilityState !== "visible") {
      return;
    }
    try {
      this.#sentinel = await this.#navigator.wakeLock.request("screen");
      this.#changed(true);
    } catch {
      // Not offered, or refused to save power: the person is told, the session goes on.
      this.#changed(false);
    }
  }
}
