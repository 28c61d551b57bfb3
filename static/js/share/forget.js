// Only so many shared routines that were opened stay on this device, those that are expressly kept
// apart: the oldest go, with the copies of their page and player in every language.

import { ask, isSupported } from "../offline/bridge.js";
import { dropOpened } from "../shared/opened.js";

/** @typedef {import("../shared/opened.js").Opened} Opened */

const MOST = 50;
const DEVICE = { ask, isSupported, dropOpened };

/** @param {Opened[]} all the last first */
export async function forgetOldest(all, device = DEVICE) {
  const tooMany = all.filter(({ kept }) => !kept).slice(MOST);
  for (const { code } of tooMany) {
    await forget(code, device);
  }
}

/** The copies first: of what is not in the list any longer, nobody would find them. @param {string} code @param {typeof DEVICE} device */
async function forget(code, { ask, isSupported, dropOpened }) {
  const { opened = {} } = isSupported() ? await ask("state") : {};
  for (const path of Object.keys(opened).filter((each) => each.endsWith(`/r/${code}`))) {
    await ask("drop", { path });
  }
  await dropOpened(code);
}
