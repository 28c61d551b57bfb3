// Writes a routine of this device into the player's page, which a server has left blank.

import { part } from "../../shared/parts.js";

/**
 * @typedef {import("../../shared/routine.js").Routine} Routine
 * @typedef {import("./shown.js").Playable} Playable
 * @typedef {import("./shown.js").Caution} Caution
 */

/** @param {Playable} shown */
export function fillPage({
  routine,
  session,
  heed,
  stop,
  afterwards,
  cautions,
  isTheirs,
  asksCold,
}) {
  name(routine.title);
  if (asksCold) {
    part("cold-question").hidden = false;
    part("begin").dataset.asks = "cold";
  }
  part("start")
    .querySelector("ol")
    ?.replaceChildren(...copies("[data-step]", session.steps));
  part("adjust-form")
    .querySelector(".adjust-steps")
    ?.replaceChildren(...copies("[data-adjust-step]", session.steps));
  for (const [place, said] of Object.entries({ heed, stop })) {
    part(place).replaceChildren(...said.map((line) => element("li", line)));
  }
  part("afterwards").replaceChildren(...afterwards.map(numbered));
  part("no-afterwards").hidden = afterwards.length > 0;
  part("cautions").replaceChildren(...cautions.map(caution));
  for (const [place, text] of Object.entries({
    "what-for": routine.whatFor,
    notes: routine.notes,
  })) {
    part(place).lang = routine.language;
    part(place).hidden = text === "";
    part(place).dir = "auto";
    part(place).replaceChildren(...lines(text));
  }
  part("own-words").hidden = !(routine.whatFor || routine.notes);
  part("theirs").hidden = !isTheirs;
}

/** Why there is nothing to play. @param {Routine | undefined} routine @param {string[]} faults @param {string} id */
export function showMissing(routine, faults, id) {
  name(routine?.title ?? "");
  part("missing").hidden = false;
  part("start").hidden = true;
  part("unscripted").hidden = true;
  part("unloaded-player").hidden = !routine || faults.length > 0;
  part("missing-title").hidden = Boolean(routine);
  part("missing-faults").replaceChildren(...faults.map((fault) => element("li", fault)));
  part("mend").hidden = faults.length === 0;
  const link = part("mend").querySelector("a");
  link?.setAttribute("href", `${link.getAttribute("href")}#${id}`);
}

/** Every way out of the player. @param {string} address */
export function leadBack(address) {
  const finish = part("done").querySelector("a.button:last-child");
  for (const link of [part("leave"), part("leave-unkept"), finish]) {
    link?.setAttribute("href", address);
  }
}

/** @param {string} title */
function name(title) {
  const heading = document.querySelector("h1");
  if (heading && title) {
    heading.textContent = title;
    document.title = `${title} · Limber`;
  }
}

/** The blank row of the page once for each step. @param {string} selector @param {{ name: string, doseText: string }[]} steps */
function copies(selector, steps) {
  const blank = /** @type {HTMLElement} */ (document.querySelector(selector));
  return steps.map(({ name: exercise, doseText }, i) => {
    const row = /** @type {HTMLElement} */ (blank.cloneNode(true));
    /** @type {HTMLElement} */ (row.querySelector(".strong")).textContent = exercise;
    /** @type {HTMLElement} */ (row.querySelector(".dim")).textContent = doseText;
    row.querySelector("input")?.setAttribute("name", `do-${i}`);
    const select = row.querySelector("select");
    const label = row.querySelector("label[for]");
    if (select && label) {
      select.id = select.name = `form-${i}`;
      label.setAttribute("for", select.id);
      label.textContent = `${label.textContent}${exercise}`;
    }
    return row;
  });
}

/** As they were written. @param {string} text */
function lines(text) {
  return text.split("\n").flatMap((line) => [line, document.createElement("br")]);
}

/** Beside its number, which the list draws. @param {string} line */
function numbered(line) {
  const row = document.createElement("li");
  row.append(element("span", line));
  return row;
}

/** @param {Caution} caution */
function caution({ condition, advice }) {
  const row = document.createElement("div");
  row.append(element("dt", condition));
  for (const { name: exercise, text } of advice) {
    const line = element("dd", "");
    const label = Object.assign(element("span", exercise), { className: "label" });
    line.append(...(exercise ? [label, ` ${text}`] : [text]));
    row.append(line);
  }
  return row;
}

/** @param {string} tag @param {string} text */
function element(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}
