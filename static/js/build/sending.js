// What is sent to be published: as it was in the form, and with a secret by which the server knows
// what came twice.

import { ask } from "./api.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("./draft.js").Origin} Origin
 * @typedef {{ routine: Routine, origin: Origin }} Sent
 */

/** @param {Sent} sent */
export async function send({ routine, origin: { link, secret } }, world = globalThis) {
  const its = { secret: link?.secret ?? secret, body: published(routine), base: link?.version };
  const { status, body } = link
    ? await ask("PUT", `/${link.code}`, its, world)
    : await ask("POST", "", its, world);
  return { ...body, status, code: link?.code ?? body.code, secret: its.secret };
}

/** What the patient has only warns who composes, and stays with them. @param {Routine} routine */
function published(routine) {
  return { ...routine, conditions: undefined };
}
