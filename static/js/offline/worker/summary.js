// What a page is told of what is kept: pure.

import { missing, names } from "./pairs.js";

/**
 * @typedef {object} Summary
 * @property {string[]} ready the languages that are here and whole, by prefix
 * @property {boolean} broken whether something of what was here is not whole any longer
 * @property {boolean} waits whether a new version is here and waits for its turn
 * @property {number | null} taken how much has been taken over, from 0 to 1, while that goes on
 * @property {import("./pairs.js").Fault} fault
 * @property {boolean} refused whether a person wants nothing kept
 * @property {number} stored bytes on the device
 * @property {number} proved when every byte was last proved, in milliseconds as of `Date.now()`
 * @property {number} download bytes that are still to be transferred, at most
 * @property {boolean} reached whether the network answered when it was last asked
 * @property {import("./version.js").Correction[]} corrections all that are known
 * @property {Record<string, import("./opened.js").Opened>} opened shared routines that are here, by
 *   the address of their page
 */

/**
 * @param {import("./pairs.js").State} state
 * @param {Pick<Summary, "taken" | "fault">} now what is not, or could not be, remembered
 * @returns {Summary}
 */
export function summary(state, { taken, fault }) {
  const { active, waiting, broken, kept, refused, proved, reached, version, opened } = state;
  const isShared = active && !broken.includes(active.shared);
  const languages = Object.entries(isShared ? active.languages : {});
  return {
    ready: languages.filter(([, name]) => !broken.includes(name)).map(([prefix]) => prefix),
    broken: broken.length > 0,
    waits: waiting !== null,
    taken,
    fault: fault || state.fault,
    refused,
    stored: names(active).reduce((sum, name) => sum + (kept[name]?.stored ?? 0), 0),
    proved,
    download: missing(state).reduce((sum, { download }) => sum + download, 0),
    reached,
    corrections: version?.corrections ?? [],
    opened,
  };
}
