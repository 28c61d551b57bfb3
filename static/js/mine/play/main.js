// Plays a routine of this device: the one after the # of the address, or the builder's draft. The
// player and the exercises, with what every page has, come only when there is one to play.

import { catalogOf } from "../../shared/catalog.js";
import { readDraft } from "../../shared/draft.js";
import { ownOf } from "../../shared/own.js";
import { stepFaultText } from "../../shared/routine.js";
import { deviceStore } from "../../shared/screen.js";
import { fillPage, leadBack, showMissing } from "./fill.js";
import { PREVIEW, shownOf } from "./shown.js";

/** @typedef {import("../../shared/session_of.js").PlayedCatalog} Catalog */

const FETCH_MS = 10_000;
/** What is only tried is not kept among what was done. */
const NOWHERE = { keepSession: async () => true, dropSession: async () => true };

const script = /** @type {HTMLElement} */ (document.querySelector("script[data-page]"));

async function main() {
  const id = location.hash.slice(1);
  const found = await routineOf(id);
  const catalog = found ? await fetched(script.dataset.catalog ?? "") : null;
  const shown = catalog ? shownOf(found, id, catalog) : { routine: found?.routine, session: null };
  if (!shown.session || !(await play(shown, id === PREVIEW))) {
    const faults = catalog && "faults" in shown ? texts(shown, catalog) : [];
    showMissing(shown.routine, faults, id);
    import(script.dataset.frame ?? "");
  }
}

/** What is wrong. @param {Pick<import("./shown.js").Shown, "faults">} shown @param {Catalog} catalog */
function texts({ faults }, catalog) {
  return faults.map((fault) => stepFaultText(fault, catalog));
}

/** Every exercise; null where it does not come. @param {string} address @returns {Promise<Catalog | null>} */
async function fetched(address) {
  try {
    const signal = AbortSignal.timeout(FETCH_MS);
    const answer = await fetch(address, { mode: "same-origin", signal });
    return answer.ok ? catalogOf(await answer.json()) : null;
  } catch {
    return null;
  }
}

/** @param {string} id */
async function routineOf(id) {
  return id === PREVIEW ? readDraft(deviceStore()) : ownOf(id);
}

/** @param {import("./shown.js").Playable} shown @param {boolean} isDraft @returns {Promise<boolean>} whether there is a player, and who asks before a massage */
async function play(shown, isDraft) {
  const { session, asksCold } = shown;
  const { page = "", question = "", build = "" } = script.dataset;
  fillPage(shown);
  if (isDraft) {
    leadBack(build);
  }
  const [player, asking] = await Promise.all([loaded(page), !asksCold || loaded(question)]);
  if (player && asking) {
    new player.Page(session, isDraft ? { journal: NOWHERE } : {});
    return true;
  }
  return false;
}

/** @param {string} address @returns {Promise<any>} null where it does not come */
async function loaded(address) {
  try {
    return await import(address);
  } catch {
    return null;
  }
}

addEventListener("hashchange", () => location.reload());
main();
