// Writes what `view.js` says into the page, only where it changed.

/** @typedef {ReturnType<typeof import("./view.js").view>} View */

// Half of the shortest time between two calls.
const FLASH_MS = 500;

export class Screen {
  #parts;

  /** @param {ParentNode} root */
  constructor(root) {
    this.#parts = /** @param {string} name */ (name) => {
      const element = root.querySelector(`[data-${name}]`);
      if (!(element instanceof HTMLElement)) {
        throw new Error(`the player page has no data-${name}`);
      }
      return element;
    };
  }

  /** @param {string} name */
  part(name) {
    return this.#parts(name);
  }

  /** Which of the three screens is seen. @param {"start" | "run" | "done"} name */
  show(name) {
    for (const each of ["start", "run", "done"]) {
      this.#parts(each).hidden = each !== name;
    }
    this.#parts("unscripted").hidden = true;
    this.#parts("begin").hidden = name !== "start";
    this.#parts("resume").hidden ||= name !== "start";
    this.#parts("keys").hidden = name !== "run";
    this.#parts("left").hidden = name === "done";
  }

  /** @param {View} view */
  phase(view) {
    this.#parts("run").dataset.kind = view.kind;
    this.write("phase-name", view.phaseName);
    this.write("cue", view.cue);
    this.write("count", view.count);
    this.write("name", view.name);
    this.write("note", view.note);
    this.write("position", view.position);
    this.write("next", view.next);
    this.#parts("clock").toggleAttribute("data-long", view.long);
    this.#how(view.how);
  }

  /** Said by a screen reader, also when the same was said before. @param {string} text */
  announce(text) {
    const element = this.#parts("announce");
    element.textContent = element.textContent === text ? `${text}\u00a0` : text;
  }

  /** The clock turns its colours round for a moment; never more than once a second. @param {import("./cues.js").Call} call */
  flash(call) {
    if (call !== "part") {
      const clock = this.#parts("clock");
      clock.dataset.call = call;
      setTimeout(() => delete clock.dataset.call, FLASH_MS);
    }
  }

  /** @param {boolean} running @param {string} name of what the button now does */
  pauseButton(running, name) {
    this.#parts("pause-icon").hidden = !running;
    this.#parts("resume-icon").hidden = running;
    this.write("pause-name", name);
  }

  /** @param {string} part @param {string} text */
  write(part, text) {
    const element = this.#parts(part);
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }

  /** @param {string[]} lines */
  #how(lines) {
    const list = this.#parts("how");
    if (list.textContent === lines.join("")) {
      return;
    }
    list.replaceChildren(
      ...lines.map((line) =>
        Object.assign(list.ownerDocument.createElement("li"), { textContent: line }),
      ),
    );
  }
}
