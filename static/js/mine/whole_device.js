// A copy of all that a device keeps is no routine: the section of the journal that takes one asks about it.

import { HANDED, layDown } from "../shared/handed.js";

export const FORMAT = "limber-device";
/** As the section takes it. */
export const MOST_BYTES = 5_000_000;

/**
 * @param {Blob} file
 * @param {string} journal its address
 * @returns {Promise<boolean>} whether it is that, and on its way
 */
export async function passedOn(file, journal, { location } = globalThis) {
  if (!(await isWholeDevice(file)) || !(await layDown(file))) {
    return false;
  }
  location.assign(`${journal}#${HANDED}`);
  return true;
}

/** @param {Blob} file */
async function isWholeDevice(file) {
  try {
    return file.size <= MOST_BYTES && JSON.parse(await file.text()).format === FORMAT;
  } catch {
    return false;
  }
}
