// A file in a few links, each short enough for a QR code that a phone can read; and together again.

import { record } from "../../shared/screen.js";
import { fits, isMoment } from "../../shared/shapes.js";
import { write } from "../../shared/store.js";
import { DAY_MS } from "../../shared/time.js";

/**
 * @typedef {import("../../shared/screen.js").Store} Store
 * @typedef {{ n: number, of: number, id: string, payload: string }} Code the n-th of so many
 * @typedef {{ id: string, of: number, at: number, parts: Record<string, string> }} Taken
 */

export const MOST_CODES = 8;
/** In signs: denser ones are hard to read off a screen. */
export const MOST_LINK = 600;
const KEY = "limber.take";
const HASH = /^#take=([1-8])\.([1-8])\.([\w-]{8})\.([\w-]{1,600})$/;
const ID_LENGTH = 8;
const FORMAT = "deflate-raw";

const SHAPE = {
  id: (/** @type {unknown} */ value) => typeof value === "string",
  of: (/** @type {any} */ value) => Number.isInteger(value) && value >= 1 && value <= MOST_CODES,
  at: isMoment,
  parts: (/** @type {any} */ value) =>
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((each) => typeof each === "string"),
};

/** Whether this browser can make and read them. */
export function isPossible() {
  try {
    return Boolean(crypto.subtle && new CompressionStream(FORMAT));
  } catch {
    return false;
  }
}

/**
 * @param {string} text
 * @param {string} page address of the page that takes them, without what follows #
 * @returns {Promise<string[] | null>} null where they would be too many
 */
export async function linksOf(text, page) {
  const payload = base64(await squeezed(text));
  const id = await idOf(payload);
  const room = MOST_LINK - `${page}#take=1.8.${id}.`.length;
  const of = Math.ceil(payload.length / room);
  if (of > MOST_CODES) {
    return null;
  }
  // All about as dense.
  const length = Math.ceil(payload.length / of);
  return Array.from(
    { length: of },
    (_, i) => `${page}#take=${i + 1}.${of}.${id}.${payload.slice(i * length, (i + 1) * length)}`,
  );
}

/** @param {string} hash of an address @returns {Code | null} */
export function codeIn(hash) {
  const [, n, of, id, payload] = HASH.exec(hash) ?? [];
  return payload && Number(n) <= Number(of) ? { n: Number(n), of: Number(of), id, payload } : null;
}

/** Keeps it beside those of the same file; of another file it begins anew. @param {Code} code @param {Store} store @param {number} now @returns {Taken} what is here now, kept where the browser lets it */
export function take({ n, of, id, payload }, store, now) {
  const before = taken(store, now);
  const isSame = before?.id === id && before.of === of;
  const all = { id, of, at: now, parts: { ...(isSame ? before.parts : {}), [n]: payload } };
  write(store, KEY, JSON.stringify(all));
  return all;
}

/** A day later nobody goes on. @param {Store} store @param {number} now @returns {Taken | null} */
export function taken(store, now) {
  const found = record(KEY, store);
  return fits(found, SHAPE) && now - found.at < DAY_MS ? /** @type {any} */ (found) : null;
}

/** @param {Store} store */
export function forgetTaken(store) {
  write(store, KEY, "{}");
}

/** So many are still to be read. @param {Taken} all */
export function missing({ of, parts }) {
  return of - Object.keys(parts).length;
}

/** The file that they make together; null where they do not. @param {Taken} all @returns {Promise<string | null>} */
export async function textIn({ id, of, parts }) {
  const payload = Array.from({ length: of }, (_, i) => parts[i + 1] ?? "").join("");
  try {
    return (await idOf(payload)) === id ? await stretched(bytesOf(payload)) : null;
  } catch {
    return null;
  }
}

/** What begins with the digest of all of it is whole. @param {string} payload */
async function idOf(payload) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(payload));
  return base64(new Uint8Array(digest)).slice(0, ID_LENGTH);
}

/** @param {string} text @returns {Promise<Uint8Array>} */
async function squeezed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(FORMAT));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Codes are so short that it cannot grow beyond a file. @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} */
function stretched(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(FORMAT));
  return new Response(stream).text();
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text */
function bytesOf(text) {
  const signs = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}
