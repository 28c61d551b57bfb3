// One step at a time, or all of them as a list; Back goes one step back, as in any app.

export class Steps {
  #page;
  #steps;
  #at = 0;

  /** @param {Document} page */
  constructor(page) {
    this.#page = page;
    this.#steps = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-step]")]);
  }

  start() {
    this.#part("next").addEventListener("click", () => this.#go(this.#at + 1));
    this.#part("back").addEventListener("click", () => this.#back());
    this.#part("list").addEventListener("click", () => this.#single(!this.#isSingle));
    this.#page.addEventListener("click", (event) => this.#follow(event));
    addEventListener("popstate", ({ state }) => {
      this.#show(state?.step ?? 0);
      this.#focus();
    });
    this.#part("list").hidden = false;
    this.#single(true);
    this.#show(history.state?.step ?? Math.max(0, this.#indexOf(location.hash)));
  }

  /** @param {string} hash of a heading within a step */
  goTo(hash) {
    if (this.#isSingle) {
      this.#go(this.#indexOf(hash));
    } else {
      const heading = /** @type {HTMLElement | null} */ (this.#page.querySelector(named(hash)));
      heading?.scrollIntoView();
      heading?.focus();
    }
  }

  get #isSingle() {
    return this.#page.body.classList.contains("one-step");
  }

  /** A link within the page leads to the step that holds it. @param {Event} event */
  #follow(event) {
    const { target } = event;
    const link = target instanceof Element ? target.closest("main a[href^='#']") : null;
    if (link && this.#isSingle) {
      event.preventDefault();
      this.goTo(link.getAttribute("href") ?? "");
    }
  }

  /** @param {string} hash */
  #indexOf(hash) {
    return hash ? this.#steps.findIndex((step) => step.querySelector(named(hash))) : -1;
  }

  /** @param {number} step */
  #go(step) {
    if (step >= 0 && step < this.#steps.length) {
      history.pushState({ ...history.state, step }, "");
      this.#show(step);
      this.#focus();
    }
  }

  /** The way one came, or from a link into the middle the step before. */
  #back() {
    if (history.state?.step === undefined) {
      this.#show(this.#at - 1);
      this.#focus();
    } else {
      history.back();
    }
  }

  /** @param {number} step */
  #show(step) {
    this.#at = Math.max(0, Math.min(step, this.#steps.length - 1));
    const last = this.#at === this.#steps.length - 1;
    for (const [i, each] of this.#steps.entries()) {
      each.classList.toggle("here", i === this.#at);
    }
    this.#page.body.classList.toggle("last-step", last);
    const parts = this.#steps[this.#at].querySelectorAll(".cramp-number, h2, .cramp-lines");
    const said = [...parts].map((each) => each.textContent?.trim().replace(/\s+/g, " "));
    this.#part("announce").textContent = said.join(". ");
    /** @type {HTMLButtonElement} */ (this.#part("back")).disabled = this.#at === 0;
    /** @type {HTMLButtonElement} */ (this.#part("next")).disabled = last;
  }

  /** On what is read next, at the top of the page. */
  #focus() {
    const step = this.#steps[this.#at];
    (step.querySelector("h2") ?? step).focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /** @param {boolean} single */
  #single(single) {
    this.#page.body.classList.toggle("one-step", single);
    this.#part("keys").hidden = !single;
    this.#part("list").setAttribute("aria-pressed", String(!single));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#page.querySelector(`[data-${name}]`));
  }
}

/** As a selector: an address may end in anything, and what is none would end this script. @param {string} hash */
export function named(hash) {
  return `[id=${JSON.stringify(hash.slice(1))}]`;
}
