// What is asked of the server about published routines; whatever happens, there is an answer.

/**
 * @typedef {{ status: number, body: any }} Answer `status` is 0 where none came
 * @typedef {{ secret?: string, body?: object, base?: number }} Details `base` is the version that was
 *   changed
 */

const PATIENCE_MS = 15_000;

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
    return { status: answer.status, body: await read(answer) };
  } catch {
    return { status: 0, body: {} };
  }
}

/** A proxy in between may say something that is no JSON. @param {Response} answer */
async function read(answer) {
  try {
    return await answer.json();
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

/** The code in what is typed or pasted: with spaces, a dash, or as a whole link. @param {string} typed */
export function codeOf(typed) {
  const [, after = typed] = typed.split("/r/");
  return encodeURIComponent(after.split(/[/?#]/)[0].replace(/[^\p{L}\p{N}]/gu, ""));
}
