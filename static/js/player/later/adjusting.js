// The sheet in which a session is adjusted: what is chosen holds at once, what cannot hold says why.
// Most sessions are done as they are written, so it comes when it is first opened; what makes the plan
// is the player's own and handed over.

import { duration, number } from "../../shared/numbers.js";
import { deviceStore } from "../../shared/screen.js";
import { fill } from "../../shared/words.js";
import { MOST_ROUNDS } from "../adjust.js";
import { keepAdjustments } from "../adjustments.js";
import { longer, shorter } from "../length.js";

/**
 * @typedef {import("../adjust.js").Adjustments} Adjustments
 * @typedef {import("../timeline.js").Session} Session
 * @typedef {{ planned: typeof import("../plan.js").planned, AS_WRITTEN: Adjustments }} Planning
 */

export class Adjusting {
  #form;
  #session;
  #edge;
  #planning;
  #now;

  /**
   * @param {HTMLFormElement} form
   * @param {Session} session as written
   * @param {Adjustments} now
   * @param {{
   *   from: () => number, refuses: (wanted: Adjustments) => import("../fit.js").Refusal | null,
   *   changed: (now: Adjustments) => void,
   * }} edge `from` is the first step whose dose can still be changed
   * @param {Planning} planning
   */
  constructor(form, session, now, edge, planning) {
    this.#form = form;
    this.#session = session;
    this.#now = now;
    this.#edge = edge;
    this.#planning = planning;
    form.addEventListener("change", ({ target }) => this.#choose(target));
    form.addEventListener("click", ({ target }) => this.#press(target));
    form.addEventListener("submit", (event) => event.preventDefault());
    this.#show();
  }

  /** What was adjusted elsewhere. @param {Adjustments} now */
  show(now) {
    this.#now = now;
    this.#show();
  }

  /** @param {EventTarget | null} target */
  #choose(target) {
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
      const [part, step] = target.name.split("-");
      if (part === "display") {
        shown(`[value=${target.value}]`).click();
      } else {
        this.#wish(wishes[part](this.#now, target, Number(step)));
      }
    }
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    const step = button?.dataset.less === undefined ? 1 : -1;
    const takes = {
      time: () => this.#takeTime(step),
      rounds: () => this.#takeRounds(step),
    };
    const stepper = /** @type {HTMLElement | undefined} */ (button?.closest("[data-stepper]"));
    if (button?.dataset.asWritten !== undefined) {
      this.#wish(this.#planning.AS_WRITTEN);
    } else if (stepper && button?.getAttribute("aria-disabled") !== "true") {
      takes[/** @type {"time" | "rounds"} */ (stepper.dataset.stepper)]();
    }
  }

  /** @param {number} step */
  #takeTime(step) {
    const place = /** @type {const} */ ([this.#session, this.#now, this.#edge.from()]);
    if (step > 0) {
      this.#wish(longer(...place));
      return;
    }
    const { adjustments, enough } = shorter(...place);
    this.#wish(adjustments);
    if (!enough) {
      this.#refuse(this.#session.leastMoving ? "moving" : "shortest");
    }
  }

  /** @param {number} step */
  #takeRounds(step) {
    const written = this.#session.rounds;
    const rounds = Math.max(1, (this.#now.rounds || written) + step);
    this.#wish({ ...this.#now, rounds: rounds === written ? 0 : rounds });
  }

  /** @param {Adjustments} wanted */
  #wish(wanted) {
    const why = this.#edge.refuses(wanted);
    if (why) {
      this.#refuse(why);
      this.#show();
    } else {
      this.#adopt(wanted);
    }
  }

  /** @param {Adjustments} adjustments */
  #adopt(adjustments) {
    this.#now = adjustments;
    this.#edge.changed(adjustments);
    const kept = keepAdjustments(deviceStore(), this.#session, adjustments);
    this.#refuse(kept ? "" : "unkept");
    this.#show();
  }

  /** @param {string} why */
  #refuse(why) {
    const place = this.#part("refused");
    place.textContent = this.#session.words[why] ?? "";
    place.hidden = !place.textContent;
  }

  #show() {
    const { session, seconds } = this.#planning.planned(this.#session, this.#now);
    const { locale, words } = session;
    this.#output("time").textContent = duration(seconds, locale, words);
    this.#output("rounds").textContent = number(session.rounds, locale);
    for (const part of /** @type {const} */ (["pace", "rests", "count"])) {
      /** @type {RadioNodeList} */ (this.#form.elements.namedItem(part)).value = String(
        this.#now[part],
      );
    }
    /** @type {RadioNodeList} */ (this.#form.elements.namedItem("display")).value =
      shown(":checked").value;
    this.#ends("rounds", session.rounds <= 1, session.rounds >= MOST_ROUNDS);
    this.#ends("time", false, Object.keys(this.#now.shorter).length === 0);
    for (const [i, row] of this.#form.querySelectorAll("[data-adjust-step]").entries()) {
      showStep(row, session, i);
    }
  }

  /** Which way a stepper does not go on. @param {string} name @param {boolean} least @param {boolean} most */
  #ends(name, least, most) {
    const stepper = /** @type {Element} */ (this.#output(name).closest(".stepper"));
    for (const [button, ended] of /** @type {const} */ ([
      ["less", least],
      ["more", most],
    ])) {
      stepper.querySelector(`[data-${button}]`)?.setAttribute("aria-disabled", String(ended));
    }
  }

  /** @param {string} name */
  #output(name) {
    return /** @type {HTMLOutputElement} */ (this.#form.elements.namedItem(name));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#form.querySelector(`[data-${name}]`));
  }
}

/** What is wished for by each kind of field, by the first part of its name. @type {Record<string, (now: Adjustments, field: HTMLInputElement | HTMLSelectElement, step: number) => Adjustments>} */
const wishes = {
  pace: (now, { value }) => ({ ...now, pace: Number(value) }),
  rests: (now, { value }) => ({ ...now, rests: Number(value) }),
  count: (now, { value }) => ({ ...now, count: value === "tap" ? "tap" : "clock" }),
  do: (now, field, step) => {
    const others = now.leftOut.filter((each) => each !== step);
    const wanted = field instanceof HTMLInputElement && field.checked;
    return { ...now, leftOut: wanted ? others : [...others, step].sort((a, b) => a - b) };
  },
  form: (now, { value }, step) => {
    const forms = { ...now.forms };
    delete forms[step];
    const form = /** @type {"easier" | "harder" | ""} */ (value);
    return { ...now, forms: form ? { ...forms, [step]: form } : forms };
  },
};

/** @param {Element} row @param {Session} session as adjusted @param {number} i */
function showStep(row, { steps, words }, i) {
  const { leftOut, form, doseText } = steps[i];
  const box = row.querySelector("input");
  const select = /** @type {HTMLSelectElement} */ (row.querySelector("select"));
  if (box) {
    box.checked = !leftOut;
  }
  select.value = form ?? "";
  select.disabled = Boolean(leftOut);
  write(row, ".dim", doseText);
  write(row, "[data-form-text]", form ? fill(words[form], { text: steps[i][form] }) : "");
}

/** Of the displays on the start screen, which are heard there. @param {string} which */
function shown(which) {
  return /** @type {HTMLInputElement} */ (document.querySelector(`[data-displays] ${which}`));
}

/** @param {Element} within @param {string} selector @param {string} text */
function write(within, selector, text) {
  const element = within.querySelector(selector);
  if (element) {
    element.textContent = text;
  }
}
