// One step at a time, or all of them as a list; Back goes one step back, as in any app.

export class Steps {
  #page;
  #steps;
  #words;
  #at = 0;

  /**
   * @param {Document} page
   * @param {(n: number, total: number, words: string) => string} words what a screen reader is told
   */
  constructor(page, words) {
    this.#page = page;
    this.#words = words;
    this.#steps = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-step]")]);
  }

  start() {
    this.#part("next").addEventListener("click", () => this.#go(this.#at + 1));
    this.#part("back").addEventListener("click", () => this.#go(this.#at - 1));
    this.#part("list").addEventListener("click", () => this.#toggle());
    this.#page.querySelector("[data-rewarm]")?.addEventListener("click", (event) => {
      if (this.#isSingle) {
        event.preventDefault();
        this.#goTo("rewarm");
      }
    });
    addEventListener("popstate", ({ state }) => this.#show(state?.step ?? 0));
    this.#part("list").hidden = this.#part("keys").hidden = false;
    this.#single(true);
    this.#show(history.state?.step ?? 0);
  }

  toAfterwards() {
    this.#goTo("after");
  }

  get #isSingle() {
    return this.#page.body.classList.contains("one-step");
  }

  /** @param {string} id of a heading within a step */
  #goTo(id) {
    this.#go(this.#steps.findIndex((step) => step.querySelector(`#${id}`)));
  }

  /** @param {number} step */
  #go(step) {
    if (step < 0 || step >= this.#steps.length || !this.#isSingle) {
      return;
    }
    history.pushState({ ...history.state, step }, "");
    this.#show(step);
    const heading = this.#steps[step].querySelector("h2");
    heading?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /** @param {number} step */
  #show(step) {
    this.#at = Math.max(0, Math.min(step, this.#steps.length - 1));
    for (const [i, each] of this.#steps.entries()) {
      each.classList.toggle("here", i === this.#at);
    }
    const said = this.#steps[this.#at].querySelector("h2, ol")?.textContent?.trim() ?? "";
    this.#part("announce").textContent = this.#words(this.#at + 1, this.#steps.length, said);
    /** @type {HTMLButtonElement} */ (this.#part("back")).disabled = this.#at === 0;
    /** @type {HTMLButtonElement} */ (this.#part("next")).disabled =
      this.#at === this.#steps.length - 1;
  }

  #toggle() {
    this.#single(!this.#isSingle);
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
