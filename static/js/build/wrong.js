// What has to be mended before a routine can be published: said where it is, and there one goes on.

import { number } from "../shared/numbers.js";
import { part } from "../shared/parts.js";
import { faultText } from "../shared/routine.js";
import { fill } from "../shared/words.js";
import { field } from "./fields.js";

/**
 * @typedef {import("../shared/routine.js").Fault} Fault
 * @typedef {import("./view.js").Guide} Guide
 * @typedef {{ catalog: import("../shared/session_of.js").Catalog, guide: Guide }} Names
 */

/** Takes away what was said before. @param {ParentNode} form */
export function forgive(form) {
  for (const each of form.querySelectorAll('[aria-invalid="true"]')) {
    each.removeAttribute("aria-invalid");
    each.removeAttribute("aria-errormessage");
  }
  part("draft-fault", form).hidden = true;
}

/**
 * @param {HTMLFormElement} form
 * @param {Fault} fault
 * @param {import("../shared/session_of.js").Catalog} catalog
 * @param {Guide} guide
 */
export function blame(form, fault, catalog, guide) {
  const { noTitle, noSteps } = guide.words;
  const isBare = fault.field === "steps" && fault.why === "many";
  const isNameless = fault.field === "title" && field(form, "title").value.trim() === "";
  const remedy = isBare ? noSteps : isNameless ? noTitle : faultText(fault, catalog);
  say(form, fault, remedy, { catalog, guide });
}

/** @param {HTMLFormElement} form @param {Fault} fault @param {string} remedy @param {Names} names */
function say(form, { field: path, why }, remedy, names) {
  const [first, index, ...inner] = path.split(".");
  const isOfStep = first === "steps" && index !== undefined;
  const last = isOfStep ? (inner.at(-1) ?? "") : first;
  const target = isOfStep
    ? ofStep(form, Number(index), last)
    : ofRoutine(form, first, Number(index));
  const { noTime, noDays } = names.guide.words;
  const ofTheTime = target === null || target.getAttribute("name") === "at" ? noTime : noDays;
  const told = () => sentence(last, remedy, isOfStep ? Number(index) : null, names);
  show(form, target, why === "time" ? ofTheTime : told());
}

/** There one goes on. @param {HTMLFormElement} form @param {HTMLElement | null} target @param {string} words */
function show(form, target, words) {
  const place = part("draft-fault", form);
  place.textContent = words;
  place.hidden = false;
  target?.setAttribute("aria-invalid", "true");
  target?.setAttribute("aria-errormessage", "draft-fault");
  const seen = target ?? place;
  seen.closest("details")?.setAttribute("open", "");
  seen.focus();
}

/** @param {string} name of a field @param {string} remedy @param {number | null} index of a step @param {Names} names */
function sentence(name, remedy, index, { catalog, guide }) {
  const { atField, atStep } = catalog.faults;
  const fault = fill(atField, { field: guide.words[name] ?? guide.words.steps, fault: remedy });
  return index === null ? fault : fill(atStep, { n: number(index + 1, guide.locale), fault });
}

/** @param {HTMLFormElement} form @param {number} index @param {string} name @returns {HTMLElement | null} */
function ofStep(form, index, name) {
  const row = form.querySelectorAll("[data-step-row]")[index];
  if (!row) {
    return null;
  }
  part("fields", row).hidden = false;
  part("open", row).setAttribute("aria-expanded", "true");
  const known = ["sides", "sets", "rest", "pace", "note"].includes(name) ? name : "amount";
  return field(row, known);
}

/** @param {HTMLFormElement} form @param {string} name @param {number} index of a time @returns {HTMLElement | null} */
function ofRoutine(form, name, index) {
  if (name === "times") {
    return ofTime(form.querySelectorAll(".build-time")[index]);
  }
  const isKnown = ["title", "whatFor", "notes", "language", "rounds"].includes(name);
  return name === "rest" ? field(part("rounds", form), name) : isKnown ? field(form, name) : null;
}

/** @param {Element | undefined} row @returns {HTMLElement | null} */
function ofTime(row) {
  const isDayless = row?.querySelector('[name="days"]:checked') === null;
  return row ? field(row, isDayless && field(row, "at").value ? "days" : "at") : null;
}
