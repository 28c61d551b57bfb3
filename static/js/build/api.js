// What is asked of the server about published routines; whatever happens, there is an answer.

import { isCode } from "../shared/published.js";
import { isRoutine } from "../shared/routine.js";
import { fits, isMoment } from "../shared/shapes.js";

/**
 * @typedef {{ status: number, body: any }} Answer `status` is 0 where none came, or none of Limber's:
 *   before a guest has signed in, a hotel answers everything with its own page
 * @typedef {{ secret?: string, body?: object, base?: number }} Details `base` is the version that was
 *   changed
 */

const PATIENCE_MS = 15_000;
const NO_CONTENT = 204;
const CONFLICT = 409;

const EDIT = { version: isVersion, changed: isMoment };
const SAVED = { ...EDIT, code: isCode };
const FOUND = { ...SAVED, routine: isRoutine };
const VERSIONS = {
  versions: (/** @type {unknown} */ all) =>
    Array.isArray(all) && all.length > 0 && all.every((each) => fits(each, EDIT)),
};

/**
 * @param {string} method
 * @param {string} path after /api/routines
 * @param {Details} details
 * @returns {Promise<Answer>}
 */
export async function ask(method, path = "", { secret, body, base } = {}, { fetch } = globalThis) {
  const headers = {
    ...(secret && { Authorization: `Bearer ${secret}` }),
    ...(body && { "Content-Type": "application/json" }),
    ...(base && { "If-Match": `"${base}"` }),
  };
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(`/api/routines${path}`, {
      ...{ method, headers, signal },
      body: body && JSON.stringify(body),
    });
    const found = { status: answer.status, body: await read(answer) };
    return isWhole(found, method, path) ? found : { status: 0, body: {} };
  } catch {
    return { status: 0, body: {} };
  }
}

/** Whether it says what was asked for; of a fault, the number is enough. @param {Answer} answer @param {string} method @param {string} path */
function isWhole({ status, body }, method, path) {
  if (status === CONFLICT) {
    return isVersion(body?.version);
  }
  if (status < 200 || status >= 300) {
    return true;
  }
  const shown = path.endsWith("/versions") ? VERSIONS : FOUND;
  return method === "DELETE" ? status === NO_CONTENT : fits(body, method === "GET" ? shown : SAVED);
}

/** @param {unknown} value */
function isVersion(value) {
  return Number.isInteger(value) && Number(value) > 0;
}

/** A proxy in between may say something that is no JSON. @param {Response} answer */
async function read(answer) {
  try {
    return (await answer.json()) ?? {};
  } catch {
    return {};
  }
}

/** What becomes of it: tried again, told, or done. @param {number} status */
export function outcome(status) {
  const known = {
    200: "done",
    201: "done",
    204: "done",
    403: "notYours",
    404: "gone",
    409: "conflict",
    410: "gone",
    429: "busy",
  };
  const found = known[/** @type {keyof typeof known} */ (status)];
  return found ?? (status >= 400 && status < 500 ? "refused" : "offline");
}
