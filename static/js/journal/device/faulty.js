// Which of another device's routines Limber could not lead through here: they come all the same, as
// what is on a device stays, and say why in their list.

import { catalogOf } from "../../shared/catalog.js";
import { faults, stepFaultText } from "../../shared/routine.js";

/** @typedef {typeof import("../../shared/trusted.js").readPage} ReadPage */

const FETCH_MS = 10_000;

/**
 * @param {import("../../shared/own.js").Own[]} owns
 * @param {string} address of the page whose catalog knows every exercise
 * @param {ReadPage} readPage
 * @returns {Promise<{ title: string, fault: string }[]>} none where that page cannot be had
 */
export async function faulty(owns, address, readPage, { fetch } = globalThis) {
  if (owns.length === 0) {
    return [];
  }
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_MS) });
    const page = readPage(await answer.text());
    const catalog = catalogOf(JSON.parse(page.getElementById("catalog")?.textContent ?? ""));
    return owns.flatMap(({ routine }) => {
      const [fault] = faults(routine, catalog);
      return fault ? [{ title: routine.title, fault: stepFaultText(fault, catalog) }] : [];
    });
  } catch {
    return [];
  }
}
