// Plays a routine of this device: the one after the # of the address, or the builder's draft. The
// player, with what every page has, comes only when there is one to play.

import { catalogOf } from "../../shared/catalog.js";
import { readDraft } from "../../shared/draft.js";
import { ownOf } from "../../shared/own.js";
import { deviceStore } from "../../shared/screen.js";
import { fillPage, leadBack, showMissing } from "./fill.js";
import { PREVIEW, shownOf } from "./shown.js";

/** What is only tried is not kept among what was done. */
const NOWHERE = { keepSession: async () => true, dropSession: async () => true };

const script = /** @type {HTMLElement} */ (document.querySelector("script[data-page]"));

async function main() {
  const held = document.getElementById("catalog")?.textContent ?? "";
  const catalog = catalogOf(JSON.parse(held));
  const id = location.hash.slice(1);
  const shown = shownOf(await routineOf(id), id, catalog);
  if (shown.session) {
    fillPage(shown);
  }
  if (!shown.session || !(await play(shown, id === PREVIEW))) {
    showMissing(shown, id, catalog);
    import(script.dataset.frame ?? "");
  }
}

/** @param {string} id */
async function routineOf(id) {
  return id === PREVIEW ? readDraft(deviceStore()) : ownOf(id);
}

/** @param {import("./shown.js").Playable} shown @param {boolean} isDraft @returns {Promise<boolean>} whether there is a player, and who asks before a massage */
async function play({ session, asksCold }, isDraft) {
  const { page = "", question = "", build = "" } = script.dataset;
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
