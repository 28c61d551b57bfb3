// How a session is shown other than usual: on a beach, where the whole screen is one button, or in a
// class, to be read across a room. What runs is read from the page, and told to the style by marks on
// its body: shown, phase, running, waits, touch.

import { part } from "../../shared/parts.js";
import { choose, chosen } from "../../shared/screen.js";
import { Lettering } from "./lettering.js";
import { mark } from "./mark.js";
import { Touches } from "./touches.js";

/** @typedef {import("../../shared/screen.js").Edge} Edge */

export class Display {
  #edge;
  #before;
  #lettering;
  /** Unlocked for as long as a phase waits for the person. */
  #isOpen = false;
  /** Whether the theme is the one of bright sun only for now. */
  #isLit = false;
  /** The colour of each kind of phase in that theme. @type {Record<string, string>} */
  #fills = {};

  /**
   * @param {HTMLElement} place where it is chosen
   * @param {HTMLTemplateElement} layer what it adds to the page
   * @param {string} locale
   * @param {Edge} edge
   */
  constructor(place, layer, locale, edge) {
    const added = document.importNode(layer.content, true);
    const ring = part("ring", added);
    this.#edge = edge;
    this.#before = part("display-before", added);
    this.#lettering = new Lettering(part("clock"), part("run"), locale);
    place.append(this.#before);
    part("top").append(part("lock-sign", added));
    part("keys").append(part("hints", added), part("display-keys", added));
    document.body.append(ring);
    new Touches(ring, {
      means: (place) => this.#means(place),
      unlock: () => this.#unlock(),
    });
    this.#wire();
    this.#watch();
  }

  /** As the page now is. */
  look() {
    this.#isOpen &&= this.#waits && this.#isRunning;
    mark("shown", part("run").hidden ? "" : this.#chosen);
    mark("phase", part("run").dataset.kind ?? "");
    mark("running", this.#isRunning ? "yes" : "");
    mark("waits", this.#waits ? "yes" : "");
    mark("touch", this.#isLocked ? "locked" : "");
    this.#sayLock();
    this.#light();
    this.#lettering.fit(this.#shown);
  }

  get #chosen() {
    return this.#edge.root.dataset.display ?? "";
  }

  get #shown() {
    return document.body.dataset.shown ?? "";
  }

  get #isRunning() {
    return !part("pause-icon").hidden;
  }

  get #waits() {
    return !part("tap").hidden;
  }

  get #wantsLock() {
    return this.#edge.root.dataset.touchlock === "on";
  }

  /** In a pause nothing is locked. */
  get #isLocked() {
    return this.#shown !== "" && this.#isRunning && this.#wantsLock && !this.#isOpen;
  }

  /** On a beach the whole screen but what has a button of its own. */
  get #isZone() {
    return this.#shown === "beach" && this.#isRunning;
  }

  /** What a finger there may do; nothing where the page's own buttons are meant. @param {Element} place */
  #means(place) {
    if (this.#isLocked) {
      return "unlock";
    }
    return this.#isZone && !place.closest("[data-tap], [data-easier], .undo") ? "skip" : "";
  }

  /** A phase that waits is not paused: its button is what is wanted. */
  #unlock() {
    if (this.#waits) {
      this.#isOpen = true;
      this.look();
    } else {
      part("pause").click();
    }
  }

  get #lockSwitch() {
    return /** @type {HTMLInputElement} */ (this.#before.querySelector("input"));
  }

  #wire() {
    const lock = this.#lockSwitch;
    lock.addEventListener("change", () => this.#lock(lock.checked));
    part("lock-key").addEventListener("click", () => this.#lock(!this.#wantsLock));
    part("leave-key").addEventListener("click", () => part("leave").click());
    // Who pauses with a tap goes on with a tap on what is largest.
    part("clock").addEventListener("click", () => {
      if (this.#shown && !this.#isRunning) {
        part("pause").click();
      }
    });
  }

  #watch() {
    const observer = new MutationObserver((seen) => {
      this.#isOpen &&= !seen.some(({ attributeName }) => attributeName === "data-kind");
      this.look();
    });
    for (const name of ["run", "pause-icon", "tap"]) {
      observer.observe(part(name), { attributeFilter: ["hidden", "data-kind"] });
    }
    const chosen = ["data-theme", "data-display", "data-touchlock"];
    observer.observe(this.#edge.root, { attributeFilter: chosen });
    addEventListener("resize", () => this.#lettering.fit(this.#shown));
  }

  /** @param {boolean} on */
  #lock(on) {
    choose("touchlock", on ? "on" : "off", this.#edge);
    this.look();
  }

  #sayLock() {
    this.#lockSwitch.checked = this.#wantsLock;
    part("lock-key").setAttribute("aria-pressed", String(this.#wantsLock));
    this.#before.hidden = !this.#chosen;
    mark("of", this.#chosen, this.#before);
    if (this.#isZone) {
      part("pause").setAttribute("aria-describedby", "display-how");
    } else {
      part("pause").removeAttribute("aria-describedby");
    }
  }

  /** A beach is in the sun, whatever theme was chosen. */
  #light() {
    const { root, store } = this.#edge;
    if (this.#shown === "beach") {
      this.#isLit = true;
      mark("theme", "sun", root);
      this.#colourBars();
    } else if (this.#isLit) {
      this.#isLit = false;
      choose("theme", chosen("theme", store), this.#edge);
    }
  }

  /** The browser's own bars take the colour of the phase. */
  #colourBars() {
    const kind = document.body.dataset.phase ?? "";
    const fill = (this.#fills[kind] ??= getComputedStyle(part("run")).getPropertyValue("--fill"));
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.setAttribute("content", fill.trim());
    }
  }
}
