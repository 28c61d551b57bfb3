// The buttons of a demo, of which the parts of a repetition are some: what is tapped, what is shown.

/**
 * @typedef {import("./demo.js").Demo} Demo
 * @typedef {import("./demo.js").State} State
 */

export class DemoKeys {
  #root;
  #parts;

  /** @param {Element} root holds them all */
  constructor(root) {
    this.#root = root;
    this.#parts = [...root.querySelectorAll("[data-tempo-part]")];
  }

  /** @param {Demo} demo */
  wire(demo) {
    this.#answer("play", () => demo.playOrPause());
    this.#answer("other-side", () => demo.switchSide());
    this.#answer("half-speed", () => demo.switchSpeed());
    this.#answer("mirror", () => demo.switchMirror());
    // A single part is all there is.
    const choices = this.#parts.length > 1 ? this.#parts : [];
    for (const [index, part] of choices.entries()) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...part.childNodes);
      button.addEventListener("click", () => demo.choose(index));
      part.append(button);
    }
  }

  /** @param {State} state */
  show({ part, playing, otherSide, halfSpeed, inMirror, loop }) {
    const [from, to] = loop ?? [0, -1];
    for (const [index, element] of this.#parts.entries()) {
      if (index === part) {
        element.setAttribute("aria-current", "step");
      } else {
        element.removeAttribute("aria-current");
      }
      press(element.querySelector("button"), index >= from && index <= to);
    }
    this.#found("paused").forEach((element) => (element.hidden = playing));
    this.#found("playing").forEach((element) => (element.hidden = !playing));
    const pressed = { "other-side": otherSide, "half-speed": halfSpeed, mirror: inMirror };
    for (const [name, isPressed] of Object.entries(pressed)) {
      this.#found(name).forEach((button) => press(button, isPressed));
    }
  }

  /** @param {string} name @param {() => void} act */
  #answer(name, act) {
    this.#found(name).forEach((button) => button.addEventListener("click", act));
  }

  /** @param {string} name @returns {NodeListOf<HTMLElement>} */
  #found(name) {
    return this.#root.querySelectorAll(`[data-${name}]`);
  }
}

/** @param {Element | null} button @param {boolean} isPressed */
function press(button, isPressed) {
  button?.setAttribute("aria-pressed", String(isPressed));
}
